import { randomBytes } from 'node:crypto';
import type { Day } from '../kernel/day.ts';
import { type AgencyCode, type CitizenId, newId, PetitionId, type TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText, type Mask } from '../privacy/index.ts';
import type { Profiles } from './load-profiles.ts';
import type { Petition, PetitionText } from './petition.ts';
import type { PetitionMoves } from './petition-moves.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import type { SupportService } from './support-service.ts';
import { fixThresholds } from './threshold.ts';

/** Short on purpose: what fits a phone is read. */
export const TEXT_LIMITS = {
  ask: { min: 10, max: 120 },
  why: { min: 20, max: 500 },
  details: { min: 0, max: 1_500 },
} as const;

/** One person, one day: what is written thoughtfully is written seldom. */
const SUBMITTED_A_DAY = 3;
const DAY_MS = 86_400_000;

const CODE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 10;

/** Ten letters that cannot be mistaken for each other: fifty bits, so that a link cannot be guessed. */
function newCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}

export interface Addressee {
  readonly profileId: string;
  readonly authorityKey: string;
  readonly agencyCode: AgencyCode | null;
  readonly territoryCode: TerritoryCode | null;
}

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly moves: PetitionMoves;
  readonly support: SupportService;
  readonly profiles: Profiles;
  readonly terms: PetitionTerms;
  readonly mask: Mask;
  /** How many people live there on the day; null where nobody knows. */
  readonly populationOf: (code: TerritoryCode, on: Day) => number | null;
}

/** What an author does: write, submit, withdraw, object to a rejection. */
export function createAuthoringService({ petitions, moves, support, profiles, terms, mask, populationOf }: Deps) {
  async function own(tx: Tx, id: PetitionId, citizenId: CitizenId): Promise<Petition> {
    const petition = await petitions.lock(tx, id);
    if (petition.citizenId !== citizenId) throw new Refusal('petition.not_found', {});
    return petition;
  }

  /** Personal data does not belong into what everybody will read. */
  function checked(text: PetitionText): PetitionText {
    const parts = { ask: '', why: '', details: '' };
    for (const part of ['ask', 'why', 'details'] as const) {
      const words = mask(cleanText(text[part])).masked;
      const { min, max } = TEXT_LIMITS[part];
      if (words.length < min) throw new Refusal('petition.text_too_short', { part, limit: min });
      if (words.length > max) throw new Refusal('petition.text_too_long', { part, limit: max });
      parts[part] = words;
    }
    return parts;
  }

  return {
    own,

    async draft(
      tx: Tx,
      {
        citizenId,
        language,
        text,
        ...addressee
      }: Addressee & { citizenId: CitizenId; language: Language; text: PetitionText },
    ): Promise<Petition> {
      const profile = profiles.get(addressee.profileId);
      const authority = profiles.authority(profile.id, addressee.authorityKey);
      if (!profile.active) throw new Refusal('petition.profile_closed', {});
      await moves.refuseIfPaused(tx, profile, 'start');
      const population = addressee.territoryCode ? populationOf(addressee.territoryCode, terms.today(tx.now)) : null;
      const thresholds = fixThresholds(authority, population);
      // A goal that nobody can name is no goal: better said now than after the work of writing.
      if (!thresholds) throw new Refusal('petition.population_unknown', {});
      const petition: Petition = {
        id: PetitionId.parse(newId(tx.now.getTime())),
        revision: 1,
        code: newCode(),
        citizenId,
        language,
        state: 'draft',
        ...addressee,
        population,
        thresholds,
        original: checked(text),
        published: null,
        rejection: null,
        appealed: false,
        outcome: null,
        createdAt: tx.now,
        submittedAt: null,
        sponsorsUntil: null,
        moderationDueOn: null,
        openedAt: null,
        closesOn: null,
        endedAt: null,
      };
      await petitions.insert(tx, petition);
      return petition;
    },

    async amend(tx: Tx, id: PetitionId, citizenId: CitizenId, text: PetitionText): Promise<Petition> {
      const before = await own(tx, id, citizenId);
      return moves.move(
        tx,
        { ...before, original: checked(text) },
        { type: 'amended' },
        { kind: 'citizen', id: citizenId },
      );
    },

    /** The author stands behind it first; then it looks for sponsors, or goes to moderation where none are asked for. */
    async submit(tx: Tx, id: PetitionId, citizenId: CitizenId): Promise<Petition> {
      const before = await own(tx, id, citizenId);
      const profile = profiles.get(before.profileId);
      await moves.refuseIfPaused(tx, profile, 'start');
      if ((await petitions.countSubmitted(tx, citizenId, new Date(tx.now.getTime() - DAY_MS))) >= SUBMITTED_A_DAY)
        throw new Refusal('petition.too_many_started', { limit: SUBMITTED_A_DAY });
      const today = terms.today(tx.now);
      const { count, within } = profile.sponsors;
      const sponsorsUntil = count > 0 && within ? terms.lastDay(within, today) : null;
      const after = await moves.move(
        tx,
        before,
        {
          type: 'submitted',
          sponsorsNeeded: count,
          sponsorsUntil,
          moderationDueOn: terms.lastDay(profile.moderation.due, today),
        },
        { kind: 'citizen', id: citizenId },
        { sponsorsNeeded: count, sponsorsUntil },
      );
      if (after.state === 'in_moderation') await support.enterModeration(tx, after);
      else {
        await support.byAuthor(tx, after);
        if (sponsorsUntil)
          await petitions.setTimers(tx, id, [{ kind: 'sponsors_end', dueAt: terms.endOf(sponsorsUntil) }]);
      }
      return after;
    },

    async withdraw(tx: Tx, id: PetitionId, citizenId: CitizenId): Promise<Petition> {
      const before = await own(tx, id, citizenId);
      const after = await moves.move(tx, before, { type: 'withdrawn' }, { kind: 'citizen', id: citizenId });
      await petitions.clearTimers(tx, id, [
        'sponsors_end',
        'moderation_warn',
        'moderation_overdue',
        'closing',
        'held_overdue',
      ]);
      if (before.state === 'open') await moves.tellSupporters(tx, id, 'withdrawn');
      return after;
    },

    /** The one objection to a rejection: other eyes look again. */
    async appeal(tx: Tx, id: PetitionId, citizenId: CitizenId): Promise<Petition> {
      const before = await own(tx, id, citizenId);
      const profile = profiles.get(before.profileId);
      const moderationDueOn = terms.lastDay(profile.moderation.due, terms.today(tx.now));
      const after = await moves.move(
        tx,
        before,
        { type: 'appealed', moderationDueOn },
        { kind: 'citizen', id: citizenId },
      );
      await support.enterModeration(tx, after);
      return after;
    },
  };
}
export type AuthoringService = ReturnType<typeof createAuthoringService>;
