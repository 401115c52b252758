import { type Compliance, complianceOf, type TermsKept } from '../../../../deadlines/index.ts';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import { hiddenCells, MIN_CELL, MIN_GROUP } from '../../../../transparency/index.ts';
import type { DeliveredTicket } from './terms-read-model.ts';

/** What the citizen did with the answer: three figures, never one. */
export interface Closing {
  readonly confirmed: number | null;
  readonly disputed: number | null;
  readonly saidNothing: number | null;
}
export interface ComplianceRow extends Compliance, Closing {
  readonly agencyCode: AgencyCode;
  readonly answered: number;
}

/** One row for each body, from its tickets and what their ledgers say. */
export function complianceRows(
  delivered: readonly DeliveredTicket[],
  kept: ReadonlyMap<string, TermsKept>,
): ComplianceRow[] {
  return [...Map.groupBy(delivered, ({ agencyCode }) => agencyCode)]
    .map(([agencyCode, tickets]) => {
      const answered = tickets.filter((ticket) => ticket.answered);
      const disputed = answered.filter((ticket) => ticket.disputed || ticket.resolution === 'unresolved');
      const confirmed = answered.filter(
        (ticket) => !disputed.includes(ticket) && (ticket.resolution === 'resolved' || ticket.resolution === 'partly'),
      );
      return {
        agencyCode,
        ...complianceOf(tickets.flatMap(({ ticketId }) => kept.get(ticketId) ?? [])),
        answered: answered.length,
        confirmed: confirmed.length,
        disputed: disputed.length,
        saidNothing: answered.length - confirmed.length - disputed.length,
      };
    })
    .sort((a, b) => b.received - a.received || (a.agencyCode < b.agencyCode ? -1 : 1));
}

/** For the public: small bodies are left out, and what few citizens said stays hidden. What bodies did is no secret. */
export function forPublic(rows: readonly ComplianceRow[]): ComplianceRow[] {
  const shown = rows.filter(({ received }) => received >= MIN_GROUP);
  const said = ['confirmed', 'disputed', 'saidNothing'] as const;
  const hidden = hiddenCells(
    shown.flatMap((row) => said.map((column) => ({ row: row.agencyCode, column, value: row[column] ?? 0 }))),
    MIN_CELL,
  );
  return shown.map((row) => ({
    ...row,
    ...Object.fromEntries(said.map((column) => [column, hidden.has(row.agencyCode, column) ? null : row[column]])),
  }));
}
