refusal-routing-model-not-found = Модельдің мұндай нұсқасы жоқ.
refusal-routing-model-worse = Бұл нұсқа қазіргісінен нашар: онымен жұмыс істеуге болмайды.
