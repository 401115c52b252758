votes-button-all = Дауыс беру және бюджет
votes-list = Дауыс беру: { $total }
votes-list-none = Қазір ашық дауыс беру жоқ.
votes-kind = { $kind ->
    [budget] Халық қатысатын бюджет
   *[ideas] Идеялар
}
votes-state = { $state ->
    [draft] әлі ашылмаған
    [collecting] ұсыныс жиналып жатыр
    [checking] ұсыныстар тексеріліп жатыр
    [voting] дауыс беріліп жатыр
    [counting] дауыс беру бітті, қорытындысы әлі шыққан жоқ
    [closed] аяқталды
   *[stopped] тоқтатылды
}
votes-until = { $on } күніне дейін
votes-budget = Бюджет: { $sum } { $currency }
votes-cost = Құны: { $sum } { $currency }
votes-rule-voices = Әр адамда дауыс: { $count }
votes-rule-knapsack = Бюджетке сыйғанша жоба таңдауға болады.
votes-items = Ұсыныстар: { $count }
votes-one-by-one = Бір-бірлеп бағалау
votes-ballot = Дауыс беру
votes-propose = Ұсыныс айту
votes-results = Қорытынды
votes-back = ← Тізімге
votes-for = Жақтаймын
votes-against = Қарсымын
votes-skip = Өткізу
votes-progress = { $at } / { $total }
votes-fair = Барлығы бірдей жиі, кездейсоқ ретпен көрсетіледі.
votes-seen-all = Барлығын қарап шықтыңыз. Рахмет.
votes-why = ✍ Алдыңғысының себебін айту
votes-why-ask = «{ $title }»: неге? Бір сөйлем, { $limit } таңбаға дейін. Атыңызды ешкім көрмейді.
votes-why-done = Жазылды.
votes-next = Жалғастыру
votes-ballot-how = Жобаны таңдау үшін нөмірін басыңыз. Соңғы күнге дейін өзгертуге болады.
votes-ballot-left-voices = Қалған дауыс: { $left }
votes-ballot-left-money = Қалған ақша: { $left } { $currency }
votes-propose-title = Не ұсынасыз? Бір сөйлем, { $limit } таңбаға дейін.
votes-propose-body = Не үшін керек және қай жерде? { $limit } таңбаға дейін.
votes-proposed = Жіберілді. Тексергеннен кейін жазамыз.
votes-ranked = { $at }. { $title }: { $share } % жақтады, көргендер { $exposures }
votes-unranked = { $at }. { $title }: әлі ешкім көрген жоқ
votes-voted = { $title }: { $votes } дауыс
votes-chosen = таңдалды
votes-ballots = Дауыс бергендер: { $count }
votes-results-later = Қорытынды дауыс беру аяқталғанда шығады: аралық сан ешкімге әсер етпеуі керек.
votes-news = { $news ->
    [admitted] Ұсынысыңыз қабылданды: «{ $title }»
    [refused] Ұсынысыңыз қабылданбады: «{ $title }»
    [chosen] Жобаңыз таңдалды: «{ $title }»
    [not_chosen] Жобаңыз таңдалмады: «{ $title }»
    [progress] Жобаңыз бойынша жаңалық: «{ $title }»
   *[closed] Дауыс беру аяқталды: «{ $title }»
}
votes-refusal = { $code ->
    [not_competent] Мұны бұл орган шешпейді.
    [too_costly] Бюджетке сыймайды.
    [not_lawful] Заң рұқсат етпейді.
    [duplicate] Дәл осындай ұсыныс бар.
    [insulting] Мәтінде балағат сөздер бар.
   *[unclear] Не істеу керегі түсініксіз.
}
votes-stage = { $stage ->
    [planned] жоспарланды
    [tender] конкурс жүріп жатыр
    [works] жұмыс жүріп жатыр
    [done] дайын
   *[dropped] орындалмайды
}
votes-site-title = Дауыс беру және бюджет
votes-site-note = Әр ұсыныс бірдей жиі көрсетіледі, сондықтан ерте жарияланғанның не танымалдың артықшылығы жоқ.
votes-site-open = Ашық
votes-site-closed = Аяқталған
votes-site-none = Әзірге жоқ.
votes-site-proposals = Ұсыныстар
votes-site-order = Тізім кездейсоқ ретпен: әр оқырманға басқаша.
votes-site-in-chat = Telegram-да дауыс беру
votes-site-browser = Осы жерде бағалау
votes-site-browser-note = Браузер адам емес: кірмесеңіз, осындағы пікірлер бөлек саналады және орынға әсер етпейді.
votes-site-ranking = Реті
votes-site-place = Орны
votes-site-what = Ұсыныс
votes-site-share = Жақтағандар үлесі
votes-site-interval = Аралық (95 %)
votes-site-exposures = Көрсетілген
votes-site-for = Жақ
votes-site-against = Қарсы
votes-site-skip = Өткізді
votes-site-votes = Дауыс
votes-site-cost = Құны
votes-site-method = Реті көргендердің ішінде жақтағандардың үлесі бойынша, Уилсон аралығының төменгі шегімен анықталады. Аралығы қабаттасқандардың орны нақты емес.
votes-site-seed = Кездейсоқ ретті осы санмен кез келген адам тексере алады: { $seed }
votes-site-territories = Қай жерден
votes-site-elsewhere = басқа жерлер
votes-site-progress = Жобалар қалай жүріп жатыр
votes-site-reasons = Неге
votes-site-refused = Қабылданбағандар
votes-site-petition = Петиция
refusal-round-not-found = Мұндай дауыс беру жоқ.
refusal-round-item-not-found = Мұндай ұсыныс жоқ.
refusal-round-move-refused = Қазір олай істеуге болмайды: дауыс берудің кезеңі өзгерді.
refusal-round-changed-meanwhile = Бұл жаңа ғана өзгерді. Қайталап көріңіз.
refusal-round-not-collecting = Қазір ұсыныс жиналмайды.
refusal-round-not-voting = Қазір дауыс берілмейді.
refusal-round-votes-undecided = Алдымен бөлек қойылған дауыстар туралы шешім қабылдаңыз: қорытынды содан кейін шығады.
refusal-round-too-many-proposals = Бір адамнан { $limit } ұсыныс қабылданады.
refusal-round-text-too-short = Тым қысқа: кемінде { $limit } таңба керек.
refusal-round-text-too-long = Тым ұзын: { $limit } таңба сыяды.
refusal-round-over-budget = Бұл бүкіл бюджеттен қымбат.
refusal-round-cost-missing = Жобаның құнын жазыңыз.
refusal-round-item-decided = Бұл ұсыныс бойынша шешім қабылданған.
refusal-round-item-not-chosen = Бұл жоба таңдалмаған.
refusal-round-petition-there = Бұл петиция қосылып қойған.
refusal-round-proposals-waiting = Алдымен барлық ұсынысты тексеріңіз.
refusal-round-nothing-to-vote = Дауыс беретін ұсыныс жоқ.
refusal-round-budget-incomplete = Бюджет үшін сома, дауыс беру тәсілі және күндер керек.
refusal-round-days-out-of-order = Күндердің реті дұрыс емес.
refusal-round-reason-missing = Себебін жазыңыз.
refusal-round-no-verdict = Алдымен жақ не қарсы екеніңізді айтыңыз.
refusal-round-ballot-empty = Кемінде бір жобаны таңдаңыз.
refusal-round-ballot-unknown-item = Бұл жоба дауыс беруде жоқ.
refusal-round-ballot-too-many = Дауыс қалмады: алдымен біреуін алып тастаңыз.
refusal-round-ballot-over-budget = Бюджетке сыймайды: алдымен біреуін алып тастаңыз.
votes-site-enter = Дауысыңыз чаттағымен бірге саналуы үшін кіріңіз
votes-site-reason = «{ $title }»: себебін айту
votes-site-reason-label = Бір сөйлем, { $limit } таңбаға дейін. Атыңызды ешкім көрмейді.
votes-site-reason-send = Жазу
votes-site-ballot = Сіздің бюллетеніңіз
votes-site-ballot-choose = Жобаларды таңдаңыз
votes-site-ballot-send = Таңдауды жазу
votes-site-ballot-kept = Таңдауыңыз жазылды. Оны соңғы күнге дейін өзгертуге болады.
votes-site-ballot-empty = Бюллетеніңіз бос: дауыс саналмайды.
votes-site-ballot-change = Чаттағы да, осындағы да дауысыңыз біреу. Соңғы таңдау саналады.
votes-site-propose-send = Ұсынысты жіберу
votes-site-held = Тексеруге дейін бөлек қойылды: { $verdicts } пікір, { $ballots } бюллетень. Олар қорытындыға кірмейді.
votes-site-where = Қай жерде
votes-site-item-territories = Аумақтар бойынша жобалар
refusal-round-too-fast = Бір сағатта тым көп баға берілді. Демалып, кейін қайта келіңіз.
