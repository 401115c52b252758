import type { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { QueueItem } from '../../../../petitions/index.ts';
import {
  barredHints,
  type DutyRow,
  PETITION_MOVES,
  type Petition,
  type PetitionView,
} from '../../../../petitions/index.ts';
import type { RouteDeps } from '../routes.ts';
import type { DutyItem, ModerationItem, PetitionBrief, PetitionCase } from './petition-schemas.ts';

type Names = ReadonlyMap<string, string>;
const isStaff = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);

/** Petitions as the console shows them. */
export function createPetitionPresenter({ petitions, present, access, publicUrl }: RouteDeps) {
  function brief(petition: Petition): z.infer<typeof PetitionBrief> {
    const profile = petitions.profiles.get(petition.profileId);
    return {
      id: petition.id,
      code: petition.code,
      language: petition.language,
      state: petition.state,
      ask: (petition.published ?? petition.original).ask,
      profile: { code: profile.id, name: profile.name },
      authority: petitions.profiles.authority(profile.id, petition.authorityKey).name,
      agency: petition.agencyCode && present.agency(petition.agencyCode, 'name'),
      place: present.territory(petition.territoryCode),
    };
  }

  function dutyItem({ duty, petition }: DutyRow, today: Day): z.infer<typeof DutyItem> {
    const authority = petitions.profiles.authority(petition.profileId, petition.authorityKey);
    const step = petitions.profiles.get(petition.profileId).duties.find(({ key }) => key === duty.thresholdKey);
    const rule = authority.thresholds.find(({ key }) => key === duty.thresholdKey)?.duty;
    return {
      id: duty.id,
      petition: brief(petition),
      name: (duty.counter === null ? step?.name : rule?.name) ?? authority.name,
      counter: duty.counter,
      required: duty.required,
      countAtCrossing: duty.countAtCrossing,
      crossedAt: present.iso(duty.crossedAt),
      waitsForRegister: rule?.starts === 'registration' && duty.startedOn === null,
      registrationNumber: duty.registrationNumber,
      startedOn: duty.startedOn,
      due: present.due(duty.dueOn, today),
      rule: duty.ruleId,
      metAt: duty.metAt && present.iso(duty.metAt),
      doneNote: duty.doneNote,
    };
  }

  return {
    brief,
    dutyItem,

    namesOf: (ids: readonly (string | null)[]): Promise<Names> =>
      access.namesOf(ids.filter((id): id is string => id !== null && isStaff(id))),

    async queueItem(item: QueueItem, staff: Staff, names: Names, now: Date): Promise<z.infer<typeof ModerationItem>> {
      const { petition, proposal } = item;
      const today = petitions.terms.today(now);
      const person = (id: string) => ({ name: names.get(id) ?? '', own: id === staff.id });
      const isHeld = item.lockedBy !== null && item.lockedUntil !== null && item.lockedUntil > now;
      const { barredSubjects } = petitions.profiles.get(petition.profileId);
      const { ask, why } = petition.original;
      const [similar, rejected] = await Promise.all([
        petitions.view.similar(ask),
        petition.appealed ? petitions.view.view({ id: petition.id }) : null,
      ]);
      const earlier = rejected?.timeline.findLast(({ type }) => type === 'rejected')?.facts;
      return {
        ...brief(petition),
        text: petition.original,
        submittedAt: petition.submittedAt && present.iso(petition.submittedAt),
        due: present.due(petition.moderationDueOn, today),
        near: item.warnOn !== null && item.warnOn < today,
        heldBy: isHeld && item.lockedBy !== null ? person(item.lockedBy) : null,
        heldUntil: isHeld && item.lockedUntil ? present.iso(item.lockedUntil) : null,
        proposal: proposal && { code: proposal.code, note: proposal.note, by: person(proposal.by) },
        appealed: petition.appealed,
        mayDecide: !item.decidedBy.includes(staff.id),
        earlierRejection: earlier ? { code: String(earlier.code ?? ''), note: String(earlier.note ?? '') } : null,
        sponsors: item.sponsors,
        barredHints: barredHints(`${ask} ${why}`, barredSubjects).map(({ name }) => name),
        similar: similar
          .filter(({ id }) => id !== petition.id)
          .map((other) => ({ id: other.id, code: other.code, ask: other.ask })),
      };
    },

    async petitionCase(view: PetitionView, staff: Staff, today: Day): Promise<z.infer<typeof PetitionCase>> {
      const { petition, counts, profile, authority, timeline } = view;
      const readings = await petitions.desk.readings(petition.id);
      const names = await this.namesOf(readings.map(({ enteredBy }) => enteredBy));
      const duties = view.thresholds.flatMap(({ duty }) => (duty ? [dutyItem({ duty, petition }, today)] : []));
      duties.push(...view.steps.map((duty) => dutyItem({ duty, petition }, today)));
      return {
        ...brief(petition),
        original: petition.original,
        published: petition.published,
        outcome: petition.outcome,
        closesOn: petition.closesOn,
        counts: { ...counts, signaturesShown: profile.signatures !== 'off' },
        thresholds: view.thresholds.map(({ key, counter, required }) => ({
          key,
          counter,
          required,
          name: authority.thresholds.find((threshold) => threshold.key === key)?.duty.name ?? authority.name,
        })),
        duties,
        portal: profile.statePortal,
        readings: readings.flatMap(({ count, readOn, url, enteredBy, at }) =>
          readOn ? [{ count, readOn, url, by: names.get(enteredBy) ?? '', at: present.iso(at) }] : [],
        ),
        timeline: timeline.map(({ at, type, facts }) => ({
          at: present.iso(at),
          type,
          words:
            ([facts.text, facts.reason, facts.place, facts.outcome, facts.note].find(
              (word) => typeof word === 'string' && word !== '',
            ) as string | undefined) ?? null,
          on: typeof facts.on === 'string' ? facts.on : null,
        })),
        integrityNote: view.integrityNote,
        commands: commandsOf(view, staff),
        page: `${publicUrl}/petitions/${petition.code}`,
      };
    },
  };
}
export type PetitionPresenter = ReturnType<typeof createPetitionPresenter>;

/** A body acts on what is addressed to it; the desk acts on everything. */
export const isTheirs = (staff: Staff, { agencyCode }: Pick<Petition, 'agencyCode'>): boolean =>
  staff.role !== 'supervisor' || (agencyCode !== null && agencyCode === staff.agencyCode);

function commandsOf(
  { petition, profile, posting }: PetitionView,
  staff: Staff,
): z.infer<typeof PetitionCase>['commands'] {
  const allowed = (event: keyof typeof PETITION_MOVES) => PETITION_MOVES[event].includes(petition.state);
  const isDesk = staff.role === 'operator';
  const answers = isDesk || (staff.role === 'supervisor' && isTheirs(staff, petition));
  return [
    ...(isDesk && profile.statePortal && !posting && allowed('posted') ? (['posting'] as const) : []),
    ...(isDesk && profile.statePortal && allowed('threshold_crossed') ? (['reading'] as const) : []),
    ...(answers && allowed('threshold_crossed') ? (['hearing'] as const) : []),
    ...(answers && allowed('replied') ? (['reply'] as const) : []),
    ...(answers && allowed('followed_up') ? (['follow_up'] as const) : []),
    ...(answers && allowed('outcome_noted') ? (['outcome'] as const) : []),
    ...(isDesk && allowed('stopped') ? (['stop'] as const) : []),
    ...(isDesk ? (['integrity'] as const) : []),
  ];
}
