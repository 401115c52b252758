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
