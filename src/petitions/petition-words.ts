/** Letters enough to tell words apart, few enough that endings of Kazakh and Russian do not matter. */
const STEM_LETTERS = 5;
const MIN_LETTERS = 4;

/** Words every petition has: they would make all of them similar. */
const COMMON = new Set(
  [
    'просим прошу требуем нужно чтобы этого который также городе города улице улица район жители жителей жителям сделать',
    'сұраймыз талап керек үшін қала қаласы көше көшесі аудан ауданы тұрғын тұрғындар жасау бойынша',
    'please should would need that this which city street district residents make about there their',
  ]
    .join(' ')
    .split(' ')
    .map((word) => word.slice(0, STEM_LETTERS)),
);

/** Beginnings of the words that carry meaning, without repetition. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length >= MIN_LETTERS || /\d/.test(word))
      .map((word) => word.slice(0, STEM_LETTERS))
      .filter((stem) => !COMMON.has(stem)),
  );
}

/** Barred subjects whose words occur: something to explain before anybody wastes an hour, never a refusal. */
export function barredHints<Subject extends { readonly words: readonly string[] }>(
  text: string,
  subjects: readonly Subject[],
): Subject[] {
  const spaced = ` ${text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return subjects.filter(({ words }) => words.some((word) => spaced.includes(` ${word}`)));
}
