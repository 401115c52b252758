simulator-page-title = Дауыс · сынақ чаты
simulator-brand = Дауыс
simulator-simulator = Telegram симуляторы
simulator-console = Консоль
simulator-site = Сайт
simulator-offline = сервермен байланыс жоқ
simulator-theme = Жарық не қараңғы
simulator-page-language = Беттің тілі
simulator-close = Жабу
simulator-back = Артқа
simulator-more = Тағы
simulator-cancel = Бас тарту
simulator-add = Қосу
simulator-copied = Көшірілді
simulator-copy = Мәтінді көшіру
simulator-failed = Болмай қалды
simulator-understood = Түсінікті
simulator-bot-says = Боттың хабары

simulator-clock-says = Қазір { $time }
simulator-clock-hint = Сағатты алға жылжыту
simulator-clock-fixed = Мұнда сағат өзі жүреді
simulator-plus-hour = + 1 сағат
simulator-plus-day = + 1 күн
simulator-plus-week = + жұмыс аптасы (7 күн)
simulator-real-time = Нақты уақытқа қайту

simulator-people = Адамдар мен топтар
simulator-chats = Чаттар
simulator-chat = Чат
simulator-search = Іздеу
simulator-citizens = Тұрғындар
simulator-groups = Қызмет топтары
simulator-staff = Қызметкерлер
simulator-new-person = Жаңа адам
simulator-new-group = Жаңа топ
simulator-name = Аты-жөні
simulator-language = Тілі
simulator-role = Кім
simulator-a-citizen = Тұрғын
simulator-an-official = Қызметкер
simulator-title = Атауы
simulator-group-members = Мүшелері
simulator-with-topics = Тақырыптары бар
simulator-open-beside = Қатар ашу
simulator-not-started = ботқа әлі жазбаған
simulator-blocked = бот бұғатталған
simulator-you = Сіз
simulator-unread = { $count ->
    [one] { $count } оқылмаған
   *[other] { $count } оқылмаған
}
simulator-members = { $count ->
    [one] { $count } мүше
   *[other] { $count } мүше
}
simulator-chat-with = { $bot } чаты · { $language }
simulator-choose-chat = Кімнің атынан жазатыныңызды таңдаңыз
simulator-write-as = Кімнің атынан

simulator-what-can-it-do = Бұл бот не істей алады?
simulator-bot-description = Не болғанын жазыңыз, кім және қашан жауап беретінін білесіз.
simulator-group-empty = Бот қызметкерлерге осында жазады.
simulator-group-without-bot = Бот мұнда әлі жоқ. Оны топтың мәзірінен қосыңыз.
simulator-start = Бастау
simulator-start-with = Сілтемемен бастау
simulator-payload = Сілтеменің параметрі
simulator-payload-hint = Бот сілтемесіндегі start= сөзінен кейінгі бөлік: латын әріптері, сандар, - және _, 64 таңбаға дейін.
simulator-block = Ботты бұғаттау
simulator-unblock = Бұғаттан шығару
simulator-clear = Чатты тазалау
simulator-add-bot = Ботты қосу
simulator-remove-bot = Ботты шығару

simulator-message = Хабарлама
simulator-messages = Хабарламалар
simulator-menu = Мәзір
simulator-no-commands = Бот өз командаларын әлі атаған жоқ
simulator-keyboard = Боттың батырмалары
simulator-attach = Тіркеу
simulator-send = Жіберу
simulator-record-voice = Дауыс жазу
simulator-recording = жазылып жатыр
simulator-discard = Жібермеу
simulator-no-microphone = Микрофон қолжетімсіз. Дауыс жазылған файлды тіркеңіз.
simulator-editing = Хабарламаны түзету
simulator-reply = Жауап беру
simulator-edit = Түзету
simulator-remove = Жою
simulator-typing = жазып жатыр…
simulator-to-newest = Соңғы хабарламаларға
simulator-edited = түзетілді
simulator-sent = жіберілді
simulator-taken-by-bot = бот алды
simulator-forwarded = { $who } жазғаны қайта жіберілді
simulator-pinned = Бекітілген

simulator-photo = Сурет
simulator-open-photo = Суретті ашу
simulator-photo-or-album = Сурет не альбом
simulator-document = Құжат
simulator-video = Бейне
simulator-audio = Дыбыс
simulator-voice = Дауыстық хабарлама
simulator-voice-file = Файлдағы дауыс
simulator-contact = Контакт
simulator-my-contact = Менің телефон нөмірім
simulator-poll = Сауалнама
simulator-sample-lamp = Шам жанбайды
simulator-sample-hole = Жолдағы шұңқыр
simulator-sample-bin = Қоқыс шығарылмаған
simulator-sample-album = Үш суреттік альбом
simulator-place = Орын
simulator-send-place = Орынды жіберу
simulator-pick-on-grid = Координаттар торы: нүктені жылжыту үшін басыңыз
simulator-latitude = Ендік
simulator-longitude = Бойлық
simulator-play = Тыңдау
simulator-pause = Кідірту
simulator-cannot-play = ойнату мүмкін болмады
simulator-kilobytes = { $size } КБ
simulator-megabytes = { $size } МБ

simulator-vote = Дауыс беру
simulator-poll-anonymous = Жасырын сауалнама
simulator-poll-open = Ашық сауалнама
simulator-poll-closed = Сауалнама аяқталды
simulator-poll-total = { $count ->
    [one] { $count } дауыс
   *[other] { $count } дауыс
}
simulator-poll-take-back = Дауысты қайтарып алу

simulator-pinned-something = { $who }: хабарлама бекітілді
simulator-joined = Топқа қосылды: { $who }
simulator-left = Топтан шықты: { $who }
simulator-renamed = { $who }: жаңа атауы — «{ $title }»
simulator-topic-created = Жаңа тақырып: «{ $name }»
simulator-topic-renamed = Тақырыптың жаңа атауы: «{ $name }»
simulator-topic-closed = Тақырып жабылды
simulator-topic-reopened = Тақырып қайта ашылды

simulator-months = қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
simulator-months-short = қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.
simulator-weekdays = дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі
simulator-weekdays-short = дс сс ср бс жм сб жс
simulator-long-day = { $day } { $month }, { $weekday }
simulator-short-day = { $day } { $month }
simulator-day-and-time = { $day } { $month }, { $weekday }, { $time }
simulator-sample-photos = Мысалға дайын сурет
simulator-all-topics = Барлық тақырып
simulator-topics = Тақырыптар
simulator-who-follows = Сілтемені кім ашады?
simulator-caption = Сипаттама
simulator-without-compression = Файл түрінде, сығусыз жіберу
simulator-send-files = { $count ->
    [one] { $count } файл жіберу
   *[other] { $count } файл жіберу
}
simulator-openers = Не жазуға болады
