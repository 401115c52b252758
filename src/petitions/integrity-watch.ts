import { randomUUID } from 'node:crypto';
import { type Signal, signalsOf } from '../kernel/crowd-signals.ts';
import { zoned } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { SignalsReadModel } from './signals-read-model.ts';
import type { SignalsRepository } from './signals-repository.ts';

const HOUR_MS = 3_600_000;
/** What is usual for a petition is seen against its last week. */
const LOOK_BACK_MS = 7 * 24 * HOUR_MS;

interface Deps {
  readonly uow: UnitOfWork;
  readonly signals: SignalsReadModel;
  readonly kept: SignalsRepository;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly timezone: () => string;
}

/** Tells the desk what deserves a look, each hour of each petition once. It touches no count: people decide. */
export function createIntegrityWatch({ uow, signals, kept, notifications, timezone }: Deps) {
  return async function watch(): Promise<number> {
    const now = await signals.now();
    const recent = new Date(now.getTime() - 2 * HOUR_MS);
    const since = new Date(now.getTime() - LOOK_BACK_MS);
    let told = 0;
    // Looking through a week of a viral petition takes its time: it holds no transaction.
    for (const petitionId of await signals.active(recent)) {
      const found = [
        ...signalsOf(await signals.hours(petitionId, since), (at) =>
          Math.floor(zoned(at, timezone()).minuteOfDay / 60),
        ),
        ...(await signals.devices(petitionId, since)),
      ].filter(({ hour }) => hour >= new Date(recent.getTime() - HOUR_MS));
      if (found.length > 0) told += await tell(petitionId, found);
    }
    return told;
  };

  async function tell(petitionId: PetitionId, found: readonly Signal[]): Promise<number> {
    const { result } = await uow.run(`petitions.watch:${randomUUID()}`, async (tx) => {
      let told = 0;
      for (const signal of found) {
        if (!(await kept.add(tx, petitionId, signal))) continue;
        const { kind, hour, count } = signal;
        await notifications.add(tx, {
          to: { kind: 'operators', id: 'operators' },
          kind: 'petition_signal',
          facts: { petitionId, signal: kind, hour: hour.toISOString(), count },
          lane: 'official',
          dedupeKey: `petition_signal:${petitionId}:${kind}:${hour.toISOString()}`,
        });
        told += 1;
      }
      return told;
    });
    return result;
  }
}
