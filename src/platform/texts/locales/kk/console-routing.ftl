console-routing-title = Бағыттау сапасы
console-routing-span = Кезең
console-routing-days = Соңғы { $days } күн
console-routing-empty = Бұл кезеңде өтініш болмаған
console-routing-empty-hint = Ұзағырақ кезеңді таңдаңыз.
console-routing-sum = Өтініш саны: { $sent }. Бірден тиісті органға түскені: { $right }. Адам шешкені: { $triaged }. Қайта жіберілгені: { $redirected }. Растауға әдетте { $seconds } с кетеді.
console-routing-by-language = Тілдер бойынша
console-routing-by-body = Органдар бойынша
console-routing-language-kk = Қазақша
console-routing-language-ru = Орысша
console-routing-language-en = Ағылшынша
console-routing-col-sent = Өтініш
console-routing-col-right = Бірден дұрыс
console-routing-col-redirected = Қайта жіберілді
console-routing-col-changed = Автор өзгертті
console-routing-col-triaged = Адам шешті
console-routing-col-seconds = Растауға дейін, с
console-routing-confusions = Көбіне нені шатастырады
console-routing-said = Ұсынылғаны
console-routing-meant = Шын мәнінде
console-routing-times = Рет
console-routing-models = Модель нұсқалары
console-routing-shipped = Бірге жеткізілген нұсқа жұмыс істеп тұр.
console-routing-current = { $version }-нұсқа жұмыс істеп тұр.
console-routing-train = Үміткерді үйрету
console-routing-training = Үйретіліп жатыр, бір-екі минут
console-routing-rollback = Жеткізілген нұсқаға оралу
console-routing-promote = Осы нұсқамен жұмыс істеу
console-routing-version = { $version }-нұсқа
console-routing-state-current = жұмыс істеп тұр
console-routing-state-candidate = үміткер
console-routing-state-retired = бұрынғы
console-routing-state-refused = қабылданбады: нашарлады
console-routing-by-night = түнде
console-routing-by-hand = қолмен
console-routing-examples = жаңа мысал: { $count }
console-routing-set-heldout = Тақырыптардың бөлек сақталған мысалдары
console-routing-set-cases = Тексеруге арнап жазылған хабарлар
console-routing-set-history = Бөлек сақталған өтініштер
console-routing-compared = бұрын { $before }, енді { $after }, барлығы { $messages } ({ $verdict ->
    [better] жақсарды
    [worse] нашарлады
   *[same] айырмасы кездейсоқтық шегінде
})
console-routing-excluded = Бір адамның { $count } түзетуі есепке алынбады. Барлығы дерлік бір жаққа бағытталған: { $target }.
