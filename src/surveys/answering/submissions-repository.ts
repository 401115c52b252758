import { randomInt, randomUUID } from 'node:crypto';
import { addDays, type Day, isoWeekday } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf, unanswered } from '../../platform/db/unit-of-work.ts';
import type { Answers } from '../questionnaire/answer.ts';
import { shuffled } from '../questionnaire/lot.ts';
import type { SurveyMode } from '../survey.ts';
import { type AnswerSealing, isSealed, sealed, unsealed } from './sealed-answers.ts';
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

/** Complete answers that a mixing made countable. */
export type CountedNow = Pick<NewSubmission, 'answers' | 'language'>;

/** Anonymous answers are kept with the Monday of their week only. */
const coarseDay = (on: Day, mode: SurveyMode): Day => (mode === 'anonymous' ? addDays(on, 1 - isoWeekday(on)) : on);

/** So many always wait, and so many more come in at once: two looks at the results are never fewer people apart. */
const STEP = 10;
const WRITTEN_AT_ONCE = 2_000;

/** What is sealed while a row can still be told from the others. */
type Said = Pick<NewSubmission, 'channel' | 'language' | 'secondsBand' | 'strata' | 'wordings' | 'answers'>;
const UNSAID = { channel: '', language: '', secondsBand: '', strata: {}, wordings: {} };

interface Row extends Omit<Said, 'answers'> {
  readonly id: string;
  readonly mode: SurveyMode;
  readonly citizenId: string | null;
  readonly isComplete: boolean;
  readonly answeredOn: string;
  readonly answers: unknown;
  readonly mixed: boolean;
}

/** Answers that are finished, and how they lose the order they came in. */
export function createSubmissionsRepository(db: Db, sealing: AnswerSealing) {
  const contextOf = (id: string): string => `survey-submission:${id}`;

  /** As a row lies in the table: anonymous ones sealed until they are mixed. */
  function closed(row: Omit<Row, 'answers'>, said: Said): Row {
    return row.mode === 'anonymous' && !row.mixed
      ? {
          ...row,
          ...UNSAID,
          language: '' as Language,
          channel: '' as AnswerChannel,
          answers: sealed(sealing, said, contextOf(row.id)),
        }
      : { ...row, ...said };
  }

  const saidIn = (row: Row): Said =>
    isSealed(row.answers) ? (unsealed(sealing, row.answers, contextOf(row.id)) as Said) : (row as Said);

  const write = (tx: Tx, waveId: string, rows: readonly Row[]) => prismaOf(tx).$executeRaw`
    insert into survey_submissions (id, wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
    select id, ${waveId}::uuid, mode, "citizenId", "isComplete", channel, language, "answeredOn", "secondsBand", strata, wordings, answers, mixed
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, mode text, "citizenId" uuid, "isComplete" boolean, channel text, language text,
      "answeredOn" date, "secondsBand" text, strata jsonb, wordings jsonb, answers jsonb, mixed boolean)`;

  return {
    /** The id is random and says nothing about time or order; an anonymous row carries no person (the table refuses one). */
    submit(tx: Tx, { waveId, mode, citizenId, isComplete, answeredOn, ...said }: NewSubmission): void {
      const about = {
        id: randomUUID(),
        mode,
        citizenId: mode === 'anonymous' ? null : citizenId,
        isComplete,
        channel: said.channel,
        language: said.language,
        secondsBand: said.secondsBand,
        strata: said.strata,
        wordings: said.wordings,
        answeredOn: coarseDay(answeredOn, mode),
        mixed: false,
      };
      unanswered(tx, write(tx, waveId, [closed(about, said)]));
    },

    /**
     * Writes answers anew, in an order of lot and under new ids, so that neither the place of a row in the file nor the
     * transaction it was written in leads to the row that says who has answered. All but the last ten, drawn by lot, are
     * counted and opened from then on; at the end of the wave (`all`) every one is. @returns those that are counted now.
     */
    async mix(tx: Tx, waveId: string, { all = false } = {}): Promise<readonly CountedNow[]> {
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        delete from survey_submissions where wave_id = ${waveId}::uuid and not mixed
          and (${all} or (select count(*) from survey_submissions s where s.wave_id = ${waveId}::uuid and not s.mixed) >= ${2 * STEP})
        returning id, mode, citizen_id as "citizenId", is_complete as "isComplete", channel, language, answered_on::text as "answeredOn",
          seconds_band as "secondsBand", strata, wordings, answers, mixed`;
      const drawn = shuffled(rows, () => randomInt(2 ** 32) / 2 ** 32).map((row, place) => {
        const said = saidIn(row);
        return { said, row: closed({ ...row, ...said, id: randomUUID(), mixed: all || place >= STEP }, said) };
      });
      // Which of them wait must not follow from where they lie.
      const written = shuffled(drawn, () => randomInt(2 ** 32) / 2 ** 32).map(({ row }) => row);
      for (let at = 0; at < written.length; at += WRITTEN_AT_ONCE)
        await write(tx, waveId, written.slice(at, at + WRITTEN_AT_ONCE));
      return drawn.flatMap(({ row, said }) =>
        row.mixed && row.isComplete ? [{ answers: said.answers, language: said.language }] : [],
      );
    },

    /** Where enough have come together; of a wave that is over, whatever is left. */
    async wavesToMix(): Promise<{ waveId: string; all: boolean }[]> {
      return db.$queryRaw<{ waveId: string; all: boolean }[]>`
        select s.wave_id as "waveId", w.state in ('closed', 'published') as "all"
        from survey_submissions s join survey_waves w on w.id = s.wave_id
        where not s.mixed group by s.wave_id, w.state having count(*) >= ${2 * STEP} or w.state in ('closed', 'published')`;
    },

    async leftAt(tx: Tx, waveId: string, stepKey: string): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into survey_step_counts as s (wave_id, step_key, left_here) values (${waveId}::uuid, ${stepKey}, 1)
        on conflict (wave_id, step_key) do update set left_here = s.left_here + 1`;
    },
  };
}
export type SubmissionsRepository = ReturnType<typeof createSubmissionsRepository>;
