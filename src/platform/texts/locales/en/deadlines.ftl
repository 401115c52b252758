deadline-working-days =
  { $count ->
    [one] { $count } working day
   *[other] { $count } working days
  }
deadline-calendar-days =
  { $count ->
    [one] { $count } calendar day
   *[other] { $count } calendar days
  }
deadline-months =
  { $count ->
    [one] { $count } month
   *[other] { $count } months
  }
deadline-service-hours =
  { $count ->
    [one] { $count } working hour
   *[other] { $count } working hours
  }
deadline-summary = Last day: { $day }.
deadline-days-left =
  { $count ->
    [one] { $count } working day left
   *[other] { $count } working days left
  }
deadline-days-late =
  { $count ->
    [one] { $count } working day late
   *[other] { $count } working days late
  }
deadline-due-today = today is the last day
deadline-promised-label = Promised by { $day }
deadline-statutory-label = Due by law: { $day }
deadline-statutory-not-yet = The term set by law starts when the body registers the appeal. A second date will then appear here.
deadline-promise-only = The law sets no term here; there is only the service’s promise.
deadline-step-term-law = Term set by law: { $length }.
deadline-step-term-promise = The service’s promise: { $length }.
deadline-step-term-same-day = On the same working day.
deadline-step-term-before = At least { $length } before.
deadline-step-started = { $event }: { $day }.
deadline-step-moved-after-hours = That was after closing time ({ $closes }), so it counts as the next working day: { $day }.
deadline-step-moved-day-off = That was a day off, so it counts as the next working day: { $day }.
deadline-step-first-day = First day counted: { $day }.
deadline-step-weekends = Weekend days left out: { $count }.
deadline-step-skipped = Left out: { $day } ({ $name }).
deadline-step-worked = Counted: { $day } ({ $name }).
deadline-step-own-day = { $name } – a day of { $place } only
deadline-step-last-day = Last day: { $day }.
deadline-step-redirected = It reached another body: { $day }. The term started again.
deadline-step-redirected-to = It reached another body ({ $to }): { $day }. The term started again.
deadline-step-paused = The clock stood still: { $from } – { $until }. Days added: { $count }.
deadline-step-extended = The term was extended. Decision: { $day }. New last day: { $until }.
deadline-step-extended-by = The term was extended. Decision: { $day }, signed by { $by }. New last day: { $until }.
deadline-step-extension-reason = Reason: { $reason }.
deadline-step-extension-max = The longest extension allowed: { $length }.
deadline-step-extension-notice = You must be told no later than { $day }.
deadline-step-rolled = The last day fell on a day off ({ $from }), so it moves: { $to }.
deadline-step-rolled-unsettled = The last day fell on a day off ({ $from }). The law does not say whether it moves: strictly { $from }, moved { $to }.
deadline-step-calendar-incomplete = The holidays of { $year } have not been entered, only weekends are left out. The date may be later.
deadline-step-source = Source: { $article }.
deadline-trust-medium = This rule was taken from a secondary source.
deadline-trust-low = This rule has not been confirmed.
deadline-ics-alarm = Tomorrow is the last day
deadline-receiver-officer = Officer
deadline-receiver-supervisor = Supervisor
deadline-receiver-head = Head of the body
deadline-receiver-operator = Service operator
deadline-receiver-citizen = Citizen
deadline-point-registration-overdue = Not registered
deadline-point-registration-very-overdue = Not registered for three days
deadline-point-half-time = Half of the time has passed
deadline-point-three-days-left = Three working days left
deadline-point-last-day = Today is the last day
deadline-point-overdue = Overdue
deadline-point-very-overdue = Overdue by more than five days
refusal-deadline-rule-unknown = There is no rule “{ $rule }”.
refusal-deadline-rule-not-in-force = The rule “{ $rule }” was not in force on { $day }.
refusal-deadline-jurisdiction-unknown = There are no rules for “{ $code }”.
refusal-deadline-instant-unreadable = “{ $text }” is neither a day nor a time. Example: 2026-11-23 or 2026-11-23T10:00:00+05:00.
refusal-deadline-calendar-not-covered = No date can be computed for { $day }: the calendar covers { $from } to { $until }.
refusal-deadline-calendar-edition-unknown = There is no such edition of the calendar: { $edition }.
refusal-deadline-not-received = This case has no ledger of terms.
refusal-deadline-calendar-year-refused = The year { $year } cannot be added: the file must belong to this calendar, and the next year is { $next }.
refusal-deadline-calendar-place-unknown = There is no such place or body: { $code }.
refusal-deadline-timezone-unknown = There is no such time zone: { $timezone }.
refusal-deadline-pause-not-allowed = This term cannot be paused.
refusal-deadline-not-paused = The term is not paused.
refusal-deadline-redirect-unknown = Under this rule a redirect does not restart the term.
refusal-deadline-extension-not-allowed = The law does not allow this term to be extended.
refusal-deadline-extension-spent = The term has already been extended and cannot be again.
refusal-deadline-extension-needs-day = Say until which day the term is extended.
refusal-deadline-extension-too-long = The term cannot be extended beyond { $latest }.
refusal-deadline-extension-not-later = The new date must be later than the present one: { $dueOn }.
refusal-deadline-extension-reason-missing = Give the reason for the extension.
refusal-deadline-extension-not-authorised = Only these may extend the term: { $allowed }.
refusal-deadline-extension-too-late = The term has passed and cannot be extended: { $dueOn }.
refusal-deadline-not-registered = The appeal is not registered yet, so no term set by law is running.
refusal-deadline-event-out-of-order = This event cannot be recorded now: { $event }.
deadline-post-head = head
deadline-post-deputy-head = deputy head
deadline-post-head-of-office = head of office
deadline-event-registration = Registered
deadline-event-receipt = Received
deadline-event-request = Requested
deadline-event-submission = Submitted
deadline-event-act = The act is adopted
deadline-event-termination-decision = Decision to terminate
deadline-event-file-request = Request to see the file
deadline-event-learned = When you learned of the act
deadline-event-previous-reception = Previous reception
deadline-event-opening = Opened
deadline-event-publication = Published
deadline-event-fiftieth-signature = The fiftieth citizen joined
deadline-event-threshold-decision = Decision to send the petition
deadline-event-threshold-reached = Threshold reached
deadline-event-decision = Decision
deadline-event-withdrawal = Consent withdrawn
deadline-event-grounds-established = Grounds established
deadline-event-discovery = Discovered
deadline-event-objection = Objection received
deadline-event-transfer = Data transferred
deadline-event-preliminary-decision = Preliminary decision received
deadline-event-extension-decision = Decision to extend
deadline-event-arrival = Reached the competent body
deadline-event-dispute = The citizen disputed the answer
deadline-review-label-supervisor = The supervisor looks at the answer again by { $day }
deadline-review-label-monitors = The monitors look at the case by { $day }
