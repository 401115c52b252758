import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import { type Agency, isEffective } from './agency.ts';

/** `superiors.json`: who stood over a body from when until when, where it is not who stands over it now. */
export const DatedSuperior = z.strictObject({
  agency: AgencyCode,
  superior: AgencyCode.nullable(),
  effectiveFrom: Day,
  effectiveUntil: Day.nullable(),
  /** The act that says so. */
  basis: z.string().min(1),
});
export type DatedSuperior = z.infer<typeof DatedSuperior>;

export function readSuperiors(file: string): readonly DatedSuperior[] {
  return existsSync(file) ? z.array(DatedSuperior).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/**
 * The nearest body in force on the day that stands over this one. Dated rows prevail over the body's own entry, and
 * among them the first: operators' newest words come before the shipped ones.
 */
export function createSuperiors(agencyOf: (code: AgencyCode) => Agency | null, dated: () => readonly DatedSuperior[]) {
  function overseer(code: AgencyCode, on: Day): AgencyCode | null {
    const row = dated().find((one) => one.agency === code && isEffective(one, on));
    return row ? row.superior : (agencyOf(code)?.superiorCode ?? null);
  }

  return function superiorOn(code: AgencyCode, on: Day): Agency | null {
    const seen = new Set<AgencyCode>([code]);
    for (let next = overseer(code, on); next && !seen.has(next); next = overseer(next, on)) {
      seen.add(next);
      const agency = agencyOf(next);
      if (agency && isEffective(agency, on)) return agency;
    }
    return null;
  };
}
