console-votes-places = Places of votes
console-votes-tab-rounds = Votes
console-votes-tab-objections = Objections
console-votes-title = Votes and budgets
console-votes-none = No votes yet
console-votes-none-hint = Prepare the first one below.
console-votes-kind = { $kind ->
    [budget] Participatory budget
   *[ideas] Ideas
}
console-votes-state = { $state ->
    [draft] being prepared
    [collecting] collecting proposals
    [checking] checking proposals
    [voting] voting
    [closed] closed
   *[stopped] stopped
}
console-votes-items = { $count } proposals
console-votes-until = Vote until
console-votes-new = A new vote
console-votes-what = What it is
console-votes-name = Name
console-votes-about = What it is about
console-votes-collect-until = Proposals until
console-votes-from = Vote from
console-votes-budget = Budget, tenge
console-votes-way = How people vote
console-votes-way-voices = some votes each
console-votes-way-knapsack = within the budget
console-votes-voices = Votes each
console-votes-prepare = Prepare
console-votes-ballots = { $count } ballots
console-votes-waiting = Waiting for the check: { $count }
console-votes-all = Proposals
console-votes-no-items = No proposals yet
console-votes-territories = Where the votes came from
console-votes-elsewhere = elsewhere
console-votes-seed = Seed of the random order: { $seed }
console-votes-page = Public page
console-votes-act-open = Open
console-votes-act-end-collecting = Take no more proposals
console-votes-act-start-voting = Begin the vote
console-votes-act-close = End and count
console-votes-act-stop = Stop
console-votes-act-add-petition = Add a petition
console-votes-petition-code = Code of the petition
console-votes-stop-reason = Reason
console-votes-item-state = { $state ->
    [proposed] to be checked
    [admitted] admitted
    [refused] not admitted
    [withdrawn] withdrawn
    [chosen] chosen
   *[not_chosen] not chosen
}
console-votes-votes = { $count } votes
console-votes-judged = Shown { $exposures }, for { $for }, against { $against }, skipped { $skipped }.
console-votes-share = { $share } % for (interval { $low }–{ $high } %), place { $places }.
console-votes-refusal = { $code ->
    [not_competent] This body does not decide it.
    [too_costly] It does not fit the budget.
    [not_lawful] The law does not allow it.
    [duplicate] The same was proposed already.
    [insulting] There are insults in it.
   *[unclear] It is not clear what should be done.
}
console-votes-stage = { $stage ->
    [planned] planned
    [tender] out for tender
    [works] under way
    [done] done
   *[dropped] will not be done
}
console-votes-cost = Cost, tenge
console-votes-admit = Admit
console-votes-refuse = Do not admit
console-votes-refuse-reason = Reason
console-votes-refuse-note = Explanation (everybody reads it)
console-votes-progress-stage = Stage
console-votes-progress-note = What happened
console-votes-progress-act = Record
console-votes-objections = Objections
console-votes-objections-hint = Reasons of those who voted against. No names.
console-votes-objections-none = No objections
console-votes-heard-no = New
console-votes-heard-yes = Heard
console-votes-against = { $against } against of { $exposures } who saw it
console-votes-hide = Hide
console-votes-hear = Mark as heard
console-votes-where = Where (empty: the whole country)
console-votes-to-integrity = Integrity of the vote
