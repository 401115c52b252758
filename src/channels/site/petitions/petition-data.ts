import { html } from 'ghtml';
import type { PetitionListItem, PetitionView, Tier } from '../../../petitions/index.ts';
import type { CsvValue } from '../open-data/csv.ts';

export const LIST_COLUMNS = [
  'code',
  'state',
  'ask',
  'language',
  'profile',
  'authority',
  'agency',
  'territory',
  'support',
  'verified_signatures',
  'legal_reading',
  'legal_read_on',
  'opened_at',
  'closes_on',
] as const;

export const listRow = (item: PetitionListItem): CsvValue[] => [
  item.code,
  item.state,
  item.ask,
  item.language,
  item.profileId,
  item.authorityKey,
  item.agencyCode,
  item.territoryCode,
  item.support,
  item.signatures,
  item.legalReading,
  item.legalReadOn,
  item.openedAt?.toISOString() ?? null,
  item.closesOn,
];

/** A petition with everything that is public about it; the author is not. */
export function petitionJson(
  view: PetitionView,
  byDay: readonly { on: string; support: number }[],
  tiers: Readonly<Record<Tier, number>>,
) {
  const { petition, text, counts, thresholds, timeline } = view;
  return {
    code: petition.code,
    state: petition.state,
    language: petition.language,
    profile: petition.profileId,
    authority: petition.authorityKey,
    agency: petition.agencyCode,
    territory: petition.territoryCode,
    population: petition.population,
    text,
    original: petition.original,
    counts: {
      support: counts.support,
      supportByTier: tiers,
      supportHeld: counts.held,
      heldDecisionDueOn: view.heldDueOn,
      verifiedSignatures: counts.signatures,
      legalReading: counts.legal,
    },
    thresholds: thresholds.map(({ duty, ...threshold }) => ({
      ...threshold,
      crossedAt: duty?.crossedAt ?? null,
      countAtCrossing: duty?.countAtCrossing ?? null,
      rule: duty?.ruleId ?? null,
      dueOn: duty?.dueOn ?? null,
      metAt: duty?.metAt ?? null,
    })),
    duties: view.steps.map(({ thresholdKey, ruleId, dueOn, metAt, doneNote }) => ({
      key: thresholdKey,
      rule: ruleId,
      dueOn,
      metAt,
      note: doneNote,
    })),
    rejection: petition.rejection,
    outcome: petition.outcome,
    integrityNote: view.integrityNote,
    openedAt: petition.openedAt,
    postedOnPortal: view.posting,
    closesOn: petition.closesOn,
    timeline,
    supportByDay: byDay,
  };
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly href: string;
}

/** RFC 4287. */
export function atomFeed(
  feed: { id: string; title: string; self: string; language: string },
  entries: readonly Entry[],
): string {
  const updated = entries.reduce((newest, { at }) => (at > newest ? at : newest), new Date(0));
  return `<?xml version="1.0" encoding="utf-8"?>\n${html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${feed.id}</id><title>${feed.title}</title><updated>${updated.toISOString()}</updated><link rel="self" href="${feed.self}"/><author><name>Dauys</name></author>
!${entries.map(
    ({ id, title, at, href }) =>
      html`<entry><id>${id}</id><title>${title}</title><updated>${at.toISOString()}</updated><link href="${href}"/></entry>`,
  )}
</feed>`}\n`;
}
