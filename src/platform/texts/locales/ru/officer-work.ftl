# Почему работа с ответом отклонена
refusal-template-not-found = Такого шаблона нет.
refusal-template-not-allowed = Утвердить шаблон может руководитель.
refusal-template-changed-meanwhile = Шаблон только что изменился. Откройте его заново.
refusal-template-variable-unknown = Подстановки «{ $name }» нет. Выберите из списка.
refusal-points-count-wrong = Нужен хотя бы один пункт и не больше { $max }.
refusal-answer-not-found = Ответа на согласовании нет.
refusal-answer-not-in-hand = Этот ответ сейчас не у вас.
refusal-answer-changed-meanwhile = Ответ только что изменился. Откройте обращение заново.
refusal-answer-proof-missing = Для таких обращений к ответу «сделано» нужно фото результата.
refusal-answer-number-missing = Впишите исходящий номер: без него ответ не уходит.
officers-field-template = Утверждённый шаблон
officers-warnings = Взгляните перед отправкой:
officers-warning =
  { $warning ->
    [points_unaddressed] без ответа пункты: { $points }
    [no_legal_basis] не названо правовое основание
    [no_complaint_way] не сказано, как обжаловать
    [hard_to_read] трудно читать
    [template_only] кроме шаблонных слов ничего нет
    [wrong_language] гражданин писал на другом языке
   *[third_persons] похоже, здесь данные других людей
  }
refusal-view-not-found = Такого вида нет.
refusal-join-parent-is-joined = Основное обращение само присоединено к другому.
refusal-join-too-many = За раз можно присоединить не больше { $max }.
refusal-join-other-body = Присоединить можно только другие обращения своего органа.
refusal-join-not-registered = Сначала зарегистрируйте: у присоединённого обращения тоже есть срок по закону.
refusal-leave-dates-wrong = Проверьте даты и заместителя.
officers-news =
  { $news ->
    [mentioned] № { $number }: вас упомянули в заметке
    [assigned] № { $number }: обращение назначено вам
   *[watched] № { $number }: в обращении, за которым вы следите, новое
  }
refusal-agency-dates-wrong = Дата окончания должна быть позже даты начала.
refusal-agency-superior-wrong = Вышестоящий орган указан неверно.
refusal-agency-territory-wrong = Такой территории нет.
refusal-territory-not-found = Такой территории нет в списке.
refusal-territory-code-taken = Территория с таким кодом уже есть.
refusal-territory-parent-wrong = Эта территория не может лежать там: проверьте уровень и вышестоящую единицу.
refusal-competence-role-wrong = Такой роли нет.
refusal-competence-topic-wrong = Эта тема относится к другой роли.
refusal-competence-not-found = Такой компетенции у органа нет.
refusal-channel-already-added = Этот канал уже добавлен.
refusal-assistant-unavailable = Помощник сейчас недоступен.
