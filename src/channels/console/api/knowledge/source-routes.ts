import { z } from 'zod';
import type { Staff, StaffRole } from '../../../../access/index.ts';
import { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import {
  type DeskPerson,
  formOf,
  mayApprove,
  mayWrite,
  SOURCE_VIEWS,
  type SourceLine,
} from '../../../../knowledge/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes, RouteDeps } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { Form, SourceCounts, SourceRow, SourceView } from './source-schemas.ts';

const tags = ['knowledge'];
const PAGE = 40;
const EVERYBODY: readonly StaffRole[] = ['officer', 'supervisor', 'operator', 'monitor', 'auditor'];
const WRITERS: readonly StaffRole[] = ['officer', 'supervisor', 'operator'];
const APPROVERS: readonly StaffRole[] = ['supervisor', 'operator'];

const read = { access: { who: 'roles', roles: EVERYBODY, scope: 'knowledge' } } as const;
const write = { access: { who: 'roles', roles: WRITERS, scope: 'knowledge' } } as const;
const approve = { access: { who: 'roles', roles: APPROVERS, scope: 'knowledge' } } as const;

const sourceParams = z.object({ sourceId: z.string().max(120) });
const versionParams = z.object({ versionId: z.uuid() });
const Reason = z.object({ reason: z.string().trim().min(3).max(1_000) });
const Saved = z.object({ sourceId: z.string(), versionId: z.string() });

const personOf = ({ id, role, agencyCode }: Staff): DeskPerson => ({ id, role, agencyCode });
const isOfBody = ({ role }: Staff): boolean => role === 'officer' || role === 'supervisor';

/** Sources as their editors keep them: lists, versions, and the way from a draft to an answer. */
export const addSourceRoutes: AddRoutes = (server, deps) => {
  const { runCommand } = deps;
  const showRow = createRowPresenter(deps);
  const showSource = createSourcePresenter(deps);

  server.get(
    '/knowledge/sources',
    {
      config: read,
      schema: {
        tags,
        summary: 'Sources, the next to be reviewed first',
        querystring: z.object({
          view: z.enum(SOURCE_VIEWS).default('all'),
          /** `own`: of one’s own body. `all`: what every body has approved. */
          bodies: z.enum(['own', 'all']).default('own'),
          words: z.string().max(200).default(''),
          cursor: z.string().max(200).optional(),
        }),
        response: {
          200: z.object({ items: z.array(SourceRow), counts: SourceCounts, nextCursor: z.string().nullable() }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { view, bodies, words, cursor } = request.query;
      const owner = isOfBody(staff) && bodies === 'own' ? staff.agencyCode : null;
      const today = await deps.knowledge.today();
      const found = await deps.knowledge.view.sources({
        language: staff.language,
        view,
        today,
        owner,
        isPublic: isOfBody(staff) && bodies === 'all',
        words,
        after: cursor === undefined ? null : readCursor(cursor),
        limit: PAGE + 1,
      });
      const items = found.slice(0, PAGE);
      const last = items.at(-1);
      return {
        items: items.map((line) => showRow(line, today)),
        counts: await deps.knowledge.view.counts(owner, today),
        nextCursor: found.length > PAGE && last ? `${last.reviewOn}~${last.id}` : null,
      };
    },
  );

  server.get(
    '/knowledge/sources/:sourceId',
    {
      config: read,
      schema: { tags, summary: 'A source with its versions', params: sourceParams, response: { 200: SourceView } },
    },
    async (request) => showSource(principalOf(request).staff, request.params.sourceId),
  );

  server.post(
    '/knowledge/sources',
    {
      config: write,
      schema: {
        tags,
        summary: 'Write a new source; `submit` hands it to a second person',
        body: z.object({
          form: Form,
          submit: z.boolean(),
          gapId: z.uuid().nullish(),
          origin: z.enum(['written', 'case_answer']).default('written'),
        }),
        response: { 200: Saved },
      },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      return runCommand(request, (tx) => deps.knowledge.desk.save(tx, person, { sourceId: null, ...request.body }));
    },
  );

  server.put(
    '/knowledge/sources/:sourceId',
    {
      config: write,
      schema: {
        tags,
        summary: 'Write the next version',
        params: sourceParams,
        body: z.object({ form: Form, submit: z.boolean() }),
        response: { 200: Saved },
      },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      const { sourceId } = request.params;
      return runCommand(request, (tx) => deps.knowledge.desk.save(tx, person, { sourceId, ...request.body }));
    },
  );

  server.post(
    '/knowledge/versions/:versionId/submission',
    { config: write, schema: { tags, summary: 'Hand a draft on', params: versionParams, response: { 200: Done } } },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      await runCommand(request, (tx) => deps.knowledge.desk.submit(tx, person, request.params.versionId));
      return { done: true } as const;
    },
  );

  server.post(
    '/knowledge/versions/:versionId/approval',
    {
      config: approve,
      schema: { tags, summary: 'Let it answer; never by its writer', params: versionParams, response: { 200: Done } },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      await runCommand(request, (tx) => deps.knowledge.desk.approve(tx, person, request.params.versionId));
      return { done: true } as const;
    },
  );

  server.post(
    '/knowledge/versions/:versionId/rejection',
    {
      config: approve,
      schema: {
        tags,
        summary: 'Send it back, with a reason',
        params: versionParams,
        body: Reason,
        response: { 200: Done },
      },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      const { reason } = request.body;
      await runCommand(request, (tx) => deps.knowledge.desk.reject(tx, person, request.params.versionId, reason));
      return { done: true } as const;
    },
  );

  server.post(
    '/knowledge/sources/:sourceId/withdrawal',
    {
      config: approve,
      schema: { tags, summary: 'Stop answering from it', params: sourceParams, body: Reason, response: { 200: Done } },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      const { reason } = request.body;
      await runCommand(request, (tx) => deps.knowledge.desk.withdraw(tx, person, request.params.sourceId, reason));
      return { done: true } as const;
    },
  );

  server.post(
    '/knowledge/sources/:sourceId/review',
    {
      config: approve,
      schema: {
        tags,
        summary: 'It still holds: set the day of the next review',
        params: sourceParams,
        body: z.object({ reviewOn: Day }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const person = personOf(principalOf(request).staff);
      const { reviewOn } = request.body;
      await runCommand(request, (tx) => deps.knowledge.desk.review(tx, person, request.params.sourceId, reviewOn));
      return { done: true } as const;
    },
  );
};

function readCursor(cursor: string): { reviewOn: Day; id: string } | null {
  const [on, id = ''] = cursor.split('~');
  const reviewOn = Day.safeParse(on);
  return reviewOn.success && id ? { reviewOn: reviewOn.data, id } : null;
}

/** A body's name in every language, whatever it was written in. */
const fullName = (name: Readonly<Partial<Record<Language, string>>>, code: string) => {
  const any = name.ru ?? name.kk ?? name.en ?? code;
  return { kk: name.kk ?? any, ru: name.ru ?? any, en: name.en ?? any };
};

const createRowPresenter =
  (_deps: RouteDeps) =>
  ({ ownerName, owner, ...line }: SourceLine, today: Day): z.infer<typeof SourceRow> => ({
    ...(line as Omit<z.infer<typeof SourceRow>, 'owner' | 'languages' | 'isReviewDue' | 'isExpired'>),
    languages: [...line.languages],
    owner: { code: owner, name: fullName(ownerName, owner) },
    isReviewDue: line.state === 'approved' && line.reviewOn <= today,
    isExpired: line.validUntil !== null && line.validUntil < today,
  });

function createSourcePresenter({ access, present, ...deps }: RouteDeps) {
  return async (staff: Staff, sourceId: string): Promise<z.infer<typeof SourceView>> => {
    const source = await deps.knowledge.view.source(sourceId);
    const mayEdit = source !== null && (!isOfBody(staff) || staff.agencyCode === source.owner);
    if (!source || (!mayEdit && source.state !== 'approved'))
      throw new Refusal('knowledge.not_found', { source: sourceId });
    const all = await deps.knowledge.view.versions(sourceId);
    const versions = mayEdit ? all : all.filter(({ id }) => id === source.currentVersionId);
    const undecided = versions.find(({ state }) => state === 'draft' || state === 'proposed') ?? null;
    const names = await access.namesOf(
      versions.flatMap(({ writtenBy, approvedBy }) => [writtenBy, approvedBy ?? writtenBy]).filter(isStaffId),
    );
    const nameOf = (id: string): string => names.get(id as never) ?? (isStaffId(id) ? id : SERVICE_NAME);
    const { answers: given, helpful, unhelpful } = source;
    return {
      id: sourceId,
      owner: { code: source.owner, name: fullName(all[0]?.content.ownerName ?? {}, source.owner) },
      origin: source.origin as 'written',
      state: source.state as 'approved',
      reviewOn: source.reviewOn,
      versions: versions.map(({ id, number, state, content, writtenBy, createdAt, approvedBy, approvedAt }) => ({
        id,
        number,
        state: state as 'approved',
        form: formOf(content),
        writtenBy: nameOf(writtenBy),
        createdAt: present.iso(createdAt),
        decidedBy: approvedBy && nameOf(approvedBy),
        decidedAt: approvedAt && present.iso(approvedAt),
      })),
      currentVersionId: source.currentVersionId,
      undecidedVersionId: undecided?.id ?? null,
      may: {
        write: mayWrite(staff, source.owner),
        approve: mayApprove(staff, source.owner),
        approveUndecided:
          undecided?.state === 'proposed' && undecided.writtenBy !== staff.id && mayApprove(staff, source.owner),
      },
      answers: { given, helpful, unhelpful },
    };
  };
}

const SERVICE_NAME = 'Дауыс';
/** Machines and the installation sign with a word instead. */
const isStaffId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);
