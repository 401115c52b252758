import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { TermsKept } from '../../../../deadlines/index.ts';
import { addDays, type Day, Day as DaySchema, instantAt, zoned } from '../../../../kernel/day.ts';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';
import { type ComplianceRow, complianceRows, forPublic } from './compliance-report.ts';
import { COMPLIANCE_COLUMNS, ComplianceView } from './term-schemas.ts';
import type { DeliveredTicket } from './terms-read-model.ts';

const tags = ['compliance'];
const READERS = ['supervisor', 'operator', 'monitor', 'auditor'] as const;
const BATCH = 1_000;
/** More than this in one report would keep the others waiting: ask for a shorter period. */
const MAX_TICKETS = 50_000;
const QUARTER_DAYS = 91;

const Period = z.object({
  from: DaySchema.optional(),
  until: DaySchema.optional(),
  /** Small groups and cells hidden, as it may be published. */
  public: z.enum(['true', 'false']).default('false'),
});

/** How bodies keep their terms, counted from the ledgers of what reached them in a period. */
export const addComplianceRoutes: AddRoutes = (server, { terms, clock, timezone, present, t }) => {
  async function report(staff: Staff, query: z.infer<typeof Period>) {
    const now = await clock.now();
    const today = zoned(now, timezone).on;
    const until = query.until ?? today;
    const from = query.from ?? addDays(until, -QUARTER_DAYS);
    if (from > until) throw new Refusal('compliance.period_wrong', {});
    const instants = { from: instantAt(from, 0, timezone), until: instantAt(addDays(until, 1), 0, timezone) };
    const agencyCode = (staff.agencyCode ?? null) as AgencyCode | null;
    const delivered: DeliveredTicket[] = [];
    const kept = new Map<string, TermsKept>();
    for (let after: string | null = null; ; ) {
      const page = await terms.lists.delivered({ agencyCode, ...instants }, after, BATCH);
      delivered.push(...page);
      const found = await terms.clocks.kept(
        page.map(({ ticketId }) => ticketId),
        now,
      );
      for (const [ticketId, one] of found) kept.set(ticketId, one);
      if (page.length < BATCH) break;
      if (delivered.length >= MAX_TICKETS) throw new Refusal('compliance.too_large', { limit: MAX_TICKETS });
      after = page.at(-1)?.ticketId ?? null;
    }
    const rows = complianceRows(delivered, kept);
    return { from, until, rows: query.public === 'true' ? forPublic(rows) : rows };
  }

  server.get(
    '/compliance',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary:
          'How each body kept its terms: registration, law, promise, extensions, silence, and what citizens said',
        querystring: Period,
        response: { 200: ComplianceView },
      },
    },
    async (request) => {
      const { from, until, rows } = await report(principalOf(request).staff, request.query);
      return {
        from,
        until,
        rows: rows.map(({ agencyCode, ...figures }) => ({ agency: present.agency(agencyCode), ...figures })),
      };
    },
  );

  server.get(
    '/compliance.csv',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'The same report as a table for spreadsheets',
        querystring: Period.extend({ language: LanguageField }),
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const { language } = request.query;
      const { from, until, rows } = await report(principalOf(request).staff, request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="compliance-${from}-${until}.csv"`)
        .send(csvOf(rows, language, { from, until }));
    },
  );

  function csvOf(
    rows: readonly ComplianceRow[],
    language: Language,
    { from, until }: { from: Day; until: Day },
  ): string {
    const quoted = (text: string) => `"${(/^[=+@\t\r-]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const head = [
      'code',
      'agency',
      'from',
      'until',
      ...COMPLIANCE_COLUMNS.map((column) => headingOf(language, column)),
    ];
    const lines = rows.map((row) => [
      quoted(row.agencyCode),
      quoted(present.agency(row.agencyCode, 'name').name[language]),
      from,
      until,
      ...COMPLIANCE_COLUMNS.map((column) => (row[column] === null ? '' : String(row[column]))),
    ]);
    return `\uFEFF${[head.map(quoted), ...lines].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
  }

  const headingOf = (language: Language, column: string): string =>
    t(language, `console-terms-figure-${column.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
};
