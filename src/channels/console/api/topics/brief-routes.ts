import { z } from 'zod';
import { staffName } from '../../../../access/index.ts';
import { Day, instantAt } from '../../../../kernel/day.ts';
import { BRIEF_ROLES, isLeader } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, day } from '../schema-parts.ts';
import { SURVEY_READERS } from '../surveys/survey-access.ts';
import { WeeklyBrief } from './topic-schemas.ts';

const tags = ['topics'];
const readsBrief = {
  access: { who: 'roles', roles: [...SURVEY_READERS, 'monitor'], scope: 'surveys' },
} as const;
const getsBrief = {
  access: { who: 'roles', roles: BRIEF_ROLES, scope: 'surveys' },
} as const;

/** What people raise more than usual, and to whom it is sent on Mondays. */
export const addBriefRoutes: AddRoutes = (server, { surveys: desk, access, present, runCommand, clock, timezone }) => {
  const { rising, briefs } = desk.surveys;

  server.get(
    '/weekly-brief',
    {
      config: readsBrief,
      schema: {
        tags,
        summary: 'What people raised more than usual in the seven days before, and what was done',
        querystring: z.object({ until: day.optional() }),
        response: { 200: WeeklyBrief },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { until } = request.query;
      const at = until ? instantAt(Day.parse(until), 0, timezone) : await clock.now();
      const [brief, people] = await Promise.all([rising.brief(at, staff.agencyCode), access.team(staff, null)]);
      const leaders = people.filter((person) => person.state === 'active' && isLeader(person));
      const said = await briefs.choices.of([staff.id, ...leaders.map(({ id }) => id)]);
      return {
        ...brief,
        from: present.iso(brief.from),
        until: present.iso(brief.until),
        rising: brief.rising.map(({ topicId, places, quotes, ...topic }) => ({
          ...topic,
          topic: present.topic(topicId) ?? { code: topicId, name: { kk: topicId, ru: topicId, en: topicId } },
          quotes: [...quotes],
          places: places.map(({ code, count }) => ({ place: present.territory(code), count })),
        })),
        risingQuestions: [...brief.risingQuestions],
        done: { ...brief.done, kept: [...brief.done.kept] },
        isSentToMe: isLeader(staff) ? (said.get(staff.id) ?? true) : null,
        receivers: leaders.filter(({ id }) => said.get(id) ?? true).map(staffName),
      };
    },
  );

  server.post(
    '/weekly-brief/choice',
    {
      config: getsBrief,
      schema: {
        tags,
        summary: 'Have the weekly brief sent, or not',
        body: z.object({ wants: z.boolean() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await briefs.choices.choose(tx, staff.id, request.body.wants);
        return null;
      });
      return { done: true } as const;
    },
  );
};
