import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { Prisma } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { Answers } from '../questionnaire/answer.ts';
import type { CountedSubmission } from './submission.ts';
import type { SurveyResults } from './survey-results.ts';

export interface PublishedResult {
  readonly waveId: string;
  readonly surveyId: string;
  readonly agencyCode: string;
  readonly publishedAt: Date;
  readonly results: SurveyResults;
}

/** Anonymous answers can be read when they are mixed, and not before. */
const COUNTED = Prisma.sql`(s.mixed or s.mode = 'confidential' and exists (select 1 from survey_waves w where w.id = s.wave_id and w.state in ('closed', 'published')))`;

/** Submissions as they are counted, and the snapshots that were published. */
export function createResultsReadModel(db: Db) {
  return {
    /**
     * In an order of lot: the order of a list must say nothing either. While a wave runs, only what has been mixed, so
     * that nobody learns one person's answers by looking before and after.
     */
    async submissions(waveId: string): Promise<CountedSubmission[]> {
      const rows = await db.$queryRaw<Row[]>`
        select is_complete, channel, language, answered_on::text, seconds_band, strata, wordings, answers
        from survey_submissions s where wave_id = ${waveId}::uuid and ${COUNTED} order by id`;
      return rows.map(toSubmission);
    },

    /** Of a confidential wave: whoever is still somebody, with their answers. */
    async ofPersons(waveId: string, limit = 1_000): Promise<{ citizenId: string; submission: CountedSubmission }[]> {
      const rows = await db.$queryRaw<(Row & { citizen_id: string })[]>`
        select citizen_id, is_complete, channel, language, answered_on::text, seconds_band, strata, wordings, answers
        from survey_submissions where wave_id = ${waveId}::uuid and mode = 'confidential' and citizen_id is not null
        order by answered_on desc, id limit ${limit}`;
      return rows.map((row) => ({ citizenId: row.citizen_id, submission: toSubmission(row) }));
    },

    /** Ids and words of open answers to be coded. */
    async openAnswers(
      waveId: string,
      question: string,
      limit = 1_000,
    ): Promise<
      { submissionId: string; text: string; language: Language; codes: { coderId: string; theme: string }[] }[]
    > {
      const isOver = { wave: { state: { in: ['closed', 'published'] } } };
      const rows = await db.surveySubmission.findMany({
        where: { waveId, OR: [{ mixed: true }, { mode: 'confidential', ...isOver }] },
        orderBy: { id: 'asc' },
        take: limit,
        include: { codes: { where: { questionKey: question } } },
      });
      return rows.flatMap(({ id, answers, language, codes }) => {
        const answer = Answers.parse(answers)[question];
        return answer?.kind === 'given' && answer.value.type === 'text'
          ? [
              {
                submissionId: id,
                text: answer.value.text,
                language: language as Language,
                codes: codes.map(({ coderId, theme }) => ({ coderId, theme })),
              },
            ]
          : [];
      });
    },

    /** Coding begins when a wave is closed: before that ids still change. */
    async code(
      tx: Tx,
      {
        submissionId,
        question,
        coderId,
        theme,
      }: { submissionId: string; question: string; coderId: string; theme: string },
    ): Promise<void> {
      await prismaOf(tx).surveyCode.upsert({
        where: { submissionId_questionKey_coderId: { submissionId, questionKey: question, coderId } },
        create: { submissionId, questionKey: question, coderId, theme },
        update: { theme },
      });
    },

    async leftAt(waveId: string): Promise<Readonly<Record<string, number>>> {
      const rows = await db.surveyStepCount.findMany({ where: { waveId } });
      return Object.fromEntries(rows.map(({ stepKey, leftHere }) => [stepKey, leftHere]));
    },

    async publish(tx: Tx, waveId: string, results: SurveyResults, by: string): Promise<void> {
      await prismaOf(tx).surveyResult.create({
        data: {
          waveId,
          results: JSON.parse(JSON.stringify(results)) as Prisma.InputJsonObject,
          publishedAt: tx.now,
          publishedBy: by,
        },
      });
    },

    async published(waveId: string): Promise<PublishedResult> {
      const row = await db.surveyResult.findUnique({
        where: { waveId },
        include: { wave: { include: { survey: true } } },
      });
      if (!row) throw new Refusal('survey.not_found');
      return {
        waveId,
        surveyId: row.wave.surveyId,
        agencyCode: row.wave.survey.agencyCode,
        publishedAt: row.publishedAt,
        results: row.results as unknown as SurveyResults,
      };
    },

    async listPublished(limit = 100): Promise<PublishedResult[]> {
      const rows = await db.surveyResult.findMany({
        orderBy: { publishedAt: 'desc' },
        take: limit,
        include: { wave: { include: { survey: true } } },
      });
      return rows.map((row) => ({
        waveId: row.waveId,
        surveyId: row.wave.surveyId,
        agencyCode: row.wave.survey.agencyCode,
        publishedAt: row.publishedAt,
        results: row.results as unknown as SurveyResults,
      }));
    },
  };
}
export type ResultsReadModel = ReturnType<typeof createResultsReadModel>;

interface Row {
  is_complete: boolean;
  channel: string;
  language: Language;
  answered_on: string;
  seconds_band: string;
  strata: Record<string, string>;
  wordings: Record<string, string>;
  answers: unknown;
}

const toSubmission = (row: Row): CountedSubmission => ({
  isComplete: row.is_complete,
  channel: row.channel,
  language: row.language,
  answeredOn: row.answered_on,
  secondsBand: row.seconds_band,
  strata: row.strata,
  wordings: row.wordings,
  answers: Answers.parse(row.answers),
});
