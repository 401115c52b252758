/** One of several matters in a message: its words as written, and what the reader made of them. */
interface Part<Reading> {
  readonly text: string;
  readonly reading: Reading;
}

export interface MatterReader<Reading> {
  /** Null when the words alone say nothing certain. */
  read(text: string): Reading | null;
  sure(reading: Reading): number;
  /** Who would have to act; matters of one addressee are one part. */
  addressee(reading: Reading): string;
}

/** A full stop or a new line usually begins a new thought; "and" usually does not, and two words rarely hold one. */
const SURE = 0.65;
const VERY_SURE = 0.9;
const FEWEST_WORDS = 2;
const FEW_WORDS = 3;
const MOST_SEGMENTS = 8;
const MOST_MATTERS = 4;

const BREAK = '\u0001';
const WEAK = '\u0002';
const LETTER = '\\p{L}';
/** "ул." and its like end no sentence. */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:ул|пр|пр-т|пер|мкр|г|гор|д|дом|кв|им|обл|р|ст|тел|стр|корп|т|көш|даңғ|ықш|қ|ауд|үй|обл|st|ave|apt|no|mr|mrs|dr)\.$/iu;
const ITEM = /(?:^|\n|[.;:!?]\s)\s*(?:\d{1,2}[.)]|[-–—•*]|[а-яa-z]\))\s+/giu;
const ORDINAL = new RegExp(
  `(?<!${LETTER})(?:во[- ]первых|во[- ]вторых|в[- ]третьих|первое|второе|третье|біріншіден|екіншіден|үшіншіден|first(?:ly)?|second(?:ly)?|third(?:ly)?)(?!${LETTER})\\s*[,:—–-]?\\s*`,
  'giu',
);
const ALSO = new RegExp(
  `[,.]?\\s+(?:а\\s+также|а\\s+ещ[её]|и\\s+ещ[её]|ещ[её]\\s+и|кроме\\s+того|помимо\\s+этого|плюс\\s+к\\s+этому|сондай-ақ|сонымен\\s+қатар|оған\\s+қоса|тағы\\s+да|and\\s+also|as\\s+well\\s+as|besides|in\\s+addition)(?!${LETTER})[,:]?\\s+`,
  'giu',
);
const AND = new RegExp(`,?\\s+(?:и|да\\s+и|және|әрі|ал|and)\\s+(?=${LETTER})`, 'giu');

/**
 * The matters of a message that several addressees must deal with, in the order written; empty when it is one matter.
 * Every word stays: what says nothing by itself goes with the words before it. Pure; the reader decides what is certain.
 */
export function splitMatters<Reading>(text: string, reader: MatterReader<Reading>): readonly Part<Reading>[] {
  const segments = segmentsOf(text);
  if (segments.length < 2) return [];
  const parts: { text: string; reading: Reading | null }[] = [];
  for (const { words, weak } of segments) {
    const length = countWords(words);
    const reading = length >= (weak ? FEW_WORDS : FEWEST_WORDS) ? reader.read(words) : null;
    const certain = reading !== null && reader.sure(reading) >= (weak || length < FEW_WORDS ? VERY_SURE : SURE);
    const before = parts.at(-1);
    // The first words wait for a thought they belong to.
    if (!certain && before) before.text = `${before.text}${weak ? ' ' : '\n'}${words}`;
    else if (certain && before?.reading === null) {
      before.text = `${before.text}\n${words}`;
      before.reading = reading;
    } else parts.push({ text: words, reading: certain ? reading : null });
  }
  const merged = new Map<string, Part<Reading>>();
  for (const { text: words, reading } of parts) {
    if (reading === null) continue;
    const key = reader.addressee(reading);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, text: `${known.text}\n${words}` } : { text: words, reading });
  }
  return merged.size < 2 || merged.size > MOST_MATTERS ? [] : [...merged.values()];
}

function segmentsOf(text: string): { words: string; weak: boolean }[] {
  const marked = text
    .replaceAll(ITEM, BREAK)
    .replaceAll(ORDINAL, BREAK)
    .replaceAll(ALSO, BREAK)
    .replaceAll(/;|\n+/gu, BREAK)
    .replaceAll(/[.!?…]+\s+(?=[\p{Lu}\p{N}«"])/gu, (end, at: number, whole: string) =>
      end.startsWith('.') && ABBREVIATION.test(whole.slice(0, at + 1)) ? end : `${end.trim()}${BREAK}`,
    )
    .replaceAll(AND, WEAK);
  const segments: { words: string; weak: boolean }[] = [];
  for (const strong of marked.split(BREAK))
    for (const [index, piece] of strong.split(WEAK).entries()) {
      const words = piece.replace(/^[\s,:—–-]+|[\s,:—–-]+$/gu, '');
      if (words !== '') segments.push({ words, weak: index > 0 });
    }
  return segments.length > MOST_SEGMENTS ? [] : segments;
}

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
