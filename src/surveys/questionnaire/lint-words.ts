import type { Language } from '../../kernel/language.ts';

type Patterns = Readonly<Record<Language, readonly RegExp[]>>;

// Word borders by hand: `\b` knows no Cyrillic letters.
const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'u');
const every = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'gu');

/** A conjunction that joins two things judged at once. A list of three with a comma counts, "and so on" does not. */
export const CONJUNCTIONS: Patterns = {
  kk: [word('және(?! т\\.)'), word('әрі'), word('\\p{L}+ (?:мен|пен|бен) \\p{L}+')],
  ru: [
    word('и(?! т\\. ?[дп]\\.)(?= \\p{L})'),
    word('а также'),
    word('или(?= \\p{L}+(?:ость|ение|ание|ота))'),
    word('как .{3,40}, так и'),
  ],
  en: [word('and(?! so on)'), word('as well as'), word('both')],
};

/** Words that tell people what the right answer is. */
export const LEADING: Patterns = {
  kk: [
    word('келісесіз бе'),
    word('әрине'),
    word('дұрыс емес пе'),
    word('солай емес пе'),
    word('тамаша|керемет|сәтті жүргізілген'),
    word('көпшілік'),
  ],
  ru: [
    word('согласны ли вы'),
    word('не считаете ли'),
    word('не кажется ли'),
    word('конечно'),
    word('разве'),
    word('очевидно'),
    word('успешн\\p{L}*'),
    word('прекрасн\\p{L}*|отличн\\p{L}*|замечательн\\p{L}*'),
    word('как известно'),
    word('большинство'),
  ],
  en: [
    word("don['’]t you"),
    word("wouldn['’]t you|isn['’]t it|shouldn['’]t"),
    word('do you agree'),
    word('of course|obviously|clearly'),
    word('excellent|great|wonderful|successful'),
    word('most people|everyone knows|as you know'),
  ],
};

export const ABSOLUTE: Patterns = {
  kk: [word('әрдайым|әрқашан|ешқашан'), word('барлығы|бәрі')],
  ru: [word('всегда|никогда'), word('все без исключения|абсолютно')],
  en: [word('always|never'), word('all of the|every single')],
};

export const NEGATIONS: Patterns = {
  kk: [every('емес'), every('жоқ'), every('\\p{L}+(?:май|мей|бай|бей|пай|пей)\\p{L}*')],
  ru: [every('не'), every('нет'), every('никто|ничего|ни один|нельзя')],
  en: [every('not'), every("\\p{L}+n['’]t"), every('no|never|nobody|nothing')],
};
