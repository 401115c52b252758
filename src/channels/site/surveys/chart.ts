import { html } from 'ghtml';
import type { Language } from '../../../kernel/language.ts';
import { type OptionResult, wordsIn } from '../../../surveys/index.ts';
import type { Html } from '../layout.ts';

/** As wide as a phone, so that its words are as large as those around it. */
const WIDTH = 380;
const ROW = 50;
const BAR_TOP = 24;
const BAR_HEIGHT = 14;

/** Bars with a line for the 95 % interval. The table below says the same; colours follow the page, light or dark. */
export function shareChart(title: string, options: readonly OptionResult[], language: Language): Html {
  const shown = options.filter(({ share }) => share !== null);
  const height = shown.length * ROW + 4;
  const at = (share: number): number => Math.round(share * WIDTH * 10) / 10;
  return html`<svg class="chart" role="img" viewBox="0 0 ${WIDTH} ${height}" xmlns="http://www.w3.org/2000/svg"><title>${title}</title>!${shown.map(
    ({ label, share }, index) => {
      const y = index * ROW;
      const { value = 0, interval = { low: 0, high: 0 } } = share ?? {};
      const middle = y + BAR_TOP + BAR_HEIGHT / 2;
      return html`<g><text x="0" y="${y + 15}" fill="currentColor" font-size="16">${wordsIn(label, language)} · ${Math.round(value * 100)} %</text>
<rect x="0" y="${y + BAR_TOP}" width="${WIDTH}" height="${BAR_HEIGHT}" rx="3" fill="var(--line)"/>
<rect x="0" y="${y + BAR_TOP}" width="${at(value)}" height="${BAR_HEIGHT}" rx="3" fill="var(--accent)"/>
<line x1="${at(interval.low)}" x2="${at(interval.high)}" y1="${middle}" y2="${middle}" stroke="currentColor" stroke-width="2"/></g>`;
    },
  )}</svg>`;
}
