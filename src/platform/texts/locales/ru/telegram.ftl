# Commands, as Telegram shows them in its menu
command-start = Начать
command-help = Как это работает
command-my = Мои обращения
command-news = Подписка на новости
command-settings = Язык и уведомления
command-privacy = Согласие и защита данных
command-mydata = Что о вас хранится
command-delete = Удалить мои данные
command-stop = Больше не писать мне

# First greeting
start-language = Тілді таңдаңыз · Выберите язык · Choose a language
start-first-words = Мы поняли ваше сообщение. На каком языке вам отвечать?
start-hello = Здравствуйте. Это «Дауыс»: вопросы, проблемы и жалобы доходят до нужного органа, а вы видите срок ответа.
start-how = Просто напишите, что случилось, можно с фото и местом. Мы никогда не спрашиваем пароли и коды из SMS.

consent-text = Чтобы передать ваше обращение, нам нужно ваше согласие: мы сохраним ваши слова, фото, место и номер чата и передадим их органу, которому вы пишете. Хранить будем, пока решается вопрос и пока этого требует закон. Отозвать согласие можно в любой день: /privacy.
consent-details =
    Кто собирает: оператор сервиса «Дауыс». Зачем: чтобы рассмотреть ваше обращение и ответить вам.
    Что: текст, фото, голос, место, язык, номер чата; ИИН, имя и адрес — только если без них орган не может принять обращение, и только с вашего согласия.
    Кому передаём: органу, которому вы пишете. Открыто публикуются только числа, без ваших слов.
    За границу: Telegram хранит переписку на своих серверах за рубежом. Наши данные хранятся в Казахстане. Сервисам ИИ за рубежом ваш текст не отправляется без замены личных данных.
    Срок: пока обращение не закрыто и три года после этого. Отзыв согласия: 15 рабочих дней.
    Закон о персональных данных № 94-V, статьи 7, 8, 12, 16.
consent-yes = Согласен
consent-no = Не сейчас
consent-more = Подробнее
consent-given = Спасибо, согласие записано.
consent-refused = Хорошо. Без согласия можно читать и задавать общие вопросы. Передумаете — /privacy.
consent-first = Сначала нужно согласие на обработку данных: сообщение выше или /privacy.

menu-ask = Задать вопрос
menu-complain = Сообщить о проблеме
menu-petitions = Петиции
menu-surveys = Опросы
menu-my = Мои обращения
menu-ready = Напишите, что случилось.
menu-anonymous = Можно задать вопрос или посмотреть петиции и опросы.
menu-ask-how = Напишите вопрос одним сообщением.
menu-complain-how = Напишите, что случилось и где. Можно сразу с фото.

help =
    Напишите, что случилось: словами, голосом, фото или местом на карте. Мы найдём, кто за это отвечает, и покажем срок.
    /my — ваши обращения и ответы
    /settings — язык и уведомления
    /privacy — согласие и защита данных
    /mydata — что о вас хранится
    /delete — удалить данные
    /stop — больше не писать вам
    Потеряли чат с обращением? Пришлите его номер: откроем по секретному слову.
    Если опасно прямо сейчас — звоните 112.

# Case card
kind-name = { $kind ->
    [question] Вопрос
    [problem] Проблема
    [complaint] Жалоба
    [idea] Предложение
   *[thanks] Благодарность
}
card-head = { $kind ->
    [question] Вопрос
    [problem] Проблема
    [complaint] Жалоба
    [idea] Предложение
   *[thanks] Благодарность
}: { $title }
card-no-words = без текста
card-number = № { $number } · отправлено { $on }
card-to = Кому: { $agency }
card-where = Где: { $place }
card-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
card-promise = Обещаем ответить до
card-promise-broken = Обещанный ответ опоздал, ждали до
card-statutory = По закону должны ответить до
card-statutory-passed = Срок по закону прошёл
card-not-connected = { $way ->
    [directly] Это не госорган, и через «Дауыс» он обращения не принимает. Мы можем подготовить для него текст.
   *[state_portal] Этот орган пока не принимает обращения через «Дауыс». Мы подготовим текст: его можно подать на портале, а номер прислать нам: мы проследим за сроком.
}
card-overseer = Можно написать и тому, кто за ним следит: { $agency }. Он отвечает в срок по закону.
button-to-overseer = Написать: { $agency }
card-needs-place = Где это? От места зависит, кто отвечает.
card-ask = Похоже на разные вещи. Что ближе?
card-several = { $count ->
    [2] Здесь два вопроса, за них отвечают разные органы
    [3] Здесь три вопроса, за них отвечают разные органы
   *[other] Здесь { $count } вопроса, за них отвечают разные органы
}
card-several-how = Можно отправить всё сразу: номер будет один, а ответит каждый орган за своё. Или выберите одно.
card-part-not-connected = { $way ->
    [directly] Не принимает обращения через «Дауыс»: подготовим для него текст.
   *[state_portal] Пока не принимает обращения через «Дауыс»: подготовим текст для портала.
}
card-ask-owner = За такое отвечают разные органы. Кому передать?
card-triage = Мы не уверены, кто за это отвечает. Отправьте — сотрудник сервиса разберётся и сообщит вам.
card-question = Вас спрашивают:

state-in-triage = Сейчас: сотрудник сервиса выбирает, кому передать.
state-watched = Сейчас: ждём номер, который вам даст портал.
state-watched-directly = Текст готов: отправьте его сами.
state-watched-number = Номер на портале: { $number }.
state-withdrawn = Вы отозвали обращение.
state-discarded = Не отправлено.
state-closed = { $resolution ->
    [resolved] Решено. Спасибо, что подтвердили.
    [partly] Решено частично.
    [unresolved] Не решено.
   *[silent] Закрыто.
}
state-delivered = Сейчас: ждёт регистрации. { $agency }. По закону регистрируют в день получения.
state-delivered-provider = Сейчас: доставлено. { $agency }
state-registered = Сейчас: в работе. { $agency }, регистрация № { $number }, { $on }
state-answered = Ответ получен. { $agency }
state-disputed = Сейчас: ответ проверяет руководитель. { $agency }
state-with-monitors = Сейчас: ответ проверяют наблюдатели. { $agency }
state-closed-by-agency = Завершено. { $agency }

# Buttons
button-send = Отправить
button-send-all = Отправить всё
button-send-only = Только { $n }
button-dispute-all = Все ответы
button-keep = Сохранить и подготовить текст
button-other-send = Другое, отправить так
button-change = Изменить
button-place = 📍 Место
button-photo = 📷 Фото
button-cancel = Отмена
button-why-here = Почему сюда?
button-add = Дополнить
button-reply = Ответить
button-history = История
button-why-date = Почему эта дата?
button-wrong-body = Не их дело
button-withdraw = Отозвать
button-withdraw-sure = Да, отозвать
button-read-answer = Прочитать ответ
button-resolved = Да, решено
button-partly = Частично
button-unresolved = Нет
button-dispute = Это не ответ
button-external-text = Текст
button-external-number = Прислать номер
button-complain-silence = Посмотреть жалобу
button-download = Скачать дело
button-law = Закон и правила
button-calendar = В календарь
button-back = ← Назад
button-open-portal = Открыть { $portal }
button-my-position = 📍 Отправить, где я сейчас
button-form-cancel = Отменить
button-attach-pending = Добавить к нему
button-new-pending = Это новое
button-expired = Эта кнопка устарела. Откройте обращение заново: /my

# Composing
compose-nothing = Напишите словами, что случилось. Можно добавить фото, голос или место.
compose-file-too-big = Файл больше { $limit } МБ, Telegram нам его не отдаёт. Пришлите поменьше. Остальное сохранено.
compose-no-such-number = Обращения с таким номером у вас нет. Проверьте цифры или откройте /my.
compose-wrong-number = Похоже на номер обращения, но в цифрах ошибка. Проверьте последнюю цифру или откройте /my.
compose-added = Добавили к обращению № { $number }.
compose-add-or-new = У вас есть неотправленное: «{ $title }». Эти слова к нему или это новое?
compose-reply-or-new = По обращению «{ $title }» вас спрашивали. Это ответ на вопрос или новое?
ask-photo = Пришлите фото — добавим к обращению.
ask-place = Где это? Нажмите кнопку, выберите точку через скрепку или напишите адрес.
ask-place-hint = Например: Абая 10, Алматы
ask-addition = Напишите, что добавить. Можно фото или место.
ask-dispute = Чего не хватает в ответе? Напишите одним сообщением.
ask-dispute-which = С каким ответом вы не согласны?
ask-external-number = Пришлите номер, который дал портал, одним сообщением.
place-not-found = Не нашли такое место. Напишите город или район, улицу и дом.
place-added = Место добавлено
place-saved = Место записано.
form-cancelled = Отменено. Ничего не изменилось.
withdraw-sure = Отозвать обращение № { $number }? Орган увидит, что отвечать больше не нужно.
change-title = Что изменить?
change-how = Выберите, о чём это и кому передать, или какого рода обращение. Слова можно поправить, изменив своё сообщение.

ask-rated-yes = Спасибо за отзыв.
ask-rated-no = Жаль. Отметили.
ask-dialogue = Разговор до этого:
ask-dialogue-shown = Показан ответ: «{ $title }»
ask-dialogue-nothing = Ответа не нашлось.
ask-people-offer = Передать вопрос людям? У него будет номер и срок.

toast-sent = Отправлено. № { $number }
toast-thanks = Спасибо. Рады, что решено.
toast-partly = Записали: решено частично.
toast-withdrawn = Обращение отозвано.
toast-wrong-body = Спасибо. Оператор найдёт, кто за это отвечает.
toast-added = Добавили.
dispute-done = { $times ->
    [1] Записали. Теперь ответ проверит руководитель органа. Срок по закону от этого не меняется.
   *[other] Записали. Теперь ответ проверят наблюдатели. Срок по закону от этого не меняется.
}

why-none = Пока нет даты: её покажем после отправки.
why-here = Мы поняли, что речь о теме «{ $topic }». За неё отвечает: { $agency }.
why-here-words = Подсказали слова: { $words }
why-here-place = Место: { $place }
why-here-change = Если это не так, нажмите «Изменить».
calendar-caption = Добавьте дату в календарь телефона.
download-caption = Обращение целиком: страница для чтения и печати.

history-title = История № { $number }
history-statement = вы написали
history-addition = вы добавили
history-question = вас спросили
history-reply = вы ответили
history-answer = официальный ответ
history-dispute = вы не согласились
history-notice = сообщение органа
history-note = заметка

answer-title = Ответ по № { $number }
answer-outgoing = Официальный номер: { $outgoing }, { $on }
answer-points = По вашим пунктам:
answer-points-by-words = По вашим пунктам (сверено по словам ответа):
answer-point-taken = ✔ { $position }. { $text }
answer-point-missing = — { $position }. { $text }: ответа нет
answer-point-unseen = — { $position }. { $text }: в ответе не видно
answer-about = О чём: { $matter }
answer-others = Ещё отвечают: { $others }. Спросим, помогло ли, когда ответят все.
answer-helped = Помогло?
outcome-name = { $outcome ->
    [done] сделано
    [explained] разъяснено
    [partly] сделано частично
    [refused] отказано
   *[planned] запланировано
}

news-registered = Обращение № { $number } зарегистрировано
news-registered-what = { $agency }, № { $register }. По закону должны ответить до { $day }.
news-registration-corrected = Регистрация обращения № { $number } исправлена
news-registration-corrected-what = { $agency }, № { $register } от { $on }. По закону должны ответить до { $day }.
news-question = Вопрос по № { $number }: { $agency }
news-routed = № { $number } передано: { $agency }
news-redirected = № { $number } передано: { $agency }
news-redirected-why = Причина:
news-redirected-date = Новая обещанная дата: { $day }
news-extended = Срок по № { $number } продлён до { $day }
news-extended-why = Причина:
news-preliminary = Предварительное решение по № { $number }
news-overdue = Сегодня прошёл срок ответа по № { $number }
news-overdue-what = По закону молчание теперь считается отказом, и вы можете подать жалобу. Мы подготовили её.
news-promise-broken = Обещанный ответ по № { $number } опаздывает
news-promise-broken-what = Обещанный срок прошёл: { $agency }. Мы напомнили сотруднику и его руководителю.

my-title = Ваши обращения: { $total }
my-none = Обращений пока нет. Напишите, что случилось.
my-draft = черновик
my-state-draft = не отправлено
my-state-in-triage = выбираем, кому
my-state-with-agency = ждёт ответа
my-state-watched = подано на портале
my-state-answered = есть ответ
my-state-closed = закрыто
my-state-withdrawn = отозвано

settings-title = Настройки
settings-how = Нажмите, чтобы изменить.
settings-language = Выберите язык
settings-language-button = Язык · Тіл · Language
settings-language-changed = Теперь пишем по-русски.
settings-surveys = Опросы: { $state ->
    [on] присылать
   *[off] не присылать
}
settings-details = Мои данные для обращений
stop-done = Больше не пишем первыми. Ответы по вашим обращениям останутся в /my. Напишите нам — и мы снова на связи.

privacy-withdraw = Отозвать согласие
privacy-withdrawn = Согласие отозвано. Новые обращения отправить нельзя, данные удалим за 15 рабочих дней, если закон не требует их хранить. Удалить сразу: /delete
privacy-real-bot = Настоящий бот указан на сайте { $url }. Мы никогда не просим пароль, код из SMS или деньги.
privacy-report-false-bot = Сообщить о поддельном боте
privacy-report-how = Пришлите имя или ссылку поддельного бота.
privacy-report-thanks = Спасибо. Передали операторам.
mydata-title = Что о вас хранится
mydata-cases = Обращений: { $count }
mydata-empty = не указано
mydata-consent = { $on }: { $given ->
    [yes] согласие дано
   *[no] согласие отозвано
} (текст { $version })
mydata-looks = Кто смотрел ваши данные:
mydata-no-looks = Ваши данные никто не открывал.
mydata-look = { $on }: { $role ->
    [officer] сотрудник
    [supervisor] руководитель
    [monitor] наблюдатель
   *[other] оператор
}, { $agency }. Зачем: { $purpose }
delete-sure = Удалить все ваши данные и черновики? Отправленные обращения останутся у органов без ваших слов и имени. Вернуть будет нельзя.
delete-yes = Да, удалить
delete-done = Готово. Данные удалены.
details-why = Эти данные нужны только там, где без них орган не может принять обращение. Они хранятся зашифрованными.
detail-name = Фамилия, имя, отчество
detail-national-id = ИИН
detail-postal-address = Почтовый адрес
detail-phone = Телефон
detail-email = Эл. почта
detail-saved = Сохранено.
ask-name = Напишите фамилию, имя и отчество.
ask-national-id = Напишите ИИН, 12 цифр. После сохранения мы удалим ваше сообщение из чата.
ask-postal-address = Напишите почтовый адрес: индекс, город, улицу, дом, квартиру.
ask-phone = Напишите номер телефона или отправьте свой контакт.
ask-email = Напишите адрес электронной почты.

apology = У нас сбой, но сообщение сохранено: код { $code }. Напишем, как только обработаем.

# Refusals
refusal-appeal-not-found = Такого обращения у вас нет. Ваши обращения: /my
refusal-appeal-move-refused = С этим обращением так уже нельзя: оно изменилось. Откройте его заново: /my
refusal-appeal-changed-meanwhile = Обращение только что изменилось. Попробуйте ещё раз.
refusal-appeal-text-too-long = Слишком длинно: помещается { $limit } знаков. Пришлите двумя сообщениями.
refusal-appeal-disputes-used-up = Не согласиться можно дважды. Дальше — жалоба в вышестоящий орган или суд.
refusal-appeal-reason-missing = Напишите, чего не хватает в ответе.
refusal-ticket-move-refused = Так уже нельзя: состояние изменилось.
refusal-ticket-changed-meanwhile = Только что изменилось. Попробуйте ещё раз.
refusal-ticket-not-found = Не найдено.
refusal-ticket-not-allowed = У вас нет права на это действие.
refusal-ticket-not-registered = Сначала запишите номер регистрации: без него срок по закону не начат.
refusal-ticket-no-register = Здесь регистрация не нужна: закон её не требует.
refusal-ticket-registration-number-wrong = Номер регистрации: от 1 до 60 знаков.
refusal-ticket-registered-in-future = Дата регистрации не может быть в будущем.
refusal-ticket-registered-before-delivery = Дата регистрации не может быть раньше доставки.
refusal-ticket-text-missing = Напишите текст.
refusal-ticket-reason-missing = Напишите причину.
refusal-ticket-purpose-missing = Напишите, зачем нужны эти данные.
refusal-agency-not-found = Такого органа нет в справочнике.
refusal-agency-not-connected = Этот орган не работает в «Дауыс».
refusal-citizen-not-found = Не найдено.
refusal-citizen-changed-meanwhile = Только что изменилось. Попробуйте ещё раз.
refusal-citizen-name-wrong = Напишите имя буквами.
refusal-citizen-national-id-wrong = В ИИН ошибка: должно быть 12 цифр с верной контрольной цифрой.
refusal-citizen-postal-address-wrong = Адрес: от 8 до 300 знаков.
refusal-citizen-phone-wrong = Не похоже на номер телефона. Пример: +7 701 123 45 67
refusal-citizen-email-wrong = Не похоже на адрес почты.
ics-title = Срок ответа по № { $number }
