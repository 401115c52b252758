import { z } from 'zod';
import type { CitizenId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';
import { runsSurveys } from './survey-access.ts';
import { WaveParams } from './survey-schemas.ts';

/** Confidential answers with the people who gave them: for the body that asked, and for nobody else. */
export const addSurveyPersonRoutes: AddRoutes = (server, { surveys: desk, citizens, runCommand }) => {
  const { authoring, waves, persons } = desk.surveys;

  server.post(
    '/survey-waves/:waveId/persons',
    {
      config: runsSurveys,
      schema: {
        tags: ['surveys'],
        summary: 'Who answered what in a confidential wave; needs a purpose, is recorded, and the people can see it',
        params: WaveParams,
        body: z.object({ purpose: z.string().trim().max(300), language: LanguageField }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                name: z.string().nullable(),
                answeredOn: z.string(),
                isComplete: z.boolean(),
                answers: z.array(z.object({ question: z.string(), answer: z.string() })),
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { waveId } = request.params;
      const { agencyCode } = await authoring.head((await waves.get(waveId)).surveyId);
      // People were told that only the body that asks will see; the service itself is not that body.
      if (staff.agencyCode !== agencyCode) throw new Refusal('survey.not_found');
      await runCommand(request, async (tx) => {
        await persons.look(tx, waveId, { purpose: request.body.purpose, by: staff.id, role: staff.role, agencyCode });
        return null;
      });
      const found = await persons.read(waveId, request.body.language);
      return {
        items: await Promise.all(
          found.map(async ({ citizenId, answers, ...one }) => ({
            ...one,
            name: (await citizens.readDetails(citizenId as CitizenId)).name ?? null,
            answers: [...answers],
          })),
        ),
      };
    },
  );
};
