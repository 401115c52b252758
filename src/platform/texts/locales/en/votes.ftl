votes-button-all = Votes and budgets
votes-list = Votes: { $total }
votes-list-none = No open votes now.
votes-kind = { $kind ->
    [budget] Participatory budget
   *[ideas] Ideas
}
votes-state = { $state ->
    [draft] not open yet
    [collecting] proposals are collected
    [checking] proposals are checked
    [voting] voting
    [counting] voting is over, the result is not final yet
    [closed] closed
   *[stopped] stopped
}
votes-until = Until { $on }
votes-budget = Budget: { $sum } { $currency }
votes-cost = Cost: { $sum } { $currency }
votes-rule-voices = Votes for each person: { $count }
votes-rule-knapsack = Choose projects as long as the budget allows.
votes-items = Proposals: { $count }
votes-one-by-one = Judge one at a time
votes-ballot = Vote
votes-propose = Propose
votes-results = Results
votes-back = ← To the list
votes-for = For
votes-against = Against
votes-skip = Skip
votes-progress = { $at } of { $total }
votes-fair = All are shown equally often, in random order.
votes-seen-all = You have seen them all. Thank you.
votes-why = ✍ Say why
votes-why-ask = “{ $title }”: why? One sentence, up to { $limit } characters. Nobody sees your name.
votes-why-done = Noted.
votes-next = Go on
votes-ballot-how = Tap a number to choose. You can change it until the last day.
votes-ballot-left-voices = Votes left: { $left }
votes-ballot-left-money = Left: { $left } { $currency }
votes-propose-title = What do you propose? One sentence, up to { $limit } characters.
votes-propose-body = Why is it needed, and where? Up to { $limit } characters.
votes-proposed = Sent. We write when it has been checked.
votes-ranked = { $at }. { $title }: { $share } % for, seen by { $exposures }
votes-unranked = { $at }. { $title }: nobody has seen it yet
votes-voted = { $title }: { $votes } votes
votes-chosen = chosen
votes-ballots = Ballots: { $count }
votes-results-later = Results come when the vote closes: numbers on the way should push nobody.
votes-news = { $news ->
    [admitted] Your proposal was admitted: “{ $title }”
    [refused] Your proposal was not admitted: “{ $title }”
    [chosen] Your project was chosen: “{ $title }”
    [not_chosen] Your project was not chosen: “{ $title }”
    [progress] News of your project: “{ $title }”
   *[closed] The vote has closed: “{ $title }”
}
votes-refusal = { $code ->
    [not_competent] This body does not decide it.
    [too_costly] It does not fit the budget.
    [not_lawful] The law does not allow it.
    [duplicate] The same was proposed already.
    [insulting] There are insults in it.
   *[unclear] It is not clear what should be done.
}
votes-stage = { $stage ->
    [planned] planned
    [tender] out for tender
    [works] under way
    [done] done
   *[dropped] will not be done
}
votes-site-title = Votes and budgets
votes-site-note = Every proposal is shown equally often, so that early and famous ones gain nothing.
votes-site-open = Open
votes-site-closed = Closed
votes-site-none = None yet.
votes-site-proposals = Proposals
votes-site-order = The list is in random order, another for each reader.
votes-site-in-chat = Vote in Telegram
votes-site-browser = Judge here
votes-site-browser-note = A browser is not a person: without signing in, opinions from here are counted apart and change no place.
votes-site-ranking = Ranking
votes-site-place = Place
votes-site-what = Proposal
votes-site-share = Share for
votes-site-interval = Interval (95 %)
votes-site-exposures = Shown
votes-site-for = For
votes-site-against = Against
votes-site-skip = Skipped
votes-site-votes = Votes
votes-site-cost = Cost
votes-site-method = Ranked by the share for among those who saw it, by the lower end of Wilson’s interval. Where intervals overlap, places are not certain.
votes-site-seed = Anybody can check the random order with this seed: { $seed }
votes-site-territories = By territory
votes-site-elsewhere = elsewhere
votes-site-progress = How projects go
votes-site-reasons = Why
votes-site-refused = Not admitted
votes-site-petition = Petition
refusal-round-not-found = There is no such vote.
refusal-round-item-not-found = There is no such proposal.
refusal-round-move-refused = Not now: the vote is at another stage.
refusal-round-changed-meanwhile = It has just changed. Try again.
refusal-round-not-collecting = Proposals are not collected now.
refusal-round-not-voting = There is no voting now.
refusal-round-votes-undecided = Decide about the votes set apart first: the result comes after that.
refusal-round-too-many-proposals = One person may propose { $limit }.
refusal-round-text-too-short = Too short: at least { $limit } characters.
refusal-round-text-too-long = Too long: { $limit } characters fit.
refusal-round-over-budget = This costs more than the whole budget.
refusal-round-cost-missing = Say what the project costs.
refusal-round-item-decided = This proposal was decided already.
refusal-round-item-not-chosen = This project was not chosen.
refusal-round-petition-there = This petition takes part already.
refusal-round-proposals-waiting = Check all proposals first.
refusal-round-nothing-to-vote = There is nothing to vote on.
refusal-round-budget-incomplete = A budget needs a sum, a way to vote and its days.
refusal-round-days-out-of-order = The days are out of order.
refusal-round-reason-missing = Say why.
refusal-round-no-verdict = Say first whether you are for or against.
refusal-round-ballot-empty = Choose at least one project.
refusal-round-ballot-unknown-item = This project is not in the vote.
refusal-round-ballot-too-many = No votes left: take one back first.
refusal-round-ballot-over-budget = It does not fit the budget: take one back first.
votes-site-enter = Sign in, so that your vote counts with the chat’s
votes-site-reason = Say why: “{ $title }”
votes-site-reason-label = One sentence, up to { $limit } characters. Nobody will see your name.
votes-site-reason-send = Write it down
votes-site-ballot = Your ballot
votes-site-ballot-choose = Choose projects
votes-site-ballot-send = Keep this choice
votes-site-ballot-kept = Your choice is kept. You can change it until the last day.
votes-site-ballot-empty = Your ballot is empty: no vote is counted.
votes-site-ballot-change = Your vote is one and the same in the chat and here. The last choice counts.
votes-site-propose-send = Send the proposal
votes-site-held = Set apart until somebody has looked: { $verdicts } opinions, { $ballots } ballots. The results are without them.
votes-site-where = Where
votes-site-item-territories = Projects by territory
refusal-round-too-fast = Too many verdicts in an hour. Rest and come back.
