console-votes-places = Разделы голосований
console-votes-tab-rounds = Голосования
console-votes-tab-objections = Возражения
console-votes-title = Голосования и бюджет
console-votes-none = Голосований пока нет
console-votes-none-hint = Подготовьте первое в форме ниже.
console-votes-kind = { $kind ->
    [budget] Бюджет участия
   *[ideas] Идеи
}
console-votes-state = { $state ->
    [draft] готовится
    [collecting] собирает предложения
    [checking] проверка предложений
    [voting] идёт голосование
    [closed] завершено
   *[stopped] остановлено
}
console-votes-items = предложений: { $count }
console-votes-until = Голосование до
console-votes-new = Новое голосование
console-votes-what = Что это
console-votes-name = Название
console-votes-about = О чём
console-votes-collect-until = Предложения до
console-votes-from = Голосование с
console-votes-budget = Бюджет, тенге
console-votes-way = Как голосуют
console-votes-way-voices = несколько голосов
console-votes-way-knapsack = пока хватает бюджета
console-votes-voices = Голосов у каждого
console-votes-prepare = Подготовить
console-votes-ballots = проголосовали: { $count }
console-votes-waiting = Ждут проверки: { $count }
console-votes-all = Предложения
console-votes-no-items = Предложений пока нет
console-votes-territories = Откуда голосовали
console-votes-elsewhere = другие места
console-votes-seed = Зерно случайного порядка: { $seed }
console-votes-page = Публичная страница
console-votes-act-open = Открыть
console-votes-act-end-collecting = Закончить сбор предложений
console-votes-act-start-voting = Начать голосование
console-votes-act-close = Завершить и подсчитать
console-votes-act-stop = Остановить
console-votes-act-add-petition = Добавить петицию
console-votes-petition-code = Код петиции
console-votes-stop-reason = Причина
console-votes-item-state = { $state ->
    [proposed] на проверке
    [admitted] принято
    [refused] не принято
    [withdrawn] отозвано
    [chosen] выбрано
   *[not_chosen] не выбрано
}
console-votes-votes = голосов: { $count }
console-votes-judged = Показано: { $exposures }, за: { $for }, против: { $against }, пропустили: { $skipped }.
console-votes-share = За { $share } % (интервал { $low }–{ $high } %), место { $places }.
console-votes-refusal = { $code ->
    [not_competent] Этот орган такое не решает.
    [too_costly] Не помещается в бюджет.
    [not_lawful] Закон не позволяет.
    [duplicate] Такое предложение уже есть.
    [insulting] В тексте оскорбления.
   *[unclear] Непонятно, что нужно сделать.
}
console-votes-stage = { $stage ->
    [planned] запланирован
    [tender] идёт конкурс
    [works] идут работы
    [done] готов
   *[dropped] не будет сделан
}
console-votes-cost = Стоимость, тенге
console-votes-admit = Принять
console-votes-refuse = Не принимать
console-votes-refuse-reason = Причина
console-votes-refuse-note = Пояснение (прочтут все)
console-votes-progress-stage = Этап
console-votes-progress-note = Что произошло
console-votes-progress-act = Записать
console-votes-objections = Возражения
console-votes-objections-hint = Причины тех, кто проголосовал против. Без имён.
console-votes-objections-none = Возражений нет
console-votes-heard-no = Новые
console-votes-heard-yes = Выслушанные
console-votes-against = Против { $against } из { $exposures } видевших
console-votes-hide = Скрыть
console-votes-hear = Отметить выслушанными
console-votes-where = Где (пусто: вся страна)
console-votes-to-integrity = Честность голосования
