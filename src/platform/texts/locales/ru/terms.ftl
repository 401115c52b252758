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

refusal-ticket-no-hearing = Здесь заслушивания нет: закон его не требует, или решение ещё не подготовлено.
refusal-ticket-hearing-over = Срок ответа на предварительное решение прошёл: { $until }. Слова можно добавить кнопкой «Дополнить».
refusal-ticket-act-before-hearing = Предварительное решение отправлено. Ответ возможен не раньше { $from }.
refusal-ticket-citizen-not-heard = Гражданин просил выслушать его. Сначала запишите, что это сделано.
