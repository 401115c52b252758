import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CitizenId } from '../../../kernel/ids.ts';
import type { Sealing } from '../../../privacy/index.ts';

const CONTEXT = 'site entry';
export const ENTRY_MINUTES = 10;

const Entry = z.object({ citizenId: CitizenId, once: z.uuid(), until: z.number() });
export type Entry = z.infer<typeof Entry>;

/** Only places of the site that know a person; anything else leads to their own list. */
const PLACES = /^\/(petitions|votes)(\/[a-z0-9/-]{0,80})?$/;
export const placeToGo = (wanted: unknown): string =>
  typeof wanted === 'string' && PLACES.test(wanted) ? wanted : '/petitions/mine';

/**
 * A way from the chat to the site: sealed, good for ten minutes and for one button press. Opening the link alone changes
 * nothing, because programs that look at links open it too.
 */
export function createEntryLinks({ sealing, publicUrl }: { sealing: Sealing; publicUrl: string }) {
  return {
    linkFor(citizenId: CitizenId, now: Date, to = '/petitions/new'): string {
      const entry: Entry = { citizenId, once: randomUUID(), until: now.getTime() + ENTRY_MINUTES * 60_000 };
      const key = Buffer.from(sealing.seal(JSON.stringify(entry), CONTEXT)).toString('base64url');
      return `${publicUrl}/enter?${new URLSearchParams({ to, key })}`;
    },

    open(key: string, now: Date): Entry | null {
      try {
        const entry = Entry.parse(JSON.parse(sealing.openText(Buffer.from(key, 'base64url'), CONTEXT)));
        return entry.until > now.getTime() ? entry : null;
      } catch {
        return null;
      }
    },
  };
}
export type EntryLinks = ReturnType<typeof createEntryLinks>;
