# Terms in the console: hearing, chain of bodies, calendars, rules, registrations, compliance, risk

console-terms-hearing-none = The law asks for no hearing here.
console-terms-hearing-why = Before a decision that is not in the citizen's favour they are told what is intended.
console-terms-hearing-if-sent = Sent today, they may reply until
console-terms-hearing-sent = Sent
console-terms-hearing-citizen = Citizen
console-terms-hearing-silent = no reply yet, possible until
console-terms-hearing-heard = Heard
console-terms-hearing-act-from = Decision possible from
console-terms-hearing-late = It should have been sent earlier to decide in time. Last day:
console-terms-hearing-act-first = Send to the citizen
console-terms-hearing-act-again = Send a new one
console-terms-hearing-act-heard = Record
console-terms-hearing-text-first = What you intend to decide, and why
console-terms-hearing-text-again = New preliminary decision
console-terms-hearing-text-heard = Record of the hearing: what the citizen said
console-terms-hearing-hint = The citizen reads this in the chat.
console-terms-position-agrees = agrees
console-terms-position-objects = objects
console-terms-position-wants-hearing = wants to be heard
