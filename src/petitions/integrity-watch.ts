import { randomUUID } from 'node:crypto';
import { signalsOf } from '../kernel/crowd-signals.ts';
import { zoned } from '../kernel/day.ts';
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
    const { result } = await uow.run(`petitions.watch:${randomUUID()}`, async (tx) => {
      const recent = new Date(tx.now.getTime() - 2 * HOUR_MS);
      let told = 0;
      for (const petitionId of await signals.active(recent)) {
        const since = new Date(tx.now.getTime() - LOOK_BACK_MS);
        const hours = await signals.hours(petitionId, since);
        const found = [
          ...signalsOf(hours, (at) => Math.floor(zoned(at, timezone()).minuteOfDay / 60)),
          ...(await signals.devices(petitionId, since)),
        ];
        for (const signal of found.filter(({ hour }) => hour >= new Date(recent.getTime() - HOUR_MS))) {
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
      }
      return told;
    });
    return result;
  };
}
