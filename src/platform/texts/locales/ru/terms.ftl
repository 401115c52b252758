# Terms of a case: hearing, silence, reminders, a moved date

news-preliminary-intro = { $agency } собирается решить так:
news-preliminary-when = Ответить можно до: { $day }. Решение примут не раньше: { $act }.
news-heard = Запись о заслушивании по № { $number }
button-hearing-agree = Не возражаю
button-hearing-object = Возражаю
button-hearing-attend = Прошу выслушать меня
position-agrees-done = Записали: вы не возражаете. Передумать можно до: { $day }.
position-objects-done = Записали: вы возражаете. Напишите почему, одним сообщением: это учтут в решении. Можно и без слов.
position-wants-hearing-done = Записали: вы просите выслушать вас. Решения не будет, пока этого не сделают. Напишите, когда и как вам удобно. Можно и без слов.
position-words-added = Добавили ваши слова.
position-name = { $position ->
    [agrees] не возражаете
    [objects] возражаете
   *[wants_hearing] просите выслушать вас
}
card-hearing = Предварительное решение: ответьте до
card-hearing-said = На предварительное решение вы ответили:
history-position = ваш ответ на предварительное решение

news-routed-why = Почему:
news-redirected-times = Передают уже { $times }-й раз. Дальше орган выберет оператор сервиса.
news-forwarded = Жалоба № { $number } передана вышестоящему: { $agency }
news-forward-overdue = Жалобу № { $number } не передали вышестоящему в срок
news-forward-overdue-what = { $agency } должен был передать её или полностью удовлетворить. Мы сообщили руководителю и оператору.
news-overdue-court = Вышестоящий орган тоже не ответил. Дальше можно идти в суд.
news-moved = Дата по № { $number } изменилась
news-moved-what = Изменили календарь рабочих дней. Теперь ответ ждём до: { $day }.
button-remind = Напомнить
button-complain-wait = Подождать ещё
button-complain-file = Подать жалобу
button-go-to-court = Как обратиться в суд
reminded = Напомнили сотруднику и его руководителю. Следующее напоминание — через 3 дня.
history-reminder = вы напомнили
card-complains-of = Жалоба на молчание по № { $number }
card-complained = Подана жалоба: № { $number }
silence-complaint-title = Жалоба готова
silence-complaint =
    Жалоба на бездействие.
    Орган: { $agency }.
    Моё обращение № { $number } зарегистрировано { $registered }, номер { $register }. Срок ответа истёк { $day }, ответа нет.
    Прошу признать бездействие незаконным и рассмотреть обращение по существу.
    Основание: { $law }.
silence-complaint-to = Подаём её туда же: { $agency }.
silence-complaint-forward = За { $length } там должны удовлетворить её полностью или передать выше: { $superior }.
silence-complaint-answer = Ответить на жалобу должны за { $length }.
silence-complaint-until = Подать её можно до: { $day }.
silence-complaint-late = Срок подачи прошёл: { $day }. Подать всё равно можно: принять обязаны, а причину опоздания оценят. Допишите её после подачи.
silence-complaint-filed = Жалоба подана, № { $number }. Она связана с первым обращением. Решать её не будет тот, на кого вы жалуетесь.
silence-wait = Хорошо, ждём. Пожаловаться можно из карточки № { $number }, напомнить тоже.
silence-court =
    После жалобы можно обратиться в административный суд по месту органа.
    К иску приложите: обращение, жалобу, ответы, если они были. Всё это есть в деле: откройте /my и нажмите «Скачать дело».
    Госпошлину и срок подачи проверьте в суде или у юриста: этого сервис не решает.
extension-reason-draft = Для ответа нужно установить обстоятельства:

refusal-ticket-no-hearing = Здесь заслушивания нет: закон его не требует, или решение ещё не подготовлено.
refusal-ticket-hearing-over = Срок ответа на предварительное решение прошёл: { $until }. Слова можно добавить кнопкой «Дополнить».
refusal-ticket-act-before-hearing = Предварительное решение отправлено. Ответ возможен не раньше { $from }.
refusal-ticket-citizen-not-heard = Гражданин просил выслушать его. Сначала запишите, что это сделано.
refusal-appeal-no-silence = Срок по закону ещё не прошёл, жаловаться на молчание рано.
refusal-appeal-complained-already = Жалоба на это молчание уже подана. Она в /my.
refusal-appeal-not-late = Срок ещё не прошёл: напоминать рано.
refusal-appeal-reminded-lately = Вы уже напоминали. Напомнить можно раз в { $days } дня.
refusal-ticket-complained-of = Это жалоба на ваше бездействие: решать её должен другой сотрудник.
refusal-ticket-must-forward = На жалобу о своём молчании орган отвечает сам, только если полностью её удовлетворил и успел в срок. Иначе передайте её вышестоящему.
refusal-ticket-no-superior = В справочнике нет вышестоящего органа. Попросите оператора дополнить справочник.
refusal-triage-reason-missing = Напишите, почему этот орган: дело уже передавали.
refusal-compliance-period-wrong = Начало периода позже конца.
refusal-compliance-too-large = Слишком много дел за период: больше { $limit }. Возьмите период короче.
news-review-overdue = Ответ по делу № { $number } не пересмотрели вовремя
news-review-overdue-what = Вы были не согласны. Мы сообщили руководителю и оператору. Это срок сервиса, дата по закону не меняется.
refusal-promise-general-needed = Общее обещание нельзя отменить.
card-review = Обещание сервиса: ответ посмотрят ещё раз до
