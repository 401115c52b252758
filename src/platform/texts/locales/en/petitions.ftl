# Lists
petition-list-title = Petitions: { $total }
petition-list-mine = Petitions near you: { $total }
petition-list-none = No open petitions yet.
petition-list-none-near = No open petitions near you.
petition-list-how = Tap a number to read and support it.
petition-list-item = { $at }. { $ask }
petition-list-counts = Supported in the chat: { $support }
petition-own-title = Your petitions
petition-own-none = You have neither started nor supported a petition.
petition-own-yours = yours
petition-own-supported = supported
petition-button-all = All petitions
petition-button-near = Near me
petition-button-own = Mine
petition-button-new = Start a petition
petition-button-back = ← To the list

petition-state = { $state ->
    [draft] draft
    [gathering_sponsors] gathering first supporters
    [in_moderation] being checked
    [open] open
    [threshold_reached] threshold reached, waiting for a reply
    [replied] has a reply
    [followed_up] finished
    [rejected] not published
    [withdrawn] withdrawn by its author
    [expired] gathering is over
    [counting] gathering is over, the outcome is not final yet
   *[stopped] stopped
}

# Card
petition-to = To: { $to }
petition-support = Supported in the chat: { $count }
petition-support-of = Supported in the chat: { $count } of { $required }
petition-held = Set aside until checked: { $count }
petition-held-due = Whether what was set aside counts is decided by { $on }. Nothing is final before that.
petition-held-late = Whether what was set aside counts should have been decided by { $on }: we are late. The outcome comes after that.
petition-signatures-of = Proved who they are and signed: { $count } of { $required }
petition-signatures-shown = Supported with proof of identity: { $count }
petition-legal = Signed on the portal: { $count } of { $required } (on { $on })
petition-legal-unread = Only { $portal } collects signatures under the law; { $required } are needed. We have no reading of its count yet.
petition-legal-only = Under the law only signatures on { $portal } count.
petition-posted = Posted on { $portal } on { $on }: the terms of the law run from that day.
petition-not-posted = The terms of the law start on the day { $portal } posts the petition. No posting there has been noted yet.
petition-closes = Open until { $on }
petition-sponsors = To go further it needs supporters: { $required }. So far: { $count }.
petition-sponsors-until = Last day: { $on }
petition-moderation = The petition is being checked. Decision by { $on }.
petition-rejected = The petition was not published. { $reason }
petition-duty-due = Threshold reached. A reply is due by { $on }.
petition-duty-wait = Threshold reached. The term begins when the body registers the petition.
petition-duty-undated = Threshold reached. No term is set for the reply.
petition-duty-met = A reply was given.
petition-integrity = About the count: { $note }
petition-outcome = { $outcome ->
    [handled_as_message] The threshold was not reached. The petition is handled as a report; what comes of it will be shown here.
    [closed_with_count] Gathering is over, the threshold was not reached. The number of supporters stays on the page.
    [too_few_sponsors] Not enough first supporters were found.
   *[other] { $outcome }
}
petition-you-support = You support this.
petition-receipt = Code of your record: { $receipt }. With it you can check that it is counted.
petition-button-support = Support
petition-button-withdraw = Withdraw support
petition-button-read = Read in full
petition-button-reply = Read the reply
petition-button-share = Share
petition-button-page = Petition page
petition-button-portal = Sign on { $portal }
petition-button-sign = Prove identity and sign
petition-button-sign-shown = Support with proof of identity
petition-button-quiet = No news please
petition-button-loud = Send me news
petition-button-submit = Send
petition-button-rewrite = Rewrite
petition-button-appeal = Object
petition-button-author-withdraw = Withdraw the petition
petition-share-text = Petition: { $ask }

# Supporting
petition-support-sure = Support the petition “{ $ask }”? Nobody will see your name. You can withdraw any day until gathering ends.
petition-support-consent = For your support we keep your chat number and what you supported: the body gets a number, not you. Below is the general consent of Dauys; it serves for appeals too.
petition-support-yes = Yes, I support it
petition-support-no = Back
petition-support-done = Thank you. Your support is recorded.
petition-support-already = You already support this petition.
petition-withdraw-done = Support withdrawn. Nobody is told.
petition-withdraw-nothing = You did not support this petition.
petition-news-off = No more news of this petition.
petition-news-on = We will send you news of this petition.
petition-not-found = There is no such petition, or it is closed.
petition-withdraw-own-sure = Withdraw the petition? Its supporters will be told. This cannot be undone.
petition-withdraw-own-yes = Yes, withdraw the petition
petition-withdrawn-own = The petition is withdrawn.

# Starting one
petition-new-ask = What do you ask for? One sentence, up to { $limit } characters. For example: “A lit crossing at school 159”.
petition-new-place = Which city or district is it in? Write its name.
petition-new-whom = Who is it for? This decides how many people are needed and whether anyone must reply.
petition-new-option = { $to } · { $profile }
petition-new-why = Why does it matter? Briefly, up to { $limit } characters.
petition-new-similar = There seems to be a petition about this already. Together is faster:
petition-new-similar-other = No, mine is different
petition-new-barred = The law takes no petitions on these subjects: { $subjects }. If yours is about something else, go on.
petition-new-preview = This is what everyone will see:
petition-new-goal-support = Support needed in the chat: { $required }
petition-new-goal-signatures = Signatures needed from people who proved who they are: { $required }
petition-new-goal-legal = Signatures needed on { $portal }: { $required }. Support in the chat does not replace them.
petition-new-next = Once sent it needs supporters: { $required }. Then it is checked and opened to all.
petition-new-next-direct = Once sent it is checked and opened to all.
petition-new-nobody = There is nobody here to address a petition to yet. Write about the problem as an ordinary message.
petition-sent-sponsors = Sent. Now pass this link to people who agree with you: { $link }
petition-sent-moderation = Sent. It will be checked by { $on }.
petition-appealed = Noted. Other people will look at it by { $on }.

# News
petition-news-sponsored = The first supporters are found. The petition is checked by { $on }.
petition-news-published = A petition opened: “{ $ask }”
petition-news-rejected = The petition was not published: “{ $ask }”
petition-news-rejected-why = Reason: { $reason } You may object once.
petition-news-threshold-crossed = Threshold reached: “{ $ask }”
petition-news-duty-registered = The body registered the petition: “{ $ask }”
petition-news-duty-moved = The date for an answer moved: “{ $ask }”. The working-day calendar changed.
petition-news-hearing = Hearing on “{ $ask }”: { $on }, { $place }
petition-news-replied = A reply to “{ $ask }”
petition-news-followed-up = What was done about “{ $ask }”
petition-news-duty-overdue = The term for a reply has passed: “{ $ask }”. There is no reply.
petition-news-expired = Gathering is over: “{ $ask }”
petition-news-outcome-noted = What came of it: “{ $ask }”
petition-news-stopped = The petition was stopped: “{ $ask }”
petition-news-withdrawn = The author withdrew “{ $ask }”

# Why a petition is not published
petition-rejection = { $code ->
    [duplicate] The same petition is already open.
    [decided_recently] This was decided recently.
    [barred_subject] The law allows no petitions on this subject.
    [not_competent] The addressee does not decide this.
    [no_action] It is not clear what should be done.
    [personal_matter] This is a personal matter: write a message, which must be answered.
    [personal_data] The text holds personal data.
    [false_facts] The facts were not confirmed.
    [insulting] The text is insulting.
    [advertising] This is advertising.
   *[unreadable] The text cannot be read.
}

# Timeline
petition-event = { $type ->
    [submitted] Submitted
    [sponsored] First supporters found
    [published] Checked and opened
    [rejected] Not published
    [appealed] The author objected, others look
    [threshold_crossed] Threshold reached
    [duty_registered] Registered by the body
    [duty_moved] The date moved: the calendar changed
    [step_done] Done
    [hearing] Hearing
    [replied] Official reply
    [followed_up] What was done
    [duty_overdue] The term for a reply has passed
    [withdrawn] Withdrawn by its author
    [expired] Gathering is over
    [outcome_noted] What came of it
    [stopped] Stopped
    [posted] Posted on the state's portal
    [reading] Portal count noted
    [moderation_overdue] The check is late
    [held] Some support set aside until checked
    [held_overdue] The decision about support set aside is late
    [released] Support set aside was restored
    [invalidated] Some support struck out
   *[amended] Changed
}

# Site
petition-site-title = Petitions
petition-site-search = Find a petition
petition-site-search-button = Find
petition-site-found = Found: { $total }
petition-site-filter-open = Open
petition-site-filter-replied = With a reply
petition-site-filter-ended = Finished
petition-site-sort-newest = Newest first
petition-site-sort-support = Most supported first
petition-site-next = Next
petition-site-previous = Back
petition-site-asks = What is asked
petition-site-why = Why
petition-site-details = Details
petition-site-counts = How many people
petition-site-counts-note = Support in the chat and signatures are counted apart and never added up.
petition-site-timeline = How it went
petition-site-reply = Official reply
petition-site-follow-up = What was done
petition-site-original = The author's text before the check
petition-site-changed = A moderator changed the text. Why: { $note }
petition-site-data = Data
petition-site-in-telegram = Support in Telegram
petition-site-rules = Rules: { $source }
petition-site-decisions = Decisions of moderators
petition-site-decisions-note = Every decision with its reason, without names.
petition-site-decided-late = after the term of { $on }
petition-site-log = Log of voices
petition-site-log-note = Every support and signature is a line without a name. No line can be removed or replaced unseen: the root of the tree is signed every hour.
petition-site-log-size = Lines: { $size }
petition-site-log-head = Signed { $at }, lines { $size }
petition-site-check = Check a code
petition-site-check-label = Code of your record
petition-site-check-found = Line { $index } is in the log. The proof agrees with the signed root.
petition-site-check-waiting = The code is taken; its line joins the log within a minute.
petition-site-check-later = Line { $index } is in the log. The signed root follows within an hour.
petition-site-check-unknown = There is no such code in the log. Check the characters.
petition-site-not-found = There is no such petition.
petition-site-rejected-note = The text is not shown, the reason is.
petition-site-feed = Atom feed
petition-site-sign-done = Done. Your signature is recorded.
petition-site-sign-done-shown = Done. Your support with proof of identity is recorded.
petition-site-sign-already = You have already confirmed this petition. It is not counted twice.
petition-site-sign-failed = Your identity could not be proved. Nothing was recorded.
petition-site-sign-sure = You are recognised. One step is left.
petition-site-sign-confirm = I confirm

# Refusals
refusal-petition-not-found = There is no such petition, or it is closed.
refusal-petition-move-refused = This is no longer possible: the petition has changed.
refusal-petition-changed-meanwhile = The petition has just changed. Try again.
refusal-petition-appeal-used-up = You may object once.
refusal-petition-not-gathering = Support is not gathered now: it has not begun or is over.
refusal-petition-paused = This rests until { $until }.
refusal-petition-support-invalidated = This support was struck out in a check. If that is wrong, write to us.
refusal-petition-text-too-long = Too long: { $limit } characters fit.
refusal-petition-text-too-short = Too short: at least { $limit } characters are needed.
refusal-petition-population-unknown = We do not know how many people live there and cannot name the threshold. Choose another addressee.
refusal-petition-profile-unknown = There are no such rules.
refusal-petition-profile-closed = These rules take no new petitions.
refusal-petition-authority-unknown = There is no such addressee.
refusal-petition-signatures-off = Identity is not proved here.
refusal-petition-too-young = One may sign from the age of { $age }.
refusal-petition-reply-missing = Write the text.
refusal-petition-reason-missing = Write the reason.
refusal-petition-no-state-portal = These rules know no portal count.
refusal-petition-reading-in-future = The day of a reading cannot lie ahead.
refusal-petition-reading-elsewhere = The link must lead to { $portal }.
refusal-petition-posting-known = The day of its posting is noted already.
refusal-petition-duty-not-found = There is no such duty.
refusal-petition-duty-met = A reply was already given.
refusal-petition-registered-in-future = The day of registration cannot lie ahead.
refusal-petition-held-by-another = Another moderator is looking at it.
refusal-petition-change-without-note = Write why the text was changed: everyone will see it.
refusal-petition-rejection-code-unknown = There is no such reason.
refusal-petition-no-proposal = Nobody has proposed a rejection.
refusal-petition-needs-second-person = Another person must decide.
refusal-petition-proof-stale = The proof is too old. Start again.
refusal-petition-needs-other-eyes = Other people hear the objection: you turned this petition down before.
refusal-petition-too-many-started = You can send { $limit } petitions a day. Try again tomorrow.
refusal-petition-too-fast = Too many petitions in one hour. Wait a little and come back.
refusal-petition-import-failed = Line { $line }: { $problem }. Nothing was recorded.
refusal-petition-stretch-empty = The end comes before the beginning.
refusal-petition-pause-not-found = There is no such decision, or it was lifted already.
petition-duty-late = Threshold reached. The reply was due on { $on } and has not come.
petition-moderation-late = The petition is in moderation. The decision was due on { $on }: we are late.
petition-site-hearing = Hearing: { $on }, { $place }
petition-site-why-date = How was the date counted?
petition-site-changed-count = { $count }. { $reason }
petition-site-registered = No. { $number }
petition-site-reading = On { $on }: { $count }.
petition-site-source = Source
petition-site-load = In moderation now: { $waiting }. Term near: { $near }. Overdue: { $overdue }.
petition-site-load-next = The nearest date: { $on }.
refusal-petition-duty-registered = This duty is registered already.
petition-button-picture = Picture to send on
petition-site-map = On the map
petition-site-map-source = Outlines: geokz, CC BY 4.0.
petition-site-everywhere = everywhere
petition-site-pass-on = Pass it on
petition-site-picture = Picture
petition-site-sheet = Sheet to print
petition-site-sheet-note = Print this page and hang it up. A telephone reads the square and opens the petition.
petition-site-widget = Put it on a site
petition-site-widget-note = Copy this line into a page. No scripts, no cookies.
petition-site-widget-open = Open the petition
petition-step-due = by { $on }
petition-step-late = was due by { $on }, not done
petition-step-done = done. { $note }
refusal-petition-duty-of-event = This is a duty of another kind: it is marked as done.
refusal-petition-duty-of-threshold = This is met by registering it and by the official reply.
petition-card-kind = petition
petition-site-filter-waiting = Waiting for an answer
petition-site-tiers = With a confirmed telephone: { $count }
petition-site-population = The threshold is counted from the number of inhabitants: { $count } (on { $on }). Source: { $source }
