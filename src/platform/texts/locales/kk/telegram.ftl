# Commands, as Telegram shows them in its menu
command-start = Бастау
command-help = Қалай жұмыс істейді
command-my = Менің өтініштерім
command-news = Жаңалықтарға жазылу
command-settings = Тіл мен хабарламалар
command-privacy = Келісім және деректерді қорғау
command-mydata = Сіз туралы не сақталады
command-delete = Деректерімді жою
command-stop = Маған енді жазбаңыз

# First greeting
start-language = Тілді таңдаңыз · Выберите язык · Choose a language
start-first-words = Хабарыңызды алдық. Қай тілде жауап берейік?
start-hello = Сәлеметсіз бе. Бұл — «Дауыс»: сұрағыңыз, мәселеңіз немесе шағымыңыз тиісті органға жетеді, жауап мерзімін өзіңіз көріп отырасыз.
start-how = Не болғанын жаза беріңіз, сурет пен орнын қосуға болады. Біз құпиясөз бен SMS кодын ешқашан сұрамаймыз.

consent-text = Өтінішіңізді жеткізу үшін келісіміңіз керек: сөзіңізді, суретті, орынды және чат нөмірін сақтап, өзіңіз жазған органға береміз. Мәселе шешілгенше және заң талап еткен уақыт бойы сақтаймыз. Келісімді кез келген күні қайтарып ала аласыз: /privacy.
consent-details =
    Кім жинайды: «Дауыс» қызметінің операторы. Не үшін: өтінішіңізді қарап, сізге жауап беру үшін.
    Не жиналады: мәтін, сурет, дауыс, орын, тіл, чат нөмірі; ЖСН, аты-жөні мен мекенжай — орган оларсыз өтінішті қабылдай алмаса ғана және сіздің келісіміңізбен ғана.
    Кімге беріледі: өзіңіз жазған органға. Ашық түрде тек сандар жарияланады, сіздің сөзіңіз жарияланбайды.
    Шетелге: Telegram хат алмасуды шетелдегі серверлерінде сақтайды. Біздің деректер Қазақстанда сақталады. Мәтініңіз жеке деректері ауыстырылмай шетелдегі ЖИ қызметтеріне жіберілмейді.
    Мерзімі: өтініш жабылғанша және одан кейін үш жыл. Келісімді қайтару: 15 жұмыс күні.
    Дербес деректер туралы № 94-V заң, 7, 8, 12, 16-баптар.
consent-yes = Келісемін
consent-no = Қазір емес
consent-more = Толығырақ
consent-given = Рақмет, келісіміңіз жазылды.
consent-refused = Жарайды. Келісімсіз оқуға және жалпы сұрақ қоюға болады. Ойыңыз өзгерсе — /privacy.
consent-first = Алдымен деректерді өңдеуге келісім керек: жоғарыдағы хабар немесе /privacy.

menu-ask = Сұрақ қою
menu-complain = Мәселе туралы айту
menu-petitions = Петициялар
menu-surveys = Сауалнамалар
menu-my = Менің өтініштерім
menu-ready = Не болғанын жазыңыз.
menu-anonymous = Сұрақ қоюға, петициялар мен сауалнамаларды көруге болады.
menu-ask-how = Сұрағыңызды бір хабармен жазыңыз.
menu-complain-how = Не болды, қай жерде — жазыңыз. Суретін бірден қосуға болады.

help =
    Не болғанын жазыңыз: сөзбен, дауыспен, суретпен немесе картадағы орынмен. Оған кім жауапты екенін тауып, мерзімін көрсетеміз.
    /my — өтініштеріңіз бен жауаптар
    /settings — тіл мен хабарламалар
    /privacy — келісім және деректерді қорғау
    /mydata — сіз туралы не сақталады
    /delete — деректерді жою
    /stop — сізге енді жазбау
    Өтініші бар чаттан айырылдыңыз ба? Нөмірін жіберіңіз: құпия сөзбен ашамыз.
    Дәл қазір қауіп болса — 112 нөміріне қоңырау шалыңыз.

# Case card
kind-name = { $kind ->
    [question] Сұрақ
    [problem] Мәселе
    [complaint] Шағым
    [idea] Ұсыныс
   *[thanks] Алғыс
}
card-head = { $kind ->
    [question] Сұрақ
    [problem] Мәселе
    [complaint] Шағым
    [idea] Ұсыныс
   *[thanks] Алғыс
}: { $title }
card-no-words = мәтінсіз
card-number = № { $number } · { $on } жіберілді
card-to = Кімге: { $agency }
card-where = Қайда: { $place }
card-files = { $count } файл
card-promise = Жауап беруге уәде етілген күн:
card-promise-broken = Уәде етілген жауап кешікті, күткен күн:
card-statutory = Заң бойынша жауап берудің соңғы күні:
card-statutory-passed = Заңдағы мерзім өтіп кетті:
card-not-connected = { $way ->
    [directly] Бұл мемлекеттік орган емес, өтінішті «Дауыс» арқылы қабылдамайды. Оған арналған мәтінді дайындап бере аламыз.
   *[state_portal] Бұл орган өтінішті әзірге «Дауыс» арқылы қабылдамайды. Мәтінін дайындап береміз: порталға өзіңіз тапсырып, берілген нөмірді бізге жіберсеңіз, мерзімін бақылаймыз.
}
card-overseer = Оны қадағалайтын органға да жазуға болады: { $agency }. Ол заңдағы мерзімде жауап береді.
button-to-overseer = Жазу: { $agency }
card-needs-place = Бұл қай жерде? Кім жауапты екені орынға байланысты.
card-ask = Бірнеше мәселеге ұқсайды. Қайсысы жақын?
card-several = { $count ->
    [2] Мұнда екі мәселе бар, оларға әр орган жауап береді
    [3] Мұнда үш мәселе бар, оларға әр орган жауап береді
   *[other] Мұнда { $count } мәселе бар, оларға әр орган жауап береді
}
card-several-how = Бәрін бірге жіберуге болады: нөмірі біреу, ал әр орган өз бөлігіне жауап береді. Немесе біреуін таңдаңыз.
card-part-not-connected = { $way ->
    [directly] «Дауыс» арқылы өтініш қабылдамайды: оған мәтін дайындаймыз.
   *[state_portal] Әзірге «Дауыс» арқылы өтініш қабылдамайды: порталға мәтін дайындаймыз.
}
card-ask-owner = Мұндайға әртүрлі орган жауап береді. Қайсысына жіберейік?
card-triage = Бұған кім жауапты екеніне сенімді емеспіз. Жіберіңіз — қызмет маманы анықтап, сізге хабарлайды.
card-question = Сізден сұрап отыр:

state-in-triage = Қазір: қызмет маманы кімге беру керегін таңдап жатыр.
state-watched = Қазір: порталдан берілетін нөмірді күтіп отырмыз.
state-watched-directly = Мәтін дайын: өзіңіз жіберіңіз.
state-watched-number = Порталдағы нөмірі: { $number }.
state-withdrawn = Өтінішті қайтарып алдыңыз.
state-discarded = Жіберілмеді.
state-closed = { $resolution ->
    [resolved] Шешілді. Растағаныңызға рақмет.
    [partly] Жартылай шешілді.
    [unresolved] Шешілмеді.
   *[silent] Жабылды.
}
state-delivered = Қазір: тіркеуді күтіп тұр. { $agency }. Заң бойынша түскен күні тіркеледі.
state-delivered-provider = Қазір: жеткізілді. { $agency }
state-registered = Қазір: қаралып жатыр. { $agency }, тіркеу № { $number }, { $on }
state-answered = Жауап келді. { $agency }
state-disputed = Қазір: жауапты басшы тексеріп жатыр. { $agency }
state-with-monitors = Қазір: жауапты бақылаушылар тексеріп жатыр. { $agency }
state-closed-by-agency = Аяқталды. { $agency }

# Buttons
button-send = Жіберу
button-send-all = Бәрін жіберу
button-send-only = Тек { $n }
button-dispute-all = Барлық жауаппен
button-keep = Сақтап, мәтінін дайындау
button-other-send = Басқа, осылай жіберу
button-change = Өзгерту
button-place = 📍 Орны
button-photo = 📷 Сурет
button-cancel = Бас тарту
button-why-here = Неге осында?
button-add = Толықтыру
button-reply = Жауап беру
button-history = Тарихы
button-why-date = Неге осы күн?
button-wrong-body = Бұл олардікі емес
button-withdraw = Қайтарып алу
button-withdraw-sure = Иә, қайтарып аламын
button-read-answer = Жауапты оқу
button-resolved = Иә, шешілді
button-partly = Жартылай
button-unresolved = Жоқ
button-dispute = Бұл жауап емес
button-external-text = Мәтіні
button-external-number = Нөмірін жіберу
button-complain-silence = Шағымды көру
button-download = Істі жүктеп алу
button-law = Заң мен ережелер
button-calendar = Күнтізбеге
button-back = ← Артқа
button-open-portal = { $portal } ашу
button-my-position = 📍 Қазір тұрған жерімді жіберу
button-form-cancel = Болдырмау
button-attach-pending = Соған қосу
button-new-pending = Бұл — жаңа мәселе
button-expired = Бұл түйме ескірді. Өтінішті қайта ашыңыз: /my

# Composing
compose-nothing = Не болғанын сөзбен жазыңыз. Сурет, дауыс немесе орын қосуға болады.
compose-file-too-big = Файл { $limit } МБ-тан үлкен, Telegram оны бізге бермейді. Кішірегін жіберіңіз. Қалғаны сақталды.
compose-no-such-number = Сізде мұндай нөмірлі өтініш жоқ. Сандарын тексеріңіз немесе /my ашыңыз.
compose-wrong-number = Өтініш нөміріне ұқсайды, бірақ сандарында қате бар. Соңғы санын тексеріңіз немесе /my ашыңыз.
compose-added = № { $number } өтінішке қосылды.
compose-add-or-new = Жіберілмеген өтінішіңіз бар: «{ $title }». Мынаны соған қосайық па, әлде бұл жаңа мәселе ме?
compose-reply-or-new = «{ $title }» бойынша сізден сұраған еді. Бұл соның жауабы ма, әлде жаңа мәселе ме?
ask-photo = Суретті жіберіңіз — өтінішке қосамыз.
ask-place = Бұл қай жерде? Түймені басыңыз, картадан нүкте таңдаңыз немесе мекенжайын жазыңыз.
ask-place-hint = Мысалы: Абай 10, Алматы
ask-addition = Нені қосу керегін жазыңыз. Сурет не орын болса да болады.
ask-dispute = Жауапта не жетпейді? Бір хабармен жазыңыз.
ask-dispute-which = Қай жауаппен келіспейсіз?
ask-external-number = Портал берген нөмірді бір хабармен жіберіңіз.
place-not-found = Мұндай жер табылмады. Қаланы не ауданды, көшесі мен үйін жазыңыз.
place-added = Орны қосылды
place-saved = Орны жазылды.
form-cancelled = Тоқтатылды. Ештеңе өзгерген жоқ.
withdraw-sure = № { $number } өтінішті қайтарып аласыз ба? Орган енді жауап берудің қажеті жоғын көреді.
change-title = Нені өзгертеміз?
change-how = Не туралы екенін және кімге беру керегін немесе өтініштің түрін таңдаңыз. Сөзін түзеткіңіз келсе, өз хабарыңызды өзгертіңіз.

ask-rated-yes = Пікіріңізге рақмет.
ask-rated-no = Өкінішті. Белгілеп қойдық.
ask-dialogue = Осыған дейінгі әңгіме:
ask-dialogue-shown = Көрсетілген жауап: «{ $title }»
ask-dialogue-nothing = Жауап табылмады.
ask-people-offer = Сұрақты адамдарға берейік пе? Нөмірі мен мерзімі болады.

toast-sent = Жіберілді. № { $number }
toast-thanks = Рақмет. Шешілгеніне қуаныштымыз.
toast-partly = Жазып алдық: жартылай шешілді.
toast-withdrawn = Өтініш қайтарып алынды.
toast-wrong-body = Рақмет. Оператор жауапты мекемені табады.
toast-added = Қостық.
dispute-done = { $times ->
    [1] Жазып алдық. Енді жауапты органның басшысы тексереді. Заңдағы мерзім бұдан өзгермейді.
   *[other] Жазып алдық. Енді жауапты бақылаушылар тексереді. Заңдағы мерзім бұдан өзгермейді.
}

why-none = Әзірге күні жоқ: жіберген соң көрсетеміз.
why-here = Әңгіме «{ $topic }» туралы деп түсіндік. Оған жауапты: { $agency }.
why-here-words = Мына сөздерден білдік: { $words }
why-here-place = Орны: { $place }
why-here-change = Олай болмаса, «Өзгерту» түймесін басыңыз.
calendar-caption = Күнді телефоныңыздың күнтізбесіне қосып қойыңыз.
download-caption = Өтініш толығымен: оқуға және басып шығаруға арналған бет.

history-title = № { $number } тарихы
history-statement = сіз жаздыңыз
history-addition = сіз қостыңыз
history-question = сізден сұрады
history-reply = сіз жауап бердіңіз
history-answer = ресми жауап
history-dispute = сіз келіспедіңіз
history-notice = органның хабары
history-note = ішкі жазба

answer-title = № { $number } бойынша жауап
answer-outgoing = Ресми нөмірі: { $outgoing }, { $on }
answer-points = Тармақтарыңыз бойынша:
answer-points-by-words = Тармақтарыңыз бойынша (жауаптың сөздерінен салыстырылды):
answer-point-taken = ✔ { $position }. { $text }
answer-point-missing = — { $position }. { $text }: жауап жоқ
answer-point-unseen = — { $position }. { $text }: жауаптан көрінбейді
answer-about = Мәселе: { $matter }
answer-others = Әлі жауап береді: { $others }. Бәрі жауап бергенде, көмектескен-көмектеспегенін сұраймыз.
answer-helped = Көмектесті ме?
outcome-name = { $outcome ->
    [done] орындалды
    [explained] түсіндірілді
    [partly] жартылай орындалды
    [refused] бас тартылды
   *[planned] жоспарланды
}

news-registered = № { $number } өтініш тіркелді
news-registered-what = { $agency }, № { $register }. Заң бойынша жауап берудің соңғы күні — { $day }.
news-registration-corrected = № { $number } өтініштің тіркелуі түзетілді
news-registration-corrected-what = { $agency }, № { $register }, { $on }. Заң бойынша жауап берудің соңғы күні — { $day }.
news-question = № { $number } бойынша сұрақ: { $agency }
news-routed = № { $number } берілді: { $agency }
news-redirected = № { $number } басқа органға берілді: { $agency }
news-redirected-why = Себебі:
news-redirected-date = Жаңа уәде етілген күн: { $day }
news-extended = № { $number } мерзімі { $day } дейін ұзартылды
news-extended-why = Себебі:
news-preliminary = № { $number } бойынша алдын ала шешім
news-overdue = № { $number } бойынша жауап мерзімі бүгін өтіп кетті
news-overdue-what = Заң бойынша үндемеу енді бас тарту деп саналады, шағым беруге құқығыңыз бар. Біз оны дайындап қойдық.
news-promise-broken = № { $number } бойынша уәде етілген жауап кешігіп жатыр
news-promise-broken-what = { $agency } уәде еткен мерзімде үлгермеді. Қызметкер мен оның басшысына ескерттік.

my-title = Өтініштеріңіз: { $total }
my-none = Әзірге өтініш жоқ. Не болғанын жазыңыз.
my-draft = жоба
my-state-draft = жіберілмеген
my-state-in-triage = кімге беру таңдалып жатыр
my-state-with-agency = жауап күтіп тұр
my-state-watched = порталға берілген
my-state-answered = жауабы бар
my-state-closed = жабылды
my-state-withdrawn = қайтарып алынды

settings-title = Баптаулар
settings-how = Өзгерту үшін басыңыз.
settings-language = Тілді таңдаңыз
settings-language-button = Тіл · Язык · Language
settings-language-changed = Енді қазақша жазамыз.
settings-surveys = Сауалнамалар: { $state ->
    [on] жіберілсін
   *[off] жіберілмесін
}
settings-details = Өтінішке керек деректерім
stop-done = Енді сізге бірінші болып жазбаймыз. Өтініштеріңіздің жауабы /my ішінде қалады. Өзіңіз жазсаңыз — қайта байланыстамыз.

privacy-withdraw = Келісімді қайтарып алу
privacy-withdrawn = Келісім қайтарып алынды. Жаңа өтініш жіберуге болмайды, заң сақтауды талап етпесе, деректерді 15 жұмыс күнінде жоямыз. Бірден жою: /delete
privacy-real-bot = Нағыз бот { $url } сайтында көрсетілген. Біз құпиясөз, SMS коды не ақша ешқашан сұрамаймыз.
privacy-report-false-bot = Жалған бот туралы хабарлау
privacy-report-how = Жалған боттың атын немесе сілтемесін жіберіңіз.
privacy-report-thanks = Рақмет. Операторларға жеткіздік.
mydata-title = Сіз туралы не сақталады
mydata-cases = Өтініш саны: { $count }
mydata-empty = көрсетілмеген
mydata-consent = { $on }: { $given ->
    [yes] келісім берілді
   *[no] келісім қайтарып алынды
} (мәтін { $version })
mydata-looks = Деректеріңізді кім қарады:
mydata-no-looks = Деректеріңізді ешкім ашқан жоқ.
mydata-look = { $on }: { $role ->
    [officer] қызметкер
    [supervisor] басшы
    [monitor] бақылаушы
   *[other] оператор
}, { $agency }. Не үшін: { $purpose }
delete-sure = Барлық деректеріңіз бен жіберілмеген өтініштеріңіз жойылсын ба? Жіберілген өтініштер органдарда сөзіңіз бен атыңызсыз қалады. Кері қайтару мүмкін емес.
delete-yes = Иә, жойылсын
delete-done = Дайын. Деректер жойылды.
details-why = Бұл деректер орган оларсыз өтінішті қабылдай алмайтын жерде ғана керек. Шифрланған күйде сақталады.
detail-name = Тегі, аты, әкесінің аты
detail-national-id = ЖСН
detail-postal-address = Пошта мекенжайы
detail-phone = Телефон
detail-email = Эл. пошта
detail-saved = Сақталды.
ask-name = Тегіңізді, атыңызды, әкеңіздің атын жазыңыз.
ask-national-id = ЖСН жазыңыз, 12 сан. Сақтаған соң хабарыңызды чаттан өшіреміз.
ask-postal-address = Пошта мекенжайын жазыңыз: индекс, қала, көше, үй, пәтер.
ask-phone = Телефон нөмірін жазыңыз немесе өз контактіңізді жіберіңіз.
ask-email = Электрондық пошта мекенжайын жазыңыз.

apology = Бізде ақау болды, бірақ хабарыңыз сақталды: коды { $code }. Өңделген бойда жазамыз.

# Refusals
refusal-appeal-not-found = Сізде мұндай өтініш жоқ. Өтініштеріңіз: /my
refusal-appeal-move-refused = Бұл өтінішпен енді олай істеуге болмайды: ол өзгерген. Қайта ашыңыз: /my
refusal-appeal-changed-meanwhile = Өтініш жаңа ғана өзгерді. Тағы бір рет көріңіз.
refusal-appeal-text-too-long = Тым ұзын: { $limit } таңба сыяды. Екі хабармен жіберіңіз.
refusal-appeal-disputes-used-up = Екі рет қана келіспеуге болады. Одан әрі — жоғары тұрған органға шағым немесе сот.
refusal-appeal-reason-missing = Жауапта не жетпейтінін жазыңыз.
refusal-ticket-move-refused = Енді олай болмайды: күйі өзгерген.
refusal-ticket-changed-meanwhile = Жаңа ғана өзгерді. Тағы бір рет көріңіз.
refusal-ticket-not-found = Табылмады.
refusal-ticket-not-allowed = Бұл әрекетке құқығыңыз жоқ.
refusal-ticket-not-registered = Алдымен тіркеу нөмірін жазыңыз: онсыз заңдағы мерзім басталмайды.
refusal-ticket-no-register = Мұнда тіркеу керек емес: заң оны талап етпейді.
refusal-ticket-registration-number-wrong = Тіркеу нөмірі: 1-ден 60 таңбаға дейін.
refusal-ticket-registered-in-future = Тіркеу күні болашақта бола алмайды.
refusal-ticket-registered-before-delivery = Тіркеу күні жеткізілген күннен бұрын бола алмайды.
refusal-ticket-text-missing = Мәтінін жазыңыз.
refusal-ticket-reason-missing = Себебін жазыңыз.
refusal-ticket-purpose-missing = Бұл дерек не үшін керегін жазыңыз.
refusal-agency-not-found = Анықтамалықта мұндай орган жоқ.
refusal-agency-not-connected = Бұл орган «Дауыста» жұмыс істемейді.
refusal-citizen-not-found = Табылмады.
refusal-citizen-changed-meanwhile = Жаңа ғана өзгерді. Тағы бір рет көріңіз.
refusal-citizen-name-wrong = Атыңызды әріппен жазыңыз.
refusal-citizen-national-id-wrong = ЖСН қате: бақылау саны дұрыс 12 сан болуы керек.
refusal-citizen-postal-address-wrong = Мекенжай: 8-ден 300 таңбаға дейін.
refusal-citizen-phone-wrong = Телефон нөміріне ұқсамайды. Мысалы: +7 701 123 45 67
refusal-citizen-email-wrong = Пошта мекенжайына ұқсамайды.
ics-title = № { $number } бойынша жауап мерзімі
