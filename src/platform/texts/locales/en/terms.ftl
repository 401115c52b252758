# Terms of a case: hearing, silence, reminders, a moved date

news-preliminary-intro = { $agency } intends to decide as follows:
news-preliminary-when = You may reply until: { $day }. Nothing is decided before: { $act }.
news-heard = Record of the hearing on No. { $number }
button-hearing-agree = I agree
button-hearing-object = I object
button-hearing-attend = I want to be heard
position-agrees-done = Noted: you agree. You may change your mind until: { $day }.
position-objects-done = Noted: you object. Write why in one message: the decision must take it into account. Words are not required.
position-wants-hearing-done = Noted: you want to be heard. Nothing is decided before that. Write when and how it suits you. Words are not required.
position-words-added = Your words are added.
position-name = { $position ->
    [agrees] you agree
    [objects] you object
   *[wants_hearing] you want to be heard
}
card-hearing = Preliminary decision: reply until
card-hearing-said = Your reply to the preliminary decision:
history-position = your reply to the preliminary decision

news-routed-why = Why:
news-redirected-times = It has been passed on { $times } times. From here the service's operator names the body.
news-forwarded = Complaint No. { $number } went to the superior body: { $agency }
news-forward-overdue = Complaint No. { $number } was not passed to the superior body in time
news-forward-overdue-what = { $agency } had to pass it on or satisfy it in full. We told its head and an operator.
news-overdue-court = The superior body has not answered either. The next step is the court.
news-moved = The date of No. { $number } has changed
news-moved-what = The calendar of working days changed. The answer is now due by: { $day }.
button-remind = Remind
button-complain-wait = Wait longer
button-complain-file = File the complaint
button-go-to-court = How to go to court
reminded = We reminded the officer and their head. You can remind again in 3 days.
history-reminder = you reminded
card-complains-of = Complaint about silence on No. { $number }
card-complained = Complaint filed: No. { $number }
silence-complaint-title = The complaint is ready
silence-complaint =
    Complaint about inaction.
    Body: { $agency }.
    My appeal No. { $number } was registered on { $registered } as { $register }. The answer was due on { $day }. There is none.
    I ask to find the inaction unlawful and to consider the appeal on its merits.
    Grounds: { $law }.
silence-complaint-to = It is filed with the same body: { $agency }.
silence-complaint-forward = Within { $length } it must satisfy the complaint in full or pass it up: { $superior }.
silence-complaint-answer = The complaint must be answered within { $length }.
silence-complaint-until = You can file it until: { $day }.
silence-complaint-late = The time to file has passed: { $day }. You can file it all the same: it must be accepted, and the reason for being late is weighed. Add it after filing.
silence-complaint-filed = Complaint filed, No. { $number }. It is linked to your first appeal. Whoever you complain of will not decide it.
silence-wait = All right, we wait. You can complain or remind from the card of No. { $number }.
silence-court =
    After the complaint you can go to the administrative court where the body sits.
    Attach your appeal, the complaint and any answers. All of them are in the case: open /my and press “Download the case”.
    Check the fee and the time limit with the court or a lawyer: the service does not decide them.
extension-reason-draft = Facts must be established before we can answer:

refusal-ticket-no-hearing = There is no hearing here: the law asks for none, or the decision is not prepared yet.
refusal-ticket-hearing-over = The time to reply to the preliminary decision is over: { $until }. You can still add words with “Add”.
refusal-ticket-act-before-hearing = The preliminary decision is sent. The answer may come no earlier than { $from }.
refusal-ticket-citizen-not-heard = The citizen asked to be heard. First record that this was done.
refusal-appeal-no-silence = The term of law has not passed: it is early to complain about silence.
refusal-appeal-complained-already = A complaint about this silence is filed already. It is in /my.
refusal-appeal-not-late = The date has not passed: it is early to remind.
refusal-appeal-reminded-lately = You reminded lately. It can be done once in { $days } days.
refusal-ticket-complained-of = This complaint is about your own inaction: somebody else must decide it.
refusal-ticket-must-forward = A body answers a complaint about its own silence only if it satisfies it in full and in time. Otherwise pass it to the superior body.
refusal-ticket-no-superior = The directory knows no superior body. Ask an operator to complete it.
refusal-triage-reason-missing = Write why this body: the case was passed on before.
refusal-compliance-period-wrong = The period ends before it begins.
refusal-compliance-too-large = Too many cases in this period: more than { $limit }. Take a shorter one.
news-review-overdue = The answer to case No. { $number } was not looked at again in time
news-review-overdue-what = You had disagreed. We told the head and an operator. This is the service’s own term; no date of law moves.
refusal-promise-general-needed = The general promise cannot be withdrawn.
card-review = The service’s promise: the answer is looked at again by
