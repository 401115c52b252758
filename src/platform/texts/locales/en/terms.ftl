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

refusal-ticket-no-hearing = There is no hearing here: the law asks for none, or the decision is not prepared yet.
refusal-ticket-hearing-over = The time to reply to the preliminary decision is over: { $until }. You can still add words with “Add”.
refusal-ticket-act-before-hearing = The preliminary decision is sent. The answer may come no earlier than { $from }.
refusal-ticket-citizen-not-heard = The citizen asked to be heard. First record that this was done.
