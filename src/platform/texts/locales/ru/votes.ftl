votes-button-all = Голосования и бюджет
votes-list = Голосования: { $total }
votes-list-none = Сейчас открытых голосований нет.
votes-kind = { $kind ->
    [budget] Бюджет участия
   *[ideas] Идеи
}
votes-state = { $state ->
    [draft] ещё не открыто
    [collecting] собираем предложения
    [checking] проверяем предложения
    [voting] идёт голосование
    [counting] голосование окончено, итог ещё не подведён
    [closed] завершено
   *[stopped] остановлено
}
votes-until = До { $on }
votes-budget = Бюджет: { $sum } { $currency }
votes-cost = Стоимость: { $sum } { $currency }
votes-rule-voices = Голосов у каждого: { $count }
votes-rule-knapsack = Можно выбрать проекты, пока хватает бюджета.
votes-items = Предложений: { $count }
votes-one-by-one = Оценивать по одному
votes-ballot = Голосовать
votes-propose = Предложить
votes-results = Итоги
votes-back = ← К списку
votes-for = За
votes-against = Против
votes-skip = Пропустить
votes-progress = { $at } из { $total }
votes-fair = Все предложения показываем одинаково часто, в случайном порядке.
votes-seen-all = Вы посмотрели всё. Спасибо.
votes-why = ✍ Сказать, почему
votes-why-ask = «{ $title }»: почему? Одним предложением, до { $limit } знаков. Вашего имени никто не увидит.
votes-why-done = Записали.
votes-next = Дальше
votes-ballot-how = Нажмите номер, чтобы выбрать. Менять можно до последнего дня.
votes-ballot-left-voices = Осталось голосов: { $left }
votes-ballot-left-money = Осталось: { $left } { $currency }
votes-propose-title = Что предлагаете? Одним предложением, до { $limit } знаков.
votes-propose-body = Зачем это нужно и где? До { $limit } знаков.
votes-proposed = Отправлено. Напишем, когда проверят.
votes-ranked = { $at }. { $title }: за { $share } %, видели { $exposures }
votes-unranked = { $at }. { $title }: ещё никто не видел
votes-voted = { $title }: голосов { $votes }
votes-chosen = выбран
votes-ballots = Проголосовали: { $count }
votes-results-later = Итоги появятся после закрытия: промежуточные числа никого не должны подталкивать.
votes-news = { $news ->
    [admitted] Ваше предложение принято: «{ $title }»
    [refused] Ваше предложение не принято: «{ $title }»
    [chosen] Ваш проект выбран: «{ $title }»
    [not_chosen] Ваш проект не выбран: «{ $title }»
    [progress] Новости вашего проекта: «{ $title }»
   *[closed] Голосование завершено: «{ $title }»
}
votes-refusal = { $code ->
    [not_competent] Этот орган такое не решает.
    [too_costly] Не помещается в бюджет.
    [not_lawful] Закон не позволяет.
    [duplicate] Такое предложение уже есть.
    [insulting] В тексте оскорбления.
   *[unclear] Непонятно, что нужно сделать.
}
votes-stage = { $stage ->
    [planned] запланирован
    [tender] идёт конкурс
    [works] идут работы
    [done] готов
   *[dropped] не будет сделан
}
votes-site-title = Голосования и бюджет
votes-site-note = Каждое предложение показываем одинаково часто, поэтому ранние и известные ничего не выигрывают.
votes-site-open = Открытые
votes-site-closed = Завершённые
votes-site-none = Пока нет.
votes-site-proposals = Предложения
votes-site-order = Порядок в списке случайный, у каждого читателя свой.
votes-site-in-chat = Голосовать в Telegram
votes-site-browser = Оценивать здесь
votes-site-browser-note = Браузер не человек: без входа мнения отсюда считаются отдельно и на места не влияют.
votes-site-ranking = Места
votes-site-place = Место
votes-site-what = Предложение
votes-site-share = Доля «за»
votes-site-interval = Интервал (95 %)
votes-site-exposures = Показано
votes-site-for = За
votes-site-against = Против
votes-site-skip = Пропустили
votes-site-votes = Голосов
votes-site-cost = Стоимость
votes-site-method = Места по доле «за» среди тех, кто видел, по нижней границе интервала Уилсона. Если интервалы пересекаются, места неточны.
votes-site-seed = Случайный порядок может проверить каждый, вот зерно: { $seed }
votes-site-territories = По территориям
votes-site-elsewhere = другие места
votes-site-progress = Как идут проекты
votes-site-reasons = Почему
votes-site-refused = Не приняты
votes-site-petition = Петиция
refusal-round-not-found = Такого голосования нет.
refusal-round-item-not-found = Такого предложения нет.
refusal-round-move-refused = Сейчас так нельзя: голосование перешло на другой этап.
refusal-round-changed-meanwhile = Это только что изменилось. Попробуйте ещё раз.
refusal-round-not-collecting = Предложения сейчас не собирают.
refusal-round-not-voting = Сейчас не голосуют.
refusal-round-votes-undecided = Сначала решите об отложенных голосах: итог подводят после этого.
refusal-round-too-many-proposals = От одного человека принимаем предложений: { $limit }.
refusal-round-text-too-short = Слишком коротко: нужно хотя бы { $limit } знаков.
refusal-round-text-too-long = Слишком длинно: помещается { $limit } знаков.
refusal-round-over-budget = Это дороже всего бюджета.
refusal-round-cost-missing = Укажите стоимость проекта.
refusal-round-item-decided = По этому предложению уже решили.
refusal-round-item-not-chosen = Этот проект не выбран.
refusal-round-petition-there = Эта петиция уже добавлена.
refusal-round-proposals-waiting = Сначала проверьте все предложения.
refusal-round-nothing-to-vote = Голосовать не за что.
refusal-round-budget-incomplete = Для бюджета нужны сумма, способ голосования и дни.
refusal-round-days-out-of-order = Дни идут не по порядку.
refusal-round-reason-missing = Напишите причину.
refusal-round-no-verdict = Сначала скажите, за вы или против.
refusal-round-ballot-empty = Выберите хотя бы один проект.
refusal-round-ballot-unknown-item = Этого проекта нет в голосовании.
refusal-round-ballot-too-many = Голосов больше нет: сначала снимите один.
refusal-round-ballot-over-budget = Не помещается в бюджет: сначала снимите один проект.
votes-site-enter = Войти, чтобы голос засчитали вместе с чатом
votes-site-reason = Сказать, почему: «{ $title }»
votes-site-reason-label = Одним предложением, до { $limit } знаков. Вашего имени никто не увидит.
votes-site-reason-send = Записать
votes-site-ballot = Ваш бюллетень
votes-site-ballot-choose = Выберите проекты
votes-site-ballot-send = Записать выбор
votes-site-ballot-kept = Выбор записан. Менять его можно до последнего дня.
votes-site-ballot-empty = Ваш бюллетень пуст: голос не засчитан.
votes-site-ballot-change = Голос один и тот же в чате и здесь. Засчитывается последний выбор.
votes-site-propose-send = Отправить предложение
votes-site-held = До проверки отложено: мнений { $verdicts }, бюллетеней { $ballots }. В итогах их нет.
votes-site-where = Где
votes-site-item-territories = Проекты по территориям
refusal-round-too-fast = Слишком много оценок за час. Отдохните и вернитесь.
