const WORDS: readonly (readonly [number, string])[] = [
  [2, 'two|два|две|двух|двум|екі|екеу'],
  [3, 'three|три|трёх|трех|үш'],
  [4, 'four|четыре|четырёх|четырех|төрт'],
  [5, 'five|пять|пяти|бес'],
  [6, 'six|шесть|шести|алты'],
  [7, 'seven|семь|семи|жеті'],
  [8, 'eight|восемь|восьми|сегіз'],
  [9, 'nine|девять|девяти|тоғыз'],
  [10, 'ten|десять|десяти|он'],
  [11, 'eleven|одиннадцать|одиннадцати'],
  [12, 'twelve|двенадцать|двенадцати'],
  [14, 'fourteen|четырнадцать|четырнадцати'],
  [15, 'fifteen|пятнадцать|пятнадцати'],
  [20, 'twenty|двадцать|двадцати|жиырма'],
  [30, 'thirty|тридцать|тридцати|отыз'],
  [40, 'forty|сорок|сорока|қырық'],
  [50, 'fifty|пятьдесят|пятидесяти|елу'],
  [60, 'sixty|шестьдесят|шестидесяти|алпыс'],
  [90, 'ninety|девяносто|тоқсан'],
  [100, 'hundred|сто|ста|жүз'],
  [1000, 'thousand|тысяча|тысяч|тысячи|мың'],
];
const VALUES = new Map(
  WORDS.flatMap(([value, words]) => words.split('|').map((word): [string, number] => [word, value])),
);

/** Numbers of a text, digits and common words alike: `50 000` and `50,000` are one number, `90-3` is two. */
export function numbersIn(text: string): Set<number> {
  const numbers = new Set<number>();
  const joined = text.replace(/(?<=\d)[\s\u00a0\u202f,](?=\d{3}(?!\d))/gu, '');
  for (const [digits] of joined.matchAll(/\d+(?:[.,]\d+)?/gu)) numbers.add(Number(digits.replace(',', '.')));
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const value = VALUES.get(word);
    if (value !== undefined) numbers.add(value);
  }
  return numbers;
}
