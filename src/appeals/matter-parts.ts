import type { AgencyCode } from '../kernel/ids.ts';
import type { MatterPart, RoutingRecord } from './appeal.ts';
import type { Ticket, TicketMatter } from './ticket.ts';

/** To whom a proposal goes: one body with the whole message, or several with their part each. */
export function matterPartsOf(record: RoutingRecord | null): readonly {
  readonly agencyCode: AgencyCode;
  readonly procedure: string;
  readonly matter: TicketMatter | null;
  /** Of a message about several matters. */
  readonly part: MatterPart | null;
}[] {
  if (record?.type !== 'proposal') return [];
  const { agencyCode, procedure, parts } = record;
  if (!parts) return [{ agencyCode, procedure, matter: null, part: null }];
  return parts.map((part) => ({ ...part, matter: { topicId: part.topicId, text: part.text }, part }));
}

export function partition<Item>(items: readonly Item[], keep: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(keep), items.filter((item) => !keep(item))];
}

/** Of a message about several matters, those whose last body passed them on and which nobody has now; oldest first. */
export function partsWithoutBody(tickets: readonly Ticket[]): readonly Ticket[] {
  const keyOf = ({ matter }: Ticket): string => matter?.text ?? '';
  const held = new Set(tickets.filter(({ state }) => state !== 'redirected').map(keyOf));
  const lost = new Map(tickets.filter((ticket) => !held.has(keyOf(ticket))).map((ticket) => [keyOf(ticket), ticket]));
  return [...lost.values()];
}
