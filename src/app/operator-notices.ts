import { showCaseNumber } from '../appeals/index.ts';
import type { NoticesDesk } from '../channels/console/index.ts';
import type { Notification } from '../notifications/index.ts';
import type { Services } from './compose.ts';

/** Triage has a page of its own; the notice would only say it twice. */
const SHOWN_ELSEWHERE = new Set(['triage_waiting']);

/** Keeps what is told to "the operators" where one of them sees it. */
export function createNoticeKeeper({ uow, notices }: Pick<Services, 'uow' | 'notices'>) {
  return async function keep({ id, recipient, kind, facts }: Notification): Promise<void> {
    if (recipient.kind !== 'operators' || SHOWN_ELSEWHERE.has(kind)) return;
    await uow.run(`notice:${id}`, (tx) => notices.add(tx, { id, kind, facts }));
  };
}

export function createNoticesDesk({ db, notices, journal }: Pick<Services, 'db' | 'notices' | 'journal'>): NoticesDesk {
  return {
    list: notices.list,

    async finish(tx, id, by, remark) {
      const found = await notices.finish(tx, id, by, remark);
      if (found)
        await journal.append(tx, 'operator-notices', {
          type: 'notice.done',
          actor: { kind: 'operator', id: by },
          facts: { noticeId: id },
          ...(remark ? { text: { remark } } : {}),
        });
      return found;
    },

    reopen: notices.reopen,

    async caseNumbers(facts) {
      const points = Array.isArray(facts['points'])
        ? (facts['points'] as { ticketId?: string; appealId?: string }[])
        : [];
      const ids = points.flatMap(({ ticketId }) => (ticketId ? [ticketId] : []));
      const appealIds = [facts, ...points].flatMap(({ appealId }) => (typeof appealId === 'string' ? [appealId] : []));
      const [byTicket, byAppeal] = await Promise.all([
        ids.length > 0
          ? db.ticket.findMany({ where: { id: { in: ids } }, select: { appeal: { select: { number: true } } } })
          : [],
        appealIds.length > 0 ? db.appeal.findMany({ where: { id: { in: appealIds } }, select: { number: true } }) : [],
      ]);
      const named = typeof facts['number'] === 'string' ? [facts['number']] : [];
      const numbers = [
        ...named,
        ...byTicket.map(({ appeal }) => appeal.number),
        ...byAppeal.map(({ number }) => number),
      ];
      return [...new Set(numbers.filter((number) => number !== null).map(showCaseNumber))];
    },

    async nameOf(staffId) {
      if (!staffId) return null;
      const person = await db.staff.findUnique({ where: { id: staffId } });
      return person && `${person.givenName} ${person.familyName}`;
    },
  };
}
