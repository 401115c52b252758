/** Lines of an official letter that are about its people, not about the matter. */
const ADDRESS = /^\s*(уважаем|құрметті|dear\b|здравствуйте|сәлеметсіз|добрый (день|вечер)|hello\b)[^\n]*\n+(?=\S)/iu;
/** The same before the matter on one line: a greeting, and nothing but names up to its sign. */
const GREETING =
  /^\s*(?:[Уу]важаем\p{L}*|[Ққ]ұрметті|[Dd]ear|[Зз]дравствуйте|[Сс]әлеметсіз(?: бе)?|[Дд]обрый (?:день|вечер)|[Hh]ello|\[NAME\])(?:[\s,]+(?:\p{Lu}[\p{L}.’'-]*|\[[A-Z_]{2,}\]))*\s*[!,.]\s*/u;
const CLOSING =
  /\n+\s*(с уважением|құрметпен|ізгі ниетпен|yours (sincerely|faithfully)|kind regards|исп\.|орынд\.|исполнитель|орындаушы)[\s\S]*$/iu;
const MAX_TITLE = 200;

/** What is worth keeping of an answer to one person: the matter, without address, signature and what masking left behind. */
export function fromAnswer(question: string, answer: string): { title: string; body: string } {
  const body = `${answer.trim()}\n`.replace(GREETING, '').replace(ADDRESS, '').replace(CLOSING, '');
  const [first = ''] = withoutMarks(question).split(/(?<=[.!?…])\s|\n/u);
  return { title: first.trim().slice(0, MAX_TITLE), body: withoutMarks(body).trim() };
}

/** `[NAME]` and its like say that somebody was named, a surname behind it too: in an answer to everybody the place is empty. */
const withoutMarks = (text: string): string =>
  text
    .replace(/(\[NAME\])\s+\p{Lu}[\p{L}-]+/gu, '$1')
    .replace(/\s*\[[A-Z_]{2,}\](?=[\s,.;:!?)]|$)/gu, '')
    .replace(/ +([,.;:!?])/g, '$1');
