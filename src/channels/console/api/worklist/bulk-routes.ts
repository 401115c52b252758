import { z } from 'zod';
import { zoned } from '../../../../kernel/day.ts';
import { AgencyCode, StaffId, TicketId, UnitId } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import { isRefusal, Refusal } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { textKeyOf } from '../../../../platform/http/index.ts';
import { principalOf } from '../access-decision.ts';
import { commandKeyOf } from '../commands.ts';
import type { AddRoutes } from '../routes.ts';
import { BulkOutcome } from './worklist-schemas.ts';

const MAX_TICKETS = 200;

const BulkAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('take') }),
  z.object({ type: z.literal('assign'), to: StaffId.nullable(), unitId: UnitId.nullable().default(null) }),
  /** Numbers count upwards: `Ж-881`, `Ж-882`, … */
  z.object({ type: z.literal('register'), firstNumber: z.string().trim().min(1).max(50) }),
  z.object({ type: z.literal('redirect'), to: AgencyCode, reason: z.string().trim().min(1).max(2_000) }),
]);
type BulkAct = z.infer<typeof BulkAct>;

/** `Ж-099` and 2 → `Ж-101`: the last digits count, their width stays. */
export function countedNumber(first: string, by: number): string {
  const [, head = '', digits = '', tail = ''] = /^(.*?)(\d+)(\D*)$/u.exec(first) ?? [undefined, first, '', ''];
  if (digits === '') return by === 0 ? first : `${first}/${by + 1}`;
  return `${head}${String(Number(digits) + by).padStart(digits.length, '0')}${tail}`;
}

/** The same act on many tickets: each in a transaction of its own, and each says how it went. */
export const addBulkRoutes: AddRoutes = (server, { tickets, access, units, afterCommand, clock, timezone, t }) => {
  const wordsOf = ({ code, facts }: Refusal, language: Language): string => {
    const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value ?? '')]));
    try {
      return t(language, textKeyOf(code), known);
    } catch {
      return t(language, 'problem-refused');
    }
  };

  server.post(
    '/tickets/bulk',
    {
      config: { access: { who: 'roles', roles: ['officer', 'supervisor'], scope: 'tickets:write' } },
      schema: {
        tags: ['ticket commands'],
        summary: 'Take, assign, register or pass on many tickets; each answers for itself',
        body: z.object({ ticketIds: z.array(TicketId).min(1).max(MAX_TICKETS), act: BulkAct }),
        response: { 200: z.object({ items: z.array(BulkOutcome) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketIds, act } = request.body;
      if (act.type === 'assign' && act.to !== null) {
        const team = await access.team(staff, null);
        if (!team.some(({ id, state }) => id === act.to && state === 'active'))
          throw new Refusal('staff.not_found', {});
      }
      const today = zoned(await clock.now(), timezone).on;
      const key = commandKeyOf(request);
      const items = [];
      for (const [index, ticketId] of [...new Set(ticketIds)].entries()) {
        try {
          await units.run(`${key}:${ticketId}`, async (tx) => {
            await carryOut(tx, ticketId, act, index);
            return null;
          });
          items.push({ ticketId, done: true, code: null, title: null });
        } catch (error) {
          if (!isRefusal(error)) throw error;
          items.push({ ticketId, done: false, code: error.code, title: wordsOf(error, staff.language) });
        }
      }
      afterCommand?.();
      return { items };

      function carryOut(tx: Tx, id: TicketId, wanted: BulkAct, nth: number): Promise<unknown> {
        switch (wanted.type) {
          case 'take':
            return tickets.take(tx, id, staff);
          case 'assign':
            return tickets.assign(tx, id, staff, wanted);
          case 'register':
            return tickets.register(tx, id, staff, { number: countedNumber(wanted.firstNumber, nth), on: today });
          case 'redirect':
            return tickets.redirect(tx, id, staff, wanted);
        }
      }
    },
  );
};
