import { z } from 'zod';
import { MAX_POINTS, type Officer, type Outcome } from '../../../../appeals/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { TicketId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import { CaseView } from '../case-schemas.ts';
import { createCaseAnswer } from '../read-case.ts';
import type { AddRoutes } from '../routes.ts';
import { AnswerWork, CheckBody, CheckView } from './answer-schemas.ts';

const tags = ['ticket commands'];
const params = z.object({ ticketId: TicketId });

/** What helps to write an answer, and the hands it goes through. */
export const addAnswerWorkRoutes: AddRoutes = (server, deps) => {
  const { answers, tickets, casesView, access, clock, runCommand } = deps;
  const answerWithCase = createCaseAnswer(deps);

  async function contextOf(ticketId: TicketId, officer: Officer) {
    const { ticket, appeal } = await casesView.officerCase(ticketId, officer);
    return { ticket, appeal, officer };
  }

  server.get(
    '/tickets/:ticketId/answer',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags: ['tickets'],
        summary: 'The citizen’s points, templates filled in for this case, and the draft on its way',
        params,
        response: { 200: AnswerWork },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const context = await contextOf(request.params.ticketId, staff);
      const now = await clock.now();
      const [{ points, isEdited }, templates, open, chain, wantsProof] = await Promise.all([
        answers.pointsOf(context),
        answers.offered(context, now),
        answers.draftFor(context, now),
        answers.chainOf(context.ticket.agencyCode),
        answers.wantsProof(context),
      ]);
      const names = await access.namesOf([open?.draft.authorId ?? [], open?.draft.approverId ?? []].flat());
      return {
        points,
        pointsEdited: isEdited,
        templates: templates.map(({ id, use, name, filled, outcome, takes, note }) => ({
          id,
          use,
          name,
          text: filled,
          outcome: outcome as Outcome | null,
          takes,
          note,
        })),
        chain: {
          approves: chain.approverIds.length > 0,
          signs: chain.signatoryIds.length > 0,
          wantsNumber: chain.wantsNumber,
        },
        wantsProof,
        assistant: deps.hasModel,
        draft: open && {
          stage: open.draft.stage as 'author' | 'approver' | 'signatory',
          isMine: open.isMine,
          author: names.get(open.draft.authorId) ?? '',
          approver: open.draft.approverId && (names.get(open.draft.approverId) ?? ''),
          remark: open.draft.remark,
          changedAt: open.draft.changedAt.toISOString(),
          text: open.answer.text,
          language: open.answer.language,
          outcome: open.answer.outcome,
          outgoingNumber: open.answer.outgoingNumber ?? null,
          outgoingOn: open.answer.outgoingOn ?? null,
          addressed: open.answer.addressed ? [...open.answer.addressed] : null,
          files: open.answer.files.map(({ fileName, sizeBytes }) => ({ fileName, sizeBytes })),
        },
      };
    },
  );

  server.post(
    '/tickets/:ticketId/answer/check',
    {
      config: { access: { who: 'ticket', command: 'answer', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'What may be wrong with an answer before it leaves; changes nothing and forbids nothing',
        params,
        body: CheckBody,
        response: { 200: CheckView },
      },
    },
    async (request) => {
      const { addressed, ...answer } = request.body;
      const context = await contextOf(request.params.ticketId, principalOf(request).staff);
      const check = await answers.check(context, { ...answer, ...(addressed ? { addressed } : {}) }, await clock.now());
      return {
        points: [...check.points],
        warnings: [...check.warnings],
        readingEase: check.reading.score,
        wordsPerSentence: Math.round(check.reading.wordsPerSentence * 10) / 10,
        writtenIn: check.writtenIn,
      };
    },
  );

  server.put(
    '/tickets/:ticketId/points',
    {
      config: { access: { who: 'ticket', command: 'answer', scope: 'tickets:write' } },
      schema: {
        tags,
        summary: 'Correct the points that were proposed from the citizen’s words',
        params,
        body: z.object({ points: z.array(z.string().trim().min(1).max(500)).min(1).max(MAX_POINTS) }),
        response: { 200: CaseView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await tickets.setPoints(tx, request.params.ticketId, staff, request.body.points);
        return null;
      });
      return answerWithCase(staff, request.params.ticketId);
    },
  );

  server.post(
    '/tickets/:ticketId/answer/pass',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:write' } },
      schema: {
        tags,
        summary: 'Approve or sign the draft that waits in one’s own hand',
        params,
        body: z.object({
          text: z.string().max(20_000).optional(),
          outgoingNumber: z.string().trim().max(60).optional(),
          outgoingOn: Day.optional(),
        }),
        response: { 200: CaseView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await tickets.passAnswer(tx, request.params.ticketId, staff, request.body);
        return null;
      });
      return answerWithCase(staff, request.params.ticketId);
    },
  );

  server.post(
    '/tickets/:ticketId/answer/return',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:write' } },
      schema: {
        tags,
        summary: 'Give the draft back to its author with a remark',
        params,
        body: z.object({ remark: z.string().max(2_000) }),
        response: { 200: CaseView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await tickets.giveBackAnswer(tx, request.params.ticketId, staff, request.body);
        return null;
      });
      return answerWithCase(staff, request.params.ticketId);
    },
  );
};
