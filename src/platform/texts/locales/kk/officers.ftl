# Officer card
officers-urgent = Шұғыл: қауіп туралы жазылған
officers-where = Қайда: { $place }
officers-no-topic = тақырыбы анықталмаған
officers-state = { $state ->
    [delivered] Тіркеуді күтіп тұр
    [registered] Қаралып жатыр
    [answered] Жауап берілді, азаматтың сөзін күтеміз
    [disputed] Азамат жауаппен келіспеді: басшы қарайды
    [with_monitors] Бақылаушыларда
    [closed] Жабылды
    [redirected] Басқа органға берілді
   *[withdrawn] Азамат қайтарып алды
}
officers-register-number = Тіркеу № { $number }
officers-registration-late = Тіркеу мерзімі өтті
officers-promised = Уәде етілген күн: { $on } ({ $days ->
    [0] бүгін
   *[other] { $days } күн қалды
})
officers-statutory = Заң бойынша: { $on } ({ $days ->
    [0] бүгін
   *[other] { $days } күн қалды
})
officers-promise-broken = Уәде етілген күн өтті: { $on }
officers-statutory-passed = Заңдағы мерзім өтті: { $on }
officers-taken-by = Қарап жатқан: { $name }
officers-entry = { $kind ->
    [statement] Азамат жазды
    [addition] Азамат толықтырды
    [question] Азаматтан сұралды
    [reply] Азамат жауап берді
    [answer] Ресми жауап
    [dispute] Азамат келіспеді
    [note] Ішкі жазба, азамат көрмейді
   *[notice] Хабарлама
}

# Buttons
officers-button-take = Аламын
officers-button-register = Тіркеу
officers-button-answer = Жауап беру
officers-button-ask = Азаматтан сұрау
officers-button-extend = Мерзімін ұзарту
officers-button-redirect = Басқа органға беру
officers-button-hear = Алдын ала шешім
officers-button-forward = Жоғары жолдау
officers-button-pass = Келісу не қол қою
officers-button-return = Авторға қайтару
officers-button-open = Ашу
officers-button-send = Жіберу
officers-button-cancel = Болдырмау
officers-button-connect = Кіру
officers-outcome = { $outcome ->
    [done] Орындалды
    [explained] Түсіндірілді
    [partly] Жартылай
    [refused] Бас тартылды
   *[planned] Жоспарланды
}

# Previews and results
officers-preview-ask = Азаматқа мына сұрақ жіберіледі:
officers-preview-answer = Азаматқа мына ресми жауап жіберіледі. Нәтижесін таңдаңыз — сонда кетеді:
officers-preview-extend = Мерзім { $until } дейін ұзартылады. Азаматқа себебі айтылады:
officers-preview-redirect = Мына органға беріледі: { $agency }. Азаматқа себебі айтылады:
officers-preview-hear = Азамат осы алдын ала шешімді алады. { $until } дейін қарсы бола алады, { $from } бастап шешуге болады:
officers-hear-late = Мерзімінде шешу мүмкін емес: ол { $due } бітеді.
officers-preview-forward = Шағым іспен бірге жоғары органға жолданады: { $agency }.
officers-preview-pass = Жауап сізді күтіп тұр. Оқып шығыңыз: келіссеңіз, әрі қарай кетеді.
officers-preview-answer-on = { $hand ->
    [approver] Бұл ресми жауап алдымен келісуге, сосын азаматқа барады. Нәтижесін таңдаңыз:
   *[signatory] Бұл ресми жауап алдымен қол қоюға, сосын азаматқа барады. Нәтижесін таңдаңыз:
}
officers-passed-on = Жауап келесі қолға өтті. Азамат оны әлі көрген жоқ.
officers-answer-waits = { $stage ->
    [approver] Жауап келісуді күтіп тұр
    [signatory] Жауап қол қоюды күтіп тұр
   *[author] Жауап авторға қайтарылды
}
officers-points = Өтініштің тармақтары:
officers-points-how = Жауаптың сөздерінен белгіленді. Өзіңіз белгілеу үшін соңғы жолға «Тармақтар: 1, 3» деп жазыңыз.
officers-points-hint = Ештеңе белгіленбесе, жауаптың сөздері шешеді
officers-number-how = Шығыс нөмірі керек: «Шығыс: 12-3 09.12.2026» деген жол қосыңыз.
officers-outgoing = Шығыс № { $number }, { $on }
officers-template-how = Сөздерін өзгерту үшін осы хабарға өз мәтініңізбен жауап беріңіз.
officers-done = { $act ->
    [take] Сізге бекітілді
    [note] Ішкі жазба сақталды
    [ask] Сұрақ жіберілді
    [register] Тіркеу нөмірі жазылды
    [extend] Мерзім ұзартылды
    [redirect] Басқа органға берілді
    [pass] Келісілді, жауап азаматқа кетті
    [hear] Алдын ала шешім жіберілді
    [forward] Шағым жоғары жолданды
    [return] Авторға қайтарылды
   *[answer] Жауап жіберілді
}
officers-cancelled = Жіберілмеді.
officers-refused = Бұл қазір мүмкін емес ({ $code }).
officers-failed = Бізде ақау болды, ештеңе өзгерген жоқ: код { $code }. Қайталап көріңіз.

# Who is who
officers-unbound = Сізді әзірге танымаймыз, сондықтан ештеңе өзгерген жоқ. Бір рет кіріп, осы аккаунтты байланыстырыңыз: { $url }
officers-unbound-chat = Сізді әзірге танымаймыз, ештеңе өзгерген жоқ. Басшыңыздан шақыру сілтемесін сұраңыз.
officers-bound = Байланыстырылды: { $name }. Енді батырмалар сіз үшін жұмыс істейді.
officers-group-bound = Бұл топқа { $agency } өтініштері келеді. Нөмірлері мен мерзімдері осында көрінеді.
officers-group-bind-how = Топты байланыстыру үшін консольдегі кодты жазыңыз: /bind КОД
officers-connect-title = Аккаунтты байланыстыру
officers-connect-question = { $channel } аккаунты { $account } — бұл сіз бе, { $name }?
officers-connect-yes = Иә, бұл мен
officers-connect-sign-in = Алдымен консольге кіріңіз, содан соң осы сілтемені қайта ашыңыз.
officers-connect-gone = Бұл сілтеме ескірді. Батырманы қайта басыңыз.

# Writing
officers-prompt-answer = № { $number }: осы хабарға жауап ретінде ресми жауапты жазыңыз. Жібермес бұрын көрсетеміз.
officers-prompt-ask = № { $number }: осы хабарға жауап ретінде азаматқа сұрақты жазыңыз.
officers-prompt-register = № { $number }: осы хабарға жауап ретінде тіркеу нөмірін жазыңыз.
officers-prompt-extend = № { $number }: осы хабарға жауап ретінде күні мен себебін жазыңыз. Мысалы: 30.12.2026 сараптама күтілуде
officers-prompt-redirect = № { $number }: осы хабарға жауап ретінде органның коды мен себебін жазыңыз. Мысалы: almaty.energy бұл электр желісі
officers-prompt-hear = № { $number }: осы хабарға алдын ала шешіммен жауап беріңіз: не шешпексіз және неге.
officers-prompt-forward = № { $number }: осы хабарға жауап ретінде іске түсініктеме жазыңыз.
officers-prompt-return = № { $number }: автор нені түзетуі керегін осы хабарға жауап етіп жазыңыз.
officers-reply-how = Карточкаға жауап жазсаңыз — ішкі жазба. «Жауап:», «Сұрақ:», «Тіркеу:», «Ұзарту:», «Жіберу:», «Тыңдау:», «Жоғары:» деп бастасаңыз — сол әрекет.

# Slack
officers-field-text = Мәтін
officers-field-number = Тіркеу нөмірі
officers-field-on = Тіркелген күні
officers-field-until = Жаңа мерзім
officers-field-reason = Себебі (азаматқа көрінеді)
officers-field-points = Жауап берілетін тармақтар
officers-field-outgoing-number = Шығыс нөмірі
officers-field-outgoing-on = Шығыс күні
officers-field-remark = Нені түзету керек (автор көреді)
officers-field-note = Іске түсініктеме (азамат көреді)
officers-field-to = Қай органға
officers-field-outcome = Нәтижесі
officers-field-language = Тілі
officers-field-files = Файлдар (азаматқа жіберіледі)
officers-field-decided-by = Кім шешті
officers-modal-answer = Жауап
officers-modal-ask = Азаматқа сұрақ
officers-modal-register = Тіркеу
officers-modal-extend = Мерзімін ұзарту
officers-modal-redirect = Басқа органға беру
officers-modal-hear = Алдын ала шешім
officers-modal-forward = Жоғары жолдау
officers-modal-pass = Келісу
officers-modal-return = Авторға қайтару
officers-modal-preview = Тексеру
officers-modal-next = Әрі қарай
officers-modal-back = Артқа
officers-extend-bounds = Заң бойынша: { $earliest } – { $latest }
officers-home-title = Менің өтініштерім, мерзімі бойынша
officers-home-empty = Сізде ашық өтініш жоқ. Жаңалары арнадағы карточкалардан алынады.
officers-home-more = Тағы { $count }. Бәрі консольде.
officers-command-how = Нөмірді жазыңыз: /dauys 472-918-3. Аккаунтты байланыстыру: /dauys connect КОД
officers-no-such-number = Мұндай нөмір сіздің органда жоқ.
officers-digest-title = { $agency }: бүгінгі жағдай
officers-digest-figures = Ашық: { $open }. Тіркелмеген: { $unregistered }. Мерзімі 5 күн ішінде: { $soon }. Кешіккен: { $overdue }.
officers-term-title = Мерзімі таяған немесе өткен өтініштер
officers-term-line = { $title } — { $clock ->
    [registration] тіркеу
    [promised] уәде
    [hearing] тыңдау: азаматқа берілген уақыт өтті
    [forward] шағымды жоғары органға жолдау
    [review] келіспеушілікті қарау
   *[statutory] заң бойынша
}: { $on }{ $state ->
    [passed] , өтіп кетті
    [today] , бүгін
   *[near] {""}
}
officers-test-message = Тексеру: { $agency } арнасы жұмыс істейді.

# E-mail
officers-mail-how = Осы хатқа жауап берсеңіз — ішкі жазба. Бірінші жолды «Жауап:», «Сұрақ:», «Тіркеу:», «Ұзарту:» немесе «Жіберу:» деп бастаңыз.
officers-mail-confirm = Жіберу үшін осы хатқа «{ $yes }» деп жауап беріңіз.
officers-mail-yes = иә
officers-mail-refused = Хатыңыз бойынша ештеңе өзгерген жоқ: { $reason }
officers-mail-done = № { $number }: { $done }

# Refusals
refusal-channel-not-allowed-here = Бұл арнада тек алуға және ашуға болады: сервері шетелде. Қалғаны — консольде.
refusal-channel-not-found = Мұндай арна жоқ.
refusal-channel-address-refused = Бұл мекенжайға жіберуге болмайды: ол ішкі желіде немесе https емес.
refusal-officer-invitation-used = Шақыру коды жарамсыз: ол бір рет қана және жеті күн жарамды.
refusal-officer-preview-gone = Бұл алдын ала көрініс жоқ: жіберілген немесе ескірген. Қайта жазыңыз.
refusal-officer-not-confirmed = Растау сөзі танылмады, ештеңе жіберілген жоқ. Алдын ала хатта аталған сөздердің бірін жазыңыз.
refusal-officer-file-missing = Файл алынбады, ештеңе жіберілген жоқ. Файлды қайта тіркеңіз.
refusal-officer-incomplete = Жетпейді: { $need }
