import { html } from 'ghtml';
import type { Day } from '../../../kernel/day.ts';
import type { PetitionView } from '../../../petitions/index.ts';
import type { Html, View } from '../layout.ts';
import { figureList } from '../parts.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

type Names = PetitionPagesDeps['names'];

/** The counts of a petition, each a sentence with its own bar; what they have in common is only the page. */
export function countFigures(view: View, { counts, thresholds, profile }: PetitionView, names: Names): Html {
  const { t, language } = view;
  const required = (counter: string) => thresholds.find((threshold) => threshold.counter === counter)?.required;
  const [support, signatures, legal] = [required('support'), required('signatures'), required('legal_reading')];
  const share = (count: number, of: number | undefined) => (of === undefined ? null : Math.min(1, count / of));
  const figures = [
    {
      sentence:
        support === undefined
          ? t('petition-support', { count: counts.support })
          : t('petition-support-of', { count: counts.support, required: support }),
      share: share(counts.support, support),
      ...(counts.held > 0 ? { note: t('petition-held', { count: counts.held }) } : {}),
    },
    ...(profile.signatures === 'count' && signatures !== undefined
      ? [
          {
            sentence: t('petition-signatures-of', { count: counts.signatures, required: signatures }),
            share: share(counts.signatures, signatures),
          },
        ]
      : []),
    ...(profile.signatures === 'shown' && counts.signatures > 0
      ? [{ sentence: t('petition-signatures-shown', { count: counts.signatures }) }]
      : []),
    ...(legal !== undefined && profile.statePortal
      ? [
          counts.legal
            ? {
                sentence: t('petition-legal', {
                  count: counts.legal.count,
                  required: legal,
                  on: names.day(counts.legal.readOn, language),
                }),
                share: share(counts.legal.count, legal),
                note: t('petition-legal-only', { portal: profile.statePortal.name }),
              }
            : { sentence: t('petition-legal-unread', { portal: profile.statePortal.name, required: legal }) },
        ]
      : []),
  ];
  return html`!${figureList(figures)}<p class="quiet">${t('petition-site-counts-note')}</p>`;
}

/** Until when somebody decides about what is set apart; its lateness is as public as anybody's. */
export function heldTerm(
  view: View,
  { heldDueOn }: Pick<PetitionView, 'heldDueOn'>,
  names: Pick<Names, 'day'>,
  today: Day,
): Html {
  if (!heldDueOn) return '';
  const late = heldDueOn < today;
  const on = names.day(heldDueOn, view.language);
  return html`<p class="${late ? 'late' : ''}">${view.t(late ? 'petition-held-late' : 'petition-held-due', { on })}</p>`;
}

/** Where the law counts from, when that is not here. */
export function portalLine(
  { t, language }: View,
  { profile, posting, petition }: PetitionView,
  names: Pick<Names, 'day'>,
): Html {
  const { statePortal: portal } = profile;
  if (!portal) return '';
  if (posting)
    return html`<p>${t('petition-posted', { portal: portal.name, on: names.day(posting.on, language) })} <a href="${posting.url}" rel="noreferrer">${portal.name}</a></p>`;
  return petition.state === 'open' ? html`<p>${t('petition-not-posted', { portal: portal.name })}</p>` : '';
}

/** What is owed and until when, in one sentence per crossed threshold. */
export function dutySentences(
  { t, language }: View,
  { thresholds, steps, authority }: PetitionView,
  names: Names,
  today: Day,
): { dutyId: string; sentence: string; late: boolean }[] {
  const ofThresholds = thresholds.flatMap(({ key, duty }) => {
    if (!duty) return [];
    const late = duty.metAt === null && duty.dueOn !== null && duty.dueOn < today;
    const said = (words: string) => [{ dutyId: duty.id, sentence: `${name}: ${words}`, late }];
    const name = authority.thresholds.find((threshold) => threshold.key === key)?.duty.name[language] ?? '';
    if (duty.metAt) return said(t('petition-duty-met'));
    if (late) return said(t('petition-duty-late', { on: names.day(duty.dueOn ?? today, language) }));
    if (duty.dueOn) return said(t('petition-duty-due', { on: names.day(duty.dueOn, language) }));
    return said(t(duty.ruleId ? 'petition-duty-wait' : 'petition-duty-undated'));
  });
  const ofEvents = steps.flatMap(({ id, name, metAt, dueOn, doneNote }) => {
    if (!dueOn) return [];
    const late = metAt === null && dueOn < today;
    const on = names.day(dueOn, language);
    const words = metAt
      ? t('petition-step-done', { note: doneNote ?? '' })
      : t(late ? 'petition-step-late' : 'petition-step-due', { on });
    return [{ dutyId: id, sentence: `${name[language]}: ${words}`, late }];
  });
  return [...ofThresholds, ...ofEvents];
}

/** Words of officials and authors, with their line breaks; never markup. */
export const words = (text: string): Html =>
  html`!${text.split(/\n{2,}/).map((part) => html`<p class="plain">${part}</p>`)}`;
