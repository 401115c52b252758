import { randomUUID } from 'node:crypto';
import { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { Prisma, type SurveySession as SessionRow } from '../../platform/db/generated/client.ts';
import { prismaOf, unanswered } from '../../platform/db/unit-of-work.ts';
import { type AnswerSealing, isSealed, sealed, unsealed } from './sealed-answers.ts';
import type { AnswerChannel, SurveySession } from './session.ts';

type Row = Omit<SessionRow, 'tokenHash'>;

const COLUMNS =
  Prisma.raw(`s.id, s.revision, s.wave_id as "waveId", s.citizen_id as "citizenId", s.channel, s.language, s.seed, s.answers,
  s.step_key as "stepKey", s.chosen, s.message_id as "messageId", s.seconds, s.touched_at as "touchedAt"`);

/** The conversation with what an answer needs to know of its wave. */
export interface SessionInWave {
  readonly session: SurveySession;
  readonly waveRevision: number;
  /** Finished submissions by quota. */
  readonly taken: Readonly<Record<string, number>>;
}

/** Conversations under way. Whoever acts on one holds it until the commit, so that a second tap waits for the first. */
export function createSessionsRepository(sealing: AnswerSealing) {
  const toSession = reader(sealing);

  return {
    async ofPerson(tx: Tx, waveId: string, citizenId: string): Promise<SurveySession | null> {
      const [row] = await prismaOf(tx).$queryRaw<Row[]>`
        select ${COLUMNS} from survey_sessions s where s.wave_id = ${waveId}::uuid and s.citizen_id = ${citizenId}::uuid`;
      return row ? toSession(row) : null;
    },

    /** All that one answer reads, in one look. */
    async hold(tx: Tx, id: string): Promise<SessionInWave> {
      const [row] = await prismaOf(tx).$queryRaw<
        (Row & { waveRevision: number; taken: Record<string, number> | null })[]
      >`
        select ${COLUMNS}, w.revision as "waveRevision",
          (select jsonb_object_agg(q.quota_key, q.finished) from survey_quota_counts q where q.wave_id = s.wave_id) as taken
        from survey_sessions s join survey_waves w on w.id = s.wave_id where s.id = ${id}::uuid for update of s`;
      if (!row) throw new Refusal('survey.session_gone');
      return { session: toSession(row), waveRevision: row.waveRevision, taken: row.taken ?? {} };
    },

    /** The wave's state, and whether this person is on its list. */
    async inviting(tx: Tx, waveId: string, citizenId: string): Promise<{ waveRevision: number; isListed: boolean }> {
      const [row] = await prismaOf(tx).$queryRaw<{ waveRevision: number; isListed: boolean }[]>`
        select w.revision as "waveRevision",
          exists (select 1 from survey_recipients r where r.wave_id = w.id and r.citizen_id = ${citizenId}::uuid) as "isListed"
        from survey_waves w where w.id = ${waveId}::uuid`;
      if (!row) throw new Refusal('survey.wave_not_found');
      return row;
    },

    async byToken(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>): Promise<SurveySession | null> {
      const [row] = await prismaOf(tx).$queryRaw<Row[]>`
        select ${COLUMNS} from survey_sessions s where s.token_hash = ${Buffer.from(tokenHash)}`;
      return row ? toSession(row) : null;
    },

    add(
      tx: Tx,
      {
        waveId,
        citizenId,
        channel,
        language,
        tokenHash = null,
      }: Pick<SurveySession, 'waveId' | 'citizenId' | 'channel' | 'language'> & {
        tokenHash?: Uint8Array<ArrayBuffer> | null;
      },
    ): SurveySession {
      const session: SurveySession = {
        id: randomUUID(),
        revision: 1,
        waveId,
        citizenId,
        channel,
        language,
        seed: randomUUID(),
        answers: {},
        stepKey: null,
        chosen: null,
        messageId: null,
        seconds: 0,
        touchedAt: tx.now,
      };
      unanswered(
        tx,
        prismaOf(tx).$executeRaw`
          insert into survey_sessions (id, wave_id, citizen_id, token_hash, channel, language, seed, answers, touched_at)
          values (${session.id}::uuid, ${waveId}::uuid, ${citizenId}::uuid, ${tokenHash && Buffer.from(tokenHash)}, ${channel}, ${language}, '', ${kept(sealing, session)}::jsonb, ${tx.now}::timestamptz(3))`,
      );
      return session;
    },

    async giveToken(tx: Tx, id: string, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
      await prismaOf(tx).surveySession.update({ where: { id }, data: { tokenHash } });
    },

    /** Of a session that this transaction holds. */
    save(tx: Tx, session: SurveySession): void {
      const { id, revision, stepKey, messageId, seconds, channel, language, touchedAt } = session;
      unanswered(
        tx,
        prismaOf(tx).$executeRaw`
          update survey_sessions set revision = ${revision}, answers = ${kept(sealing, session)}::jsonb, step_key = ${stepKey}, seed = '', chosen = null,
            message_id = ${messageId}, seconds = ${seconds}, channel = ${channel}, language = ${language}, touched_at = ${touchedAt}::timestamptz(3)
          where id = ${id}::uuid`,
      );
    },

    shownAt(tx: Tx, id: string, messageId: number | null): void {
      unanswered(
        tx,
        prismaOf(tx).$executeRaw`update survey_sessions set message_id = ${messageId} where id = ${id}::uuid`,
      );
    },

    remove(tx: Tx, id: string): void {
      unanswered(tx, prismaOf(tx).$executeRaw`delete from survey_sessions where id = ${id}::uuid`);
    },

    /** Somebody who is finishing this very moment is left to it. */
    async unfinished(tx: Tx, waveId: string, limit: number): Promise<SurveySession[]> {
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        select ${COLUMNS} from survey_sessions s where s.wave_id = ${waveId}::uuid limit ${limit} for update skip locked`;
      return rows.map(toSession);
    },
  };
}
export type SessionsRepository = ReturnType<typeof createSessionsRepository>;

const contextOf = (id: string): string => `survey-session:${id}`;

const kept = (sealing: AnswerSealing, { id, seed, answers, chosen }: SurveySession): string =>
  JSON.stringify(sealed(sealing, { seed, answers, chosen }, contextOf(id)));

const reader =
  (sealing: AnswerSealing) =>
  (row: Row): SurveySession => {
    // Every answer was checked before it was stored. What was begun before answers were sealed lies open.
    const { seed, answers, chosen } = (
      isSealed(row.answers) ? unsealed(sealing, row.answers, contextOf(row.id)) : row
    ) as Pick<SurveySession, 'seed' | 'answers' | 'chosen'>;
    return {
      id: row.id,
      revision: row.revision,
      waveId: row.waveId,
      citizenId: row.citizenId,
      channel: row.channel as AnswerChannel,
      language: Language.parse(row.language),
      seed,
      answers,
      stepKey: row.stepKey,
      chosen,
      messageId: row.messageId,
      seconds: row.seconds,
      touchedAt: row.touchedAt,
    };
  };
