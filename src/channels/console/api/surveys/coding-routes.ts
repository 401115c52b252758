import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { MaskedText } from '../../../../kernel/masked-text.ts';
import { questionsOf } from '../../../../surveys/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, LanguageField } from '../schema-parts.ts';
import { OpenAnswers } from './results-schemas.ts';
import { assertOwnSurvey } from './survey-access.ts';
import { WaveParams } from './survey-schemas.ts';

const tags = ['surveys'];
const done = { done: true } as const;
const Params = WaveParams.extend({ question: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) });
const MOST_QUOTES = 3;

/** Answers in words: masked, grouped by the machine, named by people, their agreement measured. */
export const addSurveyCodingRoutes: AddRoutes = (server, { surveys: desk, runCommand }) => {
  const { authoring, waves, results } = desk.surveys;
  // An auditor sees figures; words of citizens are for those who work with them.
  const config = {
    access: { who: 'roles', roles: ['operator', 'supervisor', 'officer'], scope: 'surveys' },
  } as const;

  async function own(staff: Staff, waveId: string) {
    const wave = await waves.get(waveId);
    assertOwnSurvey(staff, (await authoring.head(wave.surveyId)).agencyCode);
    return wave;
  }

  server.get(
    '/survey-waves/:waveId/open-answers/:question',
    {
      config,
      schema: {
        tags,
        summary: 'Answers in words with proposed themes and the agreement of coders',
        params: Params,
        response: { 200: OpenAnswers },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { waveId, question } = request.params;
      const wave = await own(staff, waveId);
      const [answers, proposals, alpha, { questionnaire }] = await Promise.all([
        results.openAnswers(waveId, question),
        results.proposals(waveId, question),
        results.agreement(waveId, question),
        results.load(waveId),
      ]);
      const codes = answers.flatMap((answer) => answer.codes);
      const themes = Map.groupBy(codes, ({ theme }) => theme);
      return {
        text: questionsOf(questionnaire).find(({ key }) => key === question)?.text ?? {},
        answers: answers.map(({ submissionId, text, language, codes: own }) => {
          const mine = own.find(({ coderId }) => coderId === staff.id)?.theme ?? null;
          const theirs = own.filter(({ coderId }) => coderId !== staff.id).map(({ theme }) => theme);
          return { submissionId, text, language, mine, theirs: mine === null ? [] : theirs };
        }),
        proposals: proposals.map(({ words, members }) => ({
          words: [...words],
          people: members.length,
          submissionIds: members.flatMap((index) => answers[index]?.submissionId ?? []),
          quotes: [...new Set(members.flatMap((index) => answers[index]?.text ?? []))].slice(0, MOST_QUOTES),
        })),
        themes: [...themes].map(([theme, list]) => ({ theme, answers: list.length })),
        coders: new Set(codes.map(({ coderId }) => coderId)).size,
        codedByTwo: answers.filter((answer) => answer.codes.length >= 2).length,
        alpha,
        mayCode: wave.state === 'closed' || wave.state === 'published',
      };
    },
  );

  server.post(
    '/survey-waves/:waveId/open-answers/:question/theme-names',
    {
      config,
      schema: {
        tags,
        summary: 'Names for the proposed themes by a language model, where one is configured',
        params: Params,
        body: z.object({ language: LanguageField }),
        /** In the order of the proposals; null: no model, or no name for this one. */
        response: { 200: z.object({ names: z.array(z.string().nullable()).nullable() }) },
      },
    },
    async (request) => {
      const { waveId, question } = request.params;
      await own(principalOf(request).staff, waveId);
      const [answers, proposals] = await Promise.all([
        results.openAnswers(waveId, question),
        results.proposals(waveId, question),
      ]);
      const themes = proposals.map(({ words, members }) => ({
        words,
        quotes: members.flatMap((index) => (answers[index] ? [answers[index].text as MaskedText] : [])),
      }));
      return { names: await desk.nameThemes(themes, request.body.language) };
    },
  );

  server.put(
    '/survey-waves/:waveId/open-answers/:question/codes',
    {
      config,
      schema: {
        tags,
        summary: 'Put answers under a theme, as this coder sees it',
        params: Params,
        body: z.object({
          submissionIds: z.array(z.uuid()).min(1).max(1_000),
          theme: z.string().trim().min(1).max(80),
        }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { waveId, question } = request.params;
      const { submissionIds, theme } = request.body;
      await own(staff, waveId);
      const known = new Set((await results.openAnswers(waveId, question)).map(({ submissionId }) => submissionId));
      await runCommand(request, async (tx) => {
        for (const submissionId of submissionIds)
          if (known.has(submissionId))
            await results.code(tx, waveId, { submissionId, question, coderId: staff.id, theme });
        return null;
      });
      return done;
    },
  );
};
