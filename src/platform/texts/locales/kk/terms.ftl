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

refusal-ticket-no-hearing = Мұнда тыңдау жоқ: заң талап етпейді немесе шешім әлі дайын емес.
refusal-ticket-hearing-over = Алдын ала шешімге жауап беру мерзімі өтті: { $until }. Сөзіңізді «Толықтыру» батырмасымен қоса аласыз.
refusal-ticket-act-before-hearing = Алдын ала шешім жіберілді. Жауап бұл күннен ерте берілмейді: { $from }.
refusal-ticket-citizen-not-heard = Азамат өзін тыңдауды сұраған. Алдымен тыңдалғанын жазыңыз.
