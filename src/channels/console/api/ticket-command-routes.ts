import { z } from 'zod';
import type { Officer, TicketCommand } from '../../../appeals/index.ts';
import { Day } from '../../../kernel/day.ts';
import { AgencyCode, StaffId, TicketId, UnitId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';
import { principalOf } from './access-decision.ts';
import { CaseView } from './case-schemas.ts';
import { createCaseAnswer } from './read-case.ts';
import type { AddRoutes } from './routes.ts';
import { LanguageField } from './schema-parts.ts';

const tags = ['ticket commands'];
const params = z.object({ ticketId: TicketId });
const text = z.string().max(20_000);
const Nothing = z.object({}).nullish();

/** What a body does with a ticket. Each answers with the case as it is afterwards. */
export const addTicketCommandRoutes: AddRoutes = (server, deps) => {
  const { tickets, access, runCommand } = deps;
  const answerWithCase = createCaseAnswer(deps);

  function addCommand<Body extends z.ZodType>(
    command: TicketCommand,
    summary: string,
    body: Body,
    work: (tx: Tx, id: TicketId, officer: Officer, body: z.output<Body>) => Promise<unknown>,
    after: 'case' | 'ticket_left' = 'case',
  ): void {
    server.post(
      `/tickets/:ticketId/${command}`,
      {
        config: { access: { who: 'ticket', command, scope: 'tickets:write' } },
        schema: { tags, summary, params, body, response: { 200: CaseView.nullable() } },
      },
      async (request) => {
        const { staff } = principalOf(request);
        const { ticketId } = request.params;
        await runCommand(request, async (tx) => {
          await work(tx, ticketId, staff, request.body as z.output<Body>);
          return null;
        });
        return after === 'case' ? answerWithCase(staff, ticketId) : answerWithCase(staff, ticketId).catch(() => null);
      },
    );
  }

  addCommand('take', 'Take the ticket upon oneself', Nothing, (tx, id, officer) => tickets.take(tx, id, officer));

  addCommand(
    'assign',
    'Give the ticket to a colleague or to a unit',
    z.object({ to: StaffId.nullable(), unitId: UnitId.nullable().default(null) }),
    async (tx, id, officer, body) => {
      if (body.to !== null) await assertColleague(officer, body.to);
      return tickets.assign(tx, id, officer, body);
    },
  );

  addCommand(
    'register',
    "Record the number and day of the body's own register: the statutory term starts",
    z.object({ number: z.string().max(60), on: Day }),
    (tx, id, officer, body) => tickets.register(tx, id, officer, body),
  );

  addCommand(
    'correct_registration',
    'Correct the number or the day that was recorded of the registration: the term counts from the day as corrected',
    z.object({ number: z.string().max(60), on: Day, reason: text }),
    (tx, id, officer, body) => tickets.correctRegistration(tx, id, officer, body),
  );

  addCommand('ask', 'Ask the citizen', z.object({ text, language: LanguageField }), (tx, id, officer, body) =>
    tickets.ask(tx, id, officer, body),
  );

  addCommand('note', 'Write an internal note', z.object({ text }), (tx, id, officer, body) =>
    tickets.note(tx, id, officer, body),
  );

  addCommand(
    'extend',
    'Extend the statutory term as far as the law allows; decided by a colleague whose post the rule names',
    z.object({ until: Day, reason: text, decidedBy: z.string().max(200) }),
    (tx, id, officer, body) => tickets.extend(tx, id, officer, body),
  );

  addCommand(
    'redirect',
    'Pass the matter on to the competent body',
    z.object({ to: AgencyCode, reason: text }),
    (tx, id, officer, body) => tickets.redirect(tx, id, officer, body),
    'ticket_left',
  );

  async function assertColleague(officer: Officer, to: StaffId): Promise<void> {
    const team = await access.team(officer, null);
    if (!team.some(({ id, state }) => id === to && state === 'active')) throw new Refusal('staff.not_found', {});
  }
};
