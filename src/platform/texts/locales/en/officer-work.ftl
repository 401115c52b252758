# Why work on an answer was refused
refusal-template-not-found = There is no such template.
refusal-template-not-allowed = A supervisor approves templates.
refusal-template-changed-meanwhile = The template has just changed. Open it again.
refusal-template-variable-unknown = There is no variable “{ $name }”. Choose one from the list.
refusal-points-count-wrong = At least one point is needed, and at most { $max }.
refusal-answer-not-found = No answer is on its way here.
refusal-answer-not-in-hand = This answer is not in your hands now.
refusal-answer-changed-meanwhile = The answer has just changed. Open the case again.
refusal-answer-proof-missing = For such cases an answer “done” needs a photo of the result.
refusal-answer-number-missing = Write the outgoing number: the answer does not leave without it.
officers-field-template = Approved template
officers-warnings = Look before it leaves:
officers-warning =
  { $warning ->
    [points_unaddressed] points without an answer: { $points }
    [no_legal_basis] no legal basis is named
    [no_complaint_way] it does not say how to complain
    [hard_to_read] hard to read
    [template_only] nothing but template words
    [wrong_language] the citizen wrote in another language
   *[third_persons] this seems to hold data of other people
  }
refusal-view-not-found = There is no such view.
refusal-join-parent-is-joined = The main case is itself joined to another.
refusal-join-too-many = At most { $max } can be joined at once.
refusal-join-other-body = Only other cases of the same body can be joined.
refusal-join-not-registered = Register it first: a joined case has its own term of law.
refusal-leave-dates-wrong = Check the dates and the substitute.
officers-news =
  { $news ->
    [mentioned] No { $number }: you are mentioned in a note
    [assigned] No { $number }: the case is assigned to you
   *[watched] No { $number }: there is news in a case you watch
  }
refusal-agency-dates-wrong = The end must come after the beginning.
refusal-agency-superior-wrong = The superior body is wrong.
refusal-agency-territory-wrong = There is no such territory.
refusal-territory-not-found = There is no such territory in the list.
refusal-territory-code-taken = There is a territory with this code already.
refusal-territory-parent-wrong = This territory cannot lie there: check its level and the unit above it.
refusal-competence-role-wrong = There is no such role.
refusal-competence-topic-wrong = This topic belongs to another role.
refusal-competence-not-found = The body has no such competence.
refusal-channel-already-added = This channel is added already.
refusal-assistant-unavailable = The assistant is not available now.
