console-routing-title = Качество маршрутизации
console-routing-span = Период
console-routing-days = За { $days } дней
console-routing-empty = Обращений за это время нет
console-routing-empty-hint = Выберите более длинный период.
console-routing-sum = Обращений: { $sent }. С первого раза туда, куда надо: { $right }. Решал человек: { $triaged }. Перенаправлений: { $redirected }. До подтверждения обычно { $seconds } с.
console-routing-by-language = По языкам
console-routing-by-body = По органам
console-routing-language-kk = Казахский
console-routing-language-ru = Русский
console-routing-language-en = Английский
console-routing-col-sent = Обращений
console-routing-col-right = С первого раза
console-routing-col-redirected = Перенаправлено
console-routing-col-changed = Изменил автор
console-routing-col-triaged = Решал человек
console-routing-col-seconds = До подтверждения, с
console-routing-confusions = Что путают чаще всего
console-routing-said = Предложили
console-routing-meant = Оказалось
console-routing-times = Раз
console-routing-models = Версии модели
console-routing-shipped = Работает версия из поставки.
console-routing-current = Работает версия { $version }.
console-routing-train = Обучить кандидата
console-routing-training = Идёт обучение, одна-две минуты
console-routing-rollback = Вернуть версию из поставки
console-routing-promote = Работать с этой версией
console-routing-version = Версия { $version }
console-routing-state-current = работает
console-routing-state-candidate = кандидат
console-routing-state-retired = прежняя
console-routing-state-refused = отклонена: стало хуже
console-routing-by-night = ночью
console-routing-by-hand = вручную
console-routing-examples = новых примеров: { $count }
console-routing-set-heldout = Отложенные примеры тем
console-routing-set-cases = Сообщения, написанные для проверки
console-routing-set-history = Отложенные обращения
console-routing-compared = было { $before }, стало { $after } из { $messages } ({ $verdict ->
    [better] лучше
    [worse] хуже
   *[same] разница в пределах случайности
})
console-routing-excluded = Не учтено исправлений одного человека: { $count }. Почти все вели к одному: { $target }.
