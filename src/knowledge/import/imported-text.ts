import { Refusal } from '../../kernel/refusal.ts';

/** One piece of a document, as it will stand in a draft. */
export interface ImportedText {
  readonly title: string;
  readonly body: string;
  /** Other ways to ask, where the file names them. */
  readonly synonyms: readonly string[];
  /** Of the row, where the file says it; otherwise the whole file's. */
  readonly language?: 'kk' | 'ru' | 'en';
}

export const MAX_BYTES = 10 * 1_048_576;
export const MAX_TEXTS = 200;
const MAX_TITLE = 300;
const MAX_BODY = 60_000;

/** Letters that nobody sees have no business in an answer: they carry hidden orders to a model. */
export const visible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cf}\u{e0000}-\u{e007f}]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Checks what a reader found: something, not too much, each of a size that a person can review. */
export function checked(texts: readonly ImportedText[]): readonly ImportedText[] {
  const whole = texts
    .map((text) => ({ ...text, title: visible(text.title).replaceAll('\n', ' '), body: visible(text.body) }))
    .filter(({ body }) => body !== '');
  if (whole.length === 0) throw new Refusal('import.empty', {});
  if (whole.length > MAX_TEXTS) throw new Refusal('import.too_many', { found: whole.length, limit: MAX_TEXTS });
  const long = whole.find(({ body, title }) => body.length > MAX_BODY || title.length > MAX_TITLE);
  if (long) throw new Refusal('import.section_too_long', { title: long.title.slice(0, 80) });
  return whole;
}
