# List and invitation
survey-list-title = Сізге арналған сауалнамалар: { $total }
survey-list-none = Қазір сізге арналған сауалнама жоқ.
survey-list-how = Жауап беру үшін басыңыз. Әрқайсысы бір-екі минут алады.
survey-list-continue = Жалғастыру: { $title }
survey-list-opt-in = Сауалнама қосылмаған. Қоссаңыз, аптасына бір реттен жиі емес, қысқа сауалнама жібереміз.
survey-button-opt-in = Сауалнама жіберіңіздер
survey-button-results = Өткен сауалнамалардың нәтижесі
survey-opted-in = Жақсы, жіберіп тұрамыз. Кез келген уақытта өшіруге болады: /settings.
survey-invite-length = { $count } сұрақ, { $minutes ->
    [0] бір минутқа жетпейді
   *[other] шамамен { $minutes } минут
}. Соңғы күні: { $day }.
survey-anonymous = Сауалнама анонимді. Екі рет сұрамас үшін жауап бергеніңізді ғана белгілейміз, ал жауаптарыңыз бөлек сақталады: аты-жөніңіз де, ортақ кілт те жоқ, күннің орнына тіл мен апта ғана жазылады. Аяқтағанша жауаптарыңыз осы чатта тұрады, қайта оралып жалғастыра аласыз.
survey-anonymous-strata = Жауаппен бірге іріктеу тобы (аудан немесе тіл) сақталады.
survey-confidential = Сауалнама құпия: кімнің не деп жауап бергенін оны өткізетін орган ғана ({ $agency }) көреді. Тек сандар жарияланады.
survey-button-start = Бастау
survey-button-continue = Жалғастыру
survey-button-not-now = Қазір емес
survey-button-no-more = Сауалнама жібермеңіздер
survey-not-now = Жақсы. Сауалнама «Сауалнамалар» мәзірінде тұрады, соңғы күні: { $day }.
survey-no-more = Енді жібермейміз. Қайта қосу: /settings.
survey-reminder = Бұл сауалнамаға әлі жауап бермедіңіз. Екі реттен артық еске салмаймыз.

# A step
survey-position = { $position }-сұрақ, барлығы { $total }
survey-ends = { $from } — { $low }, { $to } — { $high }
survey-ask-words = Жауабыңызды бір хабарламамен жазыңыз.
survey-ask-number = Санын жазыңыз.
survey-ask-day = Күнін жазыңыз: күн.ай.жыл.
survey-ask-photo = Сурет жіберіңіз 📷
survey-ask-voice = Дауыстап айтыңыз немесе жазыңыз.
survey-ask-place = Картадан нүкте жіберіңіз 📍 немесе мекенжайын жазыңыз.
survey-ask-shares = { $total } санын жауаптарға бөліңіз: { $count } санды ретімен, бос орын қалдырып жазыңыз.
survey-ask-many = Бірнешеуін таңдауға болады.
survey-ask-many-limit = Ең көбі { $limit } жауап таңдаңыз.
survey-ask-order = Ретімен басыңыз: алдымен ең маңыздысы.
survey-ask-order-limit = Ең маңызды { $limit } жауапты ретімен басыңыз.
survey-ask-other = Немесе өз жауабыңызды жазыңыз.
survey-button-back = ← Артқа
survey-button-skip = Өткізіп жіберу
survey-button-decline = Жауап бергім келмейді
survey-button-later = Кейін аяқтаймын
survey-button-done = Дайын
survey-button-page = Бетте жауап беру
survey-later = Сақталды. Кез келген уақытта оралуға болады: «Сауалнамалар» мәзірі, соңғы күні: { $day }.
survey-page-link = Бұл бет тек сізге арналған, сауалнаманы аяқтағанша жарамды: { $url }
survey-answered-line = ✓ { $question }
survey-thanks-next = Нәтижесін осы чатқа жібереміз. Не өзгеретіні де осында айтылады, соңғы күні: { $day }.
survey-screened = Рақмет. Дәл осындай жауап бергендер саны жетті, сондықтан әрі қарай сұрамаймыз.

survey-wrong-wrong-type = Мұнда басқа түрдегі жауап керек.
survey-wrong-unreadable = Жауабыңызды оқи алмадық. Қайтадан жазып көріңіз.
survey-wrong-unknown-option = Мұнда ондай жауап жоқ.
survey-wrong-other-empty = Өз жауабыңызды сөзбен жазыңыз.
survey-wrong-too-few = Кемінде { $atLeast } жауап таңдаңыз.
survey-wrong-too-many = Ең көбі { $atMost } жауап таңдаңыз.
survey-wrong-exclusive = Бұл жауап жеке таңдалады.
survey-wrong-out-of-range = Аралығы { $min }–{ $max } болуы керек.
survey-wrong-not-whole = Бүтін сан керек.
survey-wrong-wrong-sum = Қосындысы { $sum } болды, { $total } болуы керек.
survey-wrong-not-all-ranked = { $needed } жауапты ретке қойыңыз.
survey-wrong-empty = Жауабыңызды жазыңыз.
survey-wrong-too-long = Тым ұзын: ең көбі { $limit } таңба.
survey-wrong-required = Әрі қарай өту үшін бұл сұраққа жауап керек.
survey-wrong-cannot-decline = Бұл сұраққа жауап беріңіз немесе өткізіп жіберіңіз.

# What came of it
survey-news-title = «{ $title }» сауалнамасының нәтижесі
survey-news-headline = { $question } — { $option }: { $percent } % ({ $low }–{ $high } % аралығы)
survey-news-mean = { $question } — орта есеппен { $mean } ({ $low }–{ $high } аралығы)
survey-news-duty = Не өзгеретінін орган осында жазады, соңғы күні: { $day }.
survey-news-findings = Сіздер айттыңыздар: { $words }
survey-news-changes = Не өзгереді: { $words }
survey-news-link = Барлық нәтиже: { $url }

# How far it can be trusted
survey-statement-sample = Кездейсоқ іріктеу: { $asked } адамнан сұралды, { $n } адам жауап берді; тізімде барлығы { $frame } адам.
survey-statement-list = Сауалнама алуға келіскендердің бәрінен сұралды ({ $frame }); { $n } адам жауап берді. Бұл барлық тұрғындар арасынан іріктеу емес.
survey-statement-open = Қалаған адам жауап берді: { $n }. Қатысушылар өздері келді, нәтижесі барлық тұрғынның пікірі емес.
survey-statement-response = Хабарлама жеткендердің { $percent } пайызы жауап берді.
survey-statement-weak-response = Хабарлама жеткендердің { $percent } пайызы ғана жауап берді. Бұл аз: қалғандарының пікірі басқа болуы мүмкін.
survey-statement-partial = Тағы { $partial } адам бастап, аяқтамады, олар есепке кірмеді.
survey-statement-dates = Жауаптар { $from } – { $until } аралығында жиналды.
survey-statement-languages = Тілдер: { $languages }.
survey-statement-language = { $code ->
    [kk] қазақша
    [ru] орысша
   *[en] ағылшынша
} { $people }
survey-statement-language-hidden = { $code ->
    [kk] қазақша
    [ru] орысша
   *[en] ағылшынша
} (саны жасырылған)
survey-statement-weighted = { $on } күнгі халық саны бойынша өлшенді ({ $source }); дизайн әсері { $deff }, { $n } жауапқа тең.
survey-statement-unweighted = Өлшенбеген.
survey-statement-margin = Қателігі ± { $margin } пайыздық тармақтан аспайды (95 % ықтималдық).
survey-statement-no-margin = Мұндай сауалнаманың статистикалық қателігі болмайды. Аралықтар жауап бергендер арасындағы айырманы ғана көрсетеді.

# The public page
survey-site-lead = Не сұралды, не естідік, не өзгерді. Әр санның қасында оған қаншалықты сенуге болатыны жазылған.
survey-site-results = Нәтижелер
survey-site-none = Нәтиже әлі жоқ.
survey-site-duties = Сіз айттыңыз — біз жасадық
survey-site-duties-count = { $open ->
    [0] Ашық міндет жоқ.
   *[other] Не өзгеретіні әлі айтылмағаны: { $open }, оның ішінде мерзімі өткені: { $late }.
}
survey-site-duty-open = Не өзгеретіні айтылады, соңғы күні: { $day }
survey-site-duty-late = Не өзгеретіні айтылмады. Мерзімі { $day } еді
survey-site-duty-done = Жауап берілген күн: { $day }
survey-site-n = Жауап саны: { $n }
survey-site-trust = Бұған қаншалықты сенуге болады
survey-site-question-n = { $answered } адам жауап берді, { $skipped } адам өткізіп жіберді
survey-site-mean = Орта есеппен { $mean } ({ $low }–{ $high } аралығы, { $n } жауап)
survey-site-nps = Кеңес беретіндер мен бермейтіндердің айырмасы: { $mean } ({ $low }–{ $high } аралығы)
survey-site-headline = { $option }: { $percent } %, { $low }–{ $high } % аралығы
survey-site-option = Жауап
survey-site-people = Адам саны
survey-site-share = Үлесі
survey-site-interval = 95 % аралық
survey-site-hidden = жасырын
survey-site-hidden-why = Жауап бергендер тым аз болып, оларды тануға болатын жерде «жасырын» деп жазылған.
survey-site-too-few = Жауап тым аз, сондықтан көрсетілмейді.
survey-site-words = Сөзбен жазылған жауаптарды орган оқиды; мұнда тек сандар жарияланады.
survey-site-csv = Кестені жүктеу (CSV)
survey-site-chart = «{ $question }» сұрағына берілген жауаптардың үлесі
survey-site-answer = Жауап беру
survey-site-next = Әрі қарай
survey-site-gone-title = Сауалнама аяқталған немесе сілтеме пайдаланылған
survey-site-gone = Бұл сілтемемен енді жауап беруге болмайды. Жаңасын чаттан алыңыз: «Сауалнамалар» мәзірі.
survey-site-thanks = Рақмет
survey-site-choose-number = Санды таңдаңыз
survey-site-rank = «{ $option }» орны
survey-site-share-of = «{ $option }» үшін қанша
survey-site-photo-in-chat = Сурет пен дауысты тек чатта жіберуге болады. Бұл сұрақты өткізіп жіберіңіз немесе чатта жауап беріңіз.

refusal-survey-not-found = Ондай сауалнама жоқ.
refusal-survey-wave-not-found = Ондай сауалнама жоқ.
refusal-survey-move-refused = Қазір сауалнамамен бұлай істеуге болмайды.
refusal-survey-wave-move-refused = Қазір сауалнамамен бұлай істеуге болмайды.
refusal-survey-changed-meanwhile = Сауалнама осы арада өзгертілді. Қайта ашыңыз.
refusal-survey-incomplete = Сауалнама толық емес: { $path } ({ $problem }, { $language }).
refusal-survey-approver-is-author = Авторы емес, басқа адам мақұлдауы керек.
refusal-survey-not-approved = Алдымен екінші адам мақұлдауы керек.
refusal-survey-closes-in-past = Аяқталатын күні өтіп кеткен.
refusal-survey-closed = Сауалнама аяқталды. Жауап бергіңіз келгеніне рақмет.
refusal-survey-answered-already = Бұл сауалнамаға жауап бергенсіз. Рақмет.
refusal-survey-session-gone = Бұл сауалнама аяқталған. Қалғандары «Сауалнамалар» мәзірінде.
refusal-survey-not-for-you = Бұл сауалнама тізім бойынша өтеді, сіз ол тізімде жоқсыз.
refusal-survey-group-too-small = Бұл топ тым шағын: ондағы адамдарды тануға болар еді.
refusal-survey-not-published = Нәтижесі әлі жарияланған жоқ.
refusal-survey-duty-done-already = Жауап берілген.
refusal-survey-source-too-long = Файл { $limit } таңбадан ұзын.
refusal-survey-source-unreadable = Файл оқылмайды, { $line }-жол.
refusal-survey-source-wrong = Файлда қате бар: { $path }, { $problem }.

# Opinion map
survey-map-list = Пікірлер картасы: { $title }
survey-map-intro = Тұрғындардың қысқа пікірлері бір-бірден көрсетіледі. Келісіңіз, келіспеңіз немесе өткізіп жіберіңіз. Дауысыңызды тек өзіңіз көресіз; үлестер мен кемінде бес адамдық топтар ғана жарияланады.
survey-map-position = { $position }-пікір, барлығы { $total }
survey-map-agree = Келісемін
survey-map-disagree = Келіспеймін
survey-map-pass = Білмеймін, өткіземін
survey-map-propose = Өз пікірімді қосу
survey-map-where = Мен қай топтамын
survey-map-next = Әрі қарай
survey-map-all-seen = Барлық пікірді қарап шықтыңыз. Жаңасы қосылса, осында күтіп тұрады.
survey-map-propose-how = Бір ойды бір сөйлеммен жазыңыз, ең көбі { $limit } таңба. Алдымен модератор оқиды.
survey-map-proposed = Рақмет. Тексерілген соң пікіріңізді басқалар көреді.
survey-map-nowhere = Әзірге орныңыз жоқ: тағы бірнеше пікірге жауап беріңіз. Карта минут сайын жаңарады.
survey-map-standing = Сіз { $group } тобындасыз: { $people } адамның ішінде { $size } адам. Топ саны: { $groups }.
survey-map-typical = Тобыңыздың ерекшелігі:
survey-map-typical-agree = + { $words }
survey-map-typical-disagree = − { $words }
survey-site-maps = Пікірлер карталары
survey-site-map-people = Қатысушы: { $people }, дауыс: { $votes }
survey-site-map-uniting = Барлық топты біріктіретін пікірлер
survey-site-map-group = { $group } тобы: { $size } адам
survey-site-map-agree = келіседі: { $shares }
survey-site-map-how = Топтар дауыстар бойынша табылды (басты компоненттер және k-орталар, Pol.is сияқты). Қатысушылар өздері келді: үлестер барлық тұрғынның пікірі емес. Бір адамның дауысы көрінбеуі үшін үлестер ондыққа дейін дөңгелектелген.
refusal-survey-map-not-found = Ондай пікірлер картасы жоқ.
refusal-survey-statement-not-found = Ондай пікір жоқ.
refusal-survey-statement-length = Бір сөйлем керек, ең көбі { $limit } таңба.
refusal-survey-statements-enough = { $limit } пікір қостыңыз. Осы жеткілікті.
refusal-survey-reason-needed = Себебін жазу керек.
survey-group-poll-note = Бұл — чаттың жедел сауалнамасы: дауыстар тексерілмейді, нәтижесі кәдімгі сауалнамалардан бөлек көрсетіледі.
survey-site-group-polls = Чаттардағы жедел сауалнамалар (тексерілмеген)

# A survey begun on an empty page
survey-starter-intro = Қалаңыздағы өмір туралы қысқа сауалнама.
survey-starter-consent = Тек жалпы сандар жарияланады. Сұрақты өткізіп жіберуге немесе кез келген сәтте тоқтауға болады.
survey-starter-thanks = Рақмет. Қорытындысын осы чатқа жібереміз, не өзгеретінін де жазамыз.
refusal-survey-coding-after-close = Жауаптарды толқын жабылғаннан кейін ғана кодтауға болады.
refusal-survey-published-already = Қорытынды жарияланды, енді өзгермейді.
refusal-survey-still-drawing = Тізім әлі құрылып жатыр. Дайын болғанда бастауға болады.

# The weekly brief for leaders
brief-title = Апта тақырыптары, { $day } дейін
brief-counts = Өтініш: { $appeals }, талқылаудағы хабар: { $contributions }, сұрақ: { $questions }
brief-rising = Әдеттегіден жиі:
brief-nothing = Әдеттегіден жоғары тақырып жоқ.
brief-topic = • { $topic }: { $count } (әдетте { $usual }), жауап берілді: { $answered }{ $late ->
    [0] { "" }
   *[other] , мерзімі өтті: { $late }
}
brief-more = тағы { $count } тақырып
brief-done = Қатысушыларға есеп берілді: { $kept }. Тағы күтілуде: { $owed }{ $late ->
    [0] { "" }
   *[other] , оның мерзімі өткені: { $late }
}
refusal-survey-anonymous = Сауалнама анонимді: кімнің не деп жауап бергенін білу мүмкін емес.
refusal-survey-purpose-missing = Адамдар бойынша жауаптарды не үшін ашатыныңызды жазыңыз.
refusal-survey-rows-after-close = Жауап жолдарын сауалнама аяқталған соң жүктеп алуға болады.
refusal-survey-too-few-rows = Жауап { $least }-ден аз: жолдарды бермейміз, өйткені адамды тануға болар еді. Сандар нәтижелер бетінде.

# The printed report
survey-report-how = Кестеде: адам саны, үлес және оның аралығы (95 %).
survey-report-answer = Жауап
survey-report-people = Адам
survey-report-share = Үлесі
survey-report-range = Аралығы
