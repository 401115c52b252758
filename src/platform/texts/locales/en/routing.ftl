refusal-routing-model-not-found = There is no such version of the model.
refusal-routing-model-worse = This version is worse than the present one and cannot be used.
