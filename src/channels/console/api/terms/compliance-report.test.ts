import { describe, expect, it } from 'vitest';
import type { TermsKept } from '../../../../deadlines/index.ts';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import { complianceRows, forPublic } from './compliance-report.ts';
import type { DeliveredTicket } from './terms-read-model.ts';

const KEPT: TermsKept = {
  registeredInTime: true,
  statutory: 'kept',
  promise: 'kept',
  extended: false,
  redirected: false,
  silent: false,
};

function tickets(agencyCode: string, resolutions: readonly (string | null)[]): DeliveredTicket[] {
  return resolutions.map((resolution, index) => ({
    ticketId: `${agencyCode}-${index}`,
    agencyCode: agencyCode as AgencyCode,
    answered: true,
    resolution,
    disputed: false,
  }));
}
const times = (count: number, resolution: string | null) => Array.from({ length: count }, () => resolution);

describe('the compliance report', () => {
  const delivered = [
    ...tickets('roads', [...times(20, 'resolved'), ...times(3, 'unresolved'), ...times(12, null)]),
    ...tickets('lamps', [...times(2, 'resolved')]),
  ];
  const rows = complianceRows(delivered, new Map(delivered.map(({ ticketId }) => [ticketId, KEPT])));

  it('shows three figures of closing, never one', () => {
    expect(rows[0]).toMatchObject({
      agencyCode: 'roads',
      received: 35,
      lawInTime: 35,
      answered: 35,
      confirmed: 20,
      disputed: 3,
      saidNothing: 12,
    });
  });

  it('leaves small bodies out for the public, and hides a small cell with the one that would tell it', () => {
    expect(forPublic(rows)).toMatchObject([
      { agencyCode: 'roads', received: 35, confirmed: 20, disputed: null, saidNothing: null },
    ]);
  });
});
