import { type Day, zoned } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import {
  type AnnouncementsRepository,
  type AnswersRepository,
  CONTACT_BUDGET,
  type GapsRepository,
  type RecallsRepository,
} from '../knowledge/index.ts';
import type { NewNotification, NotificationsRepository } from '../notifications/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly answers: Pick<AnswersRepository, 'takeReaders' | 'hasReaders'>;
  readonly recalls: RecallsRepository;
  readonly gaps: GapsRepository;
  readonly announcements: Pick<AnnouncementsRepository, 'takeReaders'>;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
  readonly timezone: string;
  /** The body that should write of it; null when nobody plainly is. */
  readonly competentFor: (question: string) => string | null;
  /** By when a body writes what is missing. */
  readonly dueOn: (today: Day) => Day;
  readonly now: () => Date;
}

const BATCH = 200;
/** Older questions are no longer waited for. */
const GATHERED_DAYS = 60;

const toCitizen = (id: string, news: Pick<NewNotification, 'kind' | 'facts' | 'dedupeKey'>): NewNotification => ({
  to: { kind: 'citizen', id },
  lane: 'petitions',
  ...news,
});

/**
 * After the answer: whoever got one that no longer holds hears what changed, and whoever asked in vain hears that the
 * answer is there. Each within the contact budget; who has no room is told later, nobody is dropped.
 */
export function createAnswerAftercare(deps: Deps) {
  const { uow, answers, recalls, gaps, announcements, notifications, timezone, competentFor, dueOn, now } = deps;
  const run = async <Result>(name: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    (await uow.run(`knowledge:${name}:${newId(now().getTime())}`, work)).result;

  return {
    /** One version's next readers. @returns true while more may be told at once. */
    recallRound: (): Promise<boolean> =>
      run('recall', async (tx) => {
        await recalls.openExpired(tx, zoned(tx.now, timezone).on);
        const recall = await recalls.next(tx);
        if (!recall) return false;
        const { versionId, sourceId, reason } = recall;
        const readers = await answers.takeReaders(tx, versionId, BATCH, CONTACT_BUDGET);
        await notifications.addMany(
          tx,
          readers.map(({ citizenId, askedAt }) =>
            toCitizen(citizenId, {
              kind: 'knowledge_recall',
              facts: { versionId, sourceId, reason, askedOn: zoned(askedAt, timezone).on },
              dedupeKey: `knowledge:recall:${versionId}:${citizenId}`,
            }),
          ),
        );
        if (!(await answers.hasReaders(tx, versionId))) await recalls.close(tx, versionId);
        return readers.length > 0;
      }),

    /** Tells those whose question has an answer now. */
    publishRound: (): Promise<boolean> =>
      run('gap-answered', async (tx) => {
        const askers = await gaps.takeAskers(tx, BATCH, CONTACT_BUDGET);
        await notifications.addMany(
          tx,
          askers.map(({ citizenId, gapId, sourceId }) =>
            toCitizen(citizenId, {
              kind: 'knowledge_gap_published',
              facts: { gapId, sourceId },
              dedupeKey: `knowledge:gap:${gapId}:${citizenId}`,
            }),
          ),
        );
        return askers.length === BATCH;
      }),

    /** News that people chose to hear, one message a person and round. */
    announceRound: (): Promise<boolean> =>
      run('announce', async (tx) => {
        const readers = await announcements.takeReaders(tx, zoned(tx.now, timezone).on, BATCH, CONTACT_BUDGET);
        await notifications.addMany(
          tx,
          readers.map(({ announcementId, citizenId }) =>
            toCitizen(citizenId, {
              kind: 'announcement',
              facts: { announcementId },
              dedupeKey: `announcement:${announcementId}:${citizenId}`,
            }),
          ),
        );
        return readers.length > 0;
      }),

    /** Gathers what nobody could answer into tasks, each of the body that is plainly competent. @returns how many are new. */
    gatherRound: (): Promise<number> =>
      run('gather', async (tx) => {
        const made = await gaps.gather(tx, new Date(tx.now.getTime() - GATHERED_DAYS * 86_400_000));
        const due = dueOn(zoned(tx.now, timezone).on);
        for (const { id, label } of made) {
          const agency = competentFor(label);
          if (agency !== null) await gaps.assign(tx, id, agency, due);
        }
        return made.length;
      }),
  };
}
export type AnswerAftercare = ReturnType<typeof createAnswerAftercare>;
