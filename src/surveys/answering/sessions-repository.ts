import { randomUUID } from 'node:crypto';
import { addDays, type Day, isoWeekday } from '../../kernel/day.ts';
import { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Prisma, SurveySession as SessionRow } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import type { Answers } from '../questionnaire/answer.ts';
import type { SurveyMode } from '../survey.ts';
import type { AnswerChannel, SurveySession } from './session.ts';

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
export const coarseDay = (on: Day, mode: SurveyMode): Day =>
  mode === 'anonymous' ? addDays(on, 1 - isoWeekday(on)) : on;

/** Anonymous answers wait unshuffled until there are this many. */
const MIX_AT_LEAST = 10;

/** Conversations under way, and what they become. */
export function createSessionsRepository(db: Db) {
  return {
    async ofPerson(tx: Tx, waveId: string, citizenId: string): Promise<SurveySession | null> {
      const row = await prismaOf(tx).surveySession.findFirst({ where: { waveId, citizenId } });
      return row && toSession(row);
    },

    async get(tx: Tx, id: string): Promise<SurveySession> {
      const row = await prismaOf(tx).surveySession.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.session_gone');
      return toSession(row);
    },

    /** The session, and which state of its wave it is in, in one look. */
    async getWithWave(tx: Tx, id: string): Promise<{ session: SurveySession; waveRevision: number }> {
      const [row] = await prismaOf(tx).$queryRaw<(SessionRow & { waveRevision: number })[]>`
        select s.id, s.revision, s.wave_id as "waveId", s.citizen_id as "citizenId", s.channel, s.language, s.seed, s.answers, s.step_key as "stepKey",
          s.chosen, s.message_id as "messageId", s.seconds, s.touched_at as "touchedAt", w.revision as "waveRevision"
        from survey_sessions s join survey_waves w on w.id = s.wave_id where s.id = ${id}::uuid`;
      if (!row) throw new Refusal('survey.session_gone');
      return { session: toSession(row), waveRevision: row.waveRevision };
    },

    async byToken(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>): Promise<SurveySession | null> {
      const row = await prismaOf(tx).surveySession.findUnique({ where: { tokenHash } });
      return row && toSession(row);
    },

    async add(
      tx: Tx,
      session: Pick<SurveySession, 'waveId' | 'citizenId' | 'channel' | 'language'> & {
        tokenHash?: Uint8Array<ArrayBuffer>;
      },
    ): Promise<SurveySession> {
      const row = await prismaOf(tx).surveySession.create({
        data: { ...session, id: randomUUID(), seed: randomUUID(), touchedAt: tx.now },
      });
      return toSession(row);
    },

    async giveToken(tx: Tx, id: string, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
      await prismaOf(tx).surveySession.update({ where: { id }, data: { tokenHash } });
    },

    async save(
      tx: Tx,
      { id, revision, answers, stepKey, chosen, messageId, seconds, channel, language }: SurveySession,
    ): Promise<void> {
      const count = await prismaOf(tx).$executeRaw`
        update survey_sessions set revision = ${revision}, answers = ${JSON.stringify(answers)}::jsonb, step_key = ${stepKey}, chosen = ${chosen === null ? null : JSON.stringify(chosen)}::jsonb,
          message_id = ${messageId}, seconds = ${seconds}, channel = ${channel}, language = ${language}, touched_at = ${tx.now}::timestamptz(3)
        where id = ${id}::uuid and revision = ${revision - 1}`;
      if (count === 0) throw new Refusal('survey.changed_meanwhile');
    },

    async remove(tx: Tx, id: string): Promise<void> {
      await prismaOf(tx).surveySession.deleteMany({ where: { id } });
    },

    /** Notes on the list of the wave that somebody began; people from the open link are added to it. */
    async begin(tx: Tx, waveId: string, citizenId: string): Promise<'none' | 'started' | 'finished' | 'screened'> {
      const [row] = await prismaOf(tx).$queryRaw<{ response: 'none' | 'started' | 'finished' | 'screened' }[]>`
        insert into survey_recipients as r (wave_id, citizen_id, ordinal, stratum, contact, response)
        values (${waveId}::uuid, ${citizenId}::uuid, 0, 'open', 'none', 'started')
        on conflict (wave_id, citizen_id) do update set response = case when r.response = 'none' then 'started' else r.response end
        returning response`;
      return row?.response ?? 'started';
    },

    async recipient(tx: Tx, waveId: string, citizenId: string): Promise<{ response: string; stratum: string } | null> {
      return prismaOf(tx).surveyRecipient.findUnique({
        where: { waveId_citizenId: { waveId, citizenId } },
        select: { response: true, stratum: true },
      });
    },

    /** One person, one response: false when this person has finished before. */
    async finish(tx: Tx, waveId: string, citizenId: string, response: 'finished' | 'screened'): Promise<boolean> {
      const count = await prismaOf(tx).$executeRaw`
        update survey_recipients set response = ${response} where wave_id = ${waveId}::uuid and citizen_id = ${citizenId}::uuid and response in ('none', 'started')`;
      return count === 1;
    },

    /** The id is random and says nothing about time or order; an anonymous row carries no person (the table refuses one). */
    async submit(tx: Tx, { answeredOn, ...submission }: NewSubmission): Promise<void> {
      await prismaOf(tx).surveySubmission.create({
        data: {
          ...submission,
          id: randomUUID(),
          citizenId: submission.mode === 'anonymous' ? null : submission.citizenId,
          answeredOn: new Date(coarseDay(answeredOn, submission.mode)),
          strata: submission.strata,
          wordings: submission.wordings,
          answers: submission.answers as Prisma.InputJsonObject,
          mixed: submission.mode === 'confidential',
        },
      });
    },

    /**
     * Writes anonymous answers anew, in an order of lot and under new ids, so that neither the place of a row in the file
     * nor the transaction it was written in leads to the row that says who has answered.
     */
    async mix(tx: Tx, waveId: string, { evenFew = false } = {}): Promise<number> {
      return prismaOf(tx).$executeRaw`
        with gone as (
          delete from survey_submissions where wave_id = ${waveId}::uuid and not mixed
            and (${evenFew} or (select count(*) from survey_submissions s where s.wave_id = ${waveId}::uuid and not s.mixed) >= ${MIX_AT_LEAST})
          returning *
        )
        insert into survey_submissions (id, wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
        select gen_random_uuid(), wave_id, mode, null, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, true
        from gone order by random()`;
    },

    async wavesToMix(): Promise<string[]> {
      const rows = await db.$queryRaw<{ wave_id: string }[]>`
        select wave_id from survey_submissions where not mixed group by wave_id having count(*) >= ${MIX_AT_LEAST}`;
      return rows.map(({ wave_id }) => wave_id);
    },

    async fullQuotas(tx: Tx, waveId: string, limits: ReadonlyMap<string, number>): Promise<ReadonlySet<string>> {
      if (limits.size === 0) return new Set();
      const rows = await prismaOf(tx).surveyQuotaCount.findMany({ where: { waveId } });
      return new Set(
        rows
          .filter(({ quotaKey, finished }) => finished >= (limits.get(quotaKey) ?? Number.POSITIVE_INFINITY))
          .map(({ quotaKey }) => quotaKey),
      );
    },

    /** Counts one more into each quota, or says that one is full: two who finish at once cannot both take the last place. */
    async countIn(
      tx: Tx,
      waveId: string,
      keys: readonly string[],
      limits: ReadonlyMap<string, number>,
    ): Promise<boolean> {
      if (keys.length === 0) return true;
      const rows = await prismaOf(tx).$queryRaw<{ quota_key: string; finished: number }[]>`
        select quota_key, finished from survey_quota_counts where wave_id = ${waveId}::uuid and quota_key = any(${keys}::text[]) order by quota_key for update`;
      if (rows.some(({ quota_key, finished }) => finished >= (limits.get(quota_key) ?? 0))) return false;
      await prismaOf(tx).$executeRaw`
        update survey_quota_counts set finished = finished + 1 where wave_id = ${waveId}::uuid and quota_key = any(${keys}::text[])`;
      return true;
    },

    async unfinished(tx: Tx, waveId: string, limit: number): Promise<SurveySession[]> {
      const rows = await prismaOf(tx).surveySession.findMany({ where: { waveId }, take: limit });
      return rows.map(toSession);
    },

    async leftAt(tx: Tx, waveId: string, stepKey: string): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into survey_step_counts as s (wave_id, step_key, left_here) values (${waveId}::uuid, ${stepKey}, 1)
        on conflict (wave_id, step_key) do update set left_here = s.left_here + 1`;
    },
  };
}
export type SessionsRepository = ReturnType<typeof createSessionsRepository>;

const toSession = (row: Omit<SessionRow, 'tokenHash'>): SurveySession => ({
  id: row.id,
  revision: row.revision,
  waveId: row.waveId,
  citizenId: row.citizenId,
  channel: row.channel as AnswerChannel,
  language: Language.parse(row.language),
  seed: row.seed,
  // Every answer was checked before it was stored.
  answers: row.answers as Answers,
  stepKey: row.stepKey,
  chosen: row.chosen === null ? null : (row.chosen as string[]),
  messageId: row.messageId,
  seconds: row.seconds,
  touchedAt: row.touchedAt,
});
