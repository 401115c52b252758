simulator-page-title = Дауыс · пробный чат
simulator-brand = Дауыс
simulator-simulator = симулятор Telegram
simulator-console = Консоль
simulator-site = Сайт
simulator-offline = нет связи с сервером
simulator-theme = Светлая или тёмная
simulator-page-language = Язык страницы
simulator-close = Закрыть
simulator-back = Назад
simulator-more = Ещё
simulator-cancel = Отмена
simulator-add = Добавить
simulator-copied = Скопировано
simulator-copy = Копировать текст
simulator-failed = Не получилось
simulator-understood = Понятно
simulator-bot-says = Сообщение бота

simulator-clock-says = Теперь { $time }
simulator-clock-hint = Перевести часы вперёд
simulator-clock-fixed = Часы здесь идут сами
simulator-plus-hour = + 1 час
simulator-plus-day = + 1 день
simulator-plus-week = + рабочая неделя (7 дней)
simulator-real-time = Вернуть настоящее время

simulator-people = Люди и группы
simulator-chats = Чаты
simulator-chat = Чат
simulator-search = Поиск
simulator-citizens = Жители
simulator-groups = Группы служб
simulator-staff = Сотрудники
simulator-new-person = Новый человек
simulator-new-group = Новая группа
simulator-name = Имя и фамилия
simulator-language = Язык
simulator-role = Кто это
simulator-a-citizen = Житель
simulator-an-official = Сотрудник
simulator-title = Название
simulator-group-members = Участники
simulator-with-topics = С темами
simulator-open-beside = Открыть рядом
simulator-not-started = ещё не писали боту
simulator-blocked = бот заблокирован
simulator-you = Вы
simulator-unread = { $count ->
    [one] { $count } непрочитанное
    [few] { $count } непрочитанных
   *[many] { $count } непрочитанных
}
simulator-members = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[many] { $count } участников
}
simulator-chat-with = чат с { $bot } · { $language }
simulator-choose-chat = Выберите, от чьего имени писать
simulator-write-as = Писать от имени

simulator-what-can-it-do = Что умеет этот бот?
simulator-bot-description = Напишите, что случилось, и узнаете, кто и когда ответит.
simulator-group-empty = Сюда бот пишет сотрудникам.
simulator-group-without-bot = Бота здесь пока нет. Добавьте его через меню группы.
simulator-start = Начать
simulator-start-with = Начать по ссылке
simulator-payload = Параметр ссылки
simulator-payload-hint = То, что стоит после start= в ссылке на бота: латинские буквы, цифры, - и _, до 64 знаков.
simulator-block = Заблокировать бота
simulator-unblock = Разблокировать бота
simulator-clear = Очистить чат
simulator-add-bot = Добавить бота
simulator-remove-bot = Убрать бота

simulator-message = Сообщение
simulator-messages = Сообщения
simulator-menu = Меню
simulator-no-commands = Бот ещё не назвал своих команд
simulator-keyboard = Кнопки бота
simulator-attach = Приложить
simulator-send = Отправить
simulator-record-voice = Записать голос
simulator-recording = идёт запись
simulator-discard = Не отправлять
simulator-no-microphone = Микрофон недоступен. Приложите файл с записью.
simulator-editing = Правка сообщения
simulator-reply = Ответить
simulator-edit = Изменить
simulator-remove = Удалить
simulator-typing = печатает…
simulator-to-newest = К последним сообщениям
simulator-edited = изменено
simulator-sent = отправлено
simulator-taken-by-bot = бот получил
simulator-forwarded = Переслано от { $who }
simulator-pinned = Закреплено

simulator-photo = Фото
simulator-open-photo = Открыть фото
simulator-photo-or-album = Фото или альбом
simulator-document = Документ
simulator-video = Видео
simulator-audio = Звук
simulator-voice = Голосовое сообщение
simulator-voice-file = Голос из файла
simulator-contact = Контакт
simulator-my-contact = Мой номер телефона
simulator-poll = Опрос
simulator-sample-lamp = Не горит фонарь
simulator-sample-hole = Яма на дороге
simulator-sample-bin = Мусор не вывезли
simulator-sample-album = Альбом из трёх фото
simulator-place = Место
simulator-send-place = Отправить место
simulator-pick-on-grid = Сетка координат: нажмите, чтобы передвинуть точку
simulator-latitude = Широта
simulator-longitude = Долгота
simulator-play = Слушать
simulator-pause = Пауза
simulator-cannot-play = не удаётся проиграть
simulator-kilobytes = { $size } КБ
simulator-megabytes = { $size } МБ

simulator-vote = Голосовать
simulator-poll-anonymous = Анонимный опрос
simulator-poll-open = Открытый опрос
simulator-poll-closed = Опрос завершён
simulator-poll-total = { $count ->
    [one] { $count } голос
    [few] { $count } голоса
   *[many] { $count } голосов
}
simulator-poll-take-back = Забрать голос

simulator-pinned-something = { $who }: сообщение закреплено
simulator-joined = В группе: { $who }
simulator-left = Больше не в группе: { $who }
simulator-renamed = { $who }: новое название «{ $title }»
simulator-topic-created = Новая тема «{ $name }»
simulator-topic-renamed = Тема теперь называется «{ $name }»
simulator-topic-closed = Тема закрыта
simulator-topic-reopened = Тема снова открыта

simulator-months = января февраля марта апреля мая июня июля августа сентября октября ноября декабря
simulator-months-short = янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.
simulator-weekdays = понедельник вторник среда четверг пятница суббота воскресенье
simulator-weekdays-short = пн вт ср чт пт сб вс
simulator-long-day = { $weekday }, { $day } { $month }
simulator-short-day = { $day } { $month }
simulator-day-and-time = { $weekday }, { $day } { $month }, { $time }
simulator-sample-photos = Готовое фото для примера
simulator-all-topics = Все темы
simulator-topics = Темы
simulator-who-follows = Кто открывает ссылку?
simulator-caption = Подпись
simulator-without-compression = Отправить файлом, без сжатия
simulator-send-files = { $count ->
    [one] Отправить { $count } файл
    [few] Отправить { $count } файла
   *[many] Отправить { $count } файлов
}
simulator-openers = Что можно написать
