# Lists
petition-list-title = Петициялар: { $total }
petition-list-mine = Сізге жақын петициялар: { $total }
petition-list-none = Әзірге ашық петиция жоқ.
petition-list-none-near = Сізге жақын жерде ашық петиция жоқ.
petition-list-how = Оқып, қолдау үшін нөмірін басыңыз.
petition-list-item = { $at }. { $ask }
petition-list-counts = Чатта қолдағандар: { $support }
petition-own-title = Сіздің петицияларыңыз
petition-own-none = Сіз әзірге петиция бастаған да, қолдаған да жоқсыз.
petition-own-yours = өзіңіздікі
petition-own-supported = қолдадыңыз
petition-button-all = Барлық петициялар
petition-button-near = Маған жақын
petition-button-own = Менікі
petition-button-new = Петиция бастау
petition-button-back = ← Тізімге

petition-state = { $state ->
    [draft] жобасы
    [gathering_sponsors] алғашқы жақтаушыларын жинап жатыр
    [in_moderation] тексеруде
    [open] ашық
    [threshold_reached] шекке жетті, жауап күтіп тұр
    [replied] жауабы бар
    [followed_up] аяқталды
    [rejected] жарияланбады
    [withdrawn] авторы қайтарып алды
    [expired] жинау аяқталды
    [counting] жинау бітті, қорытындысы әлі шыққан жоқ
   *[stopped] тоқтатылды
}

# Card
petition-to = Кімге: { $to }
petition-support = Чатта қолдағандар: { $count }
petition-support-of = Чатта қолдағандар: { $count }, керегі { $required }
petition-held = Тексерілгенше бөлек тұр: { $count }
petition-held-due = Бөлек қойылғандарды санау-санамауды { $on } күніне дейін шешеміз. Оған дейін қорытынды шығармаймыз.
petition-held-late = Бөлек қойылғандарды санау-санамау { $on } күніне дейін шешілуі керек еді: кешігіп жатырмыз. Қорытынды содан кейін шығады.
petition-signatures-of = Жеке басын растап, қол қойғандар: { $count }, керегі { $required }
petition-signatures-shown = Жеке басын растап қолдағандар: { $count }
petition-legal = Порталда қол қойғандар: { $count }, керегі { $required } ({ $on })
petition-legal-unread = Заңды қолды тек { $portal } жинайды, керегі { $required }. Санауыштың көрсеткіші бізде әзірге жоқ.
petition-legal-only = Заң бойынша тек { $portal } сайтындағы қол есептеледі.
petition-posted = { $portal } сайтында { $on } жарияланды: заңдағы мерзімдер сол күннен саналады.
petition-not-posted = Заңдағы мерзімдер петиция { $portal } сайтында жарияланған күннен басталады. Ондағы жариялану әлі белгіленбеген.
petition-closes = Жинаудың соңғы күні: { $on }
petition-sponsors = Петиция әрі қарай жүруі үшін { $required } жақтаушы керек. Қазір: { $count }.
petition-sponsors-until = Соңғы күні: { $on }
petition-moderation = Петиция тексеріліп жатыр. Шешім шығатын соңғы күн: { $on }.
petition-rejected = Петиция жарияланбады. { $reason }
petition-duty-due = Шекке жетті. Жауап берудің соңғы күні: { $on }.
petition-duty-wait = Шекке жетті. Мерзім орган петицияны тіркегенде басталады.
petition-duty-undated = Шекке жетті. Жауап мерзімі белгіленбеген.
petition-duty-met = Жауап берілді.
petition-integrity = Санау туралы: { $note }
petition-outcome = { $outcome ->
    [handled_as_message] Шекке жетпеді. Петиция хабарлама ретінде қаралады; немен біткені осы жерде көрінеді.
    [closed_with_count] Жинау аяқталды, шекке жетпеді. Қолдағандар саны бетте қалады.
    [too_few_sponsors] Алғашқы жақтаушылар жетпеді.
   *[other] { $outcome }
}
petition-you-support = Сіз қолдадыңыз.
petition-receipt = Жазбаңыздың коды: { $receipt }. Есепке алынғанын осы кодпен тексересіз.
petition-button-support = Қолдау
petition-button-withdraw = Қолдауды қайтарып алу
petition-button-read = Толық оқу
petition-button-reply = Жауапты оқу
petition-button-share = Бөлісу
petition-button-page = Петиция беті
petition-button-portal = { $portal } сайтында қол қою
petition-button-sign = Жеке басты растап, қол қою
petition-button-sign-shown = Жеке басты растап қолдау
petition-button-quiet = Жаңалық жібермеу
petition-button-loud = Жаңалық жіберу
petition-button-submit = Жіберу
petition-button-rewrite = Қайта жазу
petition-button-appeal = Келіспеймін
petition-button-author-withdraw = Петицияны қайтарып алу
petition-share-text = Петиция: { $ask }

# Supporting
petition-support-sure = «{ $ask }» петициясын қолдайсыз ба? Атыңызды ешкім көрмейді. Жинау біткенше қолдауды кез келген күні қайтарып ала аласыз.
petition-support-consent = Қолдау үшін чат нөміріңіз бен нені қолдағаныңызды ғана сақтаймыз: органға сіз емес, сан жетеді. Төмендегісі — «Дауыстың» ортақ келісімі, кейін өтініш жазсаңыз да жарайды.
petition-support-yes = Иә, қолдаймын
petition-support-no = Артқа
petition-support-done = Рақмет. Қолдауыңыз жазылды.
petition-support-already = Сіз бұл петицияны қолдап қойғансыз.
petition-withdraw-done = Қолдау қайтарылды. Бұл туралы ешкімге айтпаймыз.
petition-withdraw-nothing = Сіз бұл петицияны қолдамағансыз.
petition-news-off = Бұл петицияның жаңалығын енді жібермейміз.
petition-news-on = Бұл петицияның жаңалығын жіберіп тұрамыз.
petition-not-found = Мұндай петиция жоқ немесе жабық.
petition-withdraw-own-sure = Петицияны қайтарып аласыз ба? Қолдағандарға хабарлаймыз. Кейін қалпына келмейді.
petition-withdraw-own-yes = Иә, петицияны қайтарып аламын
petition-withdrawn-own = Петиция қайтарылды.

# Starting one
petition-new-ask = Не сұрайсыз? Бір сөйлеммен, { $limit } таңбаға дейін. Мысалы: «№ 159 мектептің жанынан жарық өткел жасау».
petition-new-place = Бұл қай қалада немесе ауданда? Атын жазыңыз.
petition-new-whom = Кімге жолдаймыз? Қанша дауыс керегі, біреу жауап беруге міндетті ме — осыған байланысты.
petition-new-option = { $to } · { $profile }
petition-new-why = Бұл неге маңызды? Қысқаша, { $limit } таңбаға дейін.
petition-new-similar = Осыған ұқсас петиция бар сияқты. Бірге тезірек:
petition-new-similar-other = Жоқ, менікі басқа
petition-new-barred = Заң бойынша мына тақырыптарда петиция қабылданбайды: { $subjects }. Сіздікі басқа туралы болса, жалғастырыңыз.
petition-new-preview = Жұрт осылай көреді:
petition-new-goal-support = Чатта { $required } адам қолдауы керек
petition-new-goal-signatures = Жеке басын растап, { $required } адам қол қоюы керек
petition-new-goal-legal = { $portal } сайтында керек қол: { $required }. Чаттағы қолдау оны алмастырмайды.
petition-new-next = Жіберген соң алдымен { $required } жақтаушы жинау керек. Кейін петиция тексеріліп, бәріне ашылады.
petition-new-next-direct = Жібергеннен кейін петиция тексеріліп, бәріне ашылады.
petition-new-nobody = Мұнда петиция жолдайтын орган әзірге жоқ. Мәселені кәдімгі өтінішпен жазыңыз.
petition-sent-sponsors = Жіберілді. Енді мына сілтемені сізбен келісетін адамдарға жолдаңыз: { $link }
petition-sent-moderation = Жіберілді. Тексеру бітетін күн: { $on }.
petition-appealed = Жазып алдық. Петицияны басқа адамдар қарайды, соңғы күні: { $on }.

# News
petition-news-sponsored = Алғашқы жақтаушылар жиналды. Тексеру бітетін күн: { $on }.
petition-news-published = Петиция ашылды: «{ $ask }»
petition-news-rejected = Петиция жарияланбады: «{ $ask }»
petition-news-rejected-why = Себебі: { $reason } Бір рет келіспеуге болады.
petition-news-threshold-crossed = Шекке жетті: «{ $ask }»
petition-news-duty-registered = Орган петицияны тіркеді: «{ $ask }»
petition-news-duty-moved = «{ $ask }» петициясына жауап беру мерзімі жылжыды: жұмыс күндерінің күнтізбесі өзгерді.
petition-news-hearing = «{ $ask }» петициясын талқылау: { $on }, { $place }
petition-news-replied = «{ $ask }» петициясына жауап келді
petition-news-followed-up = «{ $ask }» петициясы бойынша не істелді
petition-news-duty-overdue = Жауап мерзімі өтті: «{ $ask }». Жауап жоқ.
petition-news-expired = Жинау аяқталды: «{ $ask }»
petition-news-outcome-noted = Немен бітті: «{ $ask }»
petition-news-stopped = Петиция тоқтатылды: «{ $ask }»
petition-news-withdrawn = Авторы «{ $ask }» петициясын қайтарып алды

# Why a petition is not published
petition-rejection = { $code ->
    [duplicate] Дәл осындай петиция ашық тұр.
    [decided_recently] Бұл мәселе жақында шешілген.
    [barred_subject] Заң бұл тақырыпта петицияға жол бермейді.
    [not_competent] Бұл мәселені ол орган шешпейді.
    [no_action] Не істеу керегі түсініксіз.
    [personal_matter] Бұл жеке іс: өтініш беріңіз, оған жауап беруге міндетті.
    [personal_data] Мәтінде адамдардың жеке деректері бар.
    [false_facts] Мәліметтер расталмады.
    [insulting] Мәтінде балағат бар.
    [advertising] Бұл жарнама.
   *[unreadable] Мәтінді оқу мүмкін емес.
}

# Timeline
petition-event = { $type ->
    [submitted] Петиция берілді
    [sponsored] Алғашқы жақтаушылар жиналды
    [published] Тексеріліп, ашылды
    [rejected] Жарияланбады
    [appealed] Авторы келіспеді, басқалар қарайды
    [threshold_crossed] Шекке жетті
    [duty_registered] Орган тіркеді
    [duty_moved] Күнтізбе өзгеріп, мерзім жылжыды
    [step_done] Орындалды
    [hearing] Талқылау
    [replied] Ресми жауап
    [followed_up] Не істелді
    [duty_overdue] Жауап мерзімі өтті
    [withdrawn] Авторы қайтарып алды
    [expired] Жинау аяқталды
    [outcome_noted] Немен бітті
    [stopped] Тоқтатылды
    [posted] Мемлекеттік порталда жарияланды
    [reading] Порталдың көрсеткіші жазылды
    [moderation_overdue] Тексеру кешікті
    [held] Қолдаудың бір бөлігі тексерілгенше бөлек қойылды
    [held_overdue] Бөлек қойылған қолдау туралы шешім кешікті
    [released] Бөлек қойылған қолдау қайтарылды
    [invalidated] Қолдаудың бір бөлігі сызылды
   *[amended] Өзгертілді
}

# Site
petition-site-title = Петициялар
petition-site-search = Петиция іздеу
petition-site-search-button = Іздеу
petition-site-found = Табылғаны: { $total }
petition-site-filter-open = Ашық
petition-site-filter-replied = Жауабы бар
petition-site-filter-ended = Аяқталған
petition-site-sort-newest = Алдымен жаңасы
petition-site-sort-support = Алдымен көп қолдағаны
petition-site-next = Әрі қарай
petition-site-previous = Артқа
petition-site-asks = Не сұралады
petition-site-why = Неге
petition-site-details = Толығырақ
petition-site-counts = Қанша адам
petition-site-counts-note = Чаттағы қолдау мен қол қою бөлек саналады, ешқашан қосылмайды.
petition-site-timeline = Қалай жүрді
petition-site-reply = Ресми жауап
petition-site-follow-up = Не істелді
petition-site-original = Автордың тексеруге дейінгі мәтіні
petition-site-changed = Модератор мәтінді өзгертті. Себебі: { $note }
petition-site-data = Деректер
petition-site-in-telegram = Telegram-да қолдау
petition-site-rules = Ережесі: { $source }
petition-site-decisions = Модераторлардың шешімдері
petition-site-decisions-note = Барлық шешім себебімен, есімсіз.
petition-site-decided-late = { $on } мерзімінен кейін
petition-site-log = Дауыстар журналы
petition-site-log-note = Әр қолдау мен қол — есімсіз бір жол. Жолды білдіртпей өшіру де, ауыстыру да мүмкін емес: ағаштың түбіріне сағат сайын қол қойылады.
petition-site-log-size = Жол саны: { $size }
petition-site-log-head = { $at } қол қойылды, жол саны { $size }
petition-site-check = Кодты тексеру
petition-site-check-label = Жазбаңыздың коды
petition-site-check-found = { $index }-жол журналда бар. Дәлелі қол қойылған түбірге сай келді.
petition-site-check-waiting = Код қабылданды, жолы бір минут ішінде журналға кіреді.
petition-site-check-later = { $index }-жол журналда бар. Қол қойылған түбір бір сағат ішінде шығады.
petition-site-check-unknown = Журналда мұндай код жоқ. Таңбаларын тексеріңіз.
petition-site-not-found = Мұндай петиция жоқ.
petition-site-rejected-note = Мәтінін көрсетпейміз, себебін көрсетеміз.
petition-site-feed = Atom таспасы
petition-site-sign-done = Дайын. Қолыңыз жазылды.
petition-site-sign-done-shown = Дайын. Жеке басыңызды растап қолдағаныңыз жазылды.
petition-site-sign-already = Сіз бұл петицияны растап қойғансыз. Екінші рет саналмайды.
petition-site-sign-failed = Жеке басыңызды растау болмады. Ештеңе жазылған жоқ.
petition-site-sign-sure = Сізді таныдық. Растау ғана қалды.
petition-site-sign-confirm = Растаймын

# Refusals
refusal-petition-not-found = Мұндай петиция жоқ немесе жабық.
refusal-petition-move-refused = Бұл петициямен енді олай болмайды: ол өзгерді.
refusal-petition-changed-meanwhile = Петиция жаңа ғана өзгерді. Қайталап көріңіз.
refusal-petition-appeal-used-up = Бір рет қана келіспеуге болады.
refusal-petition-not-gathering = Қазір қолдау жиналмайды: жинау басталған жоқ немесе бітті.
refusal-petition-paused = Бұл { $until } күніне дейін тоқтатылды.
refusal-petition-support-invalidated = Бұл қолдау тексеруде сызылды. Қате болса, бізге жазыңыз.
refusal-petition-text-too-long = Тым ұзын: { $limit } таңба сияды.
refusal-petition-text-too-short = Тым қысқа: кемінде { $limit } таңба керек.
refusal-petition-population-unknown = Онда қанша адам тұратынын білмейміз, сондықтан шекті айта алмаймыз. Басқа органды таңдаңыз.
refusal-petition-profile-unknown = Мұндай ереже жоқ.
refusal-petition-profile-closed = Бұл ереже бойынша жаңа петиция қабылданбайды.
refusal-petition-authority-unknown = Мұндай орган жоқ.
refusal-petition-signatures-off = Мұнда жеке бас расталмайды.
refusal-petition-too-young = { $age } жастан бастап қол қоюға болады.
refusal-petition-reply-missing = Мәтінін жазыңыз.
refusal-petition-reason-missing = Себебін жазыңыз.
refusal-petition-no-state-portal = Бұл ережеде порталдың көрсеткіші жоқ.
refusal-petition-reading-in-future = Көрсеткіш күні алда болмайды.
refusal-petition-reading-elsewhere = Сілтеме { $portal } сайтына апаруы керек.
refusal-petition-posting-known = Порталда жарияланған күні бұрын жазылған.
refusal-petition-duty-not-found = Мұндай міндет жоқ.
refusal-petition-duty-met = Жауап берілген.
refusal-petition-registered-in-future = Тіркеу күні алда болмайды.
refusal-petition-held-by-another = Петицияны қазір басқа модератор қарап отыр.
refusal-petition-change-without-note = Мәтін неге өзгергенін жазыңыз: мұны бәрі көреді.
refusal-petition-rejection-code-unknown = Мұндай себеп жоқ.
refusal-petition-no-proposal = Бас тартуды ешкім ұсынған жоқ.
refusal-petition-needs-second-person = Басқа адам шешуі керек.
refusal-petition-proof-stale = Растау ескірді. Қайта бастаңыз.
refusal-petition-needs-other-eyes = Қарсылықты басқа адамдар қарайды: бұл петицияны сіз бұрын қайтарғансыз.
refusal-petition-too-many-started = Бір күнде жіберуге болатын петиция саны: { $limit }. Ертең қайталап көріңіз.
refusal-petition-too-fast = Бір сағатта тым көп петиция қолдадыңыз. Біраз күтіп, қайта келіңіз.
refusal-petition-import-failed = { $line }-жол: { $problem }. Ештеңе жазылған жоқ.
refusal-petition-stretch-empty = Соңы басынан бұрын тұр.
refusal-petition-pause-not-found = Ондай шешім жоқ немесе ол алынып тасталған.
petition-duty-late = Шекке жетті. { $on } күніне дейін жауап беруге міндетті еді, жауап жоқ.
petition-moderation-late = Петиция тексеріліп жатыр. Шешім { $on } күніне дейін болуы керек еді: кешігіп жатырмыз.
petition-site-hearing = Талқылау: { $on }, { $place }
petition-site-why-date = Мерзім қалай есептелді?
petition-site-changed-count = { $count }. { $reason }
petition-site-registered = № { $number }
petition-site-reading = { $on } күнгі сан: { $count }.
petition-site-source = Дереккөз
petition-site-load = Қазір тексеруде: { $waiting }. Мерзімі таяу: { $near }. Мерзімі өткен: { $overdue }.
petition-site-load-next = Ең жақын мерзім: { $on }.
refusal-petition-duty-registered = Бұл міндет тіркеліп қойған.
petition-button-picture = Жіберуге арналған сурет
petition-site-map = Карта
petition-site-map-source = Шекаралар: geokz, CC BY 4.0.
petition-site-everywhere = барлық жерде
petition-site-pass-on = Басқаларға айту
petition-site-picture = Сурет
petition-site-sheet = Басып шығаратын парақ
petition-site-sheet-note = Осы бетті басып шығарып, ілуге болады. Телефон төртбұрышты оқып, петицияны ашады.
petition-site-widget = Сайтқа қою
petition-site-widget-note = Мына жолды бетке көшіріңіз. Скрипт те, cookie де жоқ.
petition-site-widget-open = Петицияны ашу
petition-step-due = { $on } дейін
petition-step-late = { $on } дейін істелуі керек еді, әлі істелмеді
petition-step-done = орындалды. { $note }
refusal-petition-duty-of-event = Бұл – басқа міндет: оны орындалды деп белгілейді.
refusal-petition-duty-of-threshold = Бұған тіркеумен және ресми жауаппен жауап беріледі.
petition-card-kind = петиция
petition-site-filter-waiting = Жауап күтуде
petition-site-tiers = Телефоны расталғандар: { $count }
petition-site-population = Меже тұрғындар санынан есептелді: { $count } ({ $on } бойынша). Дереккөзі: { $source }
