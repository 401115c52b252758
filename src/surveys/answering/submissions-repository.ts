import { randomUUID } from 'node:crypto';
import { addDays, type Day, isoWeekday } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf, unanswered } from '../../platform/db/unit-of-work.ts';
import type { Answers } from '../questionnaire/answer.ts';
import type { SurveyMode } from '../survey.ts';
import type { AnswerChannel } from './session.ts';

export interface NewSubmission {
  readonly waveId: string;
  readonly mode: SurveyMode;
  readonly citizenId: string | null;
  readonly isComplete: boolean;
  readonly channel: AnswerChannel;
  readonly language: Language;
  readonly answeredOn: Day;
  readonly secondsBand: string;
  readonly strata: Readonly<Record<string, string>>;
  readonly wordings: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

/** Anonymous answers are kept with the Monday of their week only. */
const coarseDay = (on: Day, mode: SurveyMode): Day => (mode === 'anonymous' ? addDays(on, 1 - isoWeekday(on)) : on);

/** So many always wait, and so many more come in at once: two looks at the results are never fewer people apart. */
const STEP = 10;

/** Answers that are finished, and how they lose the order they came in. */
export function createSubmissionsRepository(db: Db) {
  return {
    /** The id is random and says nothing about time or order; an anonymous row carries no person (the table refuses one). */
    submit(
      tx: Tx,
      {
        waveId,
        mode,
        citizenId,
        isComplete,
        channel,
        language,
        answeredOn,
        secondsBand,
        strata,
        wordings,
        answers,
      }: NewSubmission,
    ): void {
      unanswered(
        tx,
        prismaOf(tx).$executeRaw`
          insert into survey_submissions (id, wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
          values (${randomUUID()}::uuid, ${waveId}::uuid, ${mode}, ${mode === 'anonymous' ? null : citizenId}::uuid, ${isComplete}, ${channel}, ${language},
            ${coarseDay(answeredOn, mode)}::date, ${secondsBand}, ${JSON.stringify(strata)}::jsonb, ${JSON.stringify(wordings)}::jsonb, ${JSON.stringify(answers)}::jsonb,
            false)`,
      );
    },

    /**
     * Writes answers anew, in an order of lot and under new ids, so that neither the place of a row in the file nor the
     * transaction it was written in leads to the row that says who has answered. All but the last ten, drawn by lot, are
     * counted from then on; at the end of the wave (`all`) every one is.
     */
    async mix(tx: Tx, waveId: string, { all = false } = {}): Promise<number> {
      return prismaOf(tx).$executeRaw`
        with gone as (
          delete from survey_submissions where wave_id = ${waveId}::uuid and not mixed
            and (${all} or (select count(*) from survey_submissions s where s.wave_id = ${waveId}::uuid and not s.mixed) >= ${2 * STEP})
          returning *
        ), drawn as (select *, row_number() over (order by random()) as place from gone)
        insert into survey_submissions (id, wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
        select gen_random_uuid(), wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, ${all} or place > ${STEP}
        from drawn order by random()`;
    },

    async wavesToMix(): Promise<string[]> {
      const rows = await db.$queryRaw<{ wave_id: string }[]>`
        select wave_id from survey_submissions where not mixed group by wave_id having count(*) >= ${2 * STEP}`;
      return rows.map(({ wave_id }) => wave_id);
    },

    async leftAt(tx: Tx, waveId: string, stepKey: string): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into survey_step_counts as s (wave_id, step_key, left_here) values (${waveId}::uuid, ${stepKey}, 1)
        on conflict (wave_id, step_key) do update set left_here = s.left_here + 1`;
    },
  };
}
export type SubmissionsRepository = ReturnType<typeof createSubmissionsRepository>;
