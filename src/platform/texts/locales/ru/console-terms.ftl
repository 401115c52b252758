# Terms in the console: hearing, chain of bodies, calendars, rules, registrations, compliance, risk

console-terms-hearing-none = Закон не требует здесь заслушивания.
console-terms-hearing-why = До решения не в пользу гражданина ему сообщают, что собираются решить.
console-terms-hearing-if-sent = Если отправить сегодня, ответить он может до
console-terms-hearing-sent = Отправлено
console-terms-hearing-citizen = Гражданин
console-terms-hearing-silent = ещё не ответил, может до
console-terms-hearing-heard = Заслушан
console-terms-hearing-act-from = Решение возможно с
console-terms-hearing-late = Отправить нужно было раньше, чтобы успеть в срок. Крайний день:
console-terms-hearing-act-first = Отправить гражданину
console-terms-hearing-act-again = Отправить новое
console-terms-hearing-act-heard = Записать
console-terms-hearing-text-first = Что собираетесь решить и почему
console-terms-hearing-text-again = Новое предварительное решение
console-terms-hearing-text-heard = Запись о заслушивании: что сказал гражданин
console-terms-hearing-hint = Гражданин прочтёт это в чате.
console-terms-position-agrees = не возражает
console-terms-position-objects = возражает
console-terms-position-wants-hearing = просит выслушать

console-terms-complaint = Жалоба на молчание
console-terms-complaint-about = По делу
console-terms-complaint-silent = молчание с
console-terms-complaint-forwarded = Передана:
console-terms-complaint-duty = Передать или удовлетворить до
console-terms-complaint-filed = Подана жалоба
console-terms-forward-act = Передать вышестоящему
console-terms-forward-why = Жалоба на молчание подаётся через орган. Он передаёт её с делом вышестоящему, если не удовлетворил полностью.
console-terms-forward-to = Кому:
console-terms-forward-nobody = В справочнике нет вышестоящего органа.
console-terms-forward-note = Пояснение к делу (необязательно)
console-terms-case-in-triage = у оператора
console-terms-case-with-agency = рассматривают
console-terms-case-watched = на портале
console-terms-case-answered = есть ответ
console-terms-case-closed = закрыта
console-terms-case-withdrawn = отозвана

console-terms-figure-received = Получено
console-terms-figure-registered-in-time = Зарегистрировано в срок
console-terms-figure-registered-late = Зарегистрировано поздно
console-terms-figure-law-in-time = Ответ в срок по закону
console-terms-figure-law-late = Ответ поздно по закону
console-terms-figure-promise-in-time = Обещание сдержано
console-terms-figure-promise-late = Обещание нарушено
console-terms-figure-extended = Продлено
console-terms-figure-redirected = Передано другим
console-terms-figure-overdue-now = Просрочено сейчас
console-terms-figure-silent = Молчание по закону
console-terms-figure-answered = Отвечено
console-terms-figure-confirmed = Гражданин подтвердил
console-terms-figure-disputed = Гражданин не согласен
console-terms-figure-said-nothing = Гражданин промолчал

console-terms-reason = Основание
console-terms-line = Строка { $line }:
console-terms-file = Файл:
console-terms-from = С
console-terms-until = По
console-terms-body = Орган

# Calendar
console-terms-calendar = Календарь
console-terms-where = Чей календарь
console-terms-where-country = вся страна
console-terms-where-territory = территория
console-terms-where-agency = орган
console-terms-where-body = Орган
console-terms-where-place = Территория
console-terms-where-place-hint = Область, город или район
console-terms-calendar-years = Год
console-terms-calendar-working = { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
}
console-terms-calendar-lunch = обед
console-terms-calendar-ends = { $days ->
    [one] Календарь кончается через { $days } день. Внесите следующий год: иначе сроки не посчитать. Последний день:
    [few] Календарь кончается через { $days } дня. Внесите следующий год: иначе сроки не посчитать. Последний день:
   *[many] Календарь кончается через { $days } дней. Внесите следующий год: иначе сроки не посчитать. Последний день:
}
console-terms-calendar-incomplete = Праздники этого года не внесены: посчитаны только выходные.
console-terms-calendar-special = Особые дни
console-terms-calendar-own-days = Свои дни: { $place }
console-terms-calendar-no-own-days = Своих дней нет: всё как в стране и выше.
console-terms-calendar-inherited-days = Дни, которые действуют здесь от страны и вышестоящих территорий
console-terms-own-word = своё
console-terms-inherit = Как вокруг: своё снять
console-terms-timezone = Часовой пояс
console-terms-timezone-name = Название, например Asia/Almaty
console-terms-timezone-save = Сохранить часовой пояс
console-terms-day-public = праздник
console-terms-day-transferred = перенесённый выходной
console-terms-day-worked = рабочий выходной
console-terms-day-weekend = выходной
console-terms-day-plain = рабочий день
console-terms-day-own = свой день
console-terms-day-instead = (без этого: { $around })
console-terms-day-off = выходной
console-terms-day-uncertain = дата уточняется
console-terms-day-kind = Что это за день
console-terms-kind-public = Праздник
console-terms-kind-transferred = Перенесённый выходной
console-terms-kind-decree-day-off = Выходной по постановлению
console-terms-kind-decree-working-day = Рабочий день по постановлению
console-terms-kind-religious-day-off = Религиозный праздник
console-terms-kind-inherited = Как вокруг: свой день снять
console-terms-day-name = Название дня
console-terms-day-save = Сохранить день
console-terms-moved-none = Ни один срок не сдвинется.
console-terms-moved-count = { $count ->
    [one] Сдвинется { $count } срок
    [few] Сдвинутся { $count } срока
   *[many] Сдвинутся { $count } сроков
}
console-terms-moved-petition = Петиция:
console-terms-saved = Сохранено. Новые дела считаются по новому календарю, идущие сроки пока прежние.
console-terms-move-act = { $count ->
    [one] Сдвинуть { $count } срок
    [few] Сдвинуть { $count } срока
   *[many] Сдвинуть { $count } сроков
}
console-terms-moving = Сдвигаем: { $done } из { $all }
console-terms-moved-done = { $count ->
    [one] Сдвинут { $count } срок, людям написали.
    [few] Сдвинуты { $count } срока, людям написали.
   *[many] Сдвинуты { $count } сроков, людям написали.
}
console-terms-move-hint = Гражданам придёт сообщение с новой датой.
console-terms-hours = Часы работы
console-terms-hours-opens = Начало
console-terms-hours-from = Обед с
console-terms-hours-to = Обед до
console-terms-hours-closes = Конец
console-terms-hours-save = Сохранить часы
console-terms-import = Внести год из файла
console-terms-import-hint = CSV или JSON, одна строка на особый день. Виды: public, transferred, decree_day_off, decree_working_day, religious_day_off.
console-terms-import-own = Год вносится только для выбранного места. Прежние свои дни этого года заменяются, остальные остаются такими, как в стране.
console-terms-import-year = Год
console-terms-import-source = Основание: закон или постановление
console-terms-import-file = Файл
console-terms-import-check = Проверить
console-terms-import-read = { $days ->
    [one] Прочитан { $days } особый день.
    [few] Прочитано { $days } особых дня.
   *[many] Прочитано { $days } особых дней.
}
console-terms-import-act = Внести { $year } год
console-terms-history = Кто и что менял
console-terms-history-none = Календарь такой, каким поставлен: его ещё не меняли.
console-terms-history-year = Внесён { $year } год
console-terms-history-inherited = снова как вокруг

# Rules
console-terms-rules = Сроки по закону
console-terms-rules-country = Страна
console-terms-rules-old = показать прежние редакции
console-terms-rules-automatic = Дело считается зарегистрированным с доставки.
console-terms-rules-manual = Срок по закону идёт только с регистрации: номер и день записывает орган.
console-terms-country-br = Бразилия
console-terms-country-ee = Эстония
console-terms-country-gb = Великобритания
console-terms-country-kr = Республика Корея
console-terms-country-kz = Казахстан
console-terms-country-sg = Сингапур
console-terms-country-tw = Тайвань
console-terms-country-us = США
console-terms-trust-high = проверено по тексту закона
console-terms-trust-medium = по вторичному источнику
console-terms-trust-low = не проверено
console-terms-rule-length = Срок
console-terms-rule-starts = Считается от
console-terms-rule-cutoff = Конец дня
console-terms-rule-first-day = Первый день
console-terms-rule-roll-over = Если конец в выходной
console-terms-rule-extension = Продление
console-terms-rule-extension-open = разрешено, предел не назван
console-terms-rule-extension-by = Продлевает
console-terms-rule-notice = Сообщить гражданину за
console-terms-rule-redirect = Передать другому за
console-terms-rule-silence = Молчание
console-terms-rule-silence-refusal = считается отказом
console-terms-rule-pause = Остановка срока
console-terms-rule-notes = Заметки составителей
console-terms-rule-yes = есть
console-terms-rule-no = нет
console-terms-cutoff-end-of-working-day = после конца рабочего дня — следующий рабочий день
console-terms-cutoff-none = до полуночи
console-terms-first-next-day = следующий за событием
console-terms-first-same-day = сам день события
console-terms-roll-next-working-day = следующий рабочий день
console-terms-roll-none = не переносится
console-terms-roll-unsettled = закон молчит: показываем обе даты
console-terms-steps = Кому и когда напоминаем
console-terms-step-clock = О чём
console-terms-step-when = Когда
console-terms-step-who = Кому
console-terms-step-half = на половине срока
console-terms-step-last = в последний день
console-terms-step-before = { $days ->
    [one] за { $days } рабочий день
    [few] за { $days } рабочих дня
   *[many] за { $days } рабочих дней
}
console-terms-step-after = { $days ->
    [one] через { $days } рабочий день после срока
    [few] через { $days } рабочих дня после срока
   *[many] через { $days } рабочих дней после срока
}
console-terms-clock-registration = регистрация
console-terms-clock-answer = ответ
console-terms-clock-hearing = ответ гражданина на предварительное решение
console-terms-clock-forward = передача жалобы
console-terms-clock-triage = выбор органа оператором
console-terms-receiver-officer = сотрудник
console-terms-receiver-supervisor = руководитель
console-terms-receiver-head = глава органа
console-terms-receiver-operator = оператор
console-terms-receiver-citizen = гражданин

# Registrations
console-terms-registrations = Регистрация списком
console-terms-registrations-hint = Файл из вашего журнала: наш номер, ваш номер, дата. Сначала покажем, что принято, потом запишем.
console-terms-registrations-head = обращение;рег. номер;дата
console-terms-registrations-file = Файл CSV
console-terms-registrations-check = Проверить
console-terms-registrations-act = { $count ->
    [one] Зарегистрировать { $count } дело
    [few] Зарегистрировать { $count } дела
   *[many] Зарегистрировать { $count } дел
}
console-terms-registrations-done = { $count ->
    [one] Зарегистрировано { $count } дело.
    [few] Зарегистрировано { $count } дела.
   *[many] Зарегистрировано { $count } дел.
}
console-terms-registrations-accepted = Принято строк: { $count }
console-terms-registrations-rejected = Не принято строк: { $count }
console-terms-problem-unreadable = Файл не читается.
console-terms-problem-columns-missing = Не нашли столбцы: обращение, рег. номер, дата.
console-terms-problem-too-many-lines = Слишком много строк: не больше 2000 за раз.
console-terms-problem-case-number-wrong = Такого номера обращения быть не может.
console-terms-problem-number-wrong = Номер регистрации: от 1 до 60 знаков.
console-terms-problem-day-wrong = Дата не читается.
console-terms-problem-case-twice = Обращение встречается дважды.
console-terms-problem-number-twice = Номер регистрации встречается дважды.
console-terms-problem-case-unknown = У вашего органа такого обращения нет.
console-terms-problem-registered-already = Уже зарегистрировано.
console-terms-problem-closed-already = Дело уже закрыто.
console-terms-problem-no-register = Здесь регистрация не нужна.
console-terms-problem-in-future = Дата в будущем.
console-terms-problem-before-delivery = Дата раньше доставки.

# Compliance
console-terms-compliance = Соблюдение сроков
console-terms-compliance-hint = Дела, доставленные за эти дни, по журналу сроков:
console-terms-compliance-empty = За эти дни дел не было
console-terms-compliance-empty-hint = Возьмите другой период.
console-terms-public = как для публикации
console-terms-public-hint = Органы с малым числом дел и малые числа скрыты.
console-terms-hidden = Скрыто: слишком мало людей
console-terms-csv = Таблица CSV
console-terms-print = Напечатать

# Risk
console-terms-risk = Риск опоздать
console-terms-risk-hint = { $count ->
    [0] Истории ещё нет: пока видно только то, что уже опоздало.
    [one] Оценка по { $count } законченному делу за год. Она упорядочивает список и никого не судит.
   *[other] Оценка по { $count } законченным делам за год. Она упорядочивает список и никого не судит.
}
console-terms-risk-band = Риск
console-terms-band-all = все
console-terms-band-high = высокий
console-terms-band-medium = средний
console-terms-band-low = низкий
console-terms-risk-stage = Этап
console-terms-stage-all = любой
console-terms-stage-delivered = ждёт регистрации
console-terms-stage-registered = в работе
console-terms-stage-hearing = заслушивание
console-terms-risk-empty = Таких дел нет
console-terms-risk-load = Дел сейчас больше обычного.
console-terms-basis-agency-and-topic = Похожих дел этого органа по этой теме: { $all }, опоздало { $late }.
console-terms-basis-agency = Похожих дел этого органа: { $all }, опоздало { $late }.
console-terms-basis-everyone = Похожих дел во всех органах: { $all }, опоздало { $late }.
console-terms-basis-no-history = Похожих дел ещё не было.
console-terms-calibration = Можно ли верить оценке
console-terms-calibration-none = Законченных дел пока мало: проверить оценку не на чем.
console-terms-calibration-what = Проверено на { $cases } делах, которых оценка не видела. Ошибка (Бриера) { $brier }; если всегда называть среднее, было бы { $baseline }. Меньше — лучше.
console-terms-calibration-said = Говорили в среднем
console-terms-calibration-came = Опоздало на деле
console-terms-calibration-cases = Дел

console-terms-group-registration = Регистрация
console-terms-group-law = Ответ по закону
console-terms-group-promise = Обещание
console-terms-group-citizen = Гражданин
console-terms-short-in-time = в срок
console-terms-short-late = поздно
console-terms-short-confirmed = подтвердил
console-terms-short-disputed = не согласен
console-terms-short-silent = промолчал
console-terms-nobody = никто не взял
console-terms-basis-passed-law = Срок по закону прошёл.

# Extension
console-terms-post-head = руководитель органа
console-terms-post-deputy-head = заместитель руководителя
console-terms-post-head-of-office = руководитель аппарата
console-terms-ground-need-to-establish-material-facts = нужно установить обстоятельства, важные для решения
console-terms-extend-when = Продлить можно, если { $reason }.
console-terms-notice-draft = Гражданин получит:
console-terms-basis-passed-promise = Обещанный день прошёл. Срок по закону ещё нет.
console-terms-risk-overdue = просрочено
console-terms-own = Собственные сроки сервиса
console-terms-own-promise = Обещание, от получения
console-terms-own-review = Гражданин не согласен: смотрит руководитель
console-terms-own-review-again = Не согласен снова: смотрят наблюдатели
console-terms-own-triage = После двух передач оператор называет орган
console-terms-clock-review = рассмотрение несогласия
console-terms-clock-monitor_review = рассмотрение второго несогласия
console-terms-receiver-monitor = наблюдатель
console-terms-extend-nobody = Никто не занимает должность, которую называет закон. Руководитель отмечает её на странице «Команда».
