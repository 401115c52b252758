import { html } from 'ghtml';
import { create } from 'qrcode';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { PetitionView } from '../../../petitions/index.ts';
import type { Translate } from '../../../platform/texts/texts.ts';

const WIDTH = 1_200;
const HEIGHT = 630;
const MARGIN = 70;
const ACCENT = '#0b6b74';
const INK = '#16191d';
const LINE = 34;
const MAX_LINES = 4;
const QR = 230;

/** Whole words, at most four lines; what does not fit ends with an ellipsis. */
export function wrap(text: string, width = LINE, maxLines = MAX_LINES): string[] {
  const rows: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = rows.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word.slice(0, width));
  }
  if (rows.length <= maxLines) return rows;
  return [...rows.slice(0, maxLines - 1), `${(rows[maxLines - 1] ?? '').slice(0, width - 1)}…`];
}

/** One path of squares: a QR code is the same on every printer. */
function qrPath(address: string, x: number, y: number): string {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const unit = QR / modules.size;
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        squares.push(
          `M${(x + column * unit).toFixed(2)} ${(y + row * unit).toFixed(2)}h${unit.toFixed(2)}v${unit.toFixed(2)}h-${unit.toFixed(2)}z`,
        );
  return squares.join('');
}

/** A picture to send on: what is asked, how far it got, and the way there. The two counts keep their own bars. */
export function shareCard(
  view: PetitionView,
  { t, language, address, day }: { t: Translate; language: Language; address: string; day: (on: Day) => string },
): string {
  const { counts, thresholds, profile, text } = view;
  const required = (counter: string) => thresholds.find((threshold) => threshold.counter === counter)?.required;
  const support = required('support');
  const signatures = required('signatures');
  const legal = required('legal_reading');
  const lines = [
    {
      words:
        support === undefined
          ? t(language, 'petition-support', { count: counts.support })
          : t(language, 'petition-support-of', { count: counts.support, required: support }),
      share: support === undefined ? null : counts.support / support,
    },
    ...(profile.signatures === 'count' && signatures !== undefined
      ? [
          {
            words: t(language, 'petition-signatures-of', { count: counts.signatures, required: signatures }),
            share: counts.signatures / signatures,
          },
        ]
      : []),
    ...(legal !== undefined && counts.legal
      ? [
          {
            words: t(language, 'petition-legal', {
              count: counts.legal.count,
              required: legal,
              on: day(counts.legal.readOn),
            }),
            share: counts.legal.count / legal,
          },
        ]
      : []),
  ];
  const barsAt = HEIGHT - MARGIN - 42 - lines.length * 78 + 20;
  const barWidth = WIDTH - MARGIN * 3 - QR;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text?.ask ?? ''}" font-family="system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/><rect width="${WIDTH}" height="14" fill="${ACCENT}"/>
<text x="${MARGIN}" y="84" font-size="28" font-weight="700" fill="${ACCENT}">${t(language, 'site-name')} · ${t(language, 'petition-card-kind')}</text>
!${wrap(text?.ask ?? '').map((row, at) => html`<text x="${MARGIN}" y="${156 + at * 60}" font-size="46" font-weight="700" fill="${INK}">${row}</text>`)}
!${lines.map(
    (
      { words, share },
      at,
    ) => html`<text x="${MARGIN}" y="${barsAt + at * 78}" font-size="28" fill="${INK}">${words}</text>
!${share === null ? '' : html`<rect x="${MARGIN}" y="${barsAt + 14 + at * 78}" width="${barWidth}" height="18" rx="9" fill="#dde3e8"/><rect x="${MARGIN}" y="${barsAt + 14 + at * 78}" width="${Math.max(1, Math.round(barWidth * Math.min(1, share)))}" height="18" rx="9" fill="${ACCENT}"/>`}`,
  )}
<text x="${MARGIN}" y="${HEIGHT - MARGIN + 8}" font-size="24" fill="#4f5862">${address.replace(/^https?:\/\//, '')}</text>
<path d="${qrPath(address, WIDTH - MARGIN - QR, HEIGHT - MARGIN - QR)}" fill="${INK}"/>
</svg>
`;
}
