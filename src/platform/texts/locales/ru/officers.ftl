# Officer card
officers-urgent = Срочно: в сообщении говорится об опасности
officers-where = Где: { $place }
officers-no-topic = тема не определена
officers-state = { $state ->
    [delivered] Ждёт регистрации
    [registered] В работе
    [answered] Ответ дан, ждём слова гражданина
    [disputed] Гражданин не согласен с ответом: смотрит руководитель
    [with_monitors] У наблюдателей
    [closed] Закрыто
    [redirected] Передано другому органу
   *[withdrawn] Отозвано гражданином
}
officers-register-number = Рег. № { $number }
officers-registration-late = Срок регистрации прошёл
officers-promised = Обещали ответить: { $on } ({ $days ->
    [0] сегодня
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[other] осталось { $days } дней
})
officers-statutory = По закону до: { $on } ({ $days ->
    [0] сегодня
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[other] осталось { $days } дней
})
officers-promise-broken = Обещанный день прошёл: { $on }
officers-statutory-passed = Срок по закону прошёл: { $on }
officers-taken-by = Занимается: { $name }
officers-entry = { $kind ->
    [statement] Гражданин написал
    [addition] Гражданин дополнил
    [question] Спросили гражданина
    [reply] Гражданин ответил
    [answer] Официальный ответ
    [dispute] Гражданин не согласен
    [note] Внутренняя заметка, гражданин не видит
   *[notice] Уведомление
}

# Buttons
officers-button-take = Взять
officers-button-register = Зарегистрировать
officers-button-answer = Ответить
officers-button-ask = Спросить гражданина
officers-button-extend = Продлить
officers-button-redirect = Передать
officers-button-hear = Предварительное решение
officers-button-forward = Передать выше
officers-button-pass = Согласовать, подписать
officers-button-return = Вернуть автору
officers-button-open = Открыть
officers-button-send = Отправить
officers-button-cancel = Отмена
officers-button-connect = Войти
officers-outcome = { $outcome ->
    [done] Сделано
    [explained] Разъяснено
    [partly] Частично
    [refused] Отказано
   *[planned] Запланировано
}

# Previews and results
officers-preview-ask = Гражданин получит вопрос:
officers-preview-answer = Гражданин получит этот официальный ответ. Выберите итог, и он уйдёт:
officers-preview-extend = Срок продлится до { $until }. Гражданин увидит причину:
officers-preview-redirect = Передаём: { $agency }. Гражданин увидит причину:
officers-preview-hear = Гражданин получит это предварительное решение. Возразить можно до { $until }, решить — с { $from }:
officers-hear-late = Решить в срок уже не выйдет: он истекает { $due }.
officers-preview-forward = Жалоба с делом уходит вышестоящему органу: { $agency }.
officers-preview-pass = Ответ ждёт вас. Прочтите: с вашего согласия он пойдёт дальше.
officers-preview-answer-on = { $hand ->
    [approver] Этот официальный ответ пойдёт на согласование, потом гражданину. Выберите итог:
   *[signatory] Этот официальный ответ пойдёт на подпись, потом гражданину. Выберите итог:
}
officers-passed-on = Ответ пошёл в следующие руки. Гражданин его ещё не видит.
officers-answer-waits = { $stage ->
    [approver] Ответ ждёт согласования
    [signatory] Ответ ждёт подписи
   *[author] Ответ вернули автору
}
officers-points = Пункты обращения:
officers-points-how = Отмечено по словам ответа. Отметить самому: последняя строка «Пункты: 1, 3».
officers-points-hint = Не отмечено ничего: решат слова ответа
officers-number-how = Нужен исходящий номер: добавьте строку «Исх: 12-3 от 09.12.2026».
officers-outgoing = Исх. № { $number } от { $on }
officers-template-how = Чтобы изменить слова, ответьте на это сообщение своим текстом.
officers-done = { $act ->
    [take] Теперь это ваше
    [note] Заметка сохранена, гражданин её не видит
    [ask] Вопрос отправлен
    [register] Регистрация записана
    [extend] Срок продлён
    [redirect] Передано
    [pass] Согласовано, ответ ушёл гражданину
    [hear] Предварительное решение отправлено
    [forward] Жалоба передана выше
    [return] Возвращено автору
   *[answer] Ответ отправлен
}
officers-cancelled = Не отправлено.
officers-refused = Сейчас это невозможно ({ $code }).
officers-failed = У нас сбой, ничего не изменилось: код { $code }. Попробуйте ещё раз.

# Who is who
officers-unbound = Мы вас пока не знаем, поэтому ничего не изменилось. Войдите один раз и свяжите этот аккаунт: { $url }
officers-unbound-chat = Мы вас пока не знаем, ничего не изменилось. Попросите у руководителя ссылку-приглашение.
officers-bound = Связано: { $name }. Теперь кнопки работают для вас.
officers-group-bound = Сюда будут приходить обращения: { $agency }.
officers-group-bind-how = Чтобы связать группу, напишите код из консоли: /bind КОД
officers-connect-title = Связать аккаунт
officers-connect-question = Аккаунт { $channel } { $account } — это вы, { $name }?
officers-connect-yes = Да, это я
officers-connect-sign-in = Сначала войдите в консоль, потом откройте эту ссылку ещё раз.
officers-connect-gone = Ссылка устарела. Нажмите кнопку ещё раз.

# Writing
officers-prompt-answer = № { $number }: ответьте на это сообщение текстом ответа. Перед отправкой покажем.
officers-prompt-ask = № { $number }: ответьте на это сообщение вопросом к гражданину.
officers-prompt-register = № { $number }: ответьте на это сообщение регистрационным номером.
officers-prompt-extend = № { $number }: ответьте датой и причиной. Например: 30.12.2026 ждём экспертизу
officers-prompt-redirect = № { $number }: ответьте кодом органа и причиной. Например: almaty.energy это электросеть
officers-prompt-hear = № { $number }: ответьте на это сообщение предварительным решением: что намерены решить и почему.
officers-prompt-forward = № { $number }: ответьте на это сообщение пояснением к делу.
officers-prompt-return = № { $number }: ответьте на это сообщение: что исправить автору.
officers-reply-how = Ответ на карточку — внутренняя заметка. Начните с «Ответ:», «Вопрос:», «Рег:», «Продлить:», «Передать:», «Заслушать:», «Выше:», чтобы сделать это.

# Slack
officers-field-text = Текст
officers-field-number = Регистрационный номер
officers-field-on = Дата регистрации
officers-field-until = Новый срок
officers-field-reason = Причина (увидит гражданин)
officers-field-points = Пункты, на которые отвечаете
officers-field-outgoing-number = Исходящий номер
officers-field-outgoing-on = Дата исходящего
officers-field-remark = Что исправить (увидит автор)
officers-field-note = Пояснение к делу (увидит гражданин)
officers-field-to = Какому органу
officers-field-outcome = Итог
officers-field-language = Язык
officers-field-files = Файлы (уйдут гражданину)
officers-field-decided-by = Кто решил
officers-modal-answer = Ответ
officers-modal-ask = Вопрос гражданину
officers-modal-register = Регистрация
officers-modal-extend = Продление срока
officers-modal-redirect = Передача
officers-modal-hear = Предвар. решение
officers-modal-forward = Передача выше
officers-modal-pass = Согласование
officers-modal-return = Возврат автору
officers-modal-preview = Проверка
officers-modal-next = Дальше
officers-modal-back = Назад
officers-extend-bounds = По закону можно: { $earliest } – { $latest }
officers-home-title = Мои обращения по сроку
officers-home-empty = У вас нет открытых обращений. Новые берут с карточек в канале.
officers-home-more = Ещё { $count }. Все в консоли.
officers-command-how = Напишите номер: /dauys 472-918-3. Связать аккаунт: /dauys connect КОД
officers-no-such-number = В вашем органе нет такого номера.
officers-digest-title = { $agency }: на сегодня
officers-digest-figures = Открыто: { $open }. Не зарегистрировано: { $unregistered }. Срок в ближайшие 5 дней: { $soon }. Просрочено: { $overdue }.
officers-term-title = Обращения, срок которых близок или прошёл
officers-term-line = { $title } — { $clock ->
    [registration] регистрация
    [promised] обещание
    [hearing] заслушивание: время гражданина истекло
    [forward] передать жалобу вышестоящему
    [review] рассмотреть несогласие
   *[statutory] по закону
}: { $on }{ $state ->
    [passed] , прошёл
    [today] , сегодня
   *[near] {""}
}
officers-test-message = Проверка: канал { $agency } работает.

# E-mail
officers-mail-how = Ответ на это письмо станет внутренней заметкой. Начните с «Ответ:», «Вопрос:», «Рег:», «Продлить:» или «Передать:», чтобы сделать это.
officers-mail-confirm = Чтобы отправить, ответьте на это письмо: «{ $yes }».
officers-mail-yes = да
officers-mail-refused = По вашему письму ничего не изменилось: { $reason }
officers-mail-done = № { $number }: { $done }

# Refusals
refusal-channel-not-allowed-here = В этом канале можно только взять и открыть: его серверы за границей. Остальное — в консоли.
refusal-channel-not-found = Такого канала нет.
refusal-channel-address-refused = На этот адрес отправлять нельзя: он во внутренней сети или не https.
refusal-officer-invitation-used = Код не действует: он годится один раз и семь дней.
refusal-officer-preview-gone = Этого черновика больше нет: он отправлен или устарел. Напишите ещё раз.
refusal-officer-not-confirmed = Слово подтверждения не распознано, ничего не отправлено. Напишите одно из слов, названных в предпросмотре.
refusal-officer-file-missing = Файл не получен, ничего не отправлено. Приложите его ещё раз.
refusal-officer-incomplete = Не хватает: { $need }
