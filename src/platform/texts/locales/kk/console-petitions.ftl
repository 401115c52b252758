console-petitions-places = Петициялар бөлімдері
console-petitions-tab-moderation = Тексеру
console-petitions-tab-duties = Міндеттер
console-petitions-tab-signals = Белгілер
console-petitions-tab-pauses = Сайлау кезеңі
console-petitions-state = { $state ->
    [draft] жоба
    [gathering_sponsors] алғашқы жақтастарын жинап жатыр
    [in_moderation] тексеріліп жатыр
    [open] ашық
    [threshold_reached] шекке жетті
    [replied] жауап берілді
    [followed_up] аяқталды
    [rejected] жарияланбады
    [withdrawn] авторы қайтарып алды
    [expired] жинау аяқталды
   *[stopped] тоқтатылды
}
console-petitions-moderation = Петицияларды тексеру
console-petitions-load = Кезекте: { $waiting }. Мерзімі таяу: { $near }. Мерзімі өткен: { $overdue }.
console-petitions-load-next = Ең жақын мерзім:
console-petitions-moderation-empty = Тексеретін петиция жоқ
console-petitions-moderation-empty-hint = Алғашқы жақтастарын жинаған петиция осында шығады.
console-petitions-near = мерзімі таяу
console-petitions-appealed = автор келіспейді
console-petitions-held-by-me = сіз оқып жатырсыз
console-petitions-held-by = оқып жатқан: { $name }
console-petitions-sponsors = Жақтастар: { $count }
console-petitions-barred = Мәтінде заң тыйған тақырыптың сөздері бар: { $subjects }. Тексеріңіз, бұл әлі бас тарту емес.
console-petitions-similar = Ұқсас петициялар:
console-petitions-earlier = Бұрын қайтарылған: { $reason }
console-petitions-proposal = { $name } қайтаруды ұсынды: { $reason } Екінші адамның келісімі керек.
console-petitions-you = Сіз
console-petitions-not-you = Бұл петицияны бұрын сіз қайтарғансыз, қарсылықты басқалар қарайды.
console-petitions-take = Өзіме алу
console-petitions-let-go = Кезекке қайтару
console-petitions-publish = Жариялау…
console-petitions-reject = Қайтару…
console-petitions-confirm = Қайтаруға келісемін
console-petitions-decline = Келіспеймін
console-petitions-original = Автордың мәтіні
console-petitions-published = Жарияланатын мәтін
console-petitions-part-ask = Не сұрайды
console-petitions-part-why = Неге
console-petitions-part-details = Толығырақ
console-petitions-note = Мәтін неге өзгерді
console-petitions-note-hint = Мұны барлық адам оқиды, автордың мәтіні де ашық қалады.
console-petitions-publish-as-is = Өзгеріссіз жариялау
console-petitions-publish-changed = Өзгертіп жариялау
console-petitions-reason-label = Себебі
console-petitions-reason-note = Түсініктеме
console-petitions-reason-note-hint = Себеп үш тілде жарияланады. Түсініктемені автор да, басқалар да оқиды: адам аттарын жазбаңыз.
console-petitions-propose = Қайтаруды ұсыну
console-petitions-reason = { $code ->
    [duplicate] Дәл осындай петиция ашық тұр.
    [decided_recently] Бұл мәселе жақында шешілген.
    [barred_subject] Заң бұл тақырыпта петицияға жол бермейді.
    [not_competent] Бұл мәселені бұл орган шешпейді.
    [no_action] Не істеу керегі түсініксіз.
    [personal_matter] Бұл жеке іс: өтініш беріңіз, оған міндетті түрде жауап береді.
    [personal_data] Мәтінде адамдардың жеке деректері бар.
    [false_facts] Мәліметтер расталмады.
    [insulting] Мәтінде балағат сөздер бар.
    [advertising] Бұл — жарнама.
   *[unreadable] Мәтінді оқу мүмкін емес.
}
console-petitions-done-taken = Петиция он бес минутқа сізде.
console-petitions-done-let-go = Петиция кезекке қайтты.
console-petitions-done-published = Жарияланды. Жақтастары хабар алады.
console-petitions-done-proposed = Ұсыныс жазылды. Енді басқа адам қарайды.
console-petitions-done-rejected = Қайтарылды. Автор себебін біледі.
console-petitions-done-declined = Ұсыныс алынды, петиция кезекте.
console-petitions-duties = Петициялар бойынша міндеттер
console-petitions-duties-open = Орындалмағандар
console-petitions-duties-met = Орындалғандар
console-petitions-duties-none-open = Ашық міндет жоқ
console-petitions-duties-none-met = Әзірге жауап берілген петиция жоқ
console-petitions-duties-none-hint = Петиция шекке жеткенде міндет осында шығады да, жауап берілгенше тұрады.
console-petitions-duty-met = жауап берілді
console-petitions-duty-waits = тіркеуді күтіп тұр
console-petitions-duty-undated = мерзімі белгіленбеген
console-petitions-duty-count = { $counter ->
    [support] Чаттағы қолдау
    [signatures] Жеке басын растағандар
   *[legal_reading] Портал көрсеткіші
}: { $count } / { $required }
console-petitions-find = Петицияны сөзі не коды бойынша табу
console-petitions-find-none = Ештеңе табылмады.
console-petitions-to-handle = Шекке жетпегендер: немен аяқталды?
console-petitions-to-handle-hint = Ешбір петиция үнсіз аяқталмайды. Қалай қаралғанын жазыңыз.
console-petitions-import = Портал көрсеткіштерін файлдан енгізу
console-petitions-import-hint = Бағандар: code, count, read_on (ЖЖЖЖ-АА-КК), url. Бір жолы қате болса, ештеңе жазылмайды.
console-petitions-import-file = Файл таңдау
console-petitions-import-act = Енгізу
console-petitions-import-done = Жазылды: { $recorded }. Бұрыннан бар: { $known }.
console-petitions-import-wrong = Ештеңе жазылған жоқ. Мына жолдарды түзетіңіз:
console-petitions-import-problem = { $line }-жол: { $problem }
console-petitions-count-support = Чатта қолдағандар
console-petitions-count-held = Тексеруге дейін бөлек қойылған
console-petitions-count-signatures = Жеке басын растағандар
console-petitions-count-legal = { $portal } көрсеткіші
console-petitions-timeline = Қалай жүрді
console-petitions-event = { $type ->
    [submitted] Берілді
    [sponsored] Алғашқы жақтастары жиналды
    [published] Жарияланды
    [rejected] Қайтарылды
    [appealed] Автор келіспеді
    [threshold_crossed] Шекке жетті
    [duty_registered] Орган тіркеді
    [duty_moved] Мерзім жылжыды: күнтізбе өзгерді
    [step_done] Орындалды
    [hearing] Талқылау
    [replied] Ресми жауап
    [followed_up] Не істелді
    [duty_overdue] Жауап мерзімі өтті
    [withdrawn] Авторы қайтарып алды
    [expired] Жинау аяқталды
    [outcome_noted] Немен аяқталды
    [stopped] Тоқтатылды
    [posted] Порталда жарияланды
    [reading] Портал көрсеткіші
    [moderation_overdue] Тексеру кешікті
    [held] Бөлек қойылды
    [held_overdue] Бөлек қойылған қолдау туралы шешім кешікті
    [released] Қайтарылды
    [invalidated] Сызып тасталды
   *[amended] Өзгертілді
}
console-petitions-public-page = Көпшілікке ашық бет
console-petitions-integrity = Қолдаудың адалдығы
console-petitions-readings = { $portal } көрсеткіштері
console-petitions-readings-none = Әзірге жазылмаған. Заңды күші бар сан тек сол жерде.
console-petitions-readings-link = дереккөз
console-petitions-act-posting = Порталда жарияланды
console-petitions-act-reading = Портал көрсеткіші
console-petitions-act-hearing = Талқылау жариялау
console-petitions-act-reply = Ресми жауап
console-petitions-act-follow-up = Не істелді
console-petitions-act-outcome = Немен аяқталды
console-petitions-act-stop = Тоқтату
console-petitions-send-posting = Күнді жазу
console-petitions-send-reading = Жазу
console-petitions-send-hearing = Жариялап, жақтастарына хабарлау
console-petitions-send-reply = Жауапты жариялап, жақтастарына хабарлау
console-petitions-send-follow-up = Жариялап, жақтастарына хабарлау
console-petitions-send-outcome = Жазып, жақтастарына хабарлау
console-petitions-send-stop = Петицияны тоқтату
console-petitions-hint-posting = { $portal } петицияны көпшілікке ашқан күн. Заңдағы жинау мерзімі мен БАҚ-қа хабарлау сол күннен саналады.
console-petitions-hint-reading = Санды { $portal } бетінен қараңыз. Сан мен күнді де, сілтемені де барлығы көреді.
console-petitions-hint-reply = Тармақтап жауап беріңіз: не істеледі, қашан, неге. Мұны барлығы оқиды.
console-petitions-hint-follow-up = Іс жүзінде не істелді және қашан.
console-petitions-hint-outcome = Қай жерде қаралды, нөмірі қандай, не шештік.
console-petitions-hint-stop = Кім және неге тоқтатты. Себебін барлығы оқиды.
console-petitions-posting-on = Порталда жарияланған күні
console-petitions-reading-count = Қанша
console-petitions-reading-on = Қай күні
console-petitions-reading-url = Сілтеме
console-petitions-hearing-on = Күні
console-petitions-hearing-place = Орны мен уақыты
console-petitions-register = Тіркеуді жазу
console-petitions-register-hint = Осы күннен бастап заңдағы мерзім жүреді.
console-petitions-register-number = Тіркеу нөмірі
console-petitions-register-on = Тіркелген күні
console-petitions-done-posting = Күн жазылды, мерзімдер содан саналады.
console-petitions-done-reading = Көрсеткіш жазылды.
console-petitions-done-hearing = Талқылау жарияланды.
console-petitions-done-reply = Жауап жарияланды.
console-petitions-done-follow-up = Жарияланды.
console-petitions-done-outcome = Жазылды.
console-petitions-done-stop = Петиция тоқтатылды.
console-petitions-signals = Қолдаудағы белгілер
console-petitions-signals-hint = Белгі ешкімді сызып тастамайды: шешімді адам қабылдайды, шешім ашық болады.
console-petitions-signals-none = Белгі жоқ
console-petitions-signals-none-hint = Әдеттен тыс ағын болса, осында шығады.
console-petitions-signals-count = Қаралмаған белгілер: { $count }
console-petitions-held-title = Бөлек қойылған қолдау
console-petitions-held-count = Бөлек қойылған: { $count }
console-petitions-held-decide = Шешім мерзімі:
console-petitions-public-note = Көпшілік оқитын ескерту:
console-petitions-thresholds = Сағатына кемінде { $enough } қолдау болса қараймыз: әдеттегіден { $factor } есе көп, жаңа есептік жазбалар немесе бір сілтеме { $share } % асса, түнгі { $from }–{ $to } аралығындағы бірқалыпты ағын, бір браузерден кемінде { $device } қолтаңба не қолдау.
console-petitions-signal = { $kind ->
    [burst] Күрт көбею
    [fresh_accounts] Жаңа есептік жазбалар
    [one_referrer] Бір сілтеме
    [one_device] Бір браузер
   *[regular_night] Түнгі бірқалыпты ағын
}
console-petitions-signal-count = { $count } қолдау
console-petitions-looked = қараған: { $name }
console-petitions-look-leave = Қарадым, қалдырамын
console-petitions-decisions = Шешімдер
console-petitions-decisions-none = Әзірге шешім жоқ.
console-petitions-hours = Апта ішінде сағат сайын
console-petitions-hours-table = Кесте түрінде
console-petitions-hour = Сағат
console-petitions-hour-count = Қолдау
console-petitions-hour-fresh = Жаңа жазбалар
console-petitions-hour-referrer = Бір сілтемеден
console-petitions-sources = Қайдан келді
console-petitions-source = { $source ->
    [author] автор
    [chat] чат
    [sponsor] алғашқы жақтас
    [inline] басқа чаттан
   *[site] сайт
}
console-petitions-stretch = Бөлікпен жұмыс
console-petitions-since = Басы
console-petitions-until = Соңы
console-petitions-referrer = Сілтеме
console-petitions-referrer-any = кез келген
console-petitions-stretch-size = Осы аралықта саналған: { $counted }, бөлек қойылған: { $held }.
console-petitions-stretch-act = Не істейміз
console-petitions-act-hold = Бөлек қою
console-petitions-act-release = Қайта санау
console-petitions-act-invalidate = Сызып тастау
console-petitions-stretch-reason = Себебі
console-petitions-stretch-reason-hint = Себебін бәрі оқиды.
console-petitions-pauses = Сайлау кезеңі
console-petitions-pauses-hint = Ереженің өзі тоқтататын әрекеттер және операторлардың шешімдері. Чат та, сайт та себебін айтады.
console-petitions-pauses-rule = Сайлау кезінде тоқтайды: { $acts }
console-petitions-pauses-rule-none = Сайлау кезінде ережелер ештеңені тоқтатпайды.
console-petitions-pauses-decided = Шешімдер
console-petitions-pauses-none = Әзірге шешім жоқ.
console-petitions-pause-start = жаңа петиция бастау
console-petitions-pause-publish = жариялау
console-petitions-pause-support = қолдау жинау
console-petitions-pause-lifted = алынған
console-petitions-pause-in-force = күшінде
console-petitions-pause-idle = бүгін күшінде емес
console-petitions-pause-lift = Шешімді алу
console-petitions-pause-new = Уақытша тоқтату
console-petitions-pause-rules = Қай ережелер бойынша
console-petitions-pause-stops = Не тоқтайды
console-petitions-pause-reason = Себебі (барлығы оқиды)
console-petitions-pause-decide = Тоқтату
console-petitions-step-done = Орындалды деп белгілеу
console-petitions-step-note = Қалай орындалды
console-petitions-step-note-hint = Мұны бәрі оқиды: кімге, қашан хабарланды не жіберілді, сілтемесі.
console-votes-integrity = Дауыс берудің адалдығы: { $count } белгі
console-votes-integrity-held = Бөлек қойылды: { $verdicts } пікір, { $ballots } бюллетень.
console-votes-signal-count = { $count } адам
