import type { Tx } from '../../kernel/unit-of-work.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

const WINDOW_MS = 60_000;
const PER_PERSON = 3;
/** Telegram lets a bot say twenty things a minute in a group; the others may need some. */
const PER_GROUP = 12;

/** `tell`: too much, and nobody has been told yet in this minute. */
export type Taken = 'ok' | 'tell' | 'silent';

interface Count {
  readonly key: string;
  readonly asked: number;
  readonly told: boolean;
}

/**
 * How often a group, and a person in any group, may ask in a minute; a minute begins with its first question. All
 * processes of a bot count together. Who asked is known by number only, until the next question after that minute.
 */
export function createGroupLimits() {
  /** Both rows, begun anew where their minute is over. Always in this order, so that two takers never wait for each other. */
  async function countsOf(tx: Tx, keys: readonly string[]): Promise<Count[]> {
    const over = new Date(tx.now.getTime() - WINDOW_MS);
    const counts: Count[] = [];
    for (const key of keys)
      counts.push(
        ...(await prismaOf(tx).$queryRaw<Count[]>`
          insert into telegram_group_asks as old (key, since) values (${key}, ${tx.now})
          on conflict (key) do update set
            since = case when old.since <= ${over} then excluded.since else old.since end,
            asked = case when old.since <= ${over} then 0 else old.asked end,
            told = old.told and old.since > ${over}
          returning key, asked, told`),
      );
    return counts;
  }

  return {
    async take(tx: Tx, groupId: number, personId: number): Promise<Taken> {
      const over = new Date(tx.now.getTime() - WINDOW_MS);
      const [group, person] = await countsOf(tx, [`group ${groupId}`, `person ${personId}`]);
      await prismaOf(tx).$executeRaw`
        delete from telegram_group_asks where key in
          (select key from telegram_group_asks where since <= ${over} limit 100 for update skip locked)`;
      if (!group || !person) return 'silent';
      const full = group.asked >= PER_GROUP ? group : person.asked >= PER_PERSON ? person : null;
      if (full?.told) return 'silent';
      if (full) {
        await prismaOf(tx).$executeRaw`update telegram_group_asks set told = true where key = ${full.key}`;
        return 'tell';
      }
      await prismaOf(tx).$executeRaw`
        update telegram_group_asks set asked = asked + 1 where key in (${group.key}, ${person.key})`;
      return 'ok';
    },
  };
}
