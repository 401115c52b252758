/** Words that change what is promised although everything else stays: when, how long, for how much, must or may. */
const WEIGHTY: Readonly<Record<string, RegExp>> = {
  january: /^(январ|january|қаңтар)/u,
  february: /^(феврал|february|ақпан)/u,
  march: /^(март|march|наурыз)/u,
  april: /^(апрел|april|сәуір)/u,
  may_month: /^(мая|май|мае|маем|мамыр)$|^мамыр/u,
  june: /^(июн|june|маусым)/u,
  july: /^(июл|july|шілде)/u,
  august: /^(август|august|тамызда|тамызға|тамыз)$/u,
  september: /^(сентябр|september|қыркүйек)/u,
  october: /^(октябр|october|қазан)/u,
  november: /^(ноябр|november|қараша)/u,
  december: /^(декабр|december|желтоқсан)/u,
  monday: /^(понедельник|monday|дүйсенбі)/u,
  tuesday: /^(вторник|tuesday|сейсенбі)/u,
  wednesday: /^(сред[аеуы]$|средам|wednesday|сәрсенбі)/u,
  thursday: /^(четверг|thursday|бейсенбі)/u,
  friday: /^(пятниц|friday|жұма(сы|да|ға|дан)?$)/u,
  saturday: /^(суббот|saturday|сенбі)/u,
  sunday: /^(воскресен|sunday|жексенбі)/u,
  minute: /^(минут|minute)/u,
  hour: /^(час(а|ов|ы|у)?$|hours?$|сағат)/u,
  day: /^(день|дня|дней|дни|дню|днём|днем|дневн|days?$|күн(і|ді|нен|ге|де|дік|іне|інде|інен)?$)/u,
  week: /^(недел|weeks?$|апта)/u,
  month: /^(месяц|months?$|ай(дан|да|ға|лық|ын|дың)?$)/u,
  year: /^(год(а|у|ом|ы|ов)?$|лет$|years?$|жыл)/u,
  working: /^(рабоч|working|жұмыс)/u,
  calendar: /^(календарн|calendar|күнтізбе)/u,
  free: /^(бесплатн|free$|тегін|ақысыз)/u,
  paid: /^(платн|стоим|стоит|fees?$|costs?$|ақылы|құны)/u,
  tenge: /^(тенге|tenge|теңге)/u,
  dollar: /^(доллар|dollar)/u,
  index: /^(мрп|mci$|аек)/u,
  percent: /^(процент|percent|пайыз)/u,
  must: /^(обязан|должен|должн|must$|shall$|обязательн|міндетт|тиіс)/u,
  only: /^(только|лишь|only$|тек$|ғана$)/u,
  always: /^(всегда|always|әрқашан)/u,
  everyone: /^(все$|всем$|всех$|кажд|любо|любы|everyone|everybody|барлық|бәрі|кез$)/u,
  more: /^(больше|более|свыше|more$|артық)/u,
  less: /^(меньше|менее|less$|fewer|кем$)/u,
  after: /^(после|after|кейін)/u,
  without: /^(без|without)$|^(онсыз)/u,
};

/** The weighty words of a text, whatever its language. */
export function weightyIn(words: readonly string[]): ReadonlySet<string> {
  return new Set(
    Object.entries(WEIGHTY).flatMap(([meaning, form]) => (words.some((word) => form.test(word)) ? [meaning] : [])),
  );
}

/** Words that carry no claim of their own: a model may use them although its source does not. */
const GLUE =
  /^(это|эт[оа]т|ваш|вам|вы|ваше|вашу|вашего|его|её|ее|их|такж|также|можно|нужно|надо|есть|будет|быть|чтобы|поэтому|тогда|если|это|который|котор|именно|этого|этом|означает|you|your|yours|this|that|it|its|they|them|their|there|can|may|need|will|be|is|are|has|have|also|then|which|who|when|means|сіз|сіздің|сізге|бұл|осы|сол|оның|оны|болады|керек|үшін|егер|онда|және|сондай|ақ|бар|болып|деп|яғни)$/u;
export const isGlue = (word: string): boolean => GLUE.test(word);
