# List and invitation
survey-list-title = Surveys for you: { $total }
survey-list-none = There are no surveys for you now.
survey-list-how = Tap one to answer. Each takes a minute or two.
survey-list-continue = Continue: { $title }
survey-list-opt-in = You have not switched surveys on. Switch them on and we will send short ones, at most once a week.
survey-button-opt-in = Send me surveys
survey-button-results = Results of past surveys
survey-opted-in = Good, we will send them. You can switch them off at any time: /settings.
survey-invite-length = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}, { $minutes ->
    [0] under a minute
    [one] about { $minutes } minute
   *[other] about { $minutes } minutes
}. Until { $day }.
survey-anonymous = This survey is anonymous. We note that you have answered, so as not to ask twice, and keep the answers apart: without a name or a shared key, with the language and the week instead of the date. Until you finish, your answers stay with this chat so that you can come back.
survey-anonymous-strata = The sampling group (area or language) is kept with the answers.
survey-confidential = This survey is confidential: only the body that asks ({ $agency }) can see who answered what. Only figures are published.
survey-button-start = Start
survey-button-continue = Continue
survey-button-not-now = Not now
survey-button-no-more = Send no surveys
survey-not-now = All right. It waits for you in the menu, Surveys, until { $day }.
survey-no-more = We will send no more. Switch them on again: /settings.
survey-reminder = You have not answered this survey yet. We remind twice at most.

# A step
survey-position = { $position } of { $total }
survey-ends = { $from }: { $low }, { $to }: { $high }
survey-ask-words = Write your answer in one message.
survey-ask-number = Write a number.
survey-ask-day = Write a date: day.month.year.
survey-ask-photo = Send a photo 📷
survey-ask-voice = Record a voice message, or write.
survey-ask-place = Send a point on the map 📍 or write the address.
survey-ask-shares = Divide { $total } among the answers: write { $count } numbers with spaces, in order.
survey-ask-many = You may choose several.
survey-ask-many-limit = Choose at most { $limit }.
survey-ask-order = Tap in order, the most important first.
survey-ask-order-limit = Tap the { $limit } most important in order.
survey-ask-other = Or write your own answer.
survey-button-back = ← Back
survey-button-skip = Skip
survey-button-decline = I prefer not to say
survey-button-later = Finish later
survey-button-done = Done
survey-button-page = Answer on a page
survey-later = Saved. Come back at any time until { $day }: menu, Surveys.
survey-page-link = A page only for you, good until you finish: { $url }
survey-answered-line = ✓ { $question }
survey-thanks-next = We will send the results here. By { $day } you will read here what changes.
survey-screened = Thank you. We already have enough answers from people who answered as you did, so we will not ask further.

survey-wrong-wrong-type = Another kind of answer is needed here.
survey-wrong-unreadable = We could not read that. Please try again.
survey-wrong-unknown-option = There is no such answer here.
survey-wrong-other-empty = Write your own answer in words.
survey-wrong-too-few = Choose at least { $atLeast }.
survey-wrong-too-many = Choose at most { $atMost }.
survey-wrong-exclusive = That answer stands alone.
survey-wrong-out-of-range = It must be from { $min } to { $max }.
survey-wrong-not-whole = It must be a whole number.
survey-wrong-wrong-sum = That makes { $sum }; it must make { $total }.
survey-wrong-not-all-ranked = Put { $needed } in order.
survey-wrong-empty = Write an answer.
survey-wrong-too-long = Too long: at most { $limit } characters.
survey-wrong-required = This one needs an answer to go on.
survey-wrong-cannot-decline = Answer this one, or skip it.

# What came of it
survey-news-title = Results of “{ $title }”
survey-news-headline = { $question } — { $option }: { $percent } % ({ $low } to { $high } %)
survey-news-mean = { $question } — { $mean } on average ({ $low } to { $high })
survey-news-duty = By { $day } the body will say here what changes.
survey-news-findings = You said: { $words }
survey-news-changes = What changes: { $words }
survey-news-link = All results: { $url }

# How far it can be trusted
survey-statement-sample = A random sample: { $n } answered of { $asked } who were asked; { $frame } on the list.
survey-statement-list = Everybody who agreed to get surveys was asked ({ $frame }); { $n } answered. This is not a sample of all residents.
survey-statement-open = Whoever wanted answered: { $n }. They chose themselves; the result does not speak for all residents.
survey-statement-response = { $percent } % of those a message reached have answered.
survey-statement-weak-response = { $percent } % of those a message reached have answered. That is few: the others may think differently.
survey-statement-partial = Another { $partial } began and did not finish; they are not counted.
survey-statement-dates = Answers from { $from } to { $until }.
survey-statement-languages = Languages: { $languages }.
survey-statement-language = { $code ->
    [kk] Kazakh
    [ru] Russian
   *[en] English
} { $people }
survey-statement-language-hidden = { $code ->
    [kk] Kazakh
    [ru] Russian
   *[en] English
} (number hidden)
survey-statement-weighted = Weighted to the population of { $on } ({ $source }); design effect { $deff }, worth { $n } answers.
survey-statement-unweighted = Not weighted.
survey-statement-margin = Margin of error at most ± { $margin } percentage points, 19 times in 20.
survey-statement-no-margin = Such a survey has no margin of error. The intervals show only the spread among those who answered.

# The public page
survey-site-lead = What was asked, what was heard, and what changed. Beside each figure: how far to trust it.
survey-site-results = Results
survey-site-none = There are no results yet.
survey-site-duties = You said, we did
survey-site-duties-count = { $open ->
    [0] No duties are open.
   *[other] Yet to say what changes: { $open }; past their day: { $late }.
}
survey-site-duty-open = What changes will be said by { $day }
survey-site-duty-late = Nobody has said what changes. The day was { $day }
survey-site-duty-done = Answered on { $day }
survey-site-n = Answers: { $n }
survey-site-trust = How far to trust this
survey-site-question-n = { $answered } answered, { $skipped } skipped
survey-site-mean = { $mean } on average ({ $low } to { $high }, { $n } answers)
survey-site-nps = Would recommend minus would not: { $mean } ({ $low } to { $high })
survey-site-headline = { $option }: { $percent } %, from { $low } to { $high } %
survey-site-option = Answer
survey-site-people = People
survey-site-share = Share
survey-site-interval = 95 % interval
survey-site-hidden = hidden
survey-site-hidden-why = “Hidden” stands where so few answered that they could be recognised.
survey-site-too-few = Too few answers to be shown.
survey-site-words = Answers in words are read by the body; only figures are published here.
survey-site-csv = Download the table (CSV)
survey-site-chart = Shares of answers to “{ $question }”
survey-site-answer = Answer
survey-site-next = Next
survey-site-gone-title = The survey is over, or this link has been used
survey-site-gone = You cannot answer here any more. Get a new link in the chat: menu, Surveys.
survey-site-thanks = Thank you
survey-site-choose-number = Choose a number
survey-site-rank = Place of “{ $option }”
survey-site-share-of = How much for “{ $option }”
survey-site-photo-in-chat = Photos and voice can be sent in the chat only. Skip this one, or answer it there.

refusal-survey-not-found = There is no such survey.
refusal-survey-wave-not-found = There is no such survey.
refusal-survey-move-refused = This cannot be done with the survey now.
refusal-survey-wave-move-refused = This cannot be done with the survey now.
refusal-survey-changed-meanwhile = The survey was changed meanwhile. Open it again.
refusal-survey-incomplete = The survey is not complete: { $path } ({ $problem }, { $language }).
refusal-survey-approver-is-author = Somebody other than the author must approve.
refusal-survey-not-approved = A second person must approve the survey first.
refusal-survey-closes-in-past = The closing day has passed.
refusal-survey-closed = The survey is over. Thank you for wanting to answer.
refusal-survey-answered-already = You have already answered this survey. Thank you.
refusal-survey-session-gone = This survey is finished. Others are in the menu, Surveys.
refusal-survey-not-for-you = This survey goes by a list, and you are not on it.
refusal-survey-group-too-small = That group is too small: people in it could be recognised.
refusal-survey-not-published = The results are not published yet.
refusal-survey-duty-done-already = The answer has been given.
refusal-survey-source-too-long = The file is longer than { $limit } characters.
refusal-survey-source-unreadable = The file cannot be read, line { $line }.
refusal-survey-source-wrong = The file is wrong at { $path }: { $problem }.

# Opinion map
survey-map-list = Opinion map: { $title }
survey-map-intro = You will see short opinions of residents, one at a time. Agree, disagree or pass. Only you can see your votes; shares and groups of at least five people are published.
survey-map-position = { $position } of { $total }
survey-map-agree = Agree
survey-map-disagree = Disagree
survey-map-pass = I do not know, pass
survey-map-propose = Add an opinion of mine
survey-map-where = Where I stand
survey-map-next = Next
survey-map-all-seen = You have seen all opinions. New ones will wait for you here.
survey-map-propose-how = Write one thought in one sentence, up to { $limit } characters. A moderator reads it first.
survey-map-proposed = Thank you. Once checked, others will see your opinion.
survey-map-nowhere = You have no place yet: answer a few more. The map is drawn anew once a minute.
survey-map-standing = You are in group { $group }: { $size } of { $people } people. Groups in all: { $groups }.
survey-map-typical = What sets your group apart:
survey-map-typical-agree = + { $words }
survey-map-typical-disagree = − { $words }
survey-site-maps = Opinion maps
survey-site-map-people = People: { $people }, votes: { $votes }
survey-site-map-uniting = What unites all groups
survey-site-map-group = Group { $group }: { $size } people
survey-site-map-agree = agree: { $shares }
survey-site-map-how = Groups are found from the votes (principal components and k-means, as in Pol.is). People chose themselves: the shares do not speak for all residents. Shares are rounded to tenths, so that nobody's single vote shows.
refusal-survey-map-not-found = There is no such opinion map.
refusal-survey-statement-not-found = There is no such opinion.
refusal-survey-statement-length = One sentence is needed, up to { $limit } characters.
refusal-survey-statements-enough = You have added { $limit } opinions. That is enough.
refusal-survey-reason-needed = A reason is needed.
survey-group-poll-note = This is a quick poll of the chat: votes are not verified, and the count is shown apart from proper surveys.
survey-site-group-polls = Quick polls in chats (unverified)

# A survey begun on an empty page
survey-starter-intro = A short survey about life in your city.
survey-starter-consent = Only overall figures are published. You can skip a question or stop at any time.
survey-starter-thanks = Thank you. We will send the results here and say what changes.
refusal-survey-coding-after-close = Answers can be coded once the wave is closed.
refusal-survey-published-already = The results are published and no longer change.
refusal-survey-still-drawing = The list is still being drawn. It can start when it is complete.

# The weekly brief for leaders
brief-title = Topics of the week to { $day }
brief-counts = Appeals: { $appeals }, messages in topics: { $contributions }, questions: { $questions }
brief-rising = More than usual:
brief-nothing = Nothing above the usual.
brief-topic = • { $topic }: { $count } (usually { $usual }), { $answered } answered{ $late ->
    [0] { "" }
   *[other] , { $late } late
}
brief-more = and { $count } more topics
brief-done = Accounts given to participants: { $kept }. Still owed: { $owed }{ $late ->
    [0] { "" }
   *[other] , { $late } of them late
}
refusal-survey-anonymous = The survey is anonymous: nobody can find out who answered what.
refusal-survey-purpose-missing = Write what you open the answers by person for.
refusal-survey-rows-after-close = Rows can be downloaded when the survey is over.
refusal-survey-too-few-rows = Fewer than { $least } answers: rows are not given, people could be recognised in them. The figures are on the results page.

# The printed report
survey-report-how = In the table: people, share, and its interval (95 %).
survey-report-answer = Answer
survey-report-people = People
survey-report-share = Share
survey-report-range = From and to
