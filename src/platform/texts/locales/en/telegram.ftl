# Commands, as Telegram shows them in its menu
command-start = Start
command-help = How it works
command-my = My cases
command-news = News to follow
command-settings = Language and messages
command-privacy = Consent and privacy
command-mydata = What is kept about you
command-delete = Delete my data
command-stop = Stop writing to me

# First greeting
start-language = Тілді таңдаңыз · Выберите язык · Choose a language
start-first-words = We have your message. Which language shall we answer in?
start-hello = Hello. This is Dauys: your question, problem or complaint reaches the body in charge, and you see when it must answer.
start-how = Just write what happened; add a photo or a place. We never ask for passwords or SMS codes.

consent-text = To pass on your case we need your consent: we keep your words, photos, place and chat number and give them to the body you write to. We keep them while the matter is open and as long as the law requires. You can withdraw on any day: /privacy.
consent-details =
    Who collects: the operator of Dauys. Why: to handle your case and answer you.
    What: text, photos, voice, place, language, chat number; your IIN, name and address only if the body cannot accept the case without them, and only with your consent.
    Passed to: the body you write to. Only figures are published, never your words.
    Abroad: Telegram keeps chats on its servers abroad. Our data are kept in Kazakhstan. Your text is not sent to AI services abroad unless personal data are replaced first.
    How long: until the case is closed and three years after. Withdrawal of consent: 15 working days.
    Personal Data Law No. 94-V, articles 7, 8, 12, 16.
consent-yes = I agree
consent-no = Not now
consent-more = Details
consent-given = Thank you, your consent is recorded.
consent-refused = All right. Without consent you can read and ask general questions. Changed your mind: /privacy.
consent-first = We need your consent to handle your data first: see the message above or /privacy.

menu-ask = Ask a question
menu-complain = Report a problem
menu-petitions = Petitions
menu-surveys = Surveys
menu-my = My cases
menu-ready = Write what happened.
menu-anonymous = You can ask a question or look at petitions and surveys.
menu-ask-how = Write your question in one message.
menu-complain-how = Write what happened and where. You can add a photo right away.

help =
    Write what happened: in words, by voice, with a photo or a place on the map. We find who is in charge and show the date.
    /my — your cases and answers
    /settings — language and messages
    /privacy — consent and privacy
    /mydata — what is kept about you
    /delete — delete your data
    /stop — stop writing to you
    Lost the chat with your case? Send its number: the secret word opens it.
    In danger right now: call 112.

# Case card
kind-name = { $kind ->
    [question] Question
    [problem] Problem
    [complaint] Complaint
    [idea] Idea
   *[thanks] Thanks
}
card-head = { $kind ->
    [question] Question
    [problem] Problem
    [complaint] Complaint
    [idea] Idea
   *[thanks] Thanks
}: { $title }
card-no-words = no words yet
card-number = No. { $number } · sent { $on }
card-to = To: { $agency }
card-where = Where: { $place }
card-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
card-promise = We promise an answer by
card-promise-broken = The promised answer is late, it was due
card-statutory = By law they must answer by
card-statutory-passed = The date set by law has passed:
card-not-connected = { $way ->
    [directly] This is no public body, and it does not take cases through Dauys. We can prepare a text for it.
   *[state_portal] This body does not take cases through Dauys yet. We prepare the text: you file it on the state portal, send us the number, and we watch its term.
}
card-overseer = You can also write to those who look after it: { $agency }. They answer within a term of law.
button-to-overseer = Write to: { $agency }
card-needs-place = Where is it? The place decides who is in charge.
card-ask = This could be different things. Which is closer?
card-several = { $count ->
    [2] Two matters, and different bodies answer for them
    [3] Three matters, and different bodies answer for them
   *[other] { $count } matters, and different bodies answer for them
}
card-several-how = Send all of it under one number, and each body answers for its part. Or choose one.
card-part-not-connected = { $way ->
    [directly] It does not take cases through Dauys: we prepare a text for it.
   *[state_portal] It does not take cases through Dauys yet: we prepare the text for the portal.
}
card-ask-owner = Different bodies answer for such things. Which one should it go to?
card-triage = We are not sure who is in charge. Send it: our staff will find out and tell you.
card-question = They ask you:

state-in-triage = Now: our staff choose whom to pass it to.
state-watched = Now: waiting for the number the portal gives you.
state-watched-directly = The text is ready: send it yourself.
state-watched-number = Number on the portal: { $number }.
state-withdrawn = You withdrew the case.
state-discarded = Not sent.
state-closed = { $resolution ->
    [resolved] Resolved. Thank you for confirming.
    [partly] Partly resolved.
    [unresolved] Not resolved.
   *[silent] Closed.
}
state-delivered = Now: waiting to be registered. { $agency }. By law they register on the day of receipt.
state-delivered-provider = Now: delivered. { $agency }
state-registered = Now: in work. { $agency }, registration No. { $number }, { $on }
state-answered = Answered. { $agency }
state-disputed = Now: the supervisor checks the answer. { $agency }
state-with-monitors = Now: the monitors check the answer. { $agency }
state-closed-by-agency = Finished. { $agency }

# Buttons
button-send = Send
button-send-all = Send all
button-send-only = Only { $n }
button-dispute-all = All the answers
button-keep = Keep and prepare the text
button-other-send = Something else, send as is
button-change = Change
button-place = 📍 Place
button-photo = 📷 Photo
button-cancel = Cancel
button-why-here = Why them?
button-add = Add
button-reply = Reply
button-history = History
button-why-date = Why this date?
button-wrong-body = Wrong body
button-withdraw = Withdraw
button-withdraw-sure = Yes, withdraw
button-read-answer = Read the answer
button-resolved = Yes, resolved
button-partly = Partly
button-unresolved = No
button-dispute = That is no answer
button-external-text = Text
button-external-number = Send the number
button-complain-silence = See the complaint
button-download = Download the case
button-law = Law and rules
button-calendar = To calendar
button-back = ← Back
button-open-portal = Open { $portal }
button-my-position = 📍 Send where I am now
button-form-cancel = Cancel this
button-attach-pending = Add to it
button-new-pending = This is new
button-expired = This button is out of date. Open the case again: /my

# Composing
compose-nothing = Write in words what happened. You can add a photo, voice or a place.
compose-file-too-big = The file is larger than { $limit } MB and Telegram does not hand it over. Send a smaller one. The rest is kept.
compose-no-such-number = You have no case with this number. Check the digits or open /my.
compose-wrong-number = It looks like a case number, but a digit is wrong. Check the last digit or open /my.
compose-added = Added to case No. { $number }.
compose-add-or-new = You have one not sent yet: “{ $title }”. Do these words belong to it, or is this new?
compose-reply-or-new = You were asked about “{ $title }”. Is this your reply, or something new?
ask-photo = Send the photo and we add it to the case.
ask-place = Where is it? Press the button, pick a point on the map or write the address.
ask-place-hint = For example: Abay 10, Almaty
ask-addition = Write what to add. A photo or a place is fine too.
ask-dispute = What is missing in the answer? Write it in one message.
ask-dispute-which = Which answer do you disagree with?
ask-external-number = Send the number the portal gave you, in one message.
place-not-found = We did not find this place. Write the city or district, the street and the house.
place-added = Place added
place-saved = The place is noted.
form-cancelled = Cancelled. Nothing changed.
withdraw-sure = Withdraw case No. { $number }? The body will see that no answer is needed any more.
change-title = What shall we change?
change-how = Choose what it is about and who gets it, or what kind it is. To correct the words, edit your own message.

ask-rated-yes = Thank you for telling us.
ask-rated-no = Sorry about that. Noted.
ask-dialogue = The conversation before:
ask-dialogue-shown = Answer shown: “{ $title }”
ask-dialogue-nothing = No answer was found.
ask-people-offer = Pass the question to people? It gets a number and a date.

toast-sent = Sent. No. { $number }
toast-thanks = Thank you. Glad it is resolved.
toast-partly = Noted: partly resolved.
toast-withdrawn = The case is withdrawn.
toast-wrong-body = Thank you. An operator will find the right body.
toast-added = Added.
dispute-done = { $times ->
    [1] Noted. Now the head of the body checks the answer. The date set by law does not change.
   *[other] Noted. Now the monitors check the answer. The date set by law does not change.
}

why-none = There is no date yet: we show it once you send the case.
why-here = We understood that this is about “{ $topic }”. In charge: { $agency }.
why-here-words = The words that told us: { $words }
why-here-place = Place: { $place }
why-here-change = If that is wrong, press “Change”.
calendar-caption = Add the date to your phone’s calendar.
download-caption = The whole case, to read and print.

history-title = History of No. { $number }
history-statement = you wrote
history-addition = you added
history-question = they asked
history-reply = you replied
history-answer = official answer
history-dispute = you disagreed
history-notice = notice from the body
history-note = note

answer-title = Answer to No. { $number }
answer-outgoing = Official number: { $outgoing }, { $on }
answer-points = Your points:
answer-points-by-words = Your points (compared with the words of the answer):
answer-point-taken = ✔ { $position }. { $text }
answer-point-missing = — { $position }. { $text }: no answer
answer-point-unseen = — { $position }. { $text }: not seen in the answer
answer-about = About: { $matter }
answer-others = Still to answer: { $others }. When all have, we ask whether it helped.
answer-helped = Did it help?
outcome-name = { $outcome ->
    [done] done
    [explained] explained
    [partly] partly done
    [refused] refused
   *[planned] planned
}

news-registered = Case No. { $number } is registered
news-registered-what = { $agency }, No. { $register }. By law they must answer by { $day }.
news-registration-corrected = The registration of case No. { $number } was corrected
news-registration-corrected-what = { $agency }, No. { $register } of { $on }. By law they must answer by { $day }.
news-question = A question about No. { $number }: { $agency }
news-routed = No. { $number } was passed to: { $agency }
news-redirected = No. { $number } was passed on to: { $agency }
news-redirected-why = Reason:
news-redirected-date = New promised date: { $day }
news-extended = The date for No. { $number } was extended to { $day }
news-extended-why = Reason:
news-preliminary = Preliminary decision on No. { $number }
news-overdue = The date for answering No. { $number } passed today
news-overdue-what = By law silence now counts as a refusal, and you may complain. We have prepared the complaint.
news-promise-broken = The promised answer to No. { $number } is late
news-promise-broken-what = { $agency } did not keep the promised date. We have reminded the officer and their head.

my-title = Your cases: { $total }
my-none = No cases yet. Write what happened.
my-draft = draft
my-state-draft = not sent
my-state-in-triage = choosing whom to ask
my-state-with-agency = waiting for an answer
my-state-watched = for the state portal
my-state-answered = answered
my-state-closed = closed
my-state-withdrawn = withdrawn

settings-title = Settings
settings-how = Press to change.
settings-language = Choose a language
settings-language-button = Language · Тіл · Язык
settings-language-changed = We write in English now.
settings-surveys = Surveys: { $state ->
    [on] send
   *[off] do not send
}
settings-details = My details for cases
stop-done = We will not write first any more. Answers to your cases stay in /my. Write to us and we are back.

privacy-withdraw = Withdraw consent
privacy-withdrawn = Consent withdrawn. You cannot send new cases; we delete the data within 15 working days unless the law requires them. Delete at once: /delete
privacy-real-bot = The real bot is named on { $url }. We never ask for a password, an SMS code or money.
privacy-report-false-bot = Report a false bot
privacy-report-how = Send the name or link of the false bot.
privacy-report-thanks = Thank you. Passed to the operators.
mydata-title = What is kept about you
mydata-cases = Cases: { $count }
mydata-empty = not given
mydata-consent = { $on }: { $given ->
    [yes] consent given
   *[no] consent withdrawn
} (text { $version })
mydata-looks = Who looked at your data:
mydata-no-looks = Nobody has opened your data.
mydata-look = { $on }: { $role ->
    [officer] officer
    [supervisor] supervisor
    [monitor] monitor
   *[other] operator
}, { $agency }. Why: { $purpose }
delete-sure = Delete all your data and drafts? Cases you sent stay with the bodies without your words and name. This cannot be undone.
delete-yes = Yes, delete
delete-done = Done. Your data are deleted.
details-why = These details are needed only where a body cannot accept a case without them. They are kept encrypted.
detail-name = Full name
detail-national-id = IIN
detail-postal-address = Postal address
detail-phone = Phone
detail-email = E-mail
detail-saved = Saved.
ask-name = Write your full name.
ask-national-id = Write your IIN, 12 digits. Once saved, we delete your message from the chat.
ask-postal-address = Write your postal address: postcode, city, street, house, flat.
ask-phone = Write your phone number or send your own contact.
ask-email = Write your e-mail address.

apology = Something failed on our side, but your message is kept: code { $code }. We will write as soon as it is handled.

# Refusals
refusal-appeal-not-found = You have no such case. Your cases: /my
refusal-appeal-move-refused = That is no longer possible: the case has changed. Open it again: /my
refusal-appeal-changed-meanwhile = The case has just changed. Please try again.
refusal-appeal-text-too-long = Too long: { $limit } characters fit. Send it in two messages.
refusal-appeal-disputes-used-up = You can disagree twice. Next is a complaint to the superior body or the court.
refusal-appeal-reason-missing = Write what is missing in the answer.
refusal-ticket-move-refused = That is no longer possible: the state has changed.
refusal-ticket-changed-meanwhile = It has just changed. Please try again.
refusal-ticket-not-found = Not found.
refusal-ticket-not-allowed = You have no right to do this.
refusal-ticket-not-registered = Record the registration number first: without it the term of law has not begun.
refusal-ticket-no-register = No registration is needed here: the law does not ask for it.
refusal-ticket-registration-number-wrong = Registration number: 1 to 60 characters.
refusal-ticket-registered-in-future = The registration date cannot be in the future.
refusal-ticket-registered-before-delivery = The registration date cannot be before delivery.
refusal-ticket-text-missing = Write the text.
refusal-ticket-reason-missing = Write the reason.
refusal-ticket-purpose-missing = Write why these data are needed.
refusal-agency-not-found = The directory has no such body.
refusal-agency-not-connected = This body does not work in Dauys.
refusal-citizen-not-found = Not found.
refusal-citizen-changed-meanwhile = It has just changed. Please try again.
refusal-citizen-name-wrong = Write the name in letters.
refusal-citizen-national-id-wrong = The IIN is wrong: it has 12 digits with a correct check digit.
refusal-citizen-postal-address-wrong = Address: 8 to 300 characters.
refusal-citizen-phone-wrong = That does not look like a phone number. Example: +7 701 123 45 67
refusal-citizen-email-wrong = That does not look like an e-mail address.
ics-title = Answer to No. { $number } is due
