refusal-routing-model-not-found = Такой версии модели нет.
refusal-routing-model-worse = Эта версия хуже нынешней: с ней работать нельзя.
