# List and invitation
survey-list-title = Опросы для вас: { $total }
survey-list-none = Сейчас опросов для вас нет.
survey-list-how = Нажмите, чтобы ответить. Каждый опрос — минута-две.
survey-list-continue = Продолжить: { $title }
survey-list-opt-in = Вы не включили опросы. Включите, и мы будем присылать короткие опросы, не чаще раза в неделю.
survey-button-opt-in = Присылать опросы
survey-button-results = Итоги прошлых опросов
survey-opted-in = Хорошо, будем присылать. Отключить можно в любой момент: /settings.
survey-invite-length = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
}, { $minutes ->
    [0] меньше минуты
    [one] около { $minutes } минуты
   *[many] около { $minutes } минут
}. До { $day }.
survey-anonymous = Опрос анонимный. Мы помечаем, что вы ответили, чтобы не спрашивать дважды, и храним ответы отдельно: без имени и общего ключа, с языком и неделей вместо даты. Пока опрос не закончен, ответы лежат в этом чате, чтобы можно было вернуться.
survey-anonymous-strata = Вместе с ответами хранится группа выборки (район или язык).
survey-confidential = Опрос конфиденциальный: кто что ответил, видит только тот, кто проводит опрос ({ $agency }). Публикуются только числа.
survey-button-start = Начать
survey-button-continue = Продолжить
survey-button-not-now = Не сейчас
survey-button-no-more = Не присылать опросы
survey-not-now = Хорошо. Опрос ждёт вас в меню «Опросы» до { $day }.
survey-no-more = Больше не пришлём. Включить снова: /settings.
survey-reminder = Вы ещё не ответили на этот опрос. Это последнее напоминание или предпоследнее, дальше беспокоить не будем.

# A step
survey-position = { $position } из { $total }
survey-ends = { $from } — { $low }, { $to } — { $high }
survey-ask-words = Напишите ответ одним сообщением.
survey-ask-number = Напишите число.
survey-ask-day = Напишите дату: день.месяц.год.
survey-ask-photo = Пришлите фото 📷
survey-ask-voice = Запишите голосовое сообщение или напишите словами.
survey-ask-place = Пришлите точку на карте 📍 или напишите адрес.
survey-ask-shares = Разделите { $total } между ответами: напишите { $count } числа через пробел, по порядку.
survey-ask-many = Можно выбрать несколько.
survey-ask-many-limit = Выберите не больше { $limit }.
survey-ask-order = Нажимайте по порядку: сначала самое важное.
survey-ask-order-limit = Нажимайте по порядку: { $limit } самых важных.
survey-ask-other = Или напишите свой ответ.
survey-button-back = ← Назад
survey-button-skip = Пропустить
survey-button-decline = Не хочу отвечать
survey-button-later = Закончить позже
survey-button-done = Готово
survey-button-page = Ответить на странице
survey-later = Сохранили. Вернуться можно в любой момент до { $day }: меню «Опросы».
survey-page-link = Страница только для вас, действует, пока опрос не закончен: { $url }
survey-answered-line = ✓ { $question }
survey-thanks-next = Итоги пришлём сюда. До { $day } здесь же ответят, что изменится.
survey-screened = Спасибо. Ответов от людей с такими же ответами уже достаточно, поэтому дальше спрашивать не будем.

survey-wrong-wrong-type = Здесь нужен другой ответ.
survey-wrong-unreadable = Не получилось прочитать ответ. Попробуйте ещё раз.
survey-wrong-unknown-option = Такого ответа здесь нет.
survey-wrong-other-empty = Напишите свой ответ словами.
survey-wrong-too-few = Выберите хотя бы { $atLeast }.
survey-wrong-too-many = Выберите не больше { $atMost }.
survey-wrong-exclusive = Этот ответ выбирают один, без других.
survey-wrong-out-of-range = Нужно от { $min } до { $max }.
survey-wrong-not-whole = Нужно целое число.
survey-wrong-wrong-sum = Получилось { $sum }, а нужно { $total }.
survey-wrong-not-all-ranked = Расставьте { $needed }.
survey-wrong-empty = Напишите ответ.
survey-wrong-too-long = Слишком длинно: не больше { $limit } знаков.
survey-wrong-required = На этот вопрос нужен ответ, чтобы идти дальше.
survey-wrong-cannot-decline = На этот вопрос нужен ответ или можно пропустить.

# What came of it
survey-news-title = Итоги опроса «{ $title }»
survey-news-headline = { $question } — { $option }: { $percent } % (от { $low } до { $high } %)
survey-news-mean = { $question } — в среднем { $mean } (от { $low } до { $high })
survey-news-duty = До { $day } орган ответит здесь, что изменится.
survey-news-findings = Вы сказали: { $words }
survey-news-changes = Что изменится: { $words }
survey-news-link = Все итоги: { $url }

# How far it can be trusted
survey-statement-sample = Случайная выборка: ответили { $n } из { $asked }, кого спросили; всего в списке { $frame }.
survey-statement-list = Спросили всех, кто согласился получать опросы ({ $frame }); ответили { $n }. Это не выборка из всех жителей.
survey-statement-open = Отвечал кто хотел: { $n }. Участники выбрали себя сами, итог нельзя переносить на всех жителей.
survey-statement-response = Ответила доля { $percent } % тех, до кого дошло сообщение.
survey-statement-weak-response = Ответила доля { $percent } % тех, до кого дошло сообщение. Это мало: мнение остальных может отличаться.
survey-statement-partial = Ещё { $partial } начали и не закончили, они не сосчитаны.
survey-statement-dates = Ответы с { $from } по { $until }.
survey-statement-languages = Языки: { $languages }.
survey-statement-language = { $code ->
    [kk] казахский
    [ru] русский
   *[en] английский
} { $people }
survey-statement-language-hidden = { $code ->
    [kk] казахский
    [ru] русский
   *[en] английский
} (число скрыто)
survey-statement-weighted = Взвешено по данным о населении на { $on } ({ $source }); эффект дизайна { $deff }, это стоит { $n } ответов.
survey-statement-unweighted = Без взвешивания.
survey-statement-margin = Погрешность не больше ± { $margin } процентного пункта с вероятностью 95 %.
survey-statement-no-margin = Статистической погрешности у такого опроса нет. Интервалы показывают только разброс среди ответивших.

# The public page
survey-site-lead = Что спрашивали, что услышали и что изменилось. Рядом с каждым числом — насколько ему можно верить.
survey-site-results = Итоги
survey-site-none = Итогов пока нет.
survey-site-duties = Вы сказали — мы сделали
survey-site-duties-count = { $open ->
    [0] Открытых обязательств нет.
   *[many] Ещё не ответили, что изменится: { $open }, из них с прошедшим сроком: { $late }.
}
survey-site-duty-open = Ответ о том, что изменится: до { $day }
survey-site-duty-late = Ответа о том, что изменится, нет. Срок был { $day }
survey-site-duty-done = Ответ дан { $day }
survey-site-n = Ответов: { $n }
survey-site-trust = Насколько этому можно верить
survey-site-question-n = Ответили { $answered }, пропустили { $skipped }
survey-site-mean = В среднем { $mean } (от { $low } до { $high }, { $n } ответов)
survey-site-nps = Готовы советовать минус не готовы: { $mean } (от { $low } до { $high })
survey-site-headline = { $option }: { $percent } %, от { $low } до { $high } %
survey-site-option = Ответ
survey-site-people = Человек
survey-site-share = Доля
survey-site-interval = 95 % интервал
survey-site-hidden = скрыто
survey-site-hidden-why = «Скрыто» стоит там, где ответивших так мало, что их можно узнать.
survey-site-too-few = Ответов слишком мало, чтобы их показать.
survey-site-words = Ответы словами читает орган; здесь публикуются только числа.
survey-site-csv = Скачать таблицу (CSV)
survey-site-chart = Доли ответов на вопрос «{ $question }»
survey-site-answer = Ответить
survey-site-next = Дальше
survey-site-gone-title = Опрос закончен или ссылка уже использована
survey-site-gone = По этой ссылке отвечать больше нельзя. Новую можно получить в чате: меню «Опросы».
survey-site-thanks = Спасибо
survey-site-choose-number = Выберите число
survey-site-rank = Место для «{ $option }»
survey-site-share-of = Сколько для «{ $option }»
survey-site-photo-in-chat = Фото и голос можно прислать только в чате. Пропустите этот вопрос или ответьте на него там.

refusal-survey-not-found = Такого опроса нет.
refusal-survey-wave-not-found = Такого опроса нет.
refusal-survey-move-refused = Сейчас с опросом этого сделать нельзя.
refusal-survey-wave-move-refused = Сейчас с опросом этого сделать нельзя.
refusal-survey-changed-meanwhile = Опрос тем временем изменили. Откройте его заново.
refusal-survey-incomplete = Опрос не готов: { $path } ({ $problem }, { $language }).
refusal-survey-approver-is-author = Одобрить должен другой человек, не автор.
refusal-survey-not-approved = Сначала опрос должен одобрить второй человек.
refusal-survey-closes-in-past = День закрытия уже прошёл.
refusal-survey-closed = Опрос закончен. Спасибо, что хотели ответить.
refusal-survey-answered-already = Вы уже ответили на этот опрос. Спасибо.
refusal-survey-session-gone = Этот опрос уже закончен. Остальные — в меню «Опросы».
refusal-survey-not-for-you = Этот опрос проводится по списку, и вас в нём нет.
refusal-survey-group-too-small = Эта группа слишком мала: людей в ней можно было бы узнать.
refusal-survey-not-published = Итоги ещё не опубликованы.
refusal-survey-duty-done-already = Ответ уже дан.
refusal-survey-source-too-long = Файл длиннее { $limit } знаков.
refusal-survey-source-unreadable = Файл не читается, строка { $line }.
refusal-survey-source-wrong = Ошибка в файле: { $path }, { $problem }.

# Opinion map
survey-map-list = Карта мнений: { $title }
survey-map-intro = Вам покажут короткие мнения жителей, по одному. Согласитесь, не согласитесь или пропустите. Голос можно увидеть только вам; публикуются доли и группы не меньше пяти человек.
survey-map-position = { $position } из { $total }
survey-map-agree = Согласен
survey-map-disagree = Не согласен
survey-map-pass = Не знаю, пропустить
survey-map-propose = Добавить своё мнение
survey-map-where = Где я на карте
survey-map-next = Дальше
survey-map-all-seen = Вы посмотрели все мнения. Когда появятся новые, они будут ждать здесь.
survey-map-propose-how = Напишите одну мысль одним предложением, до { $limit } знаков. Сначала её прочтёт модератор.
survey-map-proposed = Спасибо. После проверки ваше мнение увидят другие.
survey-map-nowhere = Места пока нет: ответьте ещё на несколько мнений. Карта перерисовывается раз в минуту.
survey-map-standing = Вы в группе { $group }: { $size } из { $people } человек. Всего групп: { $groups }.
survey-map-typical = Что отличает вашу группу:
survey-map-typical-agree = + { $words }
survey-map-typical-disagree = − { $words }
survey-site-maps = Карты мнений
survey-site-map-people = Участников: { $people }, голосов: { $votes }
survey-site-map-uniting = Что объединяет все группы
survey-site-map-group = Группа { $group }: { $size } человек
survey-site-map-agree = согласны: { $shares }
survey-site-map-how = Группы найдены по голосам (главные компоненты и k-средних, как в Pol.is). Участники выбрали себя сами: доли не переносятся на всех жителей. Доли округлены до десятых, чтобы голос одного человека не был виден.
refusal-survey-map-not-found = Такой карты мнений нет.
refusal-survey-statement-not-found = Такого мнения нет.
refusal-survey-statement-length = Нужно одно предложение, до { $limit } знаков.
refusal-survey-statements-enough = Вы уже добавили { $limit } мнений. Этого достаточно.
refusal-survey-reason-needed = Нужна причина.
survey-group-poll-note = Это быстрый опрос чата: голоса не проверены, итог показывается отдельно от обычных опросов.
survey-site-group-polls = Быстрые опросы в чатах (не проверены)

# A survey begun on an empty page
survey-starter-intro = Короткий опрос о жизни в вашем городе.
survey-starter-consent = Публикуются только общие числа. Пропустить вопрос или закончить можно в любой момент.
survey-starter-thanks = Спасибо. Итоги пришлём сюда и напишем, что изменится.
refusal-survey-coding-after-close = Кодировать ответы можно после закрытия волны.
refusal-survey-published-already = Итоги уже опубликованы и больше не меняются.
refusal-survey-still-drawing = Список ещё составляется. Начать можно, когда он готов.

# The weekly brief for leaders
brief-title = Темы недели до { $day }
brief-counts = Обращений: { $appeals }, сообщений в обсуждениях: { $contributions }, вопросов: { $questions }
brief-rising = Чаще обычного:
brief-nothing = Ничего больше обычного.
brief-topic = • { $topic }: { $count } (обычно { $usual }), отвечено { $answered }{ $late ->
    [0] { "" }
   *[other] , просрочено { $late }
}
brief-more = и ещё тем: { $count }
brief-done = Отчитались перед участниками: { $kept }. Ещё должны: { $owed }{ $late ->
    [0] { "" }
   *[other] , из них просрочено: { $late }
}
refusal-survey-anonymous = Опрос анонимный: кто что ответил, узнать нельзя.
refusal-survey-purpose-missing = Напишите, зачем открываете ответы по людям.
refusal-survey-rows-after-close = Строки ответов можно скачать, когда опрос закончен.
refusal-survey-too-few-rows = Ответов меньше { $least }: строки не отдаём, людей в них можно было бы узнать. Числа есть на странице результатов.

# The printed report
survey-report-how = В таблице: люди, доля и её интервал (95 %).
survey-report-answer = Ответ
survey-report-people = Людей
survey-report-share = Доля
survey-report-range = От и до
