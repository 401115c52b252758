import { showCaseNumber } from '../appeals/index.ts';
import type { DateExplainer } from '../channels/telegram/index.ts';
import { deadlineIcs, explainClock } from '../deadlines/index.ts';
import type { Services } from './compose.ts';

/** "Why this date?" of a case: the clock of the ticket that carries it now. */
export function createDateExplainer({ db, clocks, clock, t, names }: Services): DateExplainer {
  async function current(appealId: string) {
    const ticket = await db.ticket.findFirst({
      where: { appealId, state: { notIn: ['redirected', 'withdrawn'] } },
      orderBy: { deliveredAt: 'desc' },
      include: { appeal: true },
    });
    return ticket && { ticket, reading: await clocks.clock(ticket.id) };
  }

  return {
    async explain(appealId, language) {
      const found = await current(appealId);
      if (!found) return null;
      const { promise, statutory, note } = explainClock(found.reading, language, t);
      const parts = [promise, statutory].filter((part) => part !== null);
      const url = statutory?.url;
      return {
        summary: [...parts.map(({ label }) => label), note].filter(Boolean).join('\n'),
        steps: parts.flatMap(({ label, steps }) => [`— ${label}`, ...steps]),
        sources: url ? [{ label: found.reading.rule?.article ?? url, url: url.split(' ')[0] ?? url }] : [],
      };
    },

    async ics(appealId, language) {
      const found = await current(appealId);
      const dueOn = found?.reading.statutoryOn ?? found?.reading.promisedOn;
      if (!found || !dueOn) return null;
      const number = showCaseNumber(found.ticket.appeal.number ?? '');
      const agency = names.agency(found.ticket.agencyCode, language);
      const text = deadlineIcs({
        uid: `${found.ticket.id}@dauys`,
        dueOn,
        title: t(language, 'ics-title', { number }),
        description: agency,
        alarm: t(language, 'ics-title', { number }),
        stampAt: await clock.now(),
        sequence: found.ticket.revision,
      });
      return new TextEncoder().encode(text);
    },
  };
}
