const WINDOW_MS = 60_000;
const PER_PERSON = 3;
/** Telegram lets a bot say twenty things a minute in a group; the others may need some. */
const PER_GROUP = 12;

/** `tell`: too much, and nobody has been told yet in this minute. */
export type Taken = 'ok' | 'tell' | 'silent';

/**
 * How often a group, and a person in any group, may ask in a minute. Counted in the process's memory: who asked is kept
 * nowhere, and several processes allow a little more.
 */
export function createGroupLimits() {
  const asked = new Map<string, { at: number; refused: boolean }[]>();

  function recent(key: string, at: number) {
    const times = (asked.get(key) ?? []).filter((time) => at - time.at < WINDOW_MS);
    if (times.length > 0) asked.set(key, times);
    else asked.delete(key);
    return times;
  }

  return {
    take(groupId: number, personId: number, now: Date): Taken {
      const at = now.getTime();
      if (asked.size > 10_000) for (const key of asked.keys()) recent(key, at);
      const [group, person] = [`group ${groupId}`, `person ${personId}`];
      const counts = [group, person].map((key) => recent(key, at).filter(({ refused }) => !refused).length);
      const isTooMuch = (counts[0] ?? 0) >= PER_GROUP || (counts[1] ?? 0) >= PER_PERSON;
      const key = (counts[0] ?? 0) >= PER_GROUP ? group : person;
      const isTold = isTooMuch && recent(key, at).some(({ refused }) => refused);
      for (const one of isTooMuch ? [key] : [group, person])
        asked.set(one, [...recent(one, at), { at, refused: isTooMuch }].slice(-2 * PER_GROUP));
      return isTooMuch ? (isTold ? 'silent' : 'tell') : 'ok';
    },
  };
}
