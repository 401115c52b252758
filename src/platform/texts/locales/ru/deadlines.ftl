deadline-working-days =
  { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
  }
deadline-calendar-days =
  { $count ->
    [one] { $count } календарный день
    [few] { $count } календарных дня
   *[many] { $count } календарных дней
  }
deadline-months =
  { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
  }
deadline-service-hours =
  { $count ->
    [one] { $count } рабочий час
    [few] { $count } рабочих часа
   *[many] { $count } рабочих часов
  }
deadline-summary = Последний день: { $day }.
deadline-days-left =
  { $count ->
    [one] { $count } рабочий день остался
    [few] { $count } рабочих дня осталось
   *[many] { $count } рабочих дней осталось
  }
deadline-days-late =
  { $count ->
    [one] { $count } рабочий день просрочки
    [few] { $count } рабочих дня просрочки
   *[many] { $count } рабочих дней просрочки
  }
deadline-due-today = сегодня последний день
deadline-promised-label = Обещанный ответ: { $day }
deadline-statutory-label = Срок по закону: { $day }
deadline-statutory-not-yet = Срок по закону начнётся, когда орган зарегистрирует обращение. Тогда здесь появится вторая дата.
deadline-promise-only = Закон срока здесь не даёт, есть только обещание сервиса.
deadline-step-term-law = Срок по закону: { $length }.
deadline-step-term-promise = Обещание сервиса: { $length }.
deadline-step-term-same-day = В тот же рабочий день.
deadline-step-term-before = Не позже чем за этот срок до события: { $length }.
deadline-step-started = { $event }: { $day }.
deadline-step-moved-after-hours = Это после конца рабочего дня ({ $closes }), поэтому считаем со следующего рабочего: { $day }.
deadline-step-moved-day-off = Это нерабочий день, поэтому считаем со следующего рабочего: { $day }.
deadline-step-first-day = Первый день срока: { $day }.
deadline-step-weekends =
  Пропущено: { $count ->
    [one] { $count } выходной
    [few] { $count } выходных
   *[many] { $count } выходных
  }.
deadline-step-skipped = Пропущен: { $day } ({ $name }).
deadline-step-worked = Засчитан: { $day } ({ $name }).
deadline-step-own-day = { $name } — только здесь: { $place }
deadline-step-last-day = Последний день: { $day }.
deadline-step-redirected = Поступило в другой орган: { $day }. Срок начался заново.
deadline-step-redirected-to = Поступило в другой орган ({ $to }): { $day }. Срок начался заново.
deadline-step-paused = Срок стоял: { $from } – { $until }. Добавлено дней: { $count }.
deadline-step-extended = Срок продлён. Решение: { $day }. Новый последний день: { $until }.
deadline-step-extended-by = Срок продлён. Решение: { $day }, подпись: { $by }. Новый последний день: { $until }.
deadline-step-extension-reason = Причина: { $reason }.
deadline-step-extension-max = Больше закон не позволяет: { $length }.
deadline-step-extension-notice = Вам должны сообщить об этом не позже: { $day }.
deadline-step-rolled = Последний день выпал на нерабочий ({ $from }), поэтому переносится: { $to }.
deadline-step-rolled-unsettled = Последний день выпал на нерабочий ({ $from }). Закон не говорит, переносится ли он: строго { $from }, с переносом { $to }.
deadline-step-calendar-incomplete = Праздники { $year } года не внесены, учтены только суббота и воскресенье. Срок может оказаться позже.
deadline-step-source = Основание: { $article }.
deadline-trust-medium = Это правило взято из вторичного источника.
deadline-trust-low = Это правило не подтверждено.
deadline-ics-alarm = Завтра последний день
deadline-receiver-officer = Исполнитель
deadline-receiver-supervisor = Руководитель группы
deadline-receiver-head = Руководитель органа
deadline-receiver-operator = Оператор сервиса
deadline-receiver-citizen = Гражданин
deadline-point-registration-overdue = Не зарегистрировано
deadline-point-registration-very-overdue = Не зарегистрировано три дня
deadline-point-half-time = Прошла половина срока
deadline-point-three-days-left = Осталось три рабочих дня
deadline-point-last-day = Сегодня последний день
deadline-point-overdue = Срок прошёл
deadline-point-very-overdue = Срок прошёл больше пяти дней назад
refusal-deadline-rule-unknown = Нет правила «{ $rule }».
refusal-deadline-rule-not-in-force = Правило «{ $rule }» не действовало { $day }.
refusal-deadline-jurisdiction-unknown = Для «{ $code }» правил нет.
refusal-deadline-instant-unreadable = «{ $text }» — не дата и не время. Пример: 2026-11-23 или 2026-11-23T10:00:00+05:00.
refusal-deadline-calendar-not-covered = Срок для { $day } не посчитать: календарь охватывает { $from } – { $until }.
refusal-deadline-calendar-edition-unknown = Такой редакции календаря нет: { $edition }.
refusal-deadline-not-received = У этого обращения нет журнала сроков.
refusal-deadline-calendar-year-refused = { $year } год добавить нельзя: файл должен быть от этого календаря, следующий год — { $next }.
refusal-deadline-calendar-place-unknown = Такой территории или органа нет: { $code }.
refusal-deadline-timezone-unknown = Такого часового пояса нет: { $timezone }.
refusal-deadline-pause-not-allowed = Этот срок нельзя приостановить.
refusal-deadline-not-paused = Срок не приостановлен.
refusal-deadline-redirect-unknown = По этому правилу передача не начинает срок заново.
refusal-deadline-extension-not-allowed = Закон не разрешает продлевать этот срок.
refusal-deadline-extension-spent = Срок уже продлевали, больше нельзя.
refusal-deadline-extension-needs-day = Укажите, до какого дня продлён срок.
refusal-deadline-extension-too-long = Дальше этого дня продлить нельзя: { $latest }.
refusal-deadline-extension-not-later = Новая дата должна быть позже нынешней: { $dueOn }.
refusal-deadline-extension-reason-missing = Напишите причину продления.
refusal-deadline-extension-not-authorised = Продлить срок могут только: { $allowed }.
refusal-deadline-extension-too-late = Срок уже прошёл, продлить его нельзя: { $dueOn }.
refusal-deadline-not-registered = Обращение ещё не зарегистрировано, срок по закону не начался.
refusal-deadline-event-out-of-order = Это событие сейчас записать нельзя: { $event }.
deadline-post-head = руководитель
deadline-post-deputy-head = заместитель руководителя
deadline-post-head-of-office = руководитель аппарата
deadline-event-registration = Регистрация
deadline-event-receipt = Получение
deadline-event-request = Запрос
deadline-event-submission = Подача
deadline-event-act = Принятие акта
deadline-event-termination-decision = Решение о прекращении
deadline-event-file-request = Просьба показать дело
deadline-event-learned = Когда вы узнали об акте или действии
deadline-event-previous-reception = Предыдущий приём
deadline-event-opening = Открытие
deadline-event-publication = Публикация
deadline-event-fiftieth-signature = Пятидесятый гражданин присоединился
deadline-event-threshold-decision = Решение направить петицию
deadline-event-threshold-reached = Порог достигнут
deadline-event-decision = Решение
deadline-event-withdrawal = Отзыв согласия
deadline-event-grounds-established = Основание установлено
deadline-event-discovery = Обнаружение
deadline-event-objection = Возражение
deadline-event-transfer = Передача данных
deadline-event-preliminary-decision = Предварительное решение
deadline-event-extension-decision = Решение о продлении
deadline-event-arrival = Поступление в компетентный орган
deadline-event-dispute = Гражданин не согласен с ответом
deadline-review-label-supervisor = Руководитель ещё раз смотрит ответ: до { $day }
deadline-review-label-monitors = Наблюдатели смотрят дело: до { $day }
