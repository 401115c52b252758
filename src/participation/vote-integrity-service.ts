import type { Actor } from '../journal/index.ts';
import { type Signal, signalsOf } from '../kernel/crowd-signals.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { RoundsRepository } from './rounds-repository.ts';
import type { RoundsService } from './rounds-service.ts';
import type { Standing, VoteIntegrityRepository, VoteStretch } from './vote-integrity-repository.ts';
import type { VoteSignalsReadModel } from './vote-signals-read-model.ts';

const HOUR_MS = 3_600_000;
/** What is usual for a round is seen against its last week. */
const LOOK_BACK_MS = 7 * 24 * HOUR_MS;

interface Deps {
  readonly rounds: Pick<RoundsRepository, 'lock'>;
  readonly integrity: VoteIntegrityRepository;
  readonly signals: VoteSignalsReadModel;
  readonly life: Pick<RoundsService, 'record'>;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly timezone: string;
  /** The last day of a decision about what is set apart now. */
  readonly heldDueOn: (now: Date) => Day;
}

/** Suspicious verdicts and ballots are set apart in the open, looked at, then let back in or struck out; people decide. */
export function createVoteIntegrity({ rounds, integrity, signals, life, notifications, timezone, heldDueOn }: Deps) {
  async function change(
    tx: Tx,
    roundId: string,
    { from, to, event }: { from: readonly Standing[]; to: Standing; event: 'held' | 'released' | 'invalidated' },
    stretch: VoteStretch,
    reason: string,
    by: Actor,
  ): Promise<number> {
    const words = reason.trim();
    if (words === '') throw new Refusal('round.reason_missing', {});
    const round = await rounds.lock(tx, roundId);
    // A result that was announced stands: what is in doubt is looked at before.
    if (round.state !== 'voting') throw new Refusal('round.not_voting', { state: round.state });
    const verdicts = await integrity.moveVerdicts(tx, roundId, from, to, stretch);
    const ballots = await integrity.moveBallots(tx, roundId, from, to, stretch);
    if (verdicts + ballots === 0) return 0;
    const waits = (await integrity.countHeld(tx, roundId)) > 0;
    const dueOn = await integrity.setHeldDueOn(tx, roundId, waits ? heldDueOn(tx.now) : null);
    await life.record(tx, roundId, `votes_${event}`, by, { verdicts, ballots, reason: words, dueOn });
    await integrity.setNote(tx, roundId, words);
    return verdicts + ballots;
  }

  return {
    hold: (tx: Tx, roundId: string, stretch: VoteStretch, reason: string, by: Actor): Promise<number> =>
      change(tx, roundId, { from: ['counted'], to: 'held', event: 'held' }, stretch, reason, by),

    release: (tx: Tx, roundId: string, stretch: VoteStretch, reason: string, by: Actor): Promise<number> =>
      change(tx, roundId, { from: ['held'], to: 'counted', event: 'released' }, stretch, reason, by),

    invalidate: (tx: Tx, roundId: string, stretch: VoteStretch, reason: string, by: Actor): Promise<number> =>
      change(tx, roundId, { from: ['counted', 'held'], to: 'invalidated', event: 'invalidated' }, stretch, reason, by),

    looked: (tx: Tx, roundId: string, by: string): Promise<number> => integrity.looked(tx, roundId, by),

    /** What deserves a look, by round; it reads, and it touches nothing. */
    async find(now: Date): Promise<{ roundId: string; found: Signal[] }[]> {
      const recent = new Date(now.getTime() - 2 * HOUR_MS);
      const since = new Date(now.getTime() - LOOK_BACK_MS);
      const rounds: { roundId: string; found: Signal[] }[] = [];
      for (const roundId of await signals.active(recent)) {
        const found = [
          ...signalsOf(await signals.hours(roundId, since), (at) => Math.floor(zoned(at, timezone).minuteOfDay / 60)),
          ...(await signals.devices(roundId, since)),
        ].filter(({ hour }) => hour >= new Date(recent.getTime() - HOUR_MS));
        if (found.length > 0) rounds.push({ roundId, found });
      }
      return rounds;
    },

    /** Tells the desk, each hour of each round once; people decide. */
    async tell(tx: Tx, roundId: string, found: readonly Signal[]): Promise<number> {
      let told = 0;
      for (const signal of found) {
        if (!(await integrity.addSignal(tx, roundId, signal))) continue;
        const hour = signal.hour.toISOString();
        await notifications.add(tx, {
          to: { kind: 'operators', id: 'operators' },
          kind: 'vote_signal',
          facts: { roundId, signal: signal.kind, hour, count: signal.count },
          lane: 'official',
          dedupeKey: `vote_signal:${roundId}:${signal.kind}:${hour}`,
        });
        told += 1;
      }
      return told;
    },
  };
}
export type VoteIntegrity = ReturnType<typeof createVoteIntegrity>;
