import { z } from 'zod';
import { type Day, zoned } from '../../../../kernel/day.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { isReplyLate, type TopicSession, topicState } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, day, instant } from '../schema-parts.ts';
import { assertOwnSurvey, bodiesOf, readsSurveys, runsSurveys, SURVEY_RUNNERS } from '../surveys/survey-access.ts';
import { InAllLanguages, TopicPage, TopicRow } from './topic-schemas.ts';

const tags = ['topics'];
const done = { done: true } as const;
const params = z.object({ topicId: z.uuid() });
/** The words of citizens are for those who work with them. */
const works = { access: { who: 'roles', roles: ['operator', 'supervisor', 'officer'], scope: 'surveys' } } as const;

/** Topics held open in the chat, and what people raise more than usual. */
export const addTopicRoutes: AddRoutes = (server, { surveys: desk, access, present, runCommand, clock, timezone }) => {
  const { topics } = desk.surveys;

  const row = (topic: TopicSession, names: ReadonlyMap<string, string>, now: Date) => ({
    id: topic.id,
    agency: present.agency(topic.agencyCode as AgencyCode),
    title: topic.title,
    state: topicState(topic, now),
    opensAt: present.iso(topic.opensAt),
    closesAt: present.iso(topic.closesAt),
    owner: names.get(topic.ownerId) ?? '',
    replyDueOn: topic.replyDueOn,
    isReplyLate: isReplyLate(topic, zoned(now, timezone).on),
  });

  server.get(
    '/topic-sessions',
    {
      config: readsSurveys,
      schema: { tags, summary: 'Topics of one’s own body', response: { 200: z.object({ items: z.array(TopicRow) }) } },
    },
    async (request) => {
      const [found, now] = await Promise.all([topics.list(bodiesOf(principalOf(request).staff)), clock.now()]);
      const names = await access.namesOf(found.map(({ ownerId }) => ownerId));
      return { items: found.map((topic) => row(topic, names, now)) };
    },
  );

  server.post(
    '/topic-sessions',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Open a topic in the chat for fixed hours',
        body: z.object({
          agency: AgencyCode,
          title: InAllLanguages,
          question: InAllLanguages,
          background: InAllLanguages,
          rules: InAllLanguages,
          opensAt: instant,
          closesAt: instant,
          ownerId: z.uuid(),
          replyDueOn: day,
        }),
        response: { 200: z.object({ topicId: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agency, opensAt, closesAt, replyDueOn, ...words } = request.body;
      assertOwnSurvey(staff, agency);
      return runCommand(request, async (tx) => {
        const topic = await topics.plan(
          tx,
          {
            ...words,
            agencyCode: agency,
            opensAt: new Date(opensAt),
            closesAt: new Date(closesAt),
            replyDueOn: replyDueOn as Day,
          },
          staff.id,
        );
        return { topicId: topic.id };
      });
    },
  );

  server.get(
    '/topic-sessions/:topicId',
    {
      config: works,
      schema: { tags, summary: 'A topic with what people wrote', params, response: { 200: TopicPage } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { topicId } = request.params;
      const topic = await topics.get(topicId);
      assertOwnSurvey(staff, topic.agencyCode);
      const [counts, contributions, proposals, names, now] = await Promise.all([
        topics.counts(topicId),
        topics.contributions(topicId),
        topics.proposals(topicId),
        access.namesOf([topic.ownerId]),
        clock.now(),
      ]);
      const bot = desk.botName();
      return {
        topic: row(topic, names, now),
        question: topic.question,
        background: topic.background,
        rules: topic.rules,
        summary: topic.summary,
        reply: topic.reply,
        counts,
        contributions: contributions.map(({ sessionId: _session, createdAt, ...one }) => ({
          ...one,
          createdAt: present.iso(createdAt),
        })),
        proposals: proposals.map(({ words, ids }) => ({ words: [...words], people: ids.length })),
        chatLink: bot && `https://t.me/${bot}?start=tp_${topicId.replaceAll('-', '')}`,
        mayRun: (SURVEY_RUNNERS as readonly string[]).includes(staff.role),
      };
    },
  );

  server.post(
    '/topic-sessions/:topicId/contributions/:contributionId/moderate',
    {
      config: works,
      schema: {
        tags,
        summary: 'Show a contribution to others or keep it from them with a reason; put it under a theme',
        params: params.extend({ contributionId: z.uuid() }),
        body: z.object({
          state: z.enum(['shown', 'removed']),
          reason: z.string().trim().min(1).max(300).nullable().default(null),
          theme: z.string().trim().min(1).max(80).nullable().default(null),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      assertOwnSurvey(staff, (await topics.get(request.params.topicId)).agencyCode);
      await runCommand(request, async (tx) => {
        await topics.moderate(tx, request.params.topicId, request.params.contributionId, request.body, staff.id);
        return null;
      });
      return done;
    },
  );

  for (const [act, summary] of [
    ['summarise', 'Publish what was heard; everybody who wrote is told'],
    ['reply', 'The body’s reply, which closes the topic'],
  ] as const)
    server.post(
      `/topic-sessions/:topicId/${act}`,
      {
        config: runsSurveys,
        schema: { tags, summary, params, body: z.object({ words: InAllLanguages }), response: { 200: Done } },
      },
      async (request) => {
        const { staff } = principalOf(request);
        assertOwnSurvey(staff, (await topics.get(request.params.topicId)).agencyCode);
        await runCommand(request, async (tx) => {
          await topics[act](tx, request.params.topicId, request.body.words, staff.id);
          return null;
        });
        return done;
      },
    );
};
