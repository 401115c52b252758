console-votes-places = Дауыс беру бөлімдері
console-votes-tab-rounds = Дауыс беру
console-votes-tab-objections = Қарсылықтар
console-votes-title = Дауыс беру және бюджет
console-votes-none = Әзірге дауыс беру жоқ
console-votes-none-hint = Төмендегі форма арқылы біріншісін дайындаңыз.
console-votes-kind = { $kind ->
    [budget] Халық қатысатын бюджет
   *[ideas] Идеялар
}
console-votes-state = { $state ->
    [draft] дайындалып жатыр
    [collecting] ұсыныс жиналып жатыр
    [checking] ұсыныстар тексерілуде
    [voting] дауыс беріліп жатыр
    [closed] аяқталды
   *[stopped] тоқтатылды
}
console-votes-items = ұсыныс: { $count }
console-votes-until = Дауыс беру аяқталады:
console-votes-new = Жаңа дауыс беру
console-votes-what = Түрі
console-votes-name = Атауы
console-votes-about = Не туралы
console-votes-collect-until = Ұсыныс қабылданады
console-votes-from = Дауыс беру басталады
console-votes-budget = Бюджет, теңге
console-votes-way = Қалай дауыс береді
console-votes-way-voices = бірнеше дауыс
console-votes-way-knapsack = бюджетке сыйғанша
console-votes-voices = Әр адамда дауыс
console-votes-prepare = Дайындау
console-votes-ballots = дауыс бергендер: { $count }
console-votes-waiting = Тексеруді күтіп тұр: { $count }
console-votes-all = Ұсыныстар
console-votes-no-items = Әзірге ұсыныс жоқ
console-votes-territories = Қай жерден дауыс берді
console-votes-elsewhere = басқа жерлер
console-votes-seed = Кездейсоқ реттің саны: { $seed }
console-votes-page = Көпшілікке ашық бет
console-votes-act-open = Ашу
console-votes-act-end-collecting = Ұсыныс жинауды аяқтау
console-votes-act-start-voting = Дауыс беруді бастау
console-votes-act-close = Аяқтап, санау
console-votes-act-stop = Тоқтату
console-votes-act-add-petition = Петиция қосу
console-votes-petition-code = Петиция коды
console-votes-stop-reason = Себебі
console-votes-item-state = { $state ->
    [proposed] тексеруде
    [admitted] қабылданды
    [refused] қабылданбады
    [withdrawn] авторы қайтарып алды
    [chosen] таңдалды
   *[not_chosen] таңдалмады
}
console-votes-votes = дауыс: { $count }
console-votes-judged = Көрсетілді: { $exposures }, жақ: { $for }, қарсы: { $against }, өткізді: { $skipped }.
console-votes-share = Жақтағандар { $share } % (аралық { $low }–{ $high } %), орны { $places }.
console-votes-refusal = { $code ->
    [not_competent] Мұны бұл орган шешпейді.
    [too_costly] Бюджетке сыймайды.
    [not_lawful] Заң рұқсат етпейді.
    [duplicate] Дәл осындай ұсыныс бар.
    [insulting] Мәтінде балағат сөздер бар.
   *[unclear] Не істеу керегі түсініксіз.
}
console-votes-stage = { $stage ->
    [planned] жоспарланды
    [tender] конкурс жүріп жатыр
    [works] жұмыс жүріп жатыр
    [done] дайын
   *[dropped] орындалмайды
}
console-votes-cost = Құны, теңге
console-votes-admit = Қабылдау
console-votes-refuse = Қабылдамау
console-votes-refuse-reason = Себебі
console-votes-refuse-note = Түсініктеме (барлығы оқиды)
console-votes-progress-stage = Кезеңі
console-votes-progress-note = Не болды
console-votes-progress-act = Жазу
console-votes-objections = Қарсылықтар
console-votes-objections-hint = Қарсы дауыс берген адамдардың себептері. Аты-жөні жоқ.
console-votes-objections-none = Қарсылық жоқ
console-votes-heard-no = Тыңдалмаған
console-votes-heard-yes = Тыңдалған
console-votes-against = Қарсы: { $against }, көргендер: { $exposures }
console-votes-hide = Жасыру
console-votes-hear = Тыңдалды деп белгілеу
console-votes-where = Қай жерде (бос болса: бүкіл ел)
console-votes-to-integrity = Дауыс берудің адалдығы
