import type { Clock } from '../kernel/clock.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { FigureFact, FiguresRepository, TicketSource } from './figures-repository.ts';

interface Deps {
  readonly figures: FiguresRepository;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  /** The last day on which a body registers in time what it received at the instant; null where no law asks for it. */
  readonly registrationDueOn: (agencyCode: string, deliveredAt: Date) => Day | null;
  /** The region a place lies in: figures never name a smaller one. */
  readonly regionOf: (territoryCode: string) => string | null;
  readonly batch?: number;
}

export interface RefreshOutcome {
  readonly tickets: number;
  readonly months: number;
  readonly rebuilt: boolean;
}

/** Journal entries carry the time their transaction began; one that began before the last round may end after it. */
const OVERLAP_MS = 120_000;
const NO_LAW = 'none';
/** States in which a ticket carries its matter no more. */
const GONE = { redirected: 'passed_on', withdrawn: 'withdrawn' } as const;

/**
 * Brings the public figures up to date. Only what the journal mentions since the last round is read, and on a new day
 * also what is still open, because lateness comes with the day; only the months concerned are counted anew. A clock
 * that went back (the simulator's reset) rebuilds everything.
 */
export function createFiguresRefresh({
  figures,
  uow,
  clock,
  timezone,
  registrationDueOn,
  regionOf,
  batch = 2_000,
}: Deps) {
  const run = (work: (tx: Tx) => Promise<void>) => uow.run(`transparency.refresh:${newId()}`, work);

  function factOf(ticket: TicketSource): FigureFact {
    const { state, resolution, sensitive, territory_code } = ticket;
    const deliveredOn = zoned(ticket.delivered_at, timezone).on;
    const gone = state in GONE ? GONE[state as keyof typeof GONE] : null;
    return {
      ticket_id: ticket.ticket_id,
      month: `${deliveredOn.slice(0, 7)}-01` as Day,
      agency_code: ticket.agency_code,
      // A sealed case counts for its body; what it was about and where stays out of every other table.
      topic_id: sensitive ? null : ticket.topic_id,
      region_code: sensitive || territory_code === null ? null : regionOf(territory_code),
      delivered_on: deliveredOn,
      registration_due_on:
        ticket.procedure === NO_LAW ? null : registrationDueOn(ticket.agency_code, ticket.delivered_at),
      registered_on: ticket.registered_on,
      statutory_on: ticket.statutory_on,
      promised_on: ticket.promised_on,
      answered_on: ticket.answered_at && zoned(ticket.answered_at, timezone).on,
      passed_on: gone === 'passed_on',
      withdrawn: gone === 'withdrawn',
      extended: ticket.extended,
      disputed: ticket.disputed,
      // Whoever disputed and said nothing since has said no.
      verdict: resolution ?? (ticket.disputed ? 'unresolved' : null),
    };
  }

  return async function refreshFigures(): Promise<RefreshOutcome> {
    const now = await clock.now();
    const today = zoned(now, timezone).on;
    const { watermark, asOf } = await figures.state();
    const rebuilt = watermark === null || now < watermark;
    const since = rebuilt ? null : new Date(watermark.getTime() - OVERLAP_MS);
    const newDay = asOf !== today;
    if (rebuilt) await run((tx) => figures.clear(tx));

    const months = new Set<Day>(newDay && !rebuilt ? await figures.openMonths() : []);
    let tickets = 0;
    for (let after: string | null = null; ; ) {
      const rows = await figures.tickets(since, { after, limit: batch, andOpen: newDay && !rebuilt });
      const facts = rows.map(factOf);
      if (facts.length > 0) await run((tx) => figures.saveFacts(tx, facts));
      for (const { month } of facts) months.add(month);
      tickets += facts.length;
      after = rows.at(-1)?.ticket_id ?? null;
      if (rows.length < batch) break;
    }
    // Nothing happened: the next round looks from the same mark again, and nothing is written.
    if (months.size === 0 && !newDay && !rebuilt) return { tickets, months: 0, rebuilt };
    for (const month of months) await run((tx) => figures.recount(tx, [month], today));
    await run((tx) => figures.saveState(tx, { watermark: now, asOf: today }));
    return { tickets, months: months.size, rebuilt };
  };
}
export type RefreshFigures = ReturnType<typeof createFiguresRefresh>;
