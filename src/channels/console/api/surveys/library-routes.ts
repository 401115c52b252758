import { z } from 'zod';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { Question } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys } from './survey-access.ts';

const tags = ['surveys'];
const done = { done: true } as const;

/** Questions kept for other questionnaires. */
export const addSurveyLibraryRoutes: AddRoutes = (server, { surveys: desk, runCommand }) => {
  const { library } = desk.surveys;

  server.get(
    '/survey-library',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Questions kept for other questionnaires',
        querystring: z.object({ agency: AgencyCode }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                id: z.string(),
                name: z.string(),
                version: z.number().int(),
                question: z.record(z.string(), z.unknown()),
                mayRetire: z.boolean(),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      assertOwnSurvey(staff, request.query.agency);
      const kept = await library.list(request.query.agency);
      const runs = staff.role === 'operator' || staff.role === 'supervisor';
      return {
        items: kept.map(({ agencyCode, ...one }) => ({
          ...one,
          // What is for all bodies belongs to the service.
          mayRetire: runs && (staff.agencyCode === null || agencyCode === staff.agencyCode),
        })),
      };
    },
  );

  server.post(
    '/survey-library',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Keep a question for other questionnaires, of one body or of all; under a known name the next version',
        body: z.object({
          agency: AgencyCode.nullable(),
          name: z.string().trim().min(1).max(120),
          question: z.record(z.string(), z.unknown()),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agency, name, question } = request.body;
      // A supervisor keeps for the own body; only the service's operators keep for all.
      const agencyCode = agency ?? staff.agencyCode;
      if (agencyCode) assertOwnSurvey(staff, agencyCode);
      const kept = Question.safeParse(question);
      if (!kept.success)
        throw new Refusal('survey.source_wrong', { path: 'question', problem: kept.error.issues[0]?.message ?? '' });
      await runCommand(request, async (tx) => {
        await library.keep(tx, { agencyCode, name, question: kept.data, by: staff.id });
        return null;
      });
      return done;
    },
  );

  server.post(
    '/survey-library/:questionId/retire',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Offer a kept question no more; questionnaires that hold it keep their copy',
        params: z.object({ questionId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { agencyCode } = await library.find(request.params.questionId);
      assertOwnSurvey(staff, agencyCode ?? '');
      await runCommand(request, async (tx) => {
        await library.retire(tx, request.params.questionId, staff.id);
        return null;
      });
      return done;
    },
  );
};
