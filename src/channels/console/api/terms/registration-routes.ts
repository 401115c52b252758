import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import {
  may,
  NO_PROCEDURE,
  type RegistrationLine,
  type RegistrationProblem,
  type RejectedLine,
  readRegistrations,
} from '../../../../appeals/index.ts';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { RegistrationReport } from './term-schemas.ts';
import type { RegistrableTicket } from './terms-read-model.ts';

const tags = ['registrations'];

type Found = { ticket: RegistrableTicket } | { problem: RegistrationProblem };

/** A body's own register, brought in as a file: a look first, then each accepted line in a transaction of its own. */
export const addRegistrationRoutes: AddRoutes = (server, { terms, tickets, clock, units, afterCommand }) => {
  async function check(staff: Staff, lines: readonly RegistrationLine[]) {
    const all = await terms.lists.ofCases(lines.map(({ caseNumber }) => caseNumber));
    const byCase = Map.groupBy(all, ({ number }) => number);
    const now = await clock.now();
    const accepted: { line: RegistrationLine; ticket: RegistrableTicket }[] = [];
    const rejected: RejectedLine[] = [];
    for (const line of lines) {
      const found = ticketFor(byCase.get(line.caseNumber) ?? [], staff);
      const problem = 'problem' in found ? found.problem : dayProblem(line, found.ticket, now);
      if ('ticket' in found && problem === null) accepted.push({ line, ticket: found.ticket });
      else
        rejected.push({
          line: line.line,
          text: [line.caseNumber, line.number, line.on].join(', '),
          problem: problem ?? 'unreadable',
        });
    }
    return { accepted, rejected };
  }

  function ticketFor(candidates: readonly RegistrableTicket[], staff: Staff): Found {
    if (candidates.length === 0) return { problem: 'case_unknown' };
    // What belongs to another body is said to be unknown only when nothing of the case is ours.
    const own = candidates.filter((ticket) => may(staff, 'register', ticket));
    const waiting = own.find(({ state }) => state === 'delivered');
    if (waiting) return waiting.procedure === NO_PROCEDURE ? { problem: 'no_register' } : { ticket: waiting };
    const last = own.at(-1);
    if (!last) return { problem: 'case_unknown' };
    return { problem: last.registrationNumber === null ? 'closed_already' : 'registered_already' };
  }

  function dayProblem(
    { on }: RegistrationLine,
    { agencyCode, deliveredAt }: RegistrableTicket,
    now: Date,
  ): RegistrationProblem | null {
    if (on > terms.clocks.dayAt(agencyCode, now)) return 'in_future';
    return on < terms.clocks.dayAt(agencyCode, deliveredAt) ? 'before_delivery' : null;
  }

  server.post(
    '/registrations',
    {
      config: { access: { who: 'roles', roles: ['officer', 'supervisor'], scope: 'tickets:write' } },
      schema: {
        tags,
        summary: "Record the body's own numbers and days for many cases from a CSV file; a trial run only checks it",
        body: z.object({ content: z.string().max(1_000_000), trial: z.boolean().default(true) }),
        response: { 200: RegistrationReport },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { content, trial } = request.body;
      const read = readRegistrations(content);
      const { accepted, rejected } = await check(staff, read.lines);
      const refused: RejectedLine[] = [...read.rejected, ...rejected];
      let registered = 0;
      if (!trial) {
        // The same file sent again, or a second click, registers nothing twice.
        const file = createHash('sha256').update(content).digest('hex').slice(0, 32);
        for (const { line, ticket } of accepted) {
          try {
            await units.run(`registrations:${file}:${ticket.ticketId}`, async (tx) => {
              await tickets.register(tx, ticket.ticketId, staff, { number: line.number, on: line.on });
              return null;
            });
            registered += 1;
          } catch (error) {
            if (!isRefusal(error)) throw error;
            refused.push({ line: line.line, text: line.caseNumber, problem: 'registered_already' });
          }
        }
        afterCommand?.();
      }
      return {
        accepted: accepted.map(({ line, ticket }) => ({
          line: line.line,
          caseNumber: line.caseNumber,
          ticketId: ticket.ticketId,
          number: line.number,
          on: line.on,
        })),
        rejected: refused.sort((a, b) => a.line - b.line),
        registered,
      };
    },
  );
};
