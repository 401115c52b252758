import type { BodyCounts, PublicFigures } from '../../../transparency/index.ts';
import type { Html, View } from '../layout.ts';
import { type Figure, number, plain } from '../parts.ts';

/** Kept and missed, of those whose day has come or who have their answer. */
interface Punctuality {
  readonly kept: number;
  readonly of: number;
}

const punctuality = (
  { counts }: PublicFigures,
  kept: keyof BodyCounts,
  missed: readonly (keyof BodyCounts)[],
): Punctuality => {
  const value = counts[kept];
  return { kept: value, of: missed.reduce((sum, name) => sum + counts[name], value) };
};
export const registrationOf = (figures: PublicFigures): Punctuality =>
  punctuality(figures, 'registeredInTime', ['registeredLate', 'unregisteredLate']);
export const lawOf = (figures: PublicFigures): Punctuality =>
  punctuality(figures, 'lawInTime', ['lawLate', 'lawOverdue']);
export const promiseOf = (figures: PublicFigures): Punctuality =>
  punctuality(figures, 'promiseInTime', ['promiseLate', 'promiseOverdue']);

/** Rounded down: ninety-nine and a half of a hundred is not a hundred. */
const outOfHundred = ({ kept, of }: Punctuality): number => Math.floor((kept / of) * 100);

function punctualFigure({ t, language }: View, key: string, value: Punctuality): Figure[] {
  if (value.of === 0) return [];
  return [
    {
      sentence: t(`site-figure-${key}`, { share: outOfHundred(value) }),
      note: t(`site-figure-${key}-note`, { kept: number(language, value.kept), of: number(language, value.of) }),
      share: value.kept / value.of,
    },
  ];
}

/** Law and promise apart, and what citizens said as figures that never become one. */
export function figureSentences(view: View, figures: PublicFigures): Figure[] {
  const { t, language } = view;
  const { counts, said, medianWaitDays } = figures;
  const shown = (value: number | null) => (value === null ? t('site-hidden') : number(language, value));
  return [
    { sentence: t('site-figure-received', { received: number(language, counts.received), count: counts.received }) },
    ...punctualFigure(view, 'registered', registrationOf(figures)),
    ...punctualFigure(view, 'law', lawOf(figures)),
    ...punctualFigure(view, 'promise', promiseOf(figures)),
    ...(medianWaitDays === null ? [] : [{ sentence: t('site-figure-wait', { days: medianWaitDays }) }]),
    ...(counts.answered === 0 || said === null
      ? []
      : [
          {
            sentence: t('site-figure-verdicts', {
              resolved: shown(said.resolved),
              partly: shown(said.partly),
              unresolved: shown(said.unresolved),
            }),
            note: t('site-figure-verdicts-note', { silent: shown(said.silent) }),
          },
          { sentence: t('site-figure-disputed', { disputed: shown(said.disputed) }) },
        ]),
    ...(counts.extended === 0
      ? []
      : [{ sentence: t('site-figure-extended', { extended: number(language, counts.extended) }) }]),
    ...(counts.passedOn === 0
      ? []
      : [{ sentence: t('site-figure-passed-on', { passedOn: number(language, counts.passedOn) }) }]),
  ];
}

const BODY_COLUMNS = ['received', 'registered', 'law', 'promise', 'wait'] as const;
const SAID_COLUMNS = ['resolved', 'partly', 'unresolved', 'silent', 'disputed'] as const;

/** Names of the columns; what citizens said is left out of tables by month. */
export const figureColumns = (withSaid: boolean) => (withSaid ? [...BODY_COLUMNS, ...SAID_COLUMNS] : [...BODY_COLUMNS]);

/** The same figures as cells of a row. */
export function figureCells({ t, language }: View, figures: PublicFigures | null, withSaid: boolean): Html[] {
  if (figures === null)
    return [
      plain(t('site-too-few')),
      ...figureColumns(withSaid)
        .slice(1)
        .map(() => '–'),
    ];
  const share = (value: Punctuality) =>
    value.of === 0
      ? '–'
      : plain(t('site-cell-share', { kept: number(language, value.kept), of: number(language, value.of) }));
  const shown = (value: number | null) => plain(value === null ? t('site-hidden') : number(language, value));
  const { counts, said, medianWaitDays } = figures;
  return [
    shown(counts.received),
    share(registrationOf(figures)),
    share(lawOf(figures)),
    share(promiseOf(figures)),
    medianWaitDays === null ? '–' : plain(number(language, medianWaitDays)),
    ...(withSaid ? SAID_COLUMNS.map((saying) => (said === null ? '–' : shown(said[saying]))) : []),
  ];
}
