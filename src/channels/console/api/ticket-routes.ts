import { z } from 'zod';
import { parseCaseNumber, showCaseNumber } from '../../../appeals/index.ts';
import { dayText, explainClock } from '../../../deadlines/index.ts';
import { Day, zoned } from '../../../kernel/day.ts';
import { TicketId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { principalOf } from './access-decision.ts';
import { CaseView, DatesExplained, ExtensionOfferView, Identity } from './case-schemas.ts';
import { createCaseReader } from './read-case.ts';
import type { AddRoutes } from './routes.ts';
import { LanguageField } from './schema-parts.ts';
import { CandidateView } from './schemas.ts';

const tags = ['tickets'];
const params = z.object({ ticketId: TicketId });

export const addTicketRoutes: AddRoutes = (server, deps) => {
  const {
    view,
    seen,
    tickets,
    triageAdvice,
    present,
    citizens,
    clocks,
    sealing,
    clock,
    timezone,
    t,
    runCommand,
    casesView,
  } = deps;
  const readCase = createCaseReader(deps);

  server.get(
    '/tickets/:ticketId',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: { tags, summary: 'The whole case as this body sees it', params, response: { 200: CaseView } },
    },
    async (request) => readCase(principalOf(request).staff, request.params.ticketId),
  );

  server.get(
    '/cases/:number/ticket',
    {
      config: { access: { who: 'staff', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'The ticket behind a case number, for links such as /console/cases/472-918-3',
        params: z.object({ number: z.string().max(20) }),
        response: { 200: z.object({ ticketId: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const number = parseCaseNumber(request.params.number);
      const ids = number ? (await view.ticketsByNumber(number)).map(({ id }) => id) : [];
      for (const id of ids.toReversed()) {
        const readable = await casesView.officerCase(id, staff).catch(() => null);
        if (readable) return { ticketId: id };
      }
      throw new Refusal('ticket.not_found', {});
    },
  );

  server.put(
    '/tickets/:ticketId/seen',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Mark as read up to a revision; says who else has the ticket open',
        params,
        body: z.object({ revision: z.number().int().min(0), answering: z.boolean().default(false) }),
        response: { 200: z.object({ others: z.array(z.object({ name: z.string(), isAnswering: z.boolean() })) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      await seen.mark(staff.id, ticketId, request.body.revision, request.body.answering);
      await deps.worklistRepository.seeMentions(ticketId, staff.id);
      return { others: await seen.othersAt(ticketId, staff.id) };
    },
  );

  server.get(
    '/tickets/:ticketId/dates',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Why these dates: every step of both',
        params,
        querystring: z.object({ language: LanguageField }),
        response: { 200: DatesExplained },
      },
    },
    async (request) => {
      const { promise, statutory, review, note } = explainClock(
        await clocks.clock(request.params.ticketId),
        request.query.language,
        t,
      );
      return {
        promise: promise && { label: promise.label, steps: [...promise.steps] },
        statutory: statutory && { ...statutory, steps: [...statutory.steps] },
        review: review && { label: review.label, steps: [...review.steps] },
        note,
      };
    },
  );

  server.get(
    '/tickets/:ticketId/extension',
    {
      config: { access: { who: 'ticket', command: 'extend', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'What the law allows as an extension today',
        params,
        querystring: z.object({ until: Day.optional() }),
        response: { 200: ExtensionOfferView },
      },
    },
    async (request) => {
      const { ticketId } = request.params;
      const { until } = request.query;
      const { appeal, ticket } = await casesView.officerCase(ticketId, principalOf(request).staff);
      const [offer, holders] = await Promise.all([
        clocks.offerExtension(ticketId, clocks.dayAt(ticket.agencyCode, await clock.now())),
        deps.postsOf(ticket.agencyCode),
      ]);
      const number = showCaseNumber(appeal.number ?? '');
      return {
        ...offer,
        decidedBy: [...offer.decidedBy],
        deciders: holders.flatMap(({ id, name, post }) =>
          post && (offer.decidedBy.length === 0 || offer.decidedBy.includes(post)) ? [{ id, name, post }] : [],
        ),
        reasonDraft: t(appeal.language, 'extension-reason-draft'),
        notice: until
          ? t(appeal.language, 'news-extended', { number, day: dayText(appeal.language, until, true) })
          : null,
      };
    },
  );

  server.get(
    '/tickets/:ticketId/candidates',
    {
      config: { access: { who: 'ticket', command: 'redirect', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Bodies that might be competent instead, likeliest first',
        params,
        response: { 200: z.object({ items: z.array(CandidateView) }) },
      },
    },
    async (request) => {
      const { appeal, ticket, otherTickets } = await casesView.officerCase(
        request.params.ticketId,
        principalOf(request).staff,
      );
      const had = [ticket, ...otherTickets].map(({ agencyCode }) => agencyCode);
      const candidates = triageAdvice.candidates(appeal, zoned(await clock.now(), timezone).on);
      return { items: candidates.filter(({ agencyCode }) => !had.includes(agencyCode)).map(present.candidate) };
    },
  );

  server.post(
    '/tickets/:ticketId/identity',
    {
      config: { access: { who: 'ticket', command: 'read_identity', scope: 'tickets:write' } },
      schema: {
        tags,
        summary: 'Who the citizen is. Asks for a purpose, is journaled, and the citizen can see it',
        params,
        body: z.object({ purpose: z.string().max(500) }),
        response: { 200: Identity },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      const citizenId = await runCommand(request, (tx) => tickets.readIdentity(tx, ticketId, staff, request.body));
      const [details, { entries, appeal }] = await Promise.all([
        citizens.readDetails(citizenId),
        casesView.officerCase(ticketId, staff),
      ]);
      const originals = entries.flatMap(({ id, author, sealedText }) =>
        author === 'citizen' && sealedText
          ? [{ entryId: id, text: sealing.openText(sealedText, `entry:${appeal.id}`) }]
          : [],
      );
      return { details: { ...(details as Record<string, string>), ...(await deps.relatedPeople(appeal)) }, originals };
    },
  );
};
