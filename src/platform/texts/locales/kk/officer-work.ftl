# Жауаппен жұмыс неге қабылданбады
refusal-template-not-found = Мұндай үлгі жоқ.
refusal-template-not-allowed = Үлгіні басшы бекітеді.
refusal-template-changed-meanwhile = Үлгі жаңа ғана өзгерді. Қайта ашыңыз.
refusal-template-variable-unknown = «{ $name }» деген айнымалы жоқ. Тізімнен таңдаңыз.
refusal-points-count-wrong = Кемінде бір, ең көбі { $max } тармақ керек.
refusal-answer-not-found = Келісудегі жауап жоқ.
refusal-answer-not-in-hand = Бұл жауап қазір сізде емес.
refusal-answer-changed-meanwhile = Жауап жаңа ғана өзгерді. Өтінішті қайта ашыңыз.
refusal-answer-proof-missing = Мұндай өтініште «жасалды» деген жауапқа нәтиженің суреті керек.
refusal-answer-number-missing = Шығыс нөмірін жазыңыз: онсыз жауап жіберілмейді.
officers-field-template = Бекітілген үлгі
officers-warnings = Жібермес бұрын қараңыз:
officers-warning =
  { $warning ->
    [points_unaddressed] жауапсыз тармақтар: { $points }
    [no_legal_basis] құқықтық негіз жоқ
    [no_complaint_way] қалай шағымдану айтылмаған
    [hard_to_read] оқу қиын
    [template_only] үлгіден басқа ештеңе жоқ
    [wrong_language] азамат басқа тілде жазған
   *[third_persons] басқа адамдардың деректері бар сияқты
  }
refusal-view-not-found = Мұндай көрініс жоқ.
refusal-join-parent-is-joined = Негізгі өтініштің өзі басқасына қосылған.
refusal-join-too-many = Бірден { $max } өтініштен артық қосуға болмайды.
refusal-join-other-body = Тек өз органыңыздағы басқа өтініштерді қосуға болады.
refusal-join-not-registered = Алдымен тіркеңіз: қосылған өтініштің де заңды мерзімі бар.
refusal-leave-dates-wrong = Күндері немесе алмастырушысы дұрыс емес.
officers-news =
  { $news ->
    [mentioned] № { $number }: жазбада сізді атаған
    [assigned] № { $number }: іс сізге тапсырылды
   *[watched] № { $number }: бақылап жүрген іс өзгерді
  }
refusal-agency-dates-wrong = Аяқталу күні басталу күнінен кейін болуы керек.
refusal-agency-superior-wrong = Жоғары тұрған орган дұрыс емес.
refusal-agency-territory-wrong = Мұндай аумақ жоқ.
refusal-territory-not-found = Тізімде мұндай аумақ жоқ.
refusal-territory-code-taken = Мұндай коды бар аумақ бұрыннан бар.
refusal-territory-parent-wrong = Бұл аумақ ол жердің ішінде бола алмайды: деңгейі мен жоғары тұрған аумақты тексеріңіз.
refusal-competence-role-wrong = Мұндай рөл жоқ.
refusal-competence-topic-wrong = Бұл тақырып басқа рөлге жатады.
refusal-competence-not-found = Органда мұндай құзырет жоқ.
refusal-channel-already-added = Бұл арна қосылып қойған.
refusal-assistant-unavailable = Аударма көмекшісі қазір қолжетімсіз.
