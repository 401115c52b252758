import type { z } from 'zod';
import type { MovedCase, PlacedChange } from '../../../../deadlines/index.ts';
import { TicketId } from '../../../../kernel/ids.ts';
import type { RouteDeps } from '../routes.ts';
import type { MovedCases } from './term-schemas.ts';

type Moved = z.infer<typeof MovedCases>;

/** How many are shown of each; all are counted. */
const SAMPLE = 50;

/** What a change of the calendar would move: open cases, and what bodies owe to petitions. */
export function createMovedPresenter({ terms, petitions, view, present }: RouteDeps) {
  const dates = ({ promisedOn, statutoryOn }: MovedCase['before']) => ({ promisedOn, statutoryOn });

  async function casesOf(moved: readonly MovedCase[]): Promise<Moved['items']> {
    const shown = moved.slice(0, SAMPLE);
    const items = await view.itemsOf(shown.map(({ ticketId }) => TicketId.parse(ticketId)));
    const byId = new Map(items.map((item) => [item.ticketId as string, item]));
    return shown.flatMap(({ ticketId, before, after }) => {
      const item = byId.get(ticketId);
      if (!item || item.sealed) return [];
      const agency = present.agency(item.agencyCode);
      return [{ ticketId, number: item.number, agency, before: dates(before), after: dates(after) }];
    });
  }

  async function dutiesOf(moved: readonly MovedCase[]): Promise<Moved['duties']> {
    const shown = moved.slice(0, SAMPLE);
    const rows = await petitions.desk.dutiesOf(shown.map(({ ticketId: dutyId }) => dutyId));
    const byId = new Map(rows.map((row) => [row.duty.id, row]));
    return shown.flatMap(({ ticketId: dutyId, before, after }) => {
      const row = byId.get(dutyId);
      if (!row) return [];
      const { id, published, original } = row.petition;
      const ask = (published ?? original).ask;
      return [{ dutyId, petitionId: id, ask, before: dates(before), after: dates(after) }];
    });
  }

  return async function movedBy(change: string | PlacedChange): Promise<Moved> {
    const cases = await terms.clocks.casesMovedBy(change);
    const duties = await terms.dutiesMovedBy(change);
    return { count: cases.length + duties.length, items: await casesOf(cases), duties: await dutiesOf(duties) };
  };
}
