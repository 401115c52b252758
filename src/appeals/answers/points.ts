/** One thing that the citizen asks for or tells of: what an answer is measured against. */
export interface CasePoint {
  readonly position: number;
  readonly text: string;
}

export const MAX_POINTS = 12;
const MAX_CHARACTERS = 240;
const MIN_WORDS = 3;

/** Words that ask, demand or beg, in the languages people write here. */
const ASKING =
  /(?:^|[^\p{L}])(?:прошу|просим|просьба|требую|требуем|хочу узнать|хотел[аи]? бы|объясните|разъясните|сообщите|почините|отремонтируйте|уберите|примите меры|когда|почему|зачем|кто|куда|сколько|можно ли|как долго|на каком основании|өтінемін|өтінеміз|сұраймын|сұраймыз|талап етемін|түсіндір\p{L}*|хабарла\p{L}*|қашан|неге|неліктен|кім|қайда|қанша|бола ма|please|when|why|who|where|how (?:much|many|long)|can you|i ask|we ask|demand)(?=$|[^\p{L}])/iu;
const GREETING =
  /^(?:здравствуйте|добрый (?:день|вечер|утро)|доброе утро|уважаем\p{L}+[^.!?]{0,60}|сәлеметсі[зң]\p{L}* бе|сәлем\p{L}*|құрметті[^.!?]{0,60}|hello|good (?:day|morning|evening)|dear[^.!?]{0,40}|спасибо\p{L}*|заранее спасибо|благодарю|рахмет|алдын ала рахмет|thank you|thanks)[\s,.!]*$/iu;
const NUMBERED = /^\s*(?:\d{1,2}[.)]|[-–•*])\s+/u;
/** "… and who pays?": a second question in one sentence is a second point. */
const SECOND_QUESTION =
  /[,;]?\s+(?:и|а также|және|ал|сондай-ақ|and)\s+(?=(?:когда|почему|кто|куда|сколько|на каком|қашан|неге|кім|қанша|қайда|when|why|who|where|how)(?:[^\p{L}]))/iu;

/** "1. … 2. …" on one line, "First? Second? Please third.": one piece for each. */
function piecesOf(text: string): string[] {
  const lines = text.split(/\n+|(?<=[.!?;])\s+(?=\d{1,2}[.)]\s)/u);
  return lines.flatMap((line) =>
    NUMBERED.test(line)
      ? [line.replace(NUMBERED, '')]
      : line
          .split(/(?<=[.!?…])\s+(?=[\p{Lu}\d«"])/u)
          .flatMap((sentence) => (sentence.includes('?') ? questionsOf(sentence) : [sentence])),
  );
}

/** "When and who pays?" → "When?", "Who pays?" */
const questionsOf = (sentence: string): string[] =>
  sentence
    .split(SECOND_QUESTION)
    .map((part) => `${part.charAt(0).toLocaleUpperCase()}${part.slice(1)}`.replace(/[^?]$/u, '$&?'));

const shortened = (text: string): string =>
  [...text].length <= MAX_CHARACTERS
    ? text
    : `${[...text]
        .slice(0, MAX_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * Proposes the points of what a citizen wrote: numbered items, questions, requests, and the first sentence that tells
 * what happened. A proposal only: an officer corrects it, and never an empty one for a text that says anything.
 */
export function proposePoints(texts: readonly string[]): CasePoint[] {
  const found: string[] = [];
  for (const text of texts) {
    const isListed = text.split('\n').filter((line) => NUMBERED.test(line)).length > 1 || /1[.)].+2[.)]/su.test(text);
    const pieces = piecesOf(text)
      .map((piece) => piece.trim().replace(/\s+/gu, ' '))
      .filter((piece) => piece !== '' && !GREETING.test(piece) && !piece.endsWith(':'));
    const telling = pieces.find((piece) => !isAsking(piece) && wordCount(piece) >= MIN_WORDS);
    const chosen = pieces.filter((piece) => wordCount(piece) > 0 && (isListed || piece === telling || isAsking(piece)));
    found.push(...(chosen.length > 0 ? chosen : pieces.slice(0, 1)));
  }
  const distinct = [...new Map(found.map((piece) => [piece.toLocaleLowerCase(), shortened(piece)])).values()];
  return numbered(distinct);
}

/** The same as the case keeps it from its arrival: in order, without numbers. */
export const pointTexts = (texts: readonly string[]): readonly string[] => proposePoints(texts).map(({ text }) => text);

export const numbered = (texts: readonly string[]): CasePoint[] =>
  texts.slice(0, MAX_POINTS).map((text, index) => ({ position: index + 1, text }));

/** Further points after those that have their numbers already: the lowest that are free, as long as there are any. */
export function withNumbers(
  known: readonly CasePoint[],
  further: readonly string[],
  taken: readonly number[],
): CasePoint[] {
  const used = new Set([...taken, ...known.map(({ position }) => position)]);
  const free = Array.from({ length: MAX_POINTS }, (_, index) => index + 1).filter((number) => !used.has(number));
  return [
    ...known,
    ...further.flatMap((text, index) => {
      const position = free[index];
      return position === undefined ? [] : [{ position, text }];
    }),
  ];
}

/** Of several matters in one message each body answers its own: the points keep the numbers of the case. */
export function pointsWithin(points: readonly CasePoint[], matter: string): CasePoint[] {
  const flat = (text: string): string =>
    text
      .toLocaleLowerCase()
      .replace(/[\s\p{P}]+/gu, ' ')
      .trim();
  const whole = flat(matter);
  return points.filter(({ text }) => whole.includes(flat(text)));
}

/** What a citizen says of the matter itself; a reply to an officer's question asks for nothing new. */
export const isMeasured = ({ author, kind }: { readonly author: string; readonly kind: string }): boolean =>
  author === 'citizen' && kind !== 'reply';

const isAsking = (piece: string): boolean => piece.includes('?') || ASKING.test(piece);

/** Beginnings of words: endings change with case and person in all three languages. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLocaleLowerCase().match(/\p{L}{4,}|\d{2,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word.slice(0, 5))).map((word) => word.slice(0, 5)));
}

const COMMON = new Set(
  'прошу проси чтобы котор этого также очень можно нужно когда почем скольк здрав уважа пожал болад болып қашан неліп туралы сұрай өтіне please would could about there which'
    .split(' ')
    .map((word) => word.slice(0, 5)),
);

/** Points that the words of the answer seem to take up: a third of a point's own words come back in it. */
export function touchedPoints(points: readonly CasePoint[], answer: string): number[] {
  const said = stemsOf(answer);
  return points.flatMap(({ position, text }) => {
    const wanted = [...stemsOf(text)];
    if (wanted.length === 0) return [];
    const shared = wanted.filter((stem) => said.has(stem)).length;
    return shared > 0 && shared * 3 >= wanted.length ? [position] : [];
  });
}
