import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Length, Unit } from './rule.ts';
import type { Promises } from './rulebook.ts';

/** One change of what the service promises; a null length withdraws a topic's own promise. */
export interface PromiseEdit {
  /** Null: what holds where a topic has none of its own. */
  readonly topicId: string | null;
  readonly length: Length | null;
  readonly reason: string;
  readonly editedBy: string;
  readonly at: Date;
}

/** What the service promises, as shipped and as operators changed it since. No promise ever moves a date of law. */
export interface PromisesRepository {
  /** Reads changes of other processes. Call it at the start and from time to time. */
  refresh(): Promise<void>;
  /** What was promised at this moment: a case keeps the promise that stood when it came. */
  at(moment: Date): Promises;
  /** What is promised to whoever comes now. */
  current(): Promises;
  /** Newest first. */
  history(): readonly PromiseEdit[];
  edit(tx: Tx, change: { topicId: string | null; length: Length | null; reason: string; by: string }): Promise<void>;
}

interface Row {
  topic_id: string | null;
  value: number | null;
  unit: Unit | null;
  reason: string;
  edited_by: string;
  at: Date;
}

/** The promises after these changes, oldest first; the input stays as it was. */
export function withEdits(shipped: Promises, edits: readonly Pick<PromiseEdit, 'topicId' | 'length'>[]): Promises {
  const topics = { ...shipped.topics };
  let general = shipped.default;
  for (const { topicId, length } of edits) {
    if (topicId === null) general = length ?? shipped.default;
    else if (length) topics[topicId] = length;
    else delete topics[topicId];
  }
  return { ...shipped, default: general, topics };
}

export function createPromisesRepository(db: Db, jurisdiction: string, shipped: Promises): PromisesRepository {
  let edits: readonly PromiseEdit[] = [];
  /** By how many changes had been made: each state is built once. */
  const built = new Map<number, Promises>([[0, shipped]]);

  function after(count: number): Promises {
    const known = built.get(count);
    if (known) return known;
    const found = withEdits(shipped, edits.slice(0, count));
    built.set(count, found);
    return found;
  }

  async function refresh(): Promise<void> {
    const rows = await db.$queryRaw<Row[]>`
      select topic_id, value, unit, reason, edited_by, at from service_promises
      where jurisdiction = ${jurisdiction} order by id`;
    edits = rows.map((row) => ({
      topicId: row.topic_id,
      length: row.value === null || row.unit === null ? null : { value: row.value, unit: row.unit },
      reason: row.reason,
      editedBy: row.edited_by,
      at: row.at,
    }));
    built.clear();
  }

  return {
    refresh,
    current: () => after(edits.length),
    history: () => edits.toReversed(),

    at(moment) {
      const later = edits.findIndex(({ at }) => at > moment);
      return after(later < 0 ? edits.length : later);
    },

    async edit(tx, { topicId, length, reason, by }) {
      if (topicId === null && length === null) throw new Refusal('promise.general_needed', {});
      await prismaOf(tx).$executeRaw`
        insert into service_promises (id, jurisdiction, topic_id, value, unit, reason, edited_by, at)
        values (${newId(tx.now.getTime())}::uuid, ${jurisdiction}, ${topicId}, ${length?.value ?? null}::integer,
          ${length?.unit ?? null}, ${reason}, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(refresh);
    },
  };
}
