import { setTimeout as pause } from 'node:timers/promises';
import type { Officer } from '../../../appeals/index.ts';
import { may } from '../../../appeals/index.ts';
import type { TicketId } from '../../../kernel/ids.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { CaseEvent, ConsoleReadModel } from './console-read-model.ts';

/** Tells a page that something changed; the page then asks for what it shows. */
export type LiveMessage =
  | { type: 'case'; appealId: string; ticketIds: readonly string[]; actorId: string | null }
  | { type: 'triage' }
  /** Somebody came, went, or began to write. */
  | { type: 'presence'; ticketId: string };

export interface LiveNews {
  /** @returns the way to stop. */
  subscribe(officer: Officer, hear: (message: LiveMessage) => void): () => void;
  close(): void;
}

/** Longer than any transaction may take: an entry is dated when its transaction began. */
const LOOK_BACK_SECONDS = 25;

interface Deps {
  readonly view: Pick<ConsoleReadModel, 'recentCaseEvents' | 'ticketsOfAppeal' | 'presence' | 'ticketScope'>;
  readonly log: Pick<Log, 'warn'>;
  readonly everyMs?: number;
}

/**
 * Reads the journal while somebody listens, in whatever process the change was made. Not LISTEN/NOTIFY: a notifying
 * transaction takes a lock of the whole cluster at its commit, which would make the citizens' intake pay for it.
 */
export function createLiveNews({ view, log, everyMs = 1_000 }: Deps): LiveNews {
  const listeners = new Set<{ officer: Officer; hear: (message: LiveMessage) => void }>();
  const known = new Map<string, number>();
  let present: ReadonlyMap<string, string> = new Map();
  let watching: AbortController | null = null;
  let isFirst = true;
  let round = 0;

  async function look(): Promise<void> {
    const [events, people] = await Promise.all([view.recentCaseEvents(LOOK_BACK_SECONDS), view.presence()]);
    const before = present;
    present = new Map(people.map(({ ticketId, who }) => [ticketId, who]));
    round += 1;
    const fresh = events.filter(({ streamId, seq }) => !known.has(`${streamId} ${seq}`));
    for (const { streamId, seq } of events) known.set(`${streamId} ${seq}`, round);
    for (const [key, seenIn] of known) if (seenIn < round) known.delete(key);
    if (isFirst) {
      isFirst = false;
      return;
    }
    for (const [, [last]] of Map.groupBy(fresh.toReversed(), ({ appealId }) => appealId)) if (last) await tell(last);
    const moved = [...new Set([...before.keys(), ...present.keys()])].filter(
      (id) => before.get(id) !== present.get(id),
    );
    for (const id of moved) await tellPresence(id as TicketId);
  }

  async function tellPresence(ticketId: TicketId): Promise<void> {
    const ticket = await view.ticketScope(ticketId);
    if (!ticket) return;
    for (const { officer, hear } of listeners) if (may(officer, 'read', ticket)) hear({ type: 'presence', ticketId });
  }

  async function tell({ appealId, actorId }: CaseEvent): Promise<void> {
    const tickets = await view.ticketsOfAppeal(appealId);
    for (const { officer, hear } of listeners) {
      const readable = tickets.filter((ticket) => may(officer, 'read', ticket));
      if (readable.length > 0) hear({ type: 'case', appealId, ticketIds: readable.map(({ id }) => id), actorId });
      if (officer.role === 'operator') hear({ type: 'triage' });
    }
  }

  /** One look after the other, never two at once: an older picture must not come after a newer one. */
  async function watch(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, 'live news failed'));
      await pause(everyMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
    }
  }

  return {
    subscribe(officer, hear) {
      const listener = { officer, hear };
      listeners.add(listener);
      if (watching === null) {
        isFirst = true;
        known.clear();
        watching = new AbortController();
        void watch(watching.signal);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    close() {
      listeners.clear();
      stop();
    },
  };

  function stop(): void {
    watching?.abort();
    watching = null;
  }
}
