import { showCaseNumber } from '../appeals/index.ts';
import type { DateExplainer } from '../channels/telegram/index.ts';
import { deadlineIcs, explainClock } from '../deadlines/index.ts';
import type { Services } from './compose.ts';

/** "Why this date?" of a case: the clock of the ticket that carries it now. */
export function createDateExplainer({ db, clocks, clock, t, names }: Services): DateExplainer {
  /** The tickets that carry the case now, each with its own clock. */
  async function current(appealId: string) {
    const tickets = await db.ticket.findMany({
      where: { appealId, state: { notIn: ['redirected', 'withdrawn', 'watch_ended'] } },
      orderBy: { deliveredAt: 'asc' },
      include: { appeal: true },
    });
    return Promise.all(tickets.map(async (ticket) => ({ ticket, reading: await clocks.clock(ticket.id) })));
  }

  return {
    async explain(appealId, language) {
      const found = await current(appealId);
      if (found.length === 0) return null;
      const explained = found.map(({ ticket, reading }) => {
        const { promise, statutory, review, note } = explainClock(reading, language, t);
        // The service promises nothing for a number of the state's portal.
        const parts = [ticket.state === 'watched' ? null : promise, statutory, review].filter((part) => part !== null);
        const title = found.length > 1 ? `${names.agency(ticket.agencyCode, language)}:` : null;
        const url = statutory?.url;
        return {
          summary: [title, ...parts.map(({ label }) => label), note].filter(Boolean).join('\n'),
          steps: [...(title ? [title] : []), ...parts.flatMap(({ label, steps }) => [`— ${label}`, ...steps])],
          sources: url ? [{ label: reading.rule?.article ?? url, url: url.split(' ')[0] ?? url }] : [],
        };
      });
      const sources = new Map(explained.flatMap((one) => one.sources).map((source) => [source.url, source]));
      return {
        summary: explained.map(({ summary }) => summary).join('\n\n'),
        steps: explained.flatMap(({ steps }) => steps),
        sources: [...sources.values()],
      };
    },

    async ics(appealId, language) {
      const dated = (await current(appealId)).map((one) => ({
        ...one,
        dueOn: one.reading.statutoryOn ?? one.reading.promisedOn,
      }));
      const [found] = dated
        .filter(({ dueOn }) => dueOn !== null)
        .toSorted((a, b) => (String(a.dueOn) < String(b.dueOn) ? -1 : 1));
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
