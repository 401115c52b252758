import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Actor } from '../../../../journal/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { isRefusal, Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { PetitionParams } from './petition-schemas.ts';
import { moderates } from './petitions-desk.ts';

const tags = ['petitions'];
const done = { done: true } as const;
const params = PetitionParams;
const MAX_ROWS = 1_000;

const Reading = z.object({ count: z.number().int().nonnegative(), readOn: Day, url: z.url().max(500) });
const Row = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z2-9]{10}$/),
  count: z.coerce.number().int().nonnegative(),
  read_on: Day,
  url: z.url().max(500),
});
const actorOf = ({ role, id }: Staff): Actor => ({ kind: role, id });

/** What the state's own portal shows, written down by the desk: when it opened a petition, and its count on a day. */
export const addPortalRoutes: AddRoutes = (server, { petitions, runCommand }) => {
  server.post(
    '/petitions/:petitionId/readings',
    {
      config: moderates,
      schema: { tags, summary: "The state portal's count on a day", params, body: Reading, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.portal.recordReading(tx, request.params.petitionId, request.body, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  server.post(
    '/petitions/:petitionId/posting',
    {
      config: moderates,
      schema: {
        tags,
        summary: "The day it stood on the state's portal: the law counts from there",
        params,
        body: Reading.omit({ count: true, readOn: true }).extend({ on: Day }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.portal.recordPosting(tx, request.params.petitionId, request.body, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  server.post(
    '/petition-readings/import',
    {
      config: moderates,
      schema: {
        tags,
        summary: 'Many readings as CSV: code,count,read_on,url; all of them or none',
        body: z.object({ csv: z.string().min(1).max(500_000) }),
        response: {
          200: z.object({
            recorded: z.number().int(),
            known: z.number().int(),
            problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
          }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { rows, problems } = readRows(request.body.csv);
      if (problems.length > 0) return { recorded: 0, known: 0, problems };
      return runCommand(request, async (tx) => {
        let [recorded, known] = [0, 0];
        for (const { line, code, ...row } of rows) {
          const petition = await petitions.findByCode(tx, code);
          if (!petition) throw new Refusal('petition.import_failed', { line, problem: 'petition.not_found' });
          try {
            const reading = { count: row.count, readOn: row.read_on, url: row.url };
            const isNew = await petitions.portal.recordReading(tx, petition.id, reading, actorOf(staff));
            if (isNew) recorded += 1;
            else known += 1;
          } catch (error) {
            if (!isRefusal(error)) throw error;
            throw new Refusal('petition.import_failed', { line, problem: error.code });
          }
        }
        return { recorded, known, problems: [] };
      });
    },
  );
};

function readRows(csv: string) {
  const problems: { line: number; problem: string }[] = [];
  const rows: (z.infer<typeof Row> & { line: number })[] = [];
  let records: unknown[] = [];
  try {
    records = parse(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true, delimiter: [',', ';', '\t'] });
  } catch (error) {
    return { rows, problems: [{ line: 1, problem: error instanceof Error ? error.message : 'csv' }] };
  }
  for (const [at, record] of records.slice(0, MAX_ROWS).entries()) {
    const row = Row.safeParse(record);
    if (row.success) rows.push({ ...row.data, line: at + 2 });
    else problems.push({ line: at + 2, problem: row.error.issues.map(({ path }) => path.join('.')).join(', ') });
  }
  if (records.length > MAX_ROWS) problems.push({ line: MAX_ROWS + 2, problem: 'too many rows' });
  if (records.length === 0) problems.push({ line: 1, problem: 'no rows' });
  return { rows, problems };
}
