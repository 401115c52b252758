refusal-routing-model-not-found = Такой версии модели нет.
refusal-routing-model-worse = Эта версия хуже нынешней: с ней работать нельзя.
card-alike = Рядом об этом уже { $count ->
    [one] сообщил { $count } человек
    [few] сообщили { $count } человека
   *[many] сообщили { $count } человек
}. Можно присоединиться: ответ будет общим, ваших данных они не увидят.
button-join-others = Присоединиться и отправить
