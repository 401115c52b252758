import type { Language } from '../../kernel/language.ts';
import { wordsIn } from '../questionnaire/words.ts';
import type { QuestionResult } from '../results/question-result.ts';

/** A picture that stands alone: question, bars with their intervals, what it rests on. */
export interface ChartWords {
  /** What it belongs to, small, above the question. */
  readonly overline?: string;
  readonly title: string;
  /** Below the chart: n, basis, margin. */
  readonly notes: readonly string[];
  readonly footer: string;
}

interface Bar {
  readonly label: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 1_000;
const PAD = 48;
const INNER = WIDTH - 2 * PAD;
const ROW = 78;
const FONT = 'Noto Sans, sans-serif';

/** Written on roughly this many letters a line at this size: the face is known, so an average does. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Bars of a question: shares of its options, or of each row's most chosen column. */
export function barsOf(question: QuestionResult, language: Language): Bar[] {
  const options =
    question.options.length > 0
      ? question.options
      : question.rows.flatMap(({ label, options: row }) => {
          const [best] = row
            .filter(({ share }) => share !== null)
            .toSorted((a, b) => (b.share?.value ?? 0) - (a.share?.value ?? 0));
          return best
            ? [{ ...best, label: { [language]: `${wordsIn(label, language)}: ${wordsIn(best.label, language)}` } }]
            : [];
        });
  return options.flatMap(({ label, share }) =>
    share
      ? [{ label: wordsIn(label, language), share: share.value, low: share.interval.low, high: share.interval.high }]
      : [],
  );
}

/** Null where there is nothing to draw: words, files, places, or everything hidden. */
export function drawChart(
  question: QuestionResult,
  language: Language,
  { overline = '', title, notes, footer }: ChartWords,
): string | null {
  const bars = barsOf(question, language);
  if (bars.length === 0) return null;
  const heading = linesOf(title, 44);
  const above = overline === '' ? [] : linesOf(overline, 70);
  const headingTop = PAD + above.length * 32;
  const top = headingTop + heading.length * 44 + 16;
  const notesTop = top + bars.length * ROW + 20;
  const noteLines = notes.flatMap((note) => linesOf(note, 78));
  const height = notesTop + noteLines.length * 30 + 24 + 34 + PAD;
  const text = (x: number, y: number, size: number, words: string, extra = ''): string =>
    `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" ${extra}>${escaped(words)}</text>`;
  const at = (share: number): number => Math.round(share * INNER * 10) / 10;
  const drawn = bars.map(({ label, share, low, high }, index) => {
    const y = top + index * ROW;
    const shortened = label.length > 62 ? `${label.slice(0, 61)}…` : label;
    return `<g>${text(PAD, y + 26, 26, shortened, 'fill="#1a1f24"')}${text(WIDTH - PAD, y + 26, 26, `${Math.round(share * 100)} %`, 'fill="#1a1f24" font-weight="700" text-anchor="end"')}
<rect x="${PAD}" y="${y + 36}" width="${INNER}" height="24" rx="5" fill="#eceef0"/>
<rect x="${PAD}" y="${y + 36}" width="${at(share)}" height="24" rx="5" fill="#0b6461"/>
<line x1="${PAD + at(low)}" x2="${PAD + at(high)}" y1="${y + 48}" y2="${y + 48}" stroke="#1a1f24" stroke-width="3"/></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(`${title}. ${bars.map(({ label, share }) => `${label}: ${Math.round(share * 100)} %`).join('; ')}`)}">
<rect width="100%" height="100%" fill="#ffffff"/>
${above.map((line, index) => text(PAD, PAD + 12 + index * 32, 24, line, 'fill="#586069"')).join('\n')}
${heading.map((line, index) => text(PAD, headingTop + 30 + index * 44, 36, line, 'font-weight="700" fill="#1a1f24"')).join('\n')}
${drawn.join('\n')}
${noteLines.map((line, index) => text(PAD, notesTop + 22 + index * 30, 21, line, 'fill="#586069"')).join('\n')}
${text(PAD, height - PAD + 8, 22, footer, 'fill="#0b6461" font-weight="700"')}
</svg>`;
}
