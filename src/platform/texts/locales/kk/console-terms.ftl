# Terms in the console: hearing, chain of bodies, calendars, rules, registrations, compliance, risk

console-terms-hearing-none = Мұнда заң тыңдауды талап етпейді.
console-terms-hearing-why = Азаматтың пайдасына емес шешім шықпай тұрып, оған не шешілмек екенін айтады.
console-terms-hearing-if-sent = Бүгін жіберілсе, жауап беретін соңғы күні:
console-terms-hearing-sent = Жіберілді
console-terms-hearing-citizen = Азамат
console-terms-hearing-silent = әлі жауап берген жоқ, соңғы күні:
console-terms-hearing-heard = Тыңдалды
console-terms-hearing-act-from = Шешім мүмкін болатын күн:
console-terms-hearing-late = Мерзімге үлгеру үшін ертерек жіберу керек еді. Соңғы күн:
console-terms-hearing-act-first = Азаматқа жіберу
console-terms-hearing-act-again = Жаңасын жіберу
console-terms-hearing-act-heard = Жазып қою
console-terms-hearing-text-first = Не шешпексіз және неге
console-terms-hearing-text-again = Жаңа алдын ала шешім
console-terms-hearing-text-heard = Тыңдау жазбасы: азамат не айтты
console-terms-hearing-hint = Азамат мұны чатта оқиды.
console-terms-position-agrees = қарсы емес
console-terms-position-objects = қарсы
console-terms-position-wants-hearing = тыңдауды сұрайды
