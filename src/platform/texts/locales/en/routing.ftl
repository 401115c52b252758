refusal-routing-model-not-found = There is no such version of the model.
refusal-routing-model-worse = This version is worse than the present one and cannot be used.
card-alike = { $count ->
    [one] One person has
   *[other] { $count } people have
} told of this nearby. You can join them: one answer for all, and they do not see your data.
button-join-others = Join and send
