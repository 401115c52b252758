console-petitions-places = Разделы петиций
console-petitions-tab-moderation = Проверка
console-petitions-tab-duties = Обязательства
console-petitions-tab-signals = Сигналы
console-petitions-tab-pauses = Выборный период
console-petitions-state = { $state ->
    [draft] черновик
    [gathering_sponsors] собирает первых сторонников
    [in_moderation] на проверке
    [open] открыта
    [threshold_reached] порог достигнут
    [replied] есть ответ
    [followed_up] завершена
    [rejected] не опубликована
    [withdrawn] отозвана автором
    [expired] сбор завершён
   *[stopped] остановлена
}
console-petitions-moderation = Проверка петиций
console-petitions-load = В очереди: { $waiting }. Срок близко: { $near }. Срок прошёл: { $overdue }.
console-petitions-load-next = Ближайший срок:
console-petitions-moderation-empty = Проверять нечего
console-petitions-moderation-empty-hint = Сюда придут петиции, которые собрали первых сторонников.
console-petitions-near = срок близко
console-petitions-appealed = автор не согласен
console-petitions-held-by-me = читаете вы
console-petitions-held-by = читает: { $name }
console-petitions-sponsors = Сторонников: { $count }
console-petitions-barred = В тексте есть слова запрещённых тем: { $subjects }. Проверьте, это ещё не отказ.
console-petitions-similar = Похожие петиции:
console-petitions-earlier = Раньше отклонили: { $reason }
console-petitions-proposal = { $name } предлагает отклонить: { $reason } Нужно согласие второго человека.
console-petitions-you = Вы
console-petitions-not-you = Вы отклоняли эту петицию раньше, возражение рассмотрят другие.
console-petitions-take = Взять себе
console-petitions-let-go = Вернуть в очередь
console-petitions-publish = Опубликовать…
console-petitions-reject = Отклонить…
console-petitions-confirm = Согласен отклонить
console-petitions-decline = Не согласен
console-petitions-original = Текст автора
console-petitions-published = Текст для публикации
console-petitions-part-ask = Чего просят
console-petitions-part-why = Почему
console-petitions-part-details = Подробнее
console-petitions-note = Почему изменён текст
console-petitions-note-hint = Это прочтут все; текст автора тоже останется открытым.
console-petitions-publish-as-is = Опубликовать как есть
console-petitions-publish-changed = Опубликовать с изменениями
console-petitions-reason-label = Причина
console-petitions-reason-note = Пояснение
console-petitions-reason-note-hint = Причину публикуем на трёх языках. Пояснение прочтут автор и все остальные: без имён.
console-petitions-propose = Предложить отклонить
console-petitions-reason = { $code ->
    [duplicate] Такая же петиция уже открыта.
    [decided_recently] По этому вопросу недавно уже решили.
    [barred_subject] Закон не допускает петиций на эту тему.
    [not_competent] Адресат не решает этот вопрос.
    [no_action] Непонятно, что нужно сделать.
    [personal_matter] Это личное дело: нужно обращение.
    [personal_data] В тексте личные данные людей.
    [false_facts] Сведения не подтвердились.
    [insulting] В тексте оскорбления.
    [advertising] Это реклама.
   *[unreadable] Текст не удаётся прочитать.
}
console-petitions-done-taken = Петиция у вас на пятнадцать минут.
console-petitions-done-let-go = Петиция вернулась в очередь.
console-petitions-done-published = Опубликовано. Сторонники узнают.
console-petitions-done-proposed = Предложение записано. Теперь решит другой человек.
console-petitions-done-rejected = Отклонено. Автор узнает причину.
console-petitions-done-declined = Предложение снято, петиция в очереди.
console-petitions-duties = Обязательства по петициям
console-petitions-duties-open = Открытые
console-petitions-duties-met = Исполненные
console-petitions-duties-none-open = Открытых обязательств нет
console-petitions-duties-none-met = Исполненных пока нет
console-petitions-duties-none-hint = Когда петиция достигнет порога, обязательство появится здесь и останется до ответа.
console-petitions-duty-met = ответ дан
console-petitions-duty-waits = ждёт регистрации
console-petitions-duty-undated = срока нет
console-petitions-duty-count = { $counter ->
    [support] Поддержка в чате
    [signatures] Подтвердили личность
   *[legal_reading] Показание портала
}: { $count } из { $required }
console-petitions-find = Найти петицию по словам или коду
console-petitions-find-none = Ничего не нашлось.
console-petitions-to-handle = Не набрали порога: чем кончилось?
console-petitions-to-handle-hint = Ни одна петиция не кончается молчанием. Напишите, как её рассмотрели.
console-petitions-import = Внести показания портала из файла
console-petitions-import-hint = Столбцы: code, count, read_on (ГГГГ-ММ-ДД), url. Если хоть одна строка неверна, не записывается ничего.
console-petitions-import-file = Выбрать файл
console-petitions-import-act = Внести
console-petitions-import-done = Записано: { $recorded }. Уже было: { $known }.
console-petitions-import-wrong = Ничего не записано. Исправьте строки:
console-petitions-import-problem = Строка { $line }: { $problem }
console-petitions-count-support = Поддержали в чате
console-petitions-count-held = Отложено до проверки
console-petitions-count-signatures = Подтвердили личность
console-petitions-count-legal = Показание { $portal }
console-petitions-timeline = Как шло
console-petitions-event = { $type ->
    [submitted] Подана
    [sponsored] Собраны первые сторонники
    [published] Опубликована
    [rejected] Отклонена
    [appealed] Автор не согласился
    [threshold_crossed] Порог достигнут
    [duty_registered] Зарегистрирована органом
    [duty_moved] Срок сдвинулся: изменился календарь
    [step_done] Выполнено
    [hearing] Обсуждение
    [replied] Официальный ответ
    [followed_up] Что сделано
    [duty_overdue] Срок ответа прошёл
    [withdrawn] Отозвана автором
    [expired] Сбор завершён
    [outcome_noted] Чем кончилось
    [stopped] Остановлена
    [posted] Опубликована на портале
    [reading] Показание портала
    [moderation_overdue] Проверка опоздала
    [held] Отложено
    [held_overdue] Решение об отложенном опаздывает
    [released] Возвращено
    [invalidated] Вычеркнуто
   *[amended] Изменена
}
console-petitions-public-page = Публичная страница
console-petitions-integrity = Честность поддержки
console-petitions-readings = Показания { $portal }
console-petitions-readings-none = Пока не записаны. Число, имеющее силу по закону, есть только там.
console-petitions-readings-link = источник
console-petitions-act-posting = Вышла на портале
console-petitions-act-reading = Показание портала
console-petitions-act-hearing = Объявить обсуждение
console-petitions-act-reply = Официальный ответ
console-petitions-act-follow-up = Что сделано
console-petitions-act-outcome = Чем кончилось
console-petitions-act-stop = Остановить
console-petitions-send-posting = Записать день
console-petitions-send-reading = Записать
console-petitions-send-hearing = Объявить и сообщить сторонникам
console-petitions-send-reply = Опубликовать ответ и сообщить сторонникам
console-petitions-send-follow-up = Опубликовать и сообщить сторонникам
console-petitions-send-outcome = Записать и сообщить сторонникам
console-petitions-send-stop = Остановить петицию
console-petitions-hint-posting = День, когда { $portal } открыл петицию для всех. С него идут срок сбора по закону и сообщение СМИ.
console-petitions-hint-reading = Посмотрите число на { $portal }. Число, день и ссылку увидят все.
console-petitions-hint-reply = Ответьте по пунктам: что сделают, когда, почему. Это прочтут все.
console-petitions-hint-follow-up = Что сделано на самом деле и когда.
console-petitions-hint-outcome = Где рассмотрели, под каким номером, что решили.
console-petitions-hint-stop = Кто и почему остановил. Причину прочтут все.
console-petitions-posting-on = День публикации на портале
console-petitions-reading-count = Сколько
console-petitions-reading-on = На какой день
console-petitions-reading-url = Ссылка
console-petitions-hearing-on = День
console-petitions-hearing-place = Где и во сколько
console-petitions-register = Записать регистрацию
console-petitions-register-hint = С этого дня идёт срок по закону.
console-petitions-register-number = Регистрационный номер
console-petitions-register-on = День регистрации
console-petitions-done-posting = День записан, сроки считаются от него.
console-petitions-done-reading = Показание записано.
console-petitions-done-hearing = Обсуждение объявлено.
console-petitions-done-reply = Ответ опубликован.
console-petitions-done-follow-up = Опубликовано.
console-petitions-done-outcome = Записано.
console-petitions-done-stop = Петиция остановлена.
console-petitions-signals = Сигналы о поддержке
console-petitions-signals-hint = Сигнал никого не вычёркивает: решает человек, и решение открыто.
console-petitions-signals-none = Сигналов нет
console-petitions-signals-none-hint = Необычный наплыв появится здесь.
console-petitions-signals-count = Непросмотренных: { $count }
console-petitions-held-title = Отложенная поддержка
console-petitions-held-count = Отложено: { $count }
console-petitions-held-decide = Решить до:
console-petitions-public-note = Примечание для всех:
console-petitions-thresholds = Смотрим, если за час не меньше { $enough }: в { $factor } раз больше обычного, новых учётных записей или одной ссылки больше { $share } %, ровный поток ночью с { $from } до { $to }, от { $device } подписей или голосов поддержки из одного браузера.
console-petitions-signal = { $kind ->
    [burst] Всплеск
    [fresh_accounts] Новые учётные записи
    [one_referrer] Одна ссылка
    [one_device] Один браузер
   *[regular_night] Ровный поток ночью
}
console-petitions-signal-count = поддержек: { $count }
console-petitions-looked = посмотрел(а): { $name }
console-petitions-look-leave = Посмотрел(а), оставляю
console-petitions-decisions = Решения
console-petitions-decisions-none = Решений пока нет.
console-petitions-hours = По часам за неделю
console-petitions-hours-table = Таблицей
console-petitions-hour = Час
console-petitions-hour-count = Поддержек
console-petitions-hour-fresh = Новые записи
console-petitions-hour-referrer = По одной ссылке
console-petitions-sources = Откуда пришли
console-petitions-source = { $source ->
    [author] автор
    [chat] чат
    [sponsor] первый сторонник
    [inline] из другого чата
   *[site] сайт
}
console-petitions-stretch = Действие с частью поддержки
console-petitions-since = С
console-petitions-until = До
console-petitions-referrer = Ссылка
console-petitions-referrer-any = любая
console-petitions-stretch-size = За это время учтено: { $counted }, отложено: { $held }.
console-petitions-stretch-act = Что сделать
console-petitions-act-hold = Отложить
console-petitions-act-release = Вернуть в счёт
console-petitions-act-invalidate = Вычеркнуть
console-petitions-stretch-reason = Причина
console-petitions-stretch-reason-hint = Причину прочитают все.
console-petitions-pauses = Выборный период
console-petitions-pauses-hint = Что останавливают сами правила и что решили операторы. Чат и сайт скажут, до какого дня.
console-petitions-pauses-rule = Во время выборов останавливаются: { $acts }
console-petitions-pauses-rule-none = Правила на время выборов ничего не останавливают.
console-petitions-pauses-decided = Решения
console-petitions-pauses-none = Решений пока нет.
console-petitions-pause-start = начало новых петиций
console-petitions-pause-publish = публикация
console-petitions-pause-support = сбор поддержки
console-petitions-pause-lifted = снято
console-petitions-pause-in-force = действует
console-petitions-pause-idle = сегодня не действует
console-petitions-pause-lift = Снять
console-petitions-pause-new = Приостановить
console-petitions-pause-rules = По каким правилам
console-petitions-pause-stops = Что останавливается
console-petitions-pause-reason = Причина (её прочтут все)
console-petitions-pause-decide = Приостановить
console-petitions-step-done = Отметить как сделанное
console-petitions-step-note = Как это сделано
console-petitions-step-note-hint = Это прочитают все: кому сообщили или передали, когда, ссылка.
console-votes-integrity = Честность голосования: сигналов { $count }
console-votes-integrity-held = Отложено: мнений { $verdicts }, бюллетеней { $ballots }.
console-votes-signal-count = людей: { $count }
