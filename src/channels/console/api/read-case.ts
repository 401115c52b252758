import type { z } from 'zod';
import type { Staff } from '../../../access/index.ts';
import type { TicketId } from '../../../kernel/ids.ts';
import type { CaseView } from './case-schemas.ts';
import type { RouteDeps } from './routes.ts';

/** The case as it stands now, with names and delivery states; what every command answers with. */
export function createCaseReader({ casesView, view, access, clock, present }: RouteDeps) {
  return async function readCase(staff: Staff, ticketId: TicketId): Promise<z.infer<typeof CaseView>> {
    const found = await casesView.officerCase(ticketId, staff);
    const { appeal, ticket, otherTickets, entries } = found;
    const people = [
      ...[ticket, ...otherTickets].flatMap(({ officerId }) => officerId ?? []),
      ...entries.flatMap(({ author, authorId }) => (author === 'citizen' || authorId === null ? [] : authorId)),
    ];
    const [names, deliveries, now] = await Promise.all([
      access.namesOf(people),
      view.deliveriesTo(appeal.citizenId, appeal.id),
      clock.now(),
    ]);
    return present.caseView(found, { names, deliveries, now });
  };
}

/** The same after one's own command: what one did oneself is no news. */
export function createCaseAnswer(deps: RouteDeps) {
  const readCase = createCaseReader(deps);
  return async function answerWithCase(staff: Staff, ticketId: TicketId): Promise<z.infer<typeof CaseView>> {
    const after = await readCase(staff, ticketId);
    await deps.seen.mark(staff.id, ticketId, after.ticket.revision);
    return after;
  };
}
