# Terms in the console: hearing, chain of bodies, calendars, rules, registrations, compliance, risk

console-terms-hearing-none = The law asks for no hearing here.
console-terms-hearing-why = Before a decision that is not in the citizen's favour they are told what is intended.
console-terms-hearing-if-sent = Sent today, they may reply until
console-terms-hearing-sent = Sent
console-terms-hearing-citizen = Citizen
console-terms-hearing-silent = no reply yet, possible until
console-terms-hearing-heard = Heard
console-terms-hearing-act-from = Decision possible from
console-terms-hearing-late = It should have been sent earlier to decide in time. Last day:
console-terms-hearing-act-first = Send to the citizen
console-terms-hearing-act-again = Send a new one
console-terms-hearing-act-heard = Record
console-terms-hearing-text-first = What you intend to decide, and why
console-terms-hearing-text-again = New preliminary decision
console-terms-hearing-text-heard = Record of the hearing: what the citizen said
console-terms-hearing-hint = The citizen reads this in the chat.
console-terms-position-agrees = agrees
console-terms-position-objects = objects
console-terms-position-wants-hearing = wants to be heard

console-terms-complaint = Complaint about silence
console-terms-complaint-about = About case
console-terms-complaint-silent = silent since
console-terms-complaint-forwarded = Passed to
console-terms-complaint-duty = Pass on or satisfy by
console-terms-complaint-filed = Complaint filed
console-terms-forward-act = Pass to the superior body
console-terms-forward-why = A complaint about silence is filed through the body. It passes it with the file to its superior unless it satisfied it in full.
console-terms-forward-to = To:
console-terms-forward-nobody = The directory knows no superior body.
console-terms-forward-note = Note to the file (optional)
console-terms-case-in-triage = with an operator
console-terms-case-with-agency = under review
console-terms-case-watched = on the portal
console-terms-case-answered = answered
console-terms-case-closed = closed
console-terms-case-withdrawn = withdrawn

console-terms-figure-received = Received
console-terms-figure-registered-in-time = Registered in time
console-terms-figure-registered-late = Registered late
console-terms-figure-law-in-time = Answered in time by law
console-terms-figure-law-late = Answered late by law
console-terms-figure-promise-in-time = Promise kept
console-terms-figure-promise-late = Promise broken
console-terms-figure-extended = Extended
console-terms-figure-redirected = Passed on
console-terms-figure-overdue-now = Overdue now
console-terms-figure-silent = Silent by law
console-terms-figure-answered = Answered
console-terms-figure-confirmed = Citizen confirmed
console-terms-figure-disputed = Citizen disputed
console-terms-figure-said-nothing = Citizen said nothing

console-terms-reason = On what grounds
console-terms-line = Line { $line }:
console-terms-file = File:
console-terms-from = From
console-terms-until = Until
console-terms-body = Body

# Calendar
console-terms-calendar = Calendar
console-terms-where = Whose calendar
console-terms-where-country = the whole country
console-terms-where-territory = a territory
console-terms-where-agency = a body
console-terms-where-body = Body
console-terms-where-place = Territory
console-terms-where-place-hint = Region, city or district
console-terms-calendar-years = Year
console-terms-calendar-working = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
console-terms-calendar-lunch = lunch
console-terms-calendar-ends = { $days ->
    [one] The calendar ends in { $days } day. Bring in the next year, or no date can be computed. Last day:
   *[other] The calendar ends in { $days } days. Bring in the next year, or no date can be computed. Last day:
}
console-terms-calendar-incomplete = The holidays of this year are not entered: only weekends are counted.
console-terms-calendar-special = Special days
console-terms-calendar-own-days = Own days: { $place }
console-terms-calendar-no-own-days = No days of its own: everything is as in the country.
console-terms-calendar-inherited-days = Days that hold here because they hold around it
console-terms-own-word = own
console-terms-inherit = As around it: give up the own one
console-terms-timezone = Time zone
console-terms-timezone-name = Name, for example Asia/Almaty
console-terms-timezone-save = Save the time zone
console-terms-day-public = holiday
console-terms-day-transferred = moved day off
console-terms-day-worked = worked weekend
console-terms-day-weekend = weekend
console-terms-day-plain = working day
console-terms-day-own = own day
console-terms-day-instead = (without it: { $around })
console-terms-day-off = day off
console-terms-day-uncertain = date not certain
console-terms-day-kind = What kind of day
console-terms-kind-public = Holiday
console-terms-kind-transferred = Moved day off
console-terms-kind-decree-day-off = Day off by decree
console-terms-kind-decree-working-day = Working day by decree
console-terms-kind-religious-day-off = Religious holiday
console-terms-kind-inherited = As around it: give up the own day
console-terms-day-name = Name of the day
console-terms-day-save = Save the day
console-terms-moved-none = No running term would move.
console-terms-moved-count = { $count ->
    [one] { $count } running term would move
   *[other] { $count } running terms would move
}
console-terms-moved-petition = Petition:
console-terms-saved = Saved. New cases live by the new calendar; running terms stay as they are for now.
console-terms-move-act = { $count ->
    [one] Move { $count } term
   *[other] Move { $count } terms
}
console-terms-moving = Moving: { $done } of { $all }
console-terms-moved-done = { $count ->
    [one] { $count } term moved, people are told.
   *[other] { $count } terms moved, people are told.
}
console-terms-move-hint = Citizens get a message with the new date.
console-terms-hours = Working hours
console-terms-hours-opens = Opens
console-terms-hours-from = Lunch from
console-terms-hours-to = Lunch to
console-terms-hours-closes = Closes
console-terms-hours-save = Save the hours
console-terms-import = Bring in a year from a file
console-terms-import-hint = CSV or JSON, one line per special day. Kinds: public, transferred, decree_day_off, decree_working_day, religious_day_off.
console-terms-import-own = The year is brought in for this place only. Its earlier own days of that year are replaced; all other days stay as in the country.
console-terms-import-year = Year
console-terms-import-source = Grounds: the law or decree
console-terms-import-file = File
console-terms-import-check = Check
console-terms-import-read = { $days ->
    [one] { $days } special day read.
   *[other] { $days } special days read.
}
console-terms-import-act = Bring in { $year }
console-terms-history = Who changed what
console-terms-history-none = The calendar is as shipped; nobody has changed it.
console-terms-history-year = Year { $year } brought in
console-terms-history-inherited = as around it again

# Rules
console-terms-rules = Terms of law
console-terms-rules-country = Country
console-terms-rules-old = show earlier editions
console-terms-rules-automatic = A case counts as registered from delivery.
console-terms-rules-manual = The term of law runs only from registration: the body records its number and day.
console-terms-country-br = Brazil
console-terms-country-ee = Estonia
console-terms-country-gb = United Kingdom
console-terms-country-kr = Republic of Korea
console-terms-country-kz = Kazakhstan
console-terms-country-sg = Singapore
console-terms-country-tw = Taiwan
console-terms-country-us = United States
console-terms-trust-high = checked against the law
console-terms-trust-medium = from a secondary source
console-terms-trust-low = not checked
console-terms-rule-length = Length
console-terms-rule-starts = Counted from
console-terms-rule-cutoff = End of the day
console-terms-rule-first-day = First day
console-terms-rule-roll-over = If it ends on a day off
console-terms-rule-extension = Extension
console-terms-rule-extension-open = allowed, no limit named
console-terms-rule-extension-by = Extended by
console-terms-rule-notice = Tell the citizen within
console-terms-rule-redirect = Pass on within
console-terms-rule-silence = Silence
console-terms-rule-silence-refusal = counts as a refusal
console-terms-rule-pause = Pause of the term
console-terms-rule-notes = Notes of the authors
console-terms-rule-yes = yes
console-terms-rule-no = no
console-terms-cutoff-end-of-working-day = after hours counts as the next working day
console-terms-cutoff-none = until midnight
console-terms-first-next-day = the day after the event
console-terms-first-same-day = the day of the event
console-terms-roll-next-working-day = the next working day
console-terms-roll-none = stays
console-terms-roll-unsettled = the law is silent: both dates are shown
console-terms-steps = Whom we remind, and when
console-terms-step-clock = About
console-terms-step-when = When
console-terms-step-who = Whom
console-terms-step-half = at half-time
console-terms-step-last = on the last day
console-terms-step-before = { $days ->
    [one] { $days } working day before
   *[other] { $days } working days before
}
console-terms-step-after = { $days ->
    [one] { $days } working day after
   *[other] { $days } working days after
}
console-terms-clock-registration = registration
console-terms-clock-answer = answer
console-terms-clock-hearing = the citizen's reply to a preliminary decision
console-terms-clock-forward = passing a complaint on
console-terms-clock-triage = an operator's choice of the body
console-terms-receiver-officer = officer
console-terms-receiver-supervisor = supervisor
console-terms-receiver-head = head of the body
console-terms-receiver-operator = operator
console-terms-receiver-citizen = citizen

# Registrations
console-terms-registrations = Registration from a list
console-terms-registrations-hint = A file from your register: our number, your number, the day. You see what is accepted before anything is recorded.
console-terms-registrations-head = case;number;date
console-terms-registrations-file = CSV file
console-terms-registrations-check = Check
console-terms-registrations-act = { $count ->
    [one] Register { $count } case
   *[other] Register { $count } cases
}
console-terms-registrations-done = { $count ->
    [one] { $count } case registered.
   *[other] { $count } cases registered.
}
console-terms-registrations-accepted = Lines accepted: { $count }
console-terms-registrations-rejected = Lines not accepted: { $count }
console-terms-problem-unreadable = The file cannot be read.
console-terms-problem-columns-missing = The columns case, number and date were not found.
console-terms-problem-too-many-lines = Too many lines: at most 2000 at a time.
console-terms-problem-case-number-wrong = No case can have this number.
console-terms-problem-number-wrong = Registration number: 1 to 60 characters.
console-terms-problem-day-wrong = The date cannot be read.
console-terms-problem-case-twice = The case comes twice.
console-terms-problem-number-twice = The registration number comes twice.
console-terms-problem-case-unknown = Your body has no such case.
console-terms-problem-registered-already = Registered already.
console-terms-problem-closed-already = The case is closed already.
console-terms-problem-no-register = No registration is needed here.
console-terms-problem-in-future = The date is in the future.
console-terms-problem-before-delivery = The date is before delivery.

# Compliance
console-terms-compliance = How terms are kept
console-terms-compliance-hint = Cases delivered in these days, by the clock ledger:
console-terms-compliance-empty = No cases in these days
console-terms-compliance-empty-hint = Take another period.
console-terms-public = as it may be published
console-terms-public-hint = Bodies with few cases and small numbers are hidden.
console-terms-hidden = Hidden: too few people
console-terms-csv = CSV table
console-terms-print = Print

# Risk
console-terms-risk = Risk of being late
console-terms-risk-hint = { $count ->
    [0] There is no history yet: only what is late already can be seen.
    [one] Estimated from { $count } case finished within a year. It sorts the list and judges nobody.
   *[other] Estimated from { $count } cases finished within a year. It sorts the list and judges nobody.
}
console-terms-risk-band = Risk
console-terms-band-all = all
console-terms-band-high = high
console-terms-band-medium = medium
console-terms-band-low = low
console-terms-risk-stage = Stage
console-terms-stage-all = any
console-terms-stage-delivered = waits for registration
console-terms-stage-registered = in work
console-terms-stage-hearing = hearing
console-terms-risk-empty = No such cases
console-terms-risk-load = More cases than usual are open now.
console-terms-basis-agency-and-topic = Comparable cases of this body on this topic: { $all }, late: { $late }.
console-terms-basis-agency = Comparable cases of this body: { $all }, late: { $late }.
console-terms-basis-everyone = Comparable cases of all bodies: { $all }, late: { $late }.
console-terms-basis-no-history = There were no comparable cases.
console-terms-calibration = Can the estimate be trusted
console-terms-calibration-none = Too few finished cases to test the estimate.
console-terms-calibration-what = Tested on { $cases } cases the estimate had not seen. Error (Brier) { $brier }; always saying the average would give { $baseline }. Lower is better.
console-terms-calibration-said = Said on average
console-terms-calibration-came = Came late
console-terms-calibration-cases = Cases

console-terms-group-registration = Registration
console-terms-group-law = Answer by law
console-terms-group-promise = Promise
console-terms-group-citizen = Citizen
console-terms-short-in-time = in time
console-terms-short-late = late
console-terms-short-confirmed = confirmed
console-terms-short-disputed = disputed
console-terms-short-silent = said nothing
console-terms-nobody = taken by nobody
console-terms-basis-passed-law = The date of law has passed.

# Extension
console-terms-post-head = head of the body
console-terms-post-deputy-head = deputy head
console-terms-post-head-of-office = head of office
console-terms-ground-need-to-establish-material-facts = facts that matter must be established
console-terms-extend-when = It may be extended if { $reason }.
console-terms-notice-draft = The citizen will get:
console-terms-basis-passed-promise = The promised day has passed. The date of law has not.
console-terms-risk-overdue = overdue
console-terms-own = The service’s own terms
console-terms-own-promise = Promise, from receipt
console-terms-own-review = Disputed: the supervisor looks
console-terms-own-review-again = Disputed again: the monitors look
console-terms-own-triage = After two bounces an operator names one body
console-terms-clock-review = a disputed answer
console-terms-clock-monitor_review = an answer disputed twice
console-terms-receiver-monitor = monitor
console-terms-extend-nobody = Nobody holds a post that the law names. The head sets it on the Team page.
