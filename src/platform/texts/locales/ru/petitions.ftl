# Lists
petition-list-title = Петиции: { $total }
petition-list-mine = Петиции рядом с вами: { $total }
petition-list-none = Открытых петиций пока нет.
petition-list-none-near = Рядом с вами открытых петиций нет.
petition-list-how = Нажмите номер, чтобы прочитать и поддержать.
petition-list-item = { $at }. { $ask }
petition-list-counts = Поддержали в чате: { $support }
petition-own-title = Ваши петиции
petition-own-none = Вы ещё не начинали и не поддерживали петиций.
petition-own-yours = ваша
petition-own-supported = поддержали
petition-button-all = Все петиции
petition-button-near = Рядом со мной
petition-button-own = Мои
petition-button-new = Начать петицию
petition-button-back = ← К списку

petition-state = { $state ->
    [draft] черновик
    [gathering_sponsors] собирает первых сторонников
    [in_moderation] на проверке
    [open] открыта
    [threshold_reached] порог достигнут, ждём ответа
    [replied] есть ответ
    [followed_up] завершена
    [rejected] не опубликована
    [withdrawn] отозвана автором
    [expired] сбор завершён
    [counting] сбор окончен, итог ещё не подведён
   *[stopped] остановлена
}

# Card
petition-to = Кому: { $to }
petition-support = Поддержали в чате: { $count }
petition-support-of = Поддержали в чате: { $count } из { $required }
petition-held = Отложено до проверки: { $count }
petition-held-due = Засчитывать ли отложенное, решим до { $on }. До этого итог не подводим.
petition-held-late = Засчитывать ли отложенное, должны были решить до { $on }: опаздываем. Итог подведём после решения.
petition-signatures-of = Подтвердили личность и подписали: { $count } из { $required }
petition-signatures-shown = Поддержали, подтвердив личность: { $count }
petition-legal = Подписали на портале: { $count } из { $required } (на { $on })
petition-legal-unread = Подписи по закону собирает только { $portal }, нужно { $required }. Показаний счётчика у нас пока нет.
petition-legal-only = По закону считаются только подписи на { $portal }.
petition-posted = Опубликована на { $portal } { $on }: сроки закона идут с этого дня.
petition-not-posted = Сроки закона пойдут со дня, когда петицию опубликует { $portal }. Публикация там пока не отмечена.
petition-closes = Собираем до { $on }
petition-sponsors = Чтобы петиция пошла дальше, нужно сторонников: { $required }. Уже есть: { $count }.
petition-sponsors-until = Последний день: { $on }
petition-moderation = Петицию проверяют. Решение до { $on }.
petition-rejected = Петиция не опубликована. { $reason }
petition-duty-due = Порог достигнут. Должны ответить до { $on }.
petition-duty-wait = Порог достигнут. Срок начнётся, когда орган зарегистрирует петицию.
petition-duty-undated = Порог достигнут. Срока для ответа закон не называет.
petition-duty-met = Ответ получен.
petition-integrity = О подсчёте: { $note }
petition-outcome = { $outcome ->
    [handled_as_message] Порог не набран. Петицию рассмотрят как сообщение; здесь появится, чем кончилось.
    [closed_with_count] Сбор завершён, порог не набран. Число сторонников остаётся на странице.
    [too_few_sponsors] Первых сторонников не хватило.
   *[other] { $outcome }
}
petition-you-support = Вы поддержали.
petition-receipt = Код вашей записи: { $receipt }. По нему можно проверить, что она учтена.
petition-button-support = Поддержать
petition-button-withdraw = Отозвать поддержку
petition-button-read = Читать полностью
petition-button-reply = Прочитать ответ
petition-button-share = Поделиться
petition-button-page = Страница петиции
petition-button-portal = Подписать на { $portal }
petition-button-sign = Подтвердить личность и подписать
petition-button-sign-shown = Поддержать, подтвердив личность
petition-button-quiet = Не присылать новости
petition-button-loud = Присылать новости
petition-button-submit = Отправить
petition-button-rewrite = Переписать
petition-button-appeal = Не согласиться
petition-button-author-withdraw = Отозвать петицию
petition-share-text = Петиция: { $ask }

# Supporting
petition-support-sure = Поддержать петицию «{ $ask }»? Вашего имени никто не увидит. Отозвать поддержку можно в любой день до конца сбора.
petition-support-consent = Для поддержки мы храним номер вашего чата и то, что вы поддержали: органу уходит число, а не вы. Ниже — общее согласие «Дауыс», оно пригодится и для обращений.
petition-support-yes = Да, поддерживаю
petition-support-no = Назад
petition-support-done = Спасибо. Ваша поддержка записана.
petition-support-already = Вы уже поддержали эту петицию.
petition-withdraw-done = Поддержка отозвана. Об этом никому не сообщаем.
petition-withdraw-nothing = Вы не поддерживали эту петицию.
petition-news-off = Больше не присылаем новости этой петиции.
petition-news-on = Будем присылать новости этой петиции.
petition-not-found = Такой петиции нет или она закрыта.
petition-withdraw-own-sure = Отозвать петицию? Сторонники узнают об этом. Вернуть будет нельзя.
petition-withdraw-own-yes = Да, отозвать петицию
petition-withdrawn-own = Петиция отозвана.

# Starting one
petition-new-ask = Чего вы просите? Одним предложением, до { $limit } знаков. Например: «Сделать освещённый переход у школы № 159».
petition-new-place = В каком городе или районе это? Напишите название.
petition-new-whom = Кому адресуем? От этого зависит, сколько нужно голосов и обязан ли кто-то ответить.
petition-new-option = { $to } · { $profile }
petition-new-why = Почему это важно? Коротко, до { $limit } знаков.
petition-new-similar = Похоже, об этом уже есть петиция. Вместе быстрее:
petition-new-similar-other = Нет, моя о другом
petition-new-barred = По закону петиции на эти темы не принимают: { $subjects }. Если ваша о другом, продолжайте.
petition-new-preview = Так увидят все:
petition-new-goal-support = Нужно поддержки в чате: { $required }
petition-new-goal-signatures = Нужно подписей с подтверждённой личностью: { $required }
petition-new-goal-legal = Нужно подписей на { $portal }: { $required }. Поддержка в чате их не заменяет.
petition-new-next = После отправки нужно сторонников: { $required }. Потом петицию проверят и откроют для всех.
petition-new-next-direct = После отправки петицию проверят и откроют для всех.
petition-new-nobody = Здесь пока некому адресовать петицию. Напишите о проблеме обычным обращением.
petition-sent-sponsors = Отправлено. Теперь перешлите эту ссылку тем, кто с вами согласен: { $link }
petition-sent-moderation = Отправлено. Петицию проверят до { $on }.
petition-appealed = Записали. Петицию посмотрят другие люди до { $on }.

# News
petition-news-sponsored = Первые сторонники собраны. Петицию проверят до { $on }.
petition-news-published = Петиция открыта: «{ $ask }»
petition-news-rejected = Петиция не опубликована: «{ $ask }»
petition-news-rejected-why = Причина: { $reason } Можно один раз не согласиться.
petition-news-threshold-crossed = Порог достигнут: «{ $ask }»
petition-news-duty-registered = Петиция зарегистрирована органом: «{ $ask }»
petition-news-duty-moved = Срок ответа сдвинулся: «{ $ask }». Изменился календарь рабочих дней.
petition-news-hearing = Обсуждение петиции «{ $ask }»: { $on }, { $place }
petition-news-replied = Ответ на петицию «{ $ask }»
petition-news-followed-up = Что сделано по петиции «{ $ask }»
petition-news-duty-overdue = Срок ответа прошёл: «{ $ask }». Ответа нет.
petition-news-expired = Сбор завершён: «{ $ask }»
petition-news-outcome-noted = Чем кончилось: «{ $ask }»
petition-news-stopped = Петиция остановлена: «{ $ask }»
petition-news-withdrawn = Автор отозвал петицию «{ $ask }»

# Why a petition is not published
petition-rejection = { $code ->
    [duplicate] Такая же петиция уже открыта.
    [decided_recently] По этому вопросу недавно уже решили.
    [barred_subject] Закон не допускает петиций на эту тему.
    [not_competent] Адресат не решает этот вопрос.
    [no_action] Непонятно, что нужно сделать.
    [personal_matter] Это личное дело: подайте обращение, на него обязаны ответить.
    [personal_data] В тексте личные данные людей.
    [false_facts] Сведения не подтвердились.
    [insulting] В тексте оскорбления.
    [advertising] Это реклама.
   *[unreadable] Текст не удаётся прочитать.
}

# Timeline
petition-event = { $type ->
    [submitted] Петиция подана
    [sponsored] Собраны первые сторонники
    [published] Проверена и открыта
    [rejected] Не опубликована
    [appealed] Автор не согласился, смотрят другие
    [threshold_crossed] Порог достигнут
    [duty_registered] Зарегистрирована органом
    [duty_moved] Срок сдвинулся: календарь изменился
    [step_done] Выполнено
    [hearing] Обсуждение
    [replied] Официальный ответ
    [followed_up] Что сделано
    [duty_overdue] Срок ответа прошёл
    [withdrawn] Отозвана автором
    [expired] Сбор завершён
    [outcome_noted] Чем кончилось
    [stopped] Остановлена
    [posted] Опубликована на портале государства
    [reading] Показание портала записано
    [moderation_overdue] Проверка опоздала
    [held] Часть поддержки отложена до проверки
    [held_overdue] Решение об отложенной поддержке опаздывает
    [released] Отложенная поддержка возвращена
    [invalidated] Часть поддержки вычеркнута
   *[amended] Изменена
}

# Site
petition-site-title = Петиции
petition-site-search = Найти петицию
petition-site-search-button = Найти
petition-site-found = Найдено: { $total }
petition-site-filter-open = Открытые
petition-site-filter-replied = С ответом
petition-site-filter-ended = Завершённые
petition-site-sort-newest = Сначала новые
petition-site-sort-support = Сначала с большей поддержкой
petition-site-next = Дальше
petition-site-previous = Назад
petition-site-asks = Чего просят
petition-site-why = Почему
petition-site-details = Подробнее
petition-site-counts = Сколько людей
petition-site-counts-note = Поддержка в чате и подписи считаются отдельно и не складываются.
petition-site-timeline = Как шло
petition-site-reply = Официальный ответ
petition-site-follow-up = Что сделано
petition-site-original = Текст автора до проверки
petition-site-changed = Модератор изменил текст. Почему: { $note }
petition-site-data = Данные
petition-site-in-telegram = Поддержать в Telegram
petition-site-rules = Правила: { $source }
petition-site-decisions = Решения модераторов
petition-site-decisions-note = Все решения с причинами, без имён.
petition-site-decided-late = позже срока { $on }
petition-site-log = Журнал голосов
petition-site-log-note = Каждая поддержка и подпись — строка без имени. Удалить или подменить строку незаметно нельзя: корень дерева подписывается каждый час.
petition-site-log-size = Строк: { $size }
petition-site-log-head = Подписано { $at }, строк { $size }
petition-site-check = Проверить код
petition-site-check-label = Код вашей записи
petition-site-check-found = Строка { $index } есть в журнале. Доказательство сошлось с подписанным корнем.
petition-site-check-waiting = Код принят, строка войдёт в журнал в течение минуты.
petition-site-check-later = Строка { $index } есть в журнале. Подписанный корень появится в течение часа.
petition-site-check-unknown = Такого кода в журнале нет. Проверьте знаки.
petition-site-not-found = Такой петиции нет.
petition-site-rejected-note = Текст не показываем, причину показываем.
petition-site-feed = Лента Atom
petition-site-sign-done = Готово. Ваша подпись записана.
petition-site-sign-done-shown = Готово. Ваша поддержка с подтверждённой личностью записана.
petition-site-sign-already = Вы уже подтвердили эту петицию. Второй раз не считаем.
petition-site-sign-failed = Не получилось подтвердить личность. Ничего не записано.
petition-site-sign-sure = Вас узнали. Осталось подтвердить.
petition-site-sign-confirm = Подтверждаю

# Refusals
refusal-petition-not-found = Такой петиции нет или она закрыта.
refusal-petition-move-refused = С этой петицией так уже нельзя: она изменилась.
refusal-petition-changed-meanwhile = Петиция только что изменилась. Попробуйте ещё раз.
refusal-petition-appeal-used-up = Не согласиться можно один раз.
refusal-petition-not-gathering = Поддержку сейчас не собирают: сбор ещё не начался или уже закончился.
refusal-petition-paused = До { $until } это приостановлено.
refusal-petition-support-invalidated = Эту поддержку вычеркнули при проверке. Если это ошибка, напишите нам.
refusal-petition-text-too-long = Слишком длинно: помещается { $limit } знаков.
refusal-petition-text-too-short = Слишком коротко: нужно хотя бы { $limit } знаков.
refusal-petition-population-unknown = Мы не знаем, сколько там жителей, и не можем назвать порог. Выберите другого адресата.
refusal-petition-profile-unknown = Таких правил нет.
refusal-petition-profile-closed = По этим правилам новые петиции не принимают.
refusal-petition-authority-unknown = Такого адресата нет.
refusal-petition-signatures-off = Здесь личность не подтверждают.
refusal-petition-too-young = Подписать можно с { $age } лет.
refusal-petition-reply-missing = Напишите текст.
refusal-petition-reason-missing = Напишите причину.
refusal-petition-no-state-portal = По этим правилам показаний портала нет.
refusal-petition-reading-in-future = День показания не может быть в будущем.
refusal-petition-reading-elsewhere = Ссылка должна вести на { $portal }.
refusal-petition-posting-known = День публикации на портале уже записан.
refusal-petition-duty-not-found = Такой обязанности нет.
refusal-petition-duty-met = Ответ уже дан.
refusal-petition-registered-in-future = День регистрации не может быть в будущем.
refusal-petition-held-by-another = Петицию сейчас смотрит другой модератор.
refusal-petition-change-without-note = Напишите, почему изменён текст: это увидят все.
refusal-petition-rejection-code-unknown = Такой причины нет.
refusal-petition-no-proposal = Отказ никто не предлагал.
refusal-petition-needs-second-person = Решить должен другой человек.
refusal-petition-proof-stale = Подтверждение устарело. Начните заново.
refusal-petition-needs-other-eyes = Возражение рассматривают другие люди: вы уже отклоняли эту петицию.
refusal-petition-too-many-started = За день можно отправить петиций: { $limit }. Попробуйте завтра.
refusal-petition-too-fast = Слишком много петиций за час. Подождите немного и вернитесь.
refusal-petition-import-failed = Строка { $line }: { $problem }. Ничего не записано.
refusal-petition-stretch-empty = Конец раньше начала.
refusal-petition-pause-not-found = Такого решения нет, или оно уже снято.
petition-duty-late = Порог достигнут. Должны были ответить до { $on }, ответа нет.
petition-moderation-late = Петицию проверяют. Решение должно было быть до { $on }: опаздываем.
petition-site-hearing = Обсуждение: { $on }, { $place }
petition-site-why-date = Как посчитан срок?
petition-site-changed-count = { $count }. { $reason }
petition-site-registered = № { $number }
petition-site-reading = На { $on }: { $count }.
petition-site-source = Источник
petition-site-load = Сейчас на проверке: { $waiting }. Срок близко: { $near }. Срок прошёл: { $overdue }.
petition-site-load-next = Ближайший срок: { $on }.
refusal-petition-duty-registered = Это обязательство уже зарегистрировано.
petition-button-picture = Картинка для пересылки
petition-site-map = На карте
petition-site-map-source = Границы: geokz, CC BY 4.0.
petition-site-everywhere = везде
petition-site-pass-on = Рассказать другим
petition-site-picture = Картинка
petition-site-sheet = Листок для печати
petition-site-sheet-note = Эту страницу можно распечатать и повесить. Телефон прочтёт квадрат и откроет петицию.
petition-site-widget = Поставить на сайт
petition-site-widget-note = Скопируйте эту строку на страницу. Без скриптов и cookie.
petition-site-widget-open = Открыть петицию
petition-step-due = до { $on }
petition-step-late = должны были до { $on }, не сделано
petition-step-done = сделано. { $note }
refusal-petition-duty-of-event = Это обязанность другого рода: её отмечают как сделанную.
refusal-petition-duty-of-threshold = На это отвечают регистрацией и официальным ответом.
petition-card-kind = петиция
petition-site-filter-waiting = Ждут ответа
petition-site-tiers = С подтверждённым телефоном: { $count }
petition-site-population = Порог посчитан от числа жителей: { $count } (на { $on }). Источник: { $source }
