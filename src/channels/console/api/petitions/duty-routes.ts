import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Actor } from '../../../../journal/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { isRefusal, Refusal } from '../../../../kernel/refusal.ts';
import type { Petition } from '../../../../petitions/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { createPetitionPresenter, isTheirs } from './petition-presenter.ts';
import { DutyItem, PetitionBrief, PetitionParams } from './petition-schemas.ts';
import { answersPetitions, moderates, readsPetitions } from './petitions-desk.ts';

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
const Words = z.object({ text: z.string().trim().min(1).max(20_000) });

const actorOf = ({ role, id }: Staff): Actor => ({ kind: role, id });

export const addDutyRoutes: AddRoutes = (server, deps) => {
  const { petitions, clock, runCommand } = deps;
  const shown = createPetitionPresenter(deps);

  server.get(
    '/petition-duties',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'What bodies owe because a threshold was crossed',
        querystring: z.object({ state: z.enum(['open', 'met']).default('open') }),
        response: { 200: z.object({ items: z.array(DutyItem), toHandle: z.array(PetitionBrief) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const own = staff.role === 'supervisor' ? { agencyCode: staff.agencyCode } : {};
      const [rows, toHandle] = await Promise.all([
        petitions.desk.duties({ open: request.query.state === 'open', ...own }),
        petitions.desk.toHandle(own.agencyCode),
      ]);
      const today = petitions.terms.today(await clock.now());
      return { items: rows.map((row) => shown.dutyItem(row, today)), toHandle: toHandle.map(shown.brief) };
    },
  );

  server.get(
    '/petitions/waiting',
    {
      config: readsPetitions,
      schema: {
        tags,
        summary: 'How much waits for somebody, by place',
        response: {
          200: z.object({
            moderation: z.number().int(),
            duties: z.number().int(),
            overdue: z.number().int(),
            toHandle: z.number().int(),
            signals: z.number().int(),
          }),
        },
      },
    },
    async () => petitions.desk.waiting(petitions.terms.today(await clock.now())),
  );

  server.post(
    '/petitions/:petitionId/readings',
    {
      config: moderates,
      schema: { tags, summary: "The state portal's count on a day", params, body: Reading, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.duties.recordReading(tx, request.params.petitionId, request.body, actorOf(staff));
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
            const isNew = await petitions.duties.recordReading(tx, petition.id, reading, actorOf(staff));
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

  server.post(
    '/petition-duties/:dutyId/register',
    {
      config: answersPetitions,
      schema: {
        tags,
        summary: 'The body has entered it in its register: the term of law begins',
        params: z.object({ dutyId: z.uuid() }),
        body: z.object({ number: z.string().trim().min(1).max(80), on: Day }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.duties.register(tx, request.params.dutyId, request.body, actorOf(staff), (petition) =>
          assertTheirs(staff, petition),
        );
        return null;
      });
      return done;
    },
  );

  server.post(
    '/petition-duties/:dutyId/done',
    {
      config: moderates,
      schema: {
        tags,
        summary: 'A duty that follows from an event is met; how stands on the public page',
        params: z.object({ dutyId: z.uuid() }),
        body: z.object({ note: z.string().trim().min(1).max(1_000) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await petitions.duties.perform(tx, request.params.dutyId, request.body.note, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  server.post(
    '/petitions/:petitionId/hearing',
    {
      config: answersPetitions,
      schema: {
        tags,
        summary: 'Announce where and when it is discussed',
        params,
        body: z.object({ on: Day, place: z.string().trim().min(1).max(300) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        assertTheirs(staff, await petitions.findById(tx, request.params.petitionId));
        await petitions.duties.announceHearing(tx, request.params.petitionId, request.body, actorOf(staff));
        return null;
      });
      return done;
    },
  );

  const written = {
    reply: { summary: 'The official reply; it meets every open duty', config: answersPetitions, act: 'reply' },
    'follow-up': { summary: 'What was really done', config: answersPetitions, act: 'followUp' },
    outcome: { summary: 'How a petition that stayed below was handled', config: answersPetitions, act: 'noteOutcome' },
    stop: { summary: 'Stop it, with a public reason', config: moderates, act: 'stop' },
  } as const;
  for (const [path, { summary, config, act }] of Object.entries(written)) {
    server.post(
      `/petitions/:petitionId/${path}`,
      { config, schema: { tags, summary, params, body: Words, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        await runCommand(request, async (tx) => {
          assertTheirs(staff, await petitions.findById(tx, request.params.petitionId));
          await petitions.duties[act](tx, request.params.petitionId, request.body.text, actorOf(staff));
          return null;
        });
        return done;
      },
    );
  }
};

function assertTheirs(staff: Staff, petition: Petition): void {
  if (!isTheirs(staff, petition)) throw new Refusal('petition.not_found', {});
}

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
