console-routing-title = Routing quality
console-routing-span = Period
console-routing-days = Last { $days } days
console-routing-empty = No appeals in this time
console-routing-empty-hint = Choose a longer period.
console-routing-sum = Appeals: { $sent }. Right at the first attempt: { $right }. Decided by a person: { $triaged }. Redirected: { $redirected }. Usually { $seconds } s until confirmed.
console-routing-by-language = By language
console-routing-by-body = By body
console-routing-language-kk = Kazakh
console-routing-language-ru = Russian
console-routing-language-en = English
console-routing-col-sent = Appeals
console-routing-col-right = First time right
console-routing-col-redirected = Redirected
console-routing-col-changed = Changed by the author
console-routing-col-triaged = Decided by a person
console-routing-col-seconds = Until confirmed, s
console-routing-confusions = Most frequent confusions
console-routing-said = Proposed
console-routing-meant = Turned out to be
console-routing-times = Times
console-routing-models = Versions of the model
console-routing-shipped = The shipped version is in use.
console-routing-current = Version { $version } is in use.
console-routing-train = Train a candidate
console-routing-training = Training, a minute or two
console-routing-rollback = Back to the shipped version
console-routing-promote = Use this version
console-routing-version = Version { $version }
console-routing-state-current = in use
console-routing-state-candidate = candidate
console-routing-state-retired = earlier
console-routing-state-refused = refused: worse
console-routing-by-night = by night
console-routing-by-hand = by hand
console-routing-examples = new examples: { $count }
console-routing-set-heldout = Held-out examples of the topics
console-routing-set-cases = Messages written for checking
console-routing-set-history = Held-out appeals
console-routing-compared = { $before } before, { $after } now of { $messages } ({ $verdict ->
    [better] better
    [worse] worse
   *[same] no more than chance
})
console-routing-excluded = Corrections of one person left out: { $count }. Nearly all led to one place: { $target }.
