import { z } from 'zod';
import { SurveyId } from '../../../../kernel/ids.ts';
import { estimateEnd, isQuiet } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { day, instant } from '../schema-parts.ts';
import { assertOwnSurvey, readsSurveys, runsSurveys } from './survey-access.ts';
import { SurveyParams } from './survey-schemas.ts';
import { AudienceBody, AudienceEstimate } from './wave-schemas.ts';

const tags = ['surveys'];

/** Whom to ask: how many they are, a wave of them, and the waves there are. */
export const addNewWaveRoutes: AddRoutes = (server, { surveys: desk, present, runCommand, clock }) => {
  const { authoring, waves, fielding } = desk.surveys;

  server.post(
    '/survey-audiences/estimate',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'How many people an audience has, and how long writing to them takes',
        body: z.object({ audience: AudienceBody }),
        response: { 200: AudienceEstimate },
      },
    },
    async (request) => {
      const { audience } = request.body;
      const [{ people, strata }, now] = await Promise.all([waves.preview(audience), clock.now()]);
      const asked = Math.min(people, audience.sample?.size ?? people);
      const perSecond = desk.sendRate;
      const { budget, quiet } = fielding.rules;
      return {
        people,
        asked,
        strata: Object.entries(strata).map(([key, size]) => ({
          key,
          place: audience.sample?.strata === 'territory' && key ? present.territory(key) : null,
          people: size,
        })),
        endsAt: estimateEnd({ left: asked, perSecond, now }, fielding.rules)?.toISOString() ?? null,
        perSecond,
        budget: { ...budget },
        quiet: { ...quiet },
        isQuietNow: isQuiet(now, fielding.rules),
      };
    },
  );

  server.post(
    '/surveys/:surveyId/waves',
    {
      config: runsSurveys,
      schema: {
        tags,
        summary: 'Draw the people of a wave; nobody is written to yet',
        params: SurveyParams,
        body: z.object({
          audience: AudienceBody,
          closesAt: instant,
          /** Who must say what came of it, and by when. */
          duty: z.object({ ownerId: z.uuid(), dueOn: day }),
          seed: z.string().min(4).max(120).optional(),
          minCell: z.number().int().min(5).max(100).optional(),
        }),
        response: { 200: z.object({ waveId: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { surveyId } = request.params;
      const { audience, closesAt, duty, seed, minCell } = request.body;
      assertOwnSurvey(staff, (await authoring.head(surveyId)).agencyCode);
      return runCommand(request, async (tx) => {
        const wave = await waves.prepare(tx, {
          surveyId,
          audience,
          closesAt: new Date(closesAt),
          duty: { ownerId: duty.ownerId, dueOn: duty.dueOn as never },
          by: staff.id,
          ...(seed ? { seed } : {}),
          ...(minCell ? { minCell } : {}),
        });
        return { waveId: wave.id };
      });
    },
  );

  server.get(
    '/surveys/:surveyId/waves',
    {
      config: readsSurveys,
      schema: {
        tags,
        summary: 'Waves of a survey',
        params: z.object({ surveyId: SurveyId }),
        response: {
          200: z.object({
            items: z.array(
              z.object({
                id: z.string(),
                number: z.number(),
                state: z.string(),
                frameSize: z.number(),
                finished: z.number(),
                responseRate: z.number().nullable(),
                closesAt: instant,
              }),
            ),
          }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      assertOwnSurvey(staff, (await authoring.head(request.params.surveyId)).agencyCode);
      const found = await waves.ofSurvey(request.params.surveyId);
      const progress = await Promise.all(found.map(({ id }) => waves.progress(id)));
      return {
        items: progress.map(({ wave, responses, responseRate }) => ({
          id: wave.id,
          number: wave.number,
          state: wave.state,
          frameSize: wave.frameSize,
          finished: responses['finished'] ?? 0,
          responseRate,
          closesAt: present.iso(wave.closesAt),
        })),
      };
    },
  );
};
