# More about a case
button-more = More…
more-title = No. { $number }: what else you can do
button-set-secret = Secret word
button-second-contact = Second contact
button-skip = Skip
button-try-again = Try again

# For somebody else
button-on-behalf = For somebody else
button-behalf-none = No, it is my own
card-on-behalf = For somebody else
behalf-who = Whom are you writing for?
relation-name = { $relation ->
    [parent] My mother or father
    [child] My child
    [spouse] My wife or husband
    [relative] A relative
    [neighbour] A neighbour
   *[other] Another person
}
behalf-name = What is their name? Only the body you write to sees it, and only if it needs it to answer.
behalf-contact = How can they be reached? A phone number or an address.
behalf-basis = On what ground do you write for them?
basis-name = { $basis ->
    [law] By law: parent, guardian
    [power_of_attorney] I have a power of attorney
   *[their_word] They asked me, there is no paper
}
behalf-done = Noted: this is for somebody else. If the body needs a power of attorney, it will ask here.
behalf-removed = Noted: this is your own.
behalf-skipped = Skipped.

# Secret word
secret-ask =
    Think of a word or phrase of at least 6 letters. If you lose this chat, the number and this word open the case.
    We delete your message from the chat and keep the word nowhere. Tell it to nobody.
secret-saved = The word is saved. Write down the number of the case: with it and the word any chat can open it.
button-open-by-secret = Open with the secret word
secret-ask-open = Write the secret word of this case. We delete the message from the chat.
secret-opened = Case No. { $number } is in this chat now. The earlier chat has been told.
secret-not-opened = It did not open. Check the number and the word. If no word was set, the body where the case is registered can help.
news-case-moved = Case No. { $number } was opened from another chat with its secret word. It is there now. Was that you?
button-not-me = It was not me
moved-reported = Passed to an operator, who checks and writes to you.

# Second contact
contact-title = Second contact
contact-why = If this chat is lost, somebody should learn that you have an answer. We never show them what your cases say.
contact-known = Kept: { $contact }
contact-agreed = A person on Telegram has agreed.
contact-invite = Invite a person on Telegram
contact-write = Write a phone or e-mail
contact-remove = Remove
contact-removed = The second contact is removed.
contact-link = Send this link to somebody you trust: { $link }
contact-link-used = This link no longer works.
contact-asked = You are asked to be a second contact. If the person loses their chat, we write to you that they should look at Dauys. You will not see their cases.
contact-agree = I agree
contact-decline = No
contact-thanks = Thank you. We write only if it is needed.
contact-declined = Fine, nothing has changed.
contact-ask = Write a phone number or an e-mail address. If the chat is lost, we write to the e-mail ourselves that there is an answer. The phone is seen only by the body, if it cannot reach you.
contact-saved = Saved.
news-contact-unreachable = The person who named you as second contact does not get our messages, and there is an answer for them. Please tell them: the number and the secret word open the case.
letter-contact-unreachable = Dauys: you were named as a contact

    The person who gave this address does not get our messages on Telegram, and there is news for them.
    A case is opened by its number and secret word: { $bot }
    We never say in a letter what a case is about. You get at most one letter a week. If you do not know who this is, there is nothing to do.

# Details a procedure needs
details-needed = For this the law asks for a name and a postal address
details-needed-why = Without them the body may not look at it ({ $law }). They are kept encrypted; the body opens them only with a stated purpose, and you see who did and why: /mydata.
details-needed-or = You can send it without them too, as a report of a problem instead of a complaint.
button-give-details = Give them
button-as-message = Send as a report
details-optional = You can skip this.
details-sealed = Only the body you write to sees it.

# Operators
refusal-appeal-secret-word-weak = Too easy a word: at least { $fewest } characters, and not digits alone.
refusal-appeal-opened-too-often = No more attempts today: { $limit } a day. Try again tomorrow.
refusal-citizen-second-contact-wrong = That is no phone number or e-mail address. Example: +7 701 123 45 67
refusal-notice-not-found = There is no such notice.

# Filed at the state's portal
button-external-answered = The answer came
button-today = Today
button-yesterday = Yesterday
card-watched-until = We watch its term: by law they answer by
external-how = Copy the text, open { $portal } and file it. Then send us the number it gives you.
external-directly = Copy the text and send it yourself: phone and e-mail are on the bill or on the notice board in the entrance.
external-about = About: { $topic }
external-day = On which day did the portal record it? Tap, or write the date, such as 12.11.
external-day-wrong = We could not read the date. Write day and month, such as 12.11. A future day will not do.
external-watched = We are watching. By law they must answer by { $day }. If they do not, we write to you and prepare a complaint.
external-watched-no-term = The number is kept with your case. The law sets no term for this body.
external-unresolved = Noted: not resolved. You can complain about the answer at the same portal within 3 months.
external-complaint-how = File this complaint at { $portal }, to the same body: within 3 working days it must pass it to the superior one.
external-complaint =
    Complaint about inaction
    Body: { $agency }
    My appeal No. { $external } of { $on } has had no answer. The term ended on { $day }.
    I ask that the inaction be found unlawful and the appeal be decided on its merits (Administrative Procedure Code, articles 91, 92, 100).
news-external-overdue = The term for your portal number { $external } has passed
news-external-overdue-what = { $agency }. Look at the portal first: the answer may have come there. If not, by law silence now counts as a refusal and you can complain.
refusal-appeal-external-day-too-old = That day is too long ago: we watch no more than { $days } days back.

# Closed without a word
news-closed-in-silence = Case No. { $number } is closed
news-closed-in-silence-what = The body answered, and you did not say whether it helped. We do not count it as resolved. You can still say so: if the answer did not help, the case opens again.

# Small things
command-unknown = There is no such command. These exist:
compose-rewritten = Corrected in case No. { $number }. The body sees the new words; the earlier ones stay in the history.
card-wordless = Write in a few words what it is about, so that we know whom to send it to. You can also send it as it is: then our staff will find out.
card-wordless-head = A message without words

# Case file
file-matter = About
file-delivered = Passed to them
file-registered = Registered
file-promised = Promised answer
file-statutory = Date by law
file-answered = Answered
file-kind = Kind
file-sent = Sent
file-place = Place
file-outcome = Outcome
file-words = What was said
file-masked = Personal data in it are replaced by marks. Dauys put this file together; it does not replace the official answer.
download-data-caption = The same for programs.
