console-petitions-places = Places of petitions
console-petitions-tab-moderation = Moderation
console-petitions-tab-duties = Duties
console-petitions-tab-signals = Signals
console-petitions-tab-pauses = Election period
console-petitions-state = { $state ->
    [draft] draft
    [gathering_sponsors] looking for first supporters
    [in_moderation] in moderation
    [open] open
    [threshold_reached] threshold reached
    [replied] answered
    [followed_up] finished
    [rejected] not published
    [withdrawn] withdrawn by its author
    [expired] closed
   *[stopped] stopped
}
console-petitions-moderation = Moderation of petitions
console-petitions-load = Waiting: { $waiting }. Term near: { $near }. Overdue: { $overdue }.
console-petitions-load-next = The nearest date:
console-petitions-moderation-empty = Nothing to moderate
console-petitions-moderation-empty-hint = Petitions come here once they have their first supporters.
console-petitions-near = term near
console-petitions-appealed = the author objects
console-petitions-held-by-me = you are reading it
console-petitions-held-by = read by { $name }
console-petitions-sponsors = Supporters: { $count }
console-petitions-barred = Words of barred subjects occur: { $subjects }. Look, it is no refusal yet.
console-petitions-similar = Similar petitions:
console-petitions-earlier = Turned down before: { $reason }
console-petitions-proposal = Proposed by { $name } to turn down: { $reason } A second person must agree.
console-petitions-you = you
console-petitions-not-you = You turned this petition down before; others hear the objection.
console-petitions-take = Take it
console-petitions-let-go = Give it back
console-petitions-publish = Publish…
console-petitions-reject = Turn down…
console-petitions-confirm = Agree to turn it down
console-petitions-decline = Disagree
console-petitions-original = What the author wrote
console-petitions-published = What will be read
console-petitions-part-ask = What is asked
console-petitions-part-why = Why
console-petitions-part-details = Details
console-petitions-note = Why the text was changed
console-petitions-note-hint = Everybody reads this; the author’s text stays open too.
console-petitions-publish-as-is = Publish as it is
console-petitions-publish-changed = Publish changed
console-petitions-reason-label = Reason
console-petitions-reason-note = Explanation
console-petitions-reason-note-hint = The reason is published in three languages. The author and everybody else read the explanation: no names.
console-petitions-propose = Propose to turn down
console-petitions-reason = { $code ->
    [duplicate] The same petition is open already.
    [decided_recently] This was decided not long ago.
    [barred_subject] The law allows no petitions on this subject.
    [not_competent] The body does not decide this.
    [no_action] It is not clear what should be done.
    [personal_matter] This is a personal matter: an appeal must be answered.
    [personal_data] There is personal data of people in it.
    [false_facts] What it says could not be confirmed.
    [insulting] There are insults in it.
    [advertising] This is advertising.
   *[unreadable] The text cannot be read.
}
console-petitions-done-taken = It is yours for fifteen minutes.
console-petitions-done-let-go = It is back in the queue.
console-petitions-done-published = Published. Its supporters are told.
console-petitions-done-proposed = Proposed. Somebody else decides now.
console-petitions-done-rejected = Turned down. The author is told why.
console-petitions-done-declined = The proposal is gone; the petition waits.
console-petitions-duties = Duties of petitions
console-petitions-duties-open = Open
console-petitions-duties-met = Met
console-petitions-duties-none-open = No open duties
console-petitions-duties-none-met = None met yet
console-petitions-duties-none-hint = When a petition reaches its threshold, the duty stands here until it is answered.
console-petitions-duty-met = answered
console-petitions-duty-waits = waits for registration
console-petitions-duty-undated = no date
console-petitions-duty-count = { $counter ->
    [support] Support in the chat
    [signatures] Proved who they are
   *[legal_reading] Count of the portal
}: { $count } of { $required }
console-petitions-find = Find a petition by words or code
console-petitions-find-none = Nothing found.
console-petitions-to-handle = Stayed below: how did it end?
console-petitions-to-handle-hint = No petition ends in silence. Say how it was handled.
console-petitions-import = Bring in counts of the portal from a file
console-petitions-import-hint = Columns: code, count, read_on (YYYY-MM-DD), url. If one line is wrong, nothing is recorded.
console-petitions-import-file = Choose a file
console-petitions-import-act = Bring in
console-petitions-import-done = Recorded: { $recorded }. Known already: { $known }.
console-petitions-import-wrong = Nothing was recorded. Correct these lines:
console-petitions-import-problem = Line { $line }: { $problem }
console-petitions-count-support = Supported in the chat
console-petitions-count-held = Set apart until checked
console-petitions-count-signatures = Proved who they are
console-petitions-count-legal = Count of { $portal }
console-petitions-timeline = What happened
console-petitions-event = { $type ->
    [submitted] Sent
    [sponsored] First supporters found
    [published] Published
    [rejected] Turned down
    [appealed] The author objected
    [threshold_crossed] Threshold reached
    [duty_registered] Registered by the body
    [duty_moved] The date moved: the calendar changed
    [step_done] Done
    [hearing] Hearing
    [replied] Official reply
    [followed_up] What was done
    [duty_overdue] The reply is overdue
    [withdrawn] Withdrawn by its author
    [expired] Closed
    [outcome_noted] How it ended
    [stopped] Stopped
    [posted] Posted on the portal
    [reading] Count of the portal
    [moderation_overdue] Moderation was late
    [held] Set apart
    [held_overdue] The decision is late
    [released] Counted again
    [invalidated] Struck out
   *[amended] Changed
}
console-petitions-public-page = Public page
console-petitions-integrity = Integrity of support
console-petitions-readings = Counts of { $portal }
console-petitions-readings-none = None yet. The number with legal force is kept only there.
console-petitions-readings-link = source
console-petitions-act-posting = Posted on the portal
console-petitions-act-reading = Count of the portal
console-petitions-act-hearing = Announce a hearing
console-petitions-act-reply = Official reply
console-petitions-act-follow-up = What was done
console-petitions-act-outcome = How it ended
console-petitions-act-stop = Stop it
console-petitions-send-posting = Note the day
console-petitions-send-reading = Record
console-petitions-send-hearing = Announce and tell supporters
console-petitions-send-reply = Publish the reply and tell supporters
console-petitions-send-follow-up = Publish and tell supporters
console-petitions-send-outcome = Record and tell supporters
console-petitions-send-stop = Stop the petition
console-petitions-hint-posting = The day { $portal } opened the petition to everybody. The window of the law and telling the media count from it.
console-petitions-hint-reading = Read the number on { $portal }. Everybody sees the number, the day and the link.
console-petitions-hint-reply = Answer point by point: what will be done, when, why. Everybody reads this.
console-petitions-hint-follow-up = What was really done, and when.
console-petitions-hint-outcome = Where it was handled, under which number, what was decided.
console-petitions-hint-stop = Who stopped it and why. Everybody reads the reason.
console-petitions-posting-on = Day of its posting
console-petitions-reading-count = How many
console-petitions-reading-on = On which day
console-petitions-reading-url = Link
console-petitions-hearing-on = Day
console-petitions-hearing-place = Where and at what time
console-petitions-register = Record the registration
console-petitions-register-hint = From this day the term of law runs.
console-petitions-register-number = Registration number
console-petitions-register-on = Day of registration
console-petitions-done-posting = Noted; the terms count from that day.
console-petitions-done-reading = The count is recorded.
console-petitions-done-hearing = The hearing is announced.
console-petitions-done-reply = The reply is published.
console-petitions-done-follow-up = Published.
console-petitions-done-outcome = Recorded.
console-petitions-done-stop = The petition is stopped.
console-petitions-signals = Signals about support
console-petitions-signals-hint = A signal strikes out nobody: a person decides, in the open.
console-petitions-signals-none = No signals
console-petitions-signals-none-hint = An unusual wave would show here.
console-petitions-signals-count = Not looked at: { $count }
console-petitions-held-title = Support set apart
console-petitions-held-count = Set apart: { $count }
console-petitions-held-decide = Decide by:
console-petitions-public-note = Note for everybody:
console-petitions-thresholds = We look from { $enough } an hour: { $factor } times the usual, more than { $share } % fresh accounts or one link, a regular stream between { $from } and { $to } at night, at least { $device } signatures or supports from one browser.
console-petitions-signal = { $kind ->
    [burst] A burst
    [fresh_accounts] Fresh accounts
    [one_referrer] One link
    [one_device] One browser
   *[regular_night] A regular stream at night
}
console-petitions-signal-count = supports: { $count }
console-petitions-looked = looked at by { $name }
console-petitions-look-leave = Looked, leaving it
console-petitions-decisions = Decisions
console-petitions-decisions-none = None yet.
console-petitions-hours = By the hour, one week
console-petitions-hours-table = As a table
console-petitions-hour = Hour
console-petitions-hour-count = Supports
console-petitions-hour-fresh = Fresh accounts
console-petitions-hour-referrer = By one link
console-petitions-sources = Where they came from
console-petitions-source = { $source ->
    [author] the author
    [chat] chat
    [sponsor] first supporter
    [inline] another chat
   *[site] site
}
console-petitions-stretch = Act on a part of the support
console-petitions-since = From
console-petitions-until = Until
console-petitions-referrer = Link
console-petitions-referrer-any = any
console-petitions-stretch-size = In this stretch: { $counted } counted, { $held } set apart.
console-petitions-stretch-act = What to do
console-petitions-act-hold = Set apart
console-petitions-act-release = Count again
console-petitions-act-invalidate = Strike out
console-petitions-stretch-reason = Reason
console-petitions-stretch-reason-hint = Everybody will read it.
console-petitions-pauses = Election period
console-petitions-pauses-hint = What the rules themselves stop, and what operators decided. Chat and site say until when.
console-petitions-pauses-rule = Stopped during elections: { $acts }
console-petitions-pauses-rule-none = The rules stop nothing during elections.
console-petitions-pauses-decided = Decisions
console-petitions-pauses-none = None yet.
console-petitions-pause-start = starting petitions
console-petitions-pause-publish = publishing
console-petitions-pause-support = gathering support
console-petitions-pause-lifted = lifted
console-petitions-pause-in-force = in force
console-petitions-pause-idle = not in force today
console-petitions-pause-lift = Lift
console-petitions-pause-new = Let acts rest
console-petitions-pause-rules = Under which rules
console-petitions-pause-stops = What rests
console-petitions-pause-reason = Reason (everybody reads it)
console-petitions-pause-decide = Let it rest
console-petitions-step-done = Mark as done
console-petitions-step-note = How it was done
console-petitions-step-note-hint = Everybody reads this: whom it was told or sent to, when, a link.
console-votes-integrity = Integrity of the vote: { $count } signals
console-votes-integrity-held = Set apart: { $verdicts } opinions, { $ballots } ballots.
console-votes-signal-count = people: { $count }
