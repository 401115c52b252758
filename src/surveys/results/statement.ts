import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../kernel/translate.ts';
import { Z95 } from '../statistics/distributions.ts';

/** How far a result may be trusted, in facts; worded by `statementText`. Nobody writes it by hand. */
export interface HonestStatement {
  /** sample: drawn by lot. list: everybody in the frame was asked. open: whoever wanted answered. */
  readonly basis: 'sample' | 'list' | 'open';
  readonly n: number;
  readonly partial: number;
  readonly frameSize: number;
  readonly asked: number;
  readonly responseRate: number | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Null: hidden, because it is a handful, or because a handful would follow from it. */
  readonly languages: Readonly<Partial<Record<Language, number | null>>>;
  readonly weighting: {
    readonly on: string;
    readonly source: string;
    readonly designEffect: number;
    readonly effectiveN: number;
  } | null;
  /** Half the width of the widest 95 % interval, in points of a hundred; null where chance did not choose. */
  readonly marginPoints: number | null;
}

/** Below this share of answers a sample is described as one that mostly chose itself. */
export const WEAK_RESPONSE = 0.3;

export const marginPoints = (effectiveN: number): number =>
  Math.round((Z95 * 0.5 * 1_000) / Math.sqrt(Math.max(1, effectiveN))) / 10;

export function statementText(
  t: Translate,
  language: Language,
  statement: HonestStatement,
  dayText: (on: Day, language: Language) => string = (on) => on,
): string[] {
  const day = (on: string): string => dayText(on as Day, language);
  const { basis, n, partial, frameSize, asked, responseRate, from, until, weighting, marginPoints: margin } = statement;
  const percent = responseRate === null ? 0 : Math.round(responseRate * 100);
  const spoken = Object.entries(statement.languages)
    .filter(([, people]) => people !== 0)
    .map(([code, people]) =>
      people === null
        ? t(language, 'survey-statement-language-hidden', { code })
        : t(language, 'survey-statement-language', { code, people }),
    )
    .join(', ');
  return [
    t(language, `survey-statement-${basis}`, { n, asked, frame: frameSize }),
    ...(responseRate === null
      ? []
      : [
          t(language, responseRate < WEAK_RESPONSE ? 'survey-statement-weak-response' : 'survey-statement-response', {
            percent,
          }),
        ]),
    ...(partial > 0 ? [t(language, 'survey-statement-partial', { partial })] : []),
    ...(from && until ? [t(language, 'survey-statement-dates', { from: day(from), until: day(until) })] : []),
    ...(spoken ? [t(language, 'survey-statement-languages', { languages: spoken })] : []),
    weighting
      ? t(language, 'survey-statement-weighted', {
          on: day(weighting.on),
          source: weighting.source,
          deff: weighting.designEffect.toFixed(2),
          n: Math.round(weighting.effectiveN),
        })
      : t(language, 'survey-statement-unweighted'),
    margin === null ? t(language, 'survey-statement-no-margin') : t(language, 'survey-statement-margin', { margin }),
  ];
}
