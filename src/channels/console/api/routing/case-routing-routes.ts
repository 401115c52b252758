import { z } from 'zod';
import type { RoutingRecord } from '../../../../appeals/index.ts';
import { AgencyCode, AppealId, TicketId, TopicId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Name } from '../schema-parts.ts';

const tags = ['routing'];
const SIMILAR_SHOWN = 50;

const Choice = z.object({ agency: Name.nullable(), topic: Name.nullable(), confidence: z.number() });
const CaseRouting = z
  .object({
    type: z.enum(['proposal', 'needs_place', 'ask', 'triage']).nullable(),
    /** The citizen's own words that spoke for the topic, and the words that name the place. */
    words: z.array(z.string()),
    placeWords: z.string().nullable(),
    competence: z.string().nullable(),
    procedure: z.string().nullable(),
    chosen: Choice.nullable(),
    others: z.array(Choice),
    steps: z.array(z.object({ step: z.string(), version: z.string(), outcome: z.string(), ms: z.number() })),
    opinion: z
      .object({
        type: z.enum(['agreed', 'disagreed', 'absent']),
        reason: z.string().nullable(),
        model: z.string().nullable(),
        preferred: Name.nullable(),
        confidenceBefore: z.number(),
        confidenceAfter: z.number(),
      })
      .nullable(),
    similar: z.array(
      z.object({
        ticketId: TicketId,
        number: z.string(),
        title: z.string(),
        state: z.string(),
        joined: z.boolean(),
        likeness: z.number(),
      }),
    ),
  })
  .meta({ id: 'CaseRouting' });

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Why a case is where it is, in full: for its officers and for the auditor. */
export const addCaseRoutingRoutes: AddRoutes = (server, { routing, directory, casesView }) => {
  const choiceOf = (agencyCode: string | null, topicId: string | null, confidence: number) => ({
    agency: agencyCode === null ? null : (directory.agency(AgencyCode.parse(agencyCode))?.name ?? null),
    topic: topicId === null ? null : (directory.topics.get(TopicId.parse(topicId)) ?? null),
    confidence,
  });

  function explain(record: RoutingRecord | null) {
    const explanation = record?.type === 'proposal' ? record.explanation : {};
    return {
      type: record?.type ?? null,
      words: texts(explanation['words']),
      placeWords: text(explanation['place']),
      competence: text(explanation['competenceId']),
      procedure: record?.type === 'proposal' ? record.procedure : null,
      chosen: record?.type === 'proposal' ? choiceOf(record.agencyCode, record.topicId, record.confidence) : null,
      others: (record?.type === 'proposal' ? record.alternatives : record?.type === 'ask' ? record.options : []).map(
        ({ agencyCode, topicId, confidence }) => choiceOf(agencyCode, topicId, confidence),
      ),
    };
  }

  server.get(
    '/tickets/:ticketId/routing',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Why the case came to this body, what a second reader said, and who else told of the same matter',
        params: z.object({ ticketId: TicketId }),
        response: { 200: CaseRouting },
      },
    },
    async (request) => {
      const { ticketId } = request.params;
      const { appeal } = await casesView.officerCase(ticketId, principalOf(request).staff);
      const { record, trace = [] } = appeal.routing;
      const [opinion, similar] = await Promise.all([
        routing.opinions.of(AppealId.parse(appeal.id)),
        routing.similar.ofTicket(ticketId, SIMILAR_SHOWN),
      ]);
      return {
        ...explain(record),
        steps: trace.map(({ step, version, outcome, ms }) => ({ step, version, outcome, ms })),
        opinion: opinion && {
          type: opinion.type,
          reason: opinion.reason,
          model: opinion.model,
          preferred:
            opinion.preferredAgency === null ? null : (directory.agency(opinion.preferredAgency)?.name ?? null),
          confidenceBefore: opinion.confidenceBefore,
          confidenceAfter: opinion.confidenceAfter,
        },
        similar: [...similar],
      };
    },
  );
};
