# Terms of a case: hearing, silence, reminders, a moved date

news-preliminary-intro = { $agency } мынадай шешім қабылдамақ:
news-preliminary-when = Жауап беретін соңғы күн: { $day }. Шешім мына күннен ерте шықпайды: { $act }.
news-heard = № { $number } бойынша тыңдау жазбасы
button-hearing-agree = Қарсы емеспін
button-hearing-object = Қарсымын
button-hearing-attend = Мені тыңдаңыздар
position-agrees-done = Жазып алдық: қарсы емессіз. Ойыңызды өзгерте аласыз, соңғы күні: { $day }.
position-objects-done = Жазып алдық: қарсысыз. Себебін бір хабарламамен жазыңыз, шешімде ескеріледі. Жазбасаңыз да болады.
position-wants-hearing-done = Жазып алдық: тыңдауды сұрадыңыз. Сізді тыңдамай шешім шықпайды. Қашан, қалай ыңғайлы екенін жазыңыз. Жазбасаңыз да болады.
position-words-added = Сөзіңізді қостық.
position-name = { $position ->
    [agrees] қарсы емессіз
    [objects] қарсысыз
   *[wants_hearing] тыңдауды сұрадыңыз
}
card-hearing = Алдын ала шешім бар, жауап беретін соңғы күн:
card-hearing-said = Алдын ала шешімге жауабыңыз:
history-position = алдын ала шешімге жауабыңыз

news-routed-why = Себебі:
news-redirected-times = Бұл — { $times }-рет жолдануы. Енді органды сервис операторы таңдайды.
news-forwarded = № { $number } шағым жоғары органға жолданды: { $agency }
news-forward-overdue = № { $number } шағым жоғары органға мерзімінде жолданбады
news-forward-overdue-what = { $agency } оны жолдауға немесе толық қанағаттандыруға тиіс еді. Басшы мен операторға хабарладық.
news-overdue-court = Жоғары орган да жауап бермеді. Енді сотқа жүгінуге болады.
news-moved = № { $number } бойынша күн өзгерді
news-moved-what = Жұмыс күндерінің күнтізбесі өзгерді. Жауап күтетін соңғы күн: { $day }.
button-remind = Еске салу
button-complain-wait = Тағы күту
button-complain-file = Шағымды беру
button-go-to-court = Сотқа қалай жүгінуге болады
reminded = Қызметкер мен оның басшысына еске салдық. Келесі еске салу — 3 күннен кейін.
history-reminder = еске салдыңыз
card-complains-of = № { $number } бойынша үнсіздікке шағым
card-complained = Шағым берілді: № { $number }
silence-complaint-title = Шағым дайын
silence-complaint =
    Әрекетсіздікке шағым.
    Орган: { $agency }.
    Менің № { $number } өтінішім тіркелген күні: { $registered }, тіркеу нөмірі: { $register }. Жауап мерзімі өткен күн: { $day }. Жауап жоқ.
    Әрекетсіздікті заңсыз деп танып, өтінішті мәні бойынша қарауды сұраймын.
    Негізі: { $law }.
silence-complaint-to = Шағым сол органның өзіне беріледі: { $agency }.
silence-complaint-forward = Ол { $length } ішінде шағымды толық қанағаттандыруға не жоғары органға жолдауға тиіс: { $superior }.
silence-complaint-answer = Шағымға { $length } ішінде жауап беруге тиіс.
silence-complaint-until = Шағым беретін соңғы күн: { $day }.
silence-complaint-late = Шағым беру мерзімі өткен: { $day }. Соған қарамастан беруге болады: қабылдауға міндетті, кешігу себебін бағалайды. Себебін бергеннен кейін қосып жазыңыз.
silence-complaint-filed = Шағым берілді, № { $number }. Ол бірінші өтінішпен байланысты. Оны сіз шағымданған адам шешпейді.
silence-wait = Жақсы, күтеміз. Шағымды да, еске салуды да № { $number } карточкасынан таба аласыз.
silence-court =
    Шағымнан кейін орган орналасқан жердегі әкімшілік сотқа жүгінуге болады.
    Талап арызға өтінішті, шағымды, жауап болса, соны қосыңыз. Бәрі істе бар: /my ашып, «Істі жүктеу» батырмасын басыңыз.
    Мемлекеттік баж бен мерзімді соттан не заңгерден нақтылаңыз: бұны сервис шешпейді.
extension-reason-draft = Жауап беру үшін мән-жайды анықтау керек:

refusal-ticket-no-hearing = Мұнда тыңдау жоқ: заң талап етпейді немесе шешім әлі дайын емес.
refusal-ticket-hearing-over = Алдын ала шешімге жауап беру мерзімі өтті: { $until }. Сөзіңізді «Толықтыру» батырмасымен қоса аласыз.
refusal-ticket-act-before-hearing = Алдын ала шешім жіберілді. Жауап бұл күннен ерте берілмейді: { $from }.
refusal-ticket-citizen-not-heard = Азамат өзін тыңдауды сұраған. Алдымен тыңдалғанын жазыңыз.
refusal-appeal-no-silence = Заңдағы мерзім әлі өткен жоқ, үнсіздікке шағымдануға ерте.
refusal-appeal-complained-already = Бұл үнсіздікке шағым берілген. Ол /my ішінде.
refusal-appeal-not-late = Мерзім әлі өткен жоқ: еске салуға ерте.
refusal-appeal-reminded-lately = Жақында еске салдыңыз. { $days } күнде бір рет еске салуға болады.
refusal-ticket-complained-of = Бұл — сіздің әрекетсіздігіңізге шағым: оны басқа қызметкер шешуі керек.
refusal-ticket-must-forward = Орган өз үнсіздігіне берілген шағымға толық қанағаттандырып, мерзімінде үлгерсе ғана өзі жауап береді. Әйтпесе жоғары органға жолдаңыз.
refusal-ticket-no-superior = Анықтамалықта жоғары орган көрсетілмеген. Оператордан толықтыруды сұраңыз.
refusal-triage-reason-missing = Неге осы орган екенін жазыңыз: іс бұған дейін де жолданған.
refusal-compliance-period-wrong = Кезеңнің басы соңынан кеш.
refusal-compliance-too-large = Кезеңде тым көп іс бар: { $limit } асады. Қысқарақ кезең алыңыз.
news-review-overdue = № { $number } іс бойынша жауап уақытында қайта қаралмады
news-review-overdue-what = Сіз келіспеген едіңіз. Басшы мен операторға хабарладық. Бұл — сервистің мерзімі, заңдағы күн өзгермейді.
refusal-promise-general-needed = Жалпы уәдені алып тастауға болмайды.
card-review = Сервис уәдесі: жауап қайта қаралады, соңғы күні
