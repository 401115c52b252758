import type { Tx } from '../../kernel/unit-of-work.ts';
import { LANES } from '../../notifications/index.ts';
import type { Db } from '../../platform/db/database.ts';
import { Prisma } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

/** What may be told to the people of a wave, each kind with a state of its own per person. */
export type Mailing = 'contact' | 'reminder' | 'news';

/** waiting → told (it lies in the outbox) → delivered | unreachable | failed; held: enough surveys lately; withdrawn: opted out or stopped. */
export type MailingState = 'none' | 'waiting' | 'told' | 'delivered' | 'unreachable' | 'failed' | 'held' | 'withdrawn';

export interface MailingProgress {
  readonly counts: Readonly<Partial<Record<MailingState, number>>>;
  /** Told once or not at all, nobody can know: a process died between sending and noting it. They are not told again. */
  readonly uncertain: number;
  /** Told at the second attempt or later. */
  readonly retried: number;
}

export interface Budget {
  /** Survey messages a person gets at most in `days`, from all agencies together. */
  readonly messages: number;
  readonly days: number;
}

const COLUMN = { contact: Prisma.raw('contact'), reminder: Prisma.raw('reminder'), news: Prisma.raw('news') } as const;

export const mailingKey = (mailing: Mailing, waveId: string, citizenId: string, round: number): string =>
  `survey:${mailing}:${waveId}:${citizenId}:${round}`;

/** A reminder has its number; news come twice: with the results, and when the duty is done. */
const roundOf = (mailing: Mailing) =>
  mailing === 'reminder'
    ? Prisma.sql`r.reminders`
    : mailing === 'news'
      ? Prisma.sql`(select count(*) from survey_duties d where d.wave_id = r.wave_id and d.done_at is not null)::int`
      : Prisma.sql`0`;

/** The list of a wave while it is worked through. One statement moves a batch; a crash leaves no one between. */
export function createRecipientsRepository(db: Db) {
  return {
    /**
     * Takes the next people of a mailing and decides for each at this moment: tell, hold (contact budget) or leave alone
     * (opted out, stopped, erased, already answered). Who has had enough gets no reminder; it may be asked for again later. What is told must be put into the outbox in the same transaction.
     */
    async take(
      tx: Tx,
      { waveId, mailing, limit, budget }: { waveId: string; mailing: Mailing; limit: number; budget: Budget },
    ): Promise<{ told: { citizenId: string; round: number }[]; taken: number }> {
      const column = COLUMN[mailing];
      const since = new Date(tx.now.getTime() - budget.days * 86_400_000);
      const rows = await prismaOf(tx).$queryRaw<{ citizen_id: string; state: MailingState; round: number }[]>`
        with picked as (
          select wave_id, citizen_id, response from survey_recipients
          where wave_id = ${waveId}::uuid and ${column} = 'waiting' order by ordinal limit ${limit} for update skip locked
        ), judged as (
          select p.wave_id, p.citizen_id, case
            when ${mailing !== 'news'} and p.response in ('finished', 'screened') then 'none'
            when c.id is null or c.state <> 'active' or c.settings ->> 'surveys' is distinct from 'true' then 'withdrawn'
            when ${mailing !== 'news'} and (
              select count(*) from notifications n where n.recipient_kind = 'citizen' and n.recipient_id = p.citizen_id::text
                and n.lane = ${LANES.surveys} and n.kind <> 'survey_news' and n.created_at > ${since}::timestamptz(3) and n.state in ('pending', 'sending', 'delivered')
            ) >= ${budget.messages} then ${mailing === 'contact' ? 'held' : 'none'}
            else 'told' end as state
          from picked p left join citizens c on c.id = p.citizen_id
        )
        update survey_recipients r set ${column} = j.state, reminders = r.reminders + case when ${mailing === 'reminder'} and j.state = 'told' then 1 else 0 end
        from judged j where r.wave_id = j.wave_id and r.citizen_id = j.citizen_id
        returning r.citizen_id, j.state, ${roundOf(mailing)} as round`;
      return {
        taken: rows.length,
        told: rows.flatMap(({ citizen_id, state, round }) =>
          state === 'told' ? [{ citizenId: citizen_id, round }] : [],
        ),
      };
    },

    /** Carries the fate of what was told from the outbox into the list. Returns how many are still under way. */
    async reconcile(waveId: string, mailing: Mailing): Promise<number> {
      const column = COLUMN[mailing];
      await db.$executeRaw`
        update survey_recipients r set uncertain = r.uncertain or n.uncertain, retried = r.retried or n.attempts > 1, ${column} = case n.state
            when 'delivered' then 'delivered' when 'unreachable' then 'unreachable' when 'cancelled' then 'withdrawn' else 'failed' end
        from notifications n
        where r.wave_id = ${waveId}::uuid and r.${column} = 'told'
          and n.dedupe_key = ${`survey:${mailing}:${waveId}:`} || r.citizen_id || ':' || ${roundOf(mailing)}
          and n.state in ('delivered', 'unreachable', 'failed', 'cancelled')`;
      const [row] = await db.$queryRaw<{ open: bigint }[]>`
        select count(*) as open from survey_recipients where wave_id = ${waveId}::uuid and ${column} = 'told'`;
      return Number(row?.open ?? 0);
    },

    /** People held back may have room in their budget again. */
    async releaseHeld(waveId: string, limit: number, budget: Budget, now: Date): Promise<number> {
      const since = new Date(now.getTime() - budget.days * 86_400_000);
      return db.$executeRaw`
        update survey_recipients r set contact = 'waiting' where (r.wave_id, r.citizen_id) in (
          select h.wave_id, h.citizen_id from survey_recipients h where h.wave_id = ${waveId}::uuid and h.contact = 'held'
            and (select count(*) from notifications n where n.recipient_kind = 'citizen' and n.recipient_id = h.citizen_id::text
              and n.lane = ${LANES.surveys} and n.kind <> 'survey_news' and n.created_at > ${since}::timestamptz(3) and n.state in ('pending', 'sending', 'delivered')) < ${budget.messages}
          limit ${limit})`;
    },

    async progress(waveId: string, mailing: Mailing): Promise<MailingProgress> {
      const rows = await db.$queryRaw<{ state: MailingState; people: bigint; uncertain: bigint; retried: bigint }[]>`
        select ${COLUMN[mailing]} as state, count(*) as people, count(*) filter (where uncertain) as uncertain, count(*) filter (where retried) as retried
        from survey_recipients where wave_id = ${waveId}::uuid group by 1`;
      return {
        counts: Object.fromEntries(rows.map(({ state, people }) => [state, Number(people)])),
        uncertain: rows.reduce((sum, { uncertain }) => sum + Number(uncertain), 0),
        retried: rows.reduce((sum, { retried }) => sum + Number(retried), 0),
      };
    },

    /** People by what they did, and how many of those a message reached have finished. */
    async responses(
      waveId: string,
    ): Promise<{ counts: Readonly<Record<string, number>>; finishedAfterContact: number }> {
      const rows = await db.$queryRaw<{ response: string; people: bigint; reached: bigint }[]>`
        select response, count(*) as people, count(*) filter (where contact = 'delivered') as reached
        from survey_recipients where wave_id = ${waveId}::uuid group by 1`;
      return {
        counts: Object.fromEntries(rows.map(({ response, people }) => [response, Number(people)])),
        finishedAfterContact: Number(rows.find(({ response }) => response === 'finished')?.reached ?? 0),
      };
    },

    /** Lines up everybody who was reached and has not finished. */
    async lineUpReminder(tx: Tx, waveId: string, most: number): Promise<number> {
      return prismaOf(tx).$executeRaw`
        update survey_recipients set reminder = 'waiting'
        where wave_id = ${waveId}::uuid and (contact = 'delivered' or contact = 'failed' and uncertain) and response in ('none', 'started') and reminders < ${most} and reminder not in ('waiting', 'told')`;
    },

    /** Lines up everybody who took part: they hear first what came of it. */
    async lineUpNews(tx: Tx, waveId: string): Promise<number> {
      return prismaOf(tx).$executeRaw`
        update survey_recipients set news = 'waiting' where wave_id = ${waveId}::uuid and response in ('finished', 'started')`;
    },

    /** What waits in the outbox for a wave that was paused is taken back into the list. */
    async takeBack(tx: Tx, waveId: string): Promise<number> {
      return prismaOf(tx).$executeRaw`
        with gone as (
          delete from notifications n using survey_recipients r
          where r.wave_id = ${waveId}::uuid and r.contact = 'told' and n.state = 'pending' and n.attempts = 0
            and n.dedupe_key = ${`survey:contact:${waveId}:`} || r.citizen_id || ':0'
          returning r.citizen_id
        )
        update survey_recipients r set contact = 'waiting' from gone where r.wave_id = ${waveId}::uuid and r.citizen_id = gone.citizen_id`;
    },
  };
}
export type RecipientsRepository = ReturnType<typeof createRecipientsRepository>;
