import type { Day } from '../kernel/day.ts';
import { newId, type PetitionId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { toDate, toDay } from './petitions-repository.ts';
import type { Counter } from './profile.ts';
import type { Counts } from './threshold.ts';

export interface Duty {
  readonly id: string;
  readonly petitionId: PetitionId;
  readonly thresholdKey: string;
  /** Null for a duty that follows from an event and not from a count. */
  readonly counter: Counter | null;
  readonly required: number | null;
  readonly countAtCrossing: number | null;
  /** When it came to be. */
  readonly crossedAt: Date;
  readonly ruleId: string | null;
  /** The day the term started; null while the body's own register is waited for. */
  readonly startedOn: Day | null;
  readonly dueOn: Day | null;
  readonly registrationNumber: string | null;
  readonly metAt: Date | null;
  /** How a duty of an event was met. */
  readonly doneNote: string | null;
}

export interface Reading {
  readonly count: number;
  readonly readOn: Day;
  readonly url: string;
}

/** What is owed, and the readings of a state portal that may be what it is owed for. */
export function createDutiesRepository() {
  return {
    /** Counts of the log and the newest reading. */
    async counts(tx: Tx, id: PetitionId): Promise<Counts> {
      const client = prismaOf(tx);
      const counts = await client.petitionCount.findUniqueOrThrow({ where: { petitionId: id } });
      const reading = await client.petitionReading.findFirst({
        where: { petitionId: id },
        orderBy: [{ readOn: 'desc' }, { at: 'desc' }, { count: 'desc' }],
      });
      return { support: counts.support, signatures: counts.signatures, legalReading: reading?.count ?? null };
    },

    async hasQueued(tx: Tx, id: PetitionId): Promise<boolean> {
      return (await prismaOf(tx).petitionLogQueue.count({ where: { petitionId: id } })) > 0;
    },

    /** False when this threshold has had its duty: a crossing happens once, whatever the count does later. */
    async open(
      tx: Tx,
      duty: Pick<Duty, 'petitionId' | 'thresholdKey' | 'counter' | 'required' | 'countAtCrossing' | 'ruleId'>,
    ): Promise<string | null> {
      const id = newId(tx.now.getTime());
      const count = await prismaOf(tx).$executeRaw`
        insert into petition_duties (id, petition_id, threshold_key, counter, required, count_at_crossing, crossed_at, rule_id)
        values (${id}::uuid, ${duty.petitionId}::uuid, ${duty.thresholdKey}, ${duty.counter}, ${duty.required}, ${duty.countAtCrossing},
          ${tx.now}::timestamptz(3), ${duty.ruleId})
        on conflict (petition_id, threshold_key) do nothing`;
      return count === 1 ? id : null;
    },

    async get(tx: Tx, id: string): Promise<Duty> {
      const row = await prismaOf(tx).petitionDuty.findUnique({ where: { id } });
      if (!row) throw new Refusal('petition.duty_not_found', {});
      return toDuty(row);
    },

    async of(tx: Tx, petitionId: PetitionId): Promise<Duty[]> {
      return (await prismaOf(tx).petitionDuty.findMany({ where: { petitionId }, orderBy: { crossedAt: 'asc' } })).map(
        toDuty,
      );
    },

    /** Its term runs; `number` is the body's own, where there is one. */
    async start(
      tx: Tx,
      id: string,
      { number, startedOn, dueOn }: { number: string | null; startedOn: Day; dueOn: Day | null },
    ): Promise<void> {
      await prismaOf(tx).petitionDuty.update({
        where: { id },
        data: { registrationNumber: number, startedOn: toDate(startedOn), dueOn: toDate(dueOn) },
      });
    },

    async setDueOn(tx: Tx, id: string, dueOn: Day | null): Promise<void> {
      await prismaOf(tx).petitionDuty.update({ where: { id }, data: { dueOn: toDate(dueOn) } });
    },

    async meet(tx: Tx, id: string, doneNote: string | null = null): Promise<void> {
      await prismaOf(tx).petitionDuty.update({ where: { id }, data: { metAt: tx.now, doneNote } });
    },

    async hasReading(tx: Tx, petitionId: PetitionId, { count, readOn, url }: Reading): Promise<boolean> {
      return (
        (await prismaOf(tx).petitionReading.count({ where: { petitionId, count, readOn: new Date(readOn), url } })) > 0
      );
    },

    async addReading(tx: Tx, id: PetitionId, reading: Reading & { enteredBy: string }): Promise<void> {
      await prismaOf(tx).petitionReading.create({
        data: {
          id: newId(tx.now.getTime()),
          petitionId: id,
          count: reading.count,
          readOn: new Date(reading.readOn),
          url: reading.url,
          enteredBy: reading.enteredBy,
          at: tx.now,
        },
      });
    },
  };
}
export type DutiesRepository = ReturnType<typeof createDutiesRepository>;

export function toDuty(row: {
  id: string;
  petitionId: string;
  thresholdKey: string;
  counter: string | null;
  required: number | null;
  countAtCrossing: number | null;
  crossedAt: Date;
  ruleId: string | null;
  startedOn: Date | null;
  dueOn: Date | null;
  registrationNumber: string | null;
  metAt: Date | null;
  doneNote: string | null;
}): Duty {
  return {
    ...row,
    petitionId: row.petitionId as PetitionId,
    counter: row.counter as Counter | null,
    startedOn: toDay(row.startedOn),
    dueOn: toDay(row.dueOn),
  };
}
