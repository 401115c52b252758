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
