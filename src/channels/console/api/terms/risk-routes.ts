import { z } from 'zod';
import { may } from '../../../../appeals/index.ts';
import { calibrationOf, RISK_BANDS, risksOf } from '../../../../deadlines/index.ts';
import { type Day, zoned } from '../../../../kernel/day.ts';
import { TicketId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { RiskCalibrationView, RiskPage } from './term-schemas.ts';

const tags = ['risk'];
const READERS = ['officer', 'supervisor', 'operator', 'auditor'] as const;
export const RISK_STAGES = ['delivered', 'registered', 'hearing'] as const;
const OPEN_LIMIT = 10_000;
const SHOWN = 200;

/** Which date has passed already: of what is late nobody says how likely it is. */
function overdueOf(
  { promisedOn, statutoryOn }: { promisedOn: Day | null; statutoryOn: Day | null },
  today: Day,
): 'law' | 'promise' | null {
  if (statutoryOn !== null && today > statutoryOn) return 'law';
  return promisedOn !== null && today > promisedOn ? 'promise' : null;
}

/** Which open tickets are likely to be late, and whether that estimate can be trusted. It sorts a list; it judges nobody. */
export const addRiskRoutes: AddRoutes = (server, { terms, clock, timezone, view, access, present, calendar }) => {
  server.get(
    '/risk',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Open tickets by their chance to be late, the likeliest first, with what the estimate rests on',
        querystring: z.object({ stage: z.enum(RISK_STAGES).optional(), band: z.enum(RISK_BANDS).optional() }),
        response: { 200: RiskPage },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { stage, band } = request.query;
      const now = await clock.now();
      const [open, history] = await Promise.all([
        terms.history.openTerms(staff.agencyCode, OPEN_LIMIT),
        // A narrow group leans on the wider one, so the whole service's history counts.
        terms.history.answeredBefore(now),
      ]);
      const risks = risksOf(open, history, calendar, zoned(now, timezone).on);
      const inBand = risks.filter((risk) => band === undefined || risk.band === band);
      const sorted = inBand.sort((a, b) => b.probability - a.probability);
      const items: z.infer<typeof RiskPage>['items'] = [];
      for (let at = 0; at < sorted.length && items.length < SHOWN; at += SHOWN) {
        const part = sorted.slice(at, at + SHOWN);
        const rows = await view.itemsOf(part.map(({ ticketId }) => TicketId.parse(ticketId)));
        const names = await access.namesOf(rows.flatMap(({ officerId }) => officerId ?? []));
        for (const row of rows) {
          const risk = part.find(({ ticketId }) => ticketId === row.ticketId);
          const isHearing = row.hearingUntil !== null && row.state === 'registered';
          const rowStage = isHearing ? 'hearing' : row.state === 'delivered' ? 'delivered' : 'registered';
          if (!risk || !may(staff, 'read', row) || (stage !== undefined && stage !== rowStage)) continue;
          items.push({
            row: present.inboxRow(row, { names, now, unread: false, joined: 0 }),
            stage: rowStage,
            band: risk.band,
            percent: Math.round(risk.probability * 100),
            overdue: overdueOf(row, zoned(now, timezone).on),
            basis: risk.basis,
            comparable: risk.comparable,
            comparableLate: risk.comparableLate,
            loadFactor: Math.round(risk.loadFactor * 100) / 100,
          });
        }
      }
      const count = (name: string) => risks.filter((risk) => risk.band === name).length;
      return {
        items: items.slice(0, SHOWN),
        counts: { high: count('high'), medium: count('medium'), low: count('low') },
        history: history.length,
      };
    },
  );

  server.get(
    '/risk/calibration',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Whether "70 of 100" was 70 of 100: the estimate against what happened since',
        response: { 200: RiskCalibrationView },
      },
    },
    async () => {
      const now = await clock.now();
      const history = await terms.history.answeredBefore(now);
      const { bins, ...rest } = calibrationOf(history, calendar);
      return { ...rest, bins: [...bins] };
    },
  );
};
