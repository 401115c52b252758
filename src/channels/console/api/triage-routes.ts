import { z } from 'zod';
import type { Appeal } from '../../../appeals/index.ts';
import { zoned } from '../../../kernel/day.ts';
import { AgencyCode, AppealId, TopicId } from '../../../kernel/ids.ts';
import { principalOf } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Done } from './schema-parts.ts';
import { TriageItem } from './schemas.ts';

const tags = ['triage'];
const QUEUE = 20;

export const addTriageRoutes: AddRoutes = (server, deps) => {
  const { casesView, triage, view, triageAdvice, routing, present, terms, clock, timezone, runCommand } = deps;

  async function itemOf(appeal: Appeal, now: Date): Promise<z.infer<typeof TriageItem>> {
    const [text, files, chain, opinion] = await Promise.all([
      view.statementOf(appeal.id),
      view.filesOfAppeal(appeal.id),
      terms.chainOf(appeal.id),
      routing.opinions.of(appeal.id),
    ]);
    const { record } = appeal.routing;
    const today = zoned(now, timezone).on;
    const since = chain.at(-1)?.until ?? appeal.submittedAt ?? appeal.createdAt;
    return {
      appealId: appeal.id,
      number: appeal.number ?? '',
      kind: appeal.kind,
      title: appeal.title,
      text,
      language: appeal.language,
      topic: present.topic(appeal.topicId),
      place: present.territory(appeal.place.territoryCode)?.name ?? null,
      addressText: appeal.place.addressText,
      submittedAt: present.iso(appeal.submittedAt ?? appeal.createdAt),
      urgent: appeal.urgent,
      reason: record?.type === 'triage' ? record.reason : chain.length > 0 ? 'redirected' : null,
      files,
      earlier: chain.map(({ agencyCode, from, until, reason: why }) => ({
        agency: present.agency(agencyCode),
        from: present.iso(from),
        until: until && present.iso(until),
        reason: why,
      })),
      decideBy: present.due(terms.clocks.triageDueOn(since), today),
      candidates: triageAdvice.candidates(appeal, today).map(present.candidate),
      placeMissingFor: present.topic(triageAdvice.placeMissingFor(appeal, today)),
      secondReader: opinion && {
        type: opinion.type,
        preferred: opinion.preferredAgency ? present.agency(opinion.preferredAgency).name : null,
      },
    };
  }

  server.get(
    '/triage',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'triage' } },
      schema: {
        tags,
        summary: 'Cases that wait for a decision who is competent, oldest first',
        response: { 200: z.object({ items: z.array(TriageItem), waiting: z.number().int() }) },
      },
    },
    async () => {
      const [appeals, waiting, now] = await Promise.all([casesView.triage(QUEUE), view.triageCount(), clock.now()]);
      const items = await Promise.all(appeals.map((appeal) => itemOf(appeal, now)));
      const dueOf = ({ decideBy }: (typeof items)[number]) => decideBy?.on ?? '9999-12-31';
      return { items: items.sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0)), waiting };
    },
  );

  server.post(
    '/triage/:appealId/route',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'triage' } },
      schema: {
        tags,
        summary: 'Send the case to a body',
        params: z.object({ appealId: AppealId }),
        body: z.object({
          agencyCode: AgencyCode,
          topicId: TopicId.nullable(),
          /** Required when bodies passed the case on before: shown to the body and to the citizen. */
          reason: z.string().max(4_000).nullable().default(null),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await triage.route(tx, request.params.appealId, staff.id, request.body);
        return null;
      });
      return { done: true } as const;
    },
  );
};
