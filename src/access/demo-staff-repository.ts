import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { NewStaff } from './staff.ts';

const DemoPerson = NewStaff.extend({ id: z.uuid() });
export type DemoPerson = z.infer<typeof DemoPerson>;

/** Demonstration staff of a jurisdiction: `jurisdictions/<code>/demo-staff.json`. */
export const readDemoStaff = (jurisdictionFolder: string): readonly DemoPerson[] =>
  z.array(DemoPerson).parse(JSON.parse(readFileSync(join(jurisdictionFolder, 'demo-staff.json'), 'utf8')));

/** Adds the people that are missing; whoever was changed or deactivated since stays so. */
export async function seedDemoStaff(
  client: Pick<pg.ClientBase, 'query'>,
  people: readonly DemoPerson[],
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into staff (id, given_name, family_name, email, role, agency_code, unit_ids, language, state, demo, created_at)
     select id, "givenName", "familyName", email, role, "agencyCode", '{}', language, 'active', true, business_now()
     from jsonb_to_recordset($1::jsonb) as person(id uuid, "givenName" text, "familyName" text, email text, role text, "agencyCode" text, language text)
     on conflict do nothing`,
    [JSON.stringify(people)],
  );
  return rowCount ?? 0;
}
