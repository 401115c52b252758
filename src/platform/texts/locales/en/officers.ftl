# Officer card
officers-urgent = Urgent: the message speaks of danger
officers-where = Where: { $place }
officers-no-topic = topic not known
officers-state = { $state ->
    [delivered] Waiting to be registered
    [registered] In work
    [answered] Answered, waiting for the citizen
    [disputed] The citizen disagrees: the supervisor looks
    [with_monitors] With the monitors
    [closed] Closed
    [redirected] Passed to another body
   *[withdrawn] Withdrawn by the citizen
}
officers-register-number = Registration No. { $number }
officers-registration-late = Registration is late
officers-promised = Promised by: { $on } ({ $days ->
    [0] today
    [one] { $days } day left
   *[other] { $days } days left
})
officers-statutory = By law: { $on } ({ $days ->
    [0] today
    [one] { $days } day left
   *[other] { $days } days left
})
officers-promise-broken = The promised day has passed: { $on }
officers-statutory-passed = The date set by law has passed: { $on }
officers-taken-by = Taken by { $name }
officers-entry = { $kind ->
    [statement] The citizen wrote
    [addition] The citizen added
    [question] The citizen was asked
    [reply] The citizen replied
    [answer] Official answer
    [dispute] The citizen disagrees
    [note] Internal note, the citizen does not see it
   *[notice] Notice
}

# Buttons
officers-button-take = Take
officers-button-register = Register
officers-button-answer = Answer
officers-button-ask = Ask the citizen
officers-button-extend = Extend
officers-button-redirect = Redirect
officers-button-hear = Preliminary decision
officers-button-forward = Pass up
officers-button-pass = Approve or sign
officers-button-return = Back to the author
officers-button-open = Open
officers-button-send = Send
officers-button-cancel = Cancel
officers-button-connect = Sign in
officers-outcome = { $outcome ->
    [done] Done
    [explained] Explained
    [partly] Partly
    [refused] Refused
   *[planned] Planned
}

# Previews and results
officers-preview-ask = The citizen will get this question:
officers-preview-answer = The citizen will get this official answer. Choose the outcome and it leaves:
officers-preview-extend = The date moves to { $until }. The citizen will see the reason:
officers-preview-redirect = It passes to { $agency }. The citizen will see the reason:
officers-preview-hear = The citizen will get this preliminary decision. They may object until { $until }; you may decide from { $from }:
officers-hear-late = It is too late to decide in time: the term ends on { $due }.
officers-preview-forward = The complaint goes with its file to the superior body: { $agency }.
officers-preview-pass = This answer waits for you. Read it: with your consent it goes on.
officers-preview-answer-on = { $hand ->
    [approver] This official answer goes to be approved, then to the citizen. Choose its outcome:
   *[signatory] This official answer goes to be signed, then to the citizen. Choose its outcome:
}
officers-passed-on = The answer has gone to the next hand. The citizen does not see it yet.
officers-answer-waits = { $stage ->
    [approver] An answer waits to be approved
    [signatory] An answer waits to be signed
   *[author] An answer was given back to its author
}
officers-points = Points of the appeal:
officers-points-how = Ticked by the words of the answer. To tick yourself, end with a line “Points: 1, 3”.
officers-points-hint = Nothing ticked: the words of the answer decide
officers-number-how = An outgoing number is needed: add a line “Out: 12-3 on 2026-12-09”.
officers-outgoing = Outgoing No { $number } of { $on }
officers-template-how = To change the words, reply to this message with your own.
officers-done = { $act ->
    [take] It is yours now
    [note] Note kept; the citizen does not see it
    [ask] Question sent
    [register] Registration recorded
    [extend] Date extended
    [redirect] Redirected
    [pass] Approved, the answer has gone to the citizen
    [hear] The preliminary decision has been sent
    [forward] The complaint has been passed up
    [return] Given back to the author
   *[answer] Answer sent
}
officers-cancelled = Not sent.
officers-refused = That is not possible now ({ $code }).
officers-failed = Something failed on our side, nothing has changed: code { $code }. Please try again.

# Who is who
officers-unbound = We do not know you yet, so nothing has changed. Sign in once to connect this account: { $url }
officers-unbound-chat = We do not know you yet; nothing has changed. Ask your supervisor for an invitation link.
officers-bound = Connected: { $name }. The buttons now work for you.
officers-group-bound = Cases of { $agency } will arrive here.
officers-group-bind-how = To connect the group, write the code from the console: /bind CODE
officers-connect-title = Connect the account
officers-connect-question = Is the { $channel } account { $account } you, { $name }?
officers-connect-yes = Yes, that is me
officers-connect-sign-in = Sign in to the console first, then open this link again.
officers-connect-gone = This link is out of date. Press the button again.

# Writing
officers-prompt-answer = No. { $number }: reply to this message with the answer. You will see it before it leaves.
officers-prompt-ask = No. { $number }: reply to this message with the question.
officers-prompt-register = No. { $number }: reply to this message with the registration number.
officers-prompt-extend = No. { $number }: reply with the date and the reason. For example: 30.12.2026 waiting for an expert report
officers-prompt-redirect = No. { $number }: reply with the body’s code and the reason. For example: almaty.energy this is the power grid
officers-prompt-hear = No { $number }: reply to this message with the preliminary decision: what you intend to decide and why.
officers-prompt-forward = No { $number }: reply to this message with a note to the file.
officers-prompt-return = No { $number }: reply to this message with what the author should correct.
officers-reply-how = A reply to the card is an internal note. Begin with “Answer:”, “Ask:”, “Register:”, “Extend:”, “Redirect:”, “Hear:”, “Forward:” to do that.

# Slack
officers-field-text = Text
officers-field-number = Registration number
officers-field-on = Registered on
officers-field-until = New date
officers-field-reason = Reason (the citizen sees it)
officers-field-points = Points you answer
officers-field-outgoing-number = Outgoing number
officers-field-outgoing-on = Outgoing date
officers-field-remark = What to correct (the author sees it)
officers-field-note = Note to the file (the citizen sees it)
officers-field-to = Which body
officers-field-outcome = Outcome
officers-field-language = Language
officers-field-files = Files (sent to the citizen)
officers-field-decided-by = Decided by
officers-modal-answer = Answer
officers-modal-ask = Question
officers-modal-register = Registration
officers-modal-extend = Extension
officers-modal-redirect = Redirect
officers-modal-hear = Preliminary decision
officers-modal-forward = Pass up
officers-modal-pass = Approval
officers-modal-return = Back to the author
officers-modal-preview = Check
officers-modal-next = Next
officers-modal-back = Back
officers-extend-bounds = The law allows { $earliest } – { $latest }
officers-home-title = My tickets by due date
officers-home-empty = You have no open tickets. Take new ones from the cards in the channel.
officers-home-more = { $count } more. All of them are in the console.
officers-command-how = Write a number: /dauys 472-918-3. To connect the account: /dauys connect CODE
officers-no-such-number = Your body has no such number.
officers-digest-title = { $agency }: today
officers-digest-figures = Open: { $open }. Not registered: { $unregistered }. Due within 5 days: { $soon }. Overdue: { $overdue }.
officers-term-title = Cases whose date is near or has passed
officers-term-line = { $title } — { $clock ->
    [registration] registration
    [promised] promise
    [hearing] hearing: the citizen's time is over
    [forward] complaint to be passed on
    [review] look at a disputed answer
   *[statutory] by law
}: { $on }{ $state ->
    [passed] , passed
    [today] , today
   *[near] {""}
}
officers-test-message = Test: the channel of { $agency } works.

# E-mail
officers-mail-how = A reply to this mail becomes an internal note. Begin it with “Answer:”, “Ask:”, “Register:”, “Extend:” or “Redirect:” to do that.
officers-mail-confirm = To send it, reply to this mail with “{ $yes }”.
officers-mail-yes = yes
officers-mail-refused = Your mail changed nothing: { $reason }
officers-mail-done = No. { $number }: { $done }

# Refusals
refusal-channel-not-allowed-here = Here you can only take and open: the servers are abroad. The rest is in the console.
refusal-channel-not-found = There is no such channel.
refusal-channel-address-refused = This address cannot be used: it is in an internal network or not https.
refusal-officer-invitation-used = The code is not valid: it is good once and for seven days.
refusal-officer-preview-gone = That preview is gone: sent already or too old. Please write it again.
refusal-officer-not-confirmed = The word of confirmation was not recognised; nothing was sent. Write one of the words named in the preview.
refusal-officer-file-missing = The file did not arrive; nothing was sent. Please attach it again.
refusal-officer-incomplete = Something is missing: { $need }
