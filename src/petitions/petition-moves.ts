import type { Actor, Facts, Journal } from '../journal/index.ts';
import type { CitizenId, PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { PausesRepository } from './pauses-repository.ts';
import { applyPetitionEvent, type Petition, type PetitionEvent } from './petition.ts';
import type { PetitionTerms } from './petition-terms.ts';
import type { PetitionsRepository } from './petitions-repository.ts';
import type { PausableAct, Profile } from './profile.ts';

/** What supporters, authors and operators hear of. */
export const PETITION_NEWS = [
  'sponsored',
  'published',
  'rejected',
  'threshold_crossed',
  'duty_registered',
  'duty_moved',
  'hearing',
  'replied',
  'followed_up',
  'duty_overdue',
  'expired',
  'outcome_noted',
  'stopped',
  'withdrawn',
] as const;
export type PetitionNews = (typeof PETITION_NEWS)[number];

interface Deps {
  readonly petitions: PetitionsRepository;
  readonly pauses: PausesRepository;
  readonly journal: Journal;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly terms: PetitionTerms;
  /** Told after the commit that news wait for their readers. */
  readonly onNews: () => void;
}

/** One way for everything that happens to a petition: rule, row, journal, public timeline, together. */
export function createPetitionMoves({ petitions, pauses, journal, notifications, terms, onNews }: Deps) {
  async function record(tx: Tx, id: PetitionId, type: string, actor: Actor, facts: Facts): Promise<void> {
    await journal.append(tx, `petition:${id}`, { type: `petition.${type}`, actor, facts });
    await petitions.addEvent(tx, id, type, facts);
  }

  return {
    async move(tx: Tx, before: Petition, event: PetitionEvent, actor: Actor, facts: Facts = {}): Promise<Petition> {
      const after = applyPetitionEvent(before, event, tx.now);
      await petitions.save(tx, after);
      await record(tx, before.id, event.type, actor, facts);
      return after;
    },

    /** Something worth the timeline that moves no state. */
    record,

    async tellAuthor(tx: Tx, { id, citizenId }: Petition, news: PetitionNews, facts: Facts = {}): Promise<void> {
      await tellCitizen(tx, citizenId, id, news, facts, 'official');
    },

    /** To everybody who supports it and has not asked for silence; the author among them. */
    async tellSupporters(tx: Tx, id: PetitionId, news: PetitionNews, facts: Facts = {}): Promise<void> {
      await petitions.addBroadcast(tx, id, news, facts);
      tx.afterCommit(onNews);
    },

    async tellOperators(tx: Tx, id: PetitionId, kind: string, facts: Facts = {}): Promise<void> {
      await notifications.add(tx, {
        to: { kind: 'operators', id: 'operators' },
        kind,
        facts: { petitionId: id, ...facts },
        lane: 'official',
        dedupeKey: `${kind}:${id}:${tx.key}`,
      });
    },

    /** Refuses an act that an election or an operator's decision lets rest today. */
    async refuseIfPaused(tx: Tx, profile: Profile, act: PausableAct): Promise<void> {
      const today = terms.today(tx.now);
      const decided = (await pauses.inForce(tx, profile.id, today)).find(({ stops }) => stops.includes(act));
      const election = profile.election.stops.includes(act)
        ? profile.election.periods.find(({ from, until }) => from <= today && today <= until)
        : undefined;
      const until = decided?.until ?? election?.until;
      if (until) throw new Refusal('petition.paused', { act, until });
    },
  };

  async function tellCitizen(
    tx: Tx,
    to: CitizenId,
    id: PetitionId,
    news: PetitionNews,
    facts: Facts,
    lane: 'official' | 'petitions',
  ): Promise<void> {
    await notifications.add(tx, {
      to: { kind: 'citizen', id: to },
      kind: 'petition_news',
      facts: { petitionId: id, news, ...facts },
      lane,
      dedupeKey: `petition:${news}:${id}:${tx.key}`,
    });
  }
}
export type PetitionMoves = ReturnType<typeof createPetitionMoves>;
