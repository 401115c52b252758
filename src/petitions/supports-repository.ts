import type { Day } from '../kernel/day.ts';
import { CitizenId, PetitionId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { LeafKind } from './log/log-leaf.ts';
import { GATHERING_STATES, type PetitionState } from './petition.ts';

export type Tier = 'account' | 'confirmed_phone';
export type SupportState = 'counted' | 'held' | 'withdrawn' | 'invalidated';

export interface Support {
  readonly state: SupportState;
  readonly turn: number;
  readonly tier: Tier;
  readonly notify: boolean;
}

export interface NewSupport {
  readonly petitionId: PetitionId;
  readonly citizenId: CitizenId;
  readonly tier: Tier;
  /** `chat`, `inline`, `site`, `sponsor`. */
  readonly source: string;
  /** Whose link they came by; only counted, never shown. */
  readonly referrer: string | null;
  /** The browser it came by: a keyed hash in hex, another for each petition. Absent in the chat. */
  readonly device?: string;
}

/** What one account may support in an hour; a person reads before they agree. */
export const SUPPORTS_AN_HOUR = 30;
const HOUR_MS = 3_600_000;
const hourBefore = ({ now }: Tx): Date => new Date(now.getTime() - HOUR_MS);

/** Who stands behind what. Rows of different people never wait for each other. */
export function createSupportsRepository() {
  return {
    /**
     * The turn of this support when it is new or came back; null when nothing changed. The line of a first turn is known
     * beforehand and goes into the queue with the same statement: most supports are somebody's first.
     */
    async add(
      tx: Tx,
      support: NewSupport,
      today: Day,
      firstLine: Uint8Array,
    ): Promise<{ turn: number; petition: PetitionState } | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ turn: number; petition: PetitionState }[]>`
        with added as (
          insert into petition_supports as s (petition_id, citizen_id, tier, state, source, referrer, device, at, changed_at)
          select p.id, ${support.citizenId}::uuid, ${support.tier}, 'counted', ${support.source}, ${support.referrer}, decode(${support.device ?? null}::text, 'hex'), ${tx.now}::timestamptz(3), ${tx.now}::timestamptz(3)
          from petitions p where p.id = ${support.petitionId}::uuid and p.state = any(${[...GATHERING_STATES]}::text[])
            and (p.closes_on is null or p.closes_on >= ${today}::date)
            and (select count(*) from petition_supports r where r.citizen_id = ${support.citizenId}::uuid and r.changed_at > ${hourBefore(tx)}::timestamptz(3)) < ${SUPPORTS_AN_HOUR}
            and not exists (
              select 1 from petition_pauses z where z.profile_id = p.profile_id and z.lifted_at is null
                and 'support' = any(z.stops) and ${today}::date between z.from_on and z.until_on)
          on conflict (petition_id, citizen_id) do update
            set state = 'counted', turn = s.turn + 1, tier = excluded.tier, changed_at = excluded.changed_at
            where s.state = 'withdrawn'
          returning s.petition_id, s.turn
        ), queued as (
          insert into petition_log_queue (petition_id, kind, commitment, at)
          select petition_id, 'support', ${Uint8Array.from(firstLine)}::bytea, ${tx.now}::timestamptz(3) from added where turn = 1
        )
        select a.turn, p.state as petition from added a join petitions p on p.id = a.petition_id`;
      return row ?? null;
    },

    /** As `add` for many at once, one statement; each pair of petition and citizen may occur once. */
    async addMany(
      tx: Tx,
      supports: readonly NewSupport[],
      today: Day,
    ): Promise<{ petitionId: PetitionId; citizenId: CitizenId; turn: number; petition: PetitionState }[]> {
      const rows = await prismaOf(tx).$queryRaw<
        { petition_id: string; citizen_id: string; turn: number; petition: PetitionState }[]
      >`
        insert into petition_supports as s (petition_id, citizen_id, tier, state, source, referrer, device, at, changed_at)
        select p.id, n.citizen_id, n.tier, 'counted', n.source, n.referrer, n.device, ${tx.now}::timestamptz(3), ${tx.now}::timestamptz(3)
        from unnest(${supports.map(({ petitionId }) => petitionId)}::uuid[], ${supports.map(({ citizenId }) => citizenId)}::uuid[],
            ${supports.map(({ tier }) => tier)}::text[], ${supports.map(({ source }) => source)}::text[],
            ${supports.map(({ referrer }) => referrer ?? '')}::text[], ${supports.map(({ device }) => device ?? '')}::text[])
            as w (petition_id, citizen_id, tier, source, given, marked)
          join petitions p on p.id = w.petition_id
          cross join lateral (
            select w.citizen_id, w.tier, nullif(w.given, '') as referrer, decode(nullif(w.marked, ''), 'hex') as device,
              case when p.state = 'gathering_sponsors' and w.source = 'chat' then 'sponsor' else w.source end as source) n
        where (select count(*) from petition_supports r where r.citizen_id = w.citizen_id and r.changed_at > ${hourBefore(tx)}::timestamptz(3)) < ${SUPPORTS_AN_HOUR}
          and p.state = any(${[...GATHERING_STATES]}::text[]) and (p.closes_on is null or p.closes_on >= ${today}::date)
          and not exists (
            select 1 from petition_pauses z where z.profile_id = p.profile_id and z.lifted_at is null
              and 'support' = any(z.stops) and ${today}::date between z.from_on and z.until_on)
        order by 1, 2
        on conflict (petition_id, citizen_id) do update
          set state = 'counted', turn = s.turn + 1, tier = excluded.tier, changed_at = excluded.changed_at
          where s.state = 'withdrawn'
        returning s.petition_id, s.citizen_id, s.turn, (select p.state from petitions p where p.id = s.petition_id) as petition`;
      return rows.map((row) => ({
        petitionId: PetitionId.parse(row.petition_id),
        citizenId: CitizenId.parse(row.citizen_id),
        turn: row.turn,
        petition: row.petition,
      }));
    },

    /** The turn that ended, or null when there was nothing to withdraw. */
    async withdraw(
      tx: Tx,
      petitionId: PetitionId,
      citizenId: CitizenId,
    ): Promise<{ turn: number; was: SupportState } | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ turn: number; was: SupportState }[]>`
        with before as (
          select state from petition_supports
          where petition_id = ${petitionId}::uuid and citizen_id = ${citizenId}::uuid and state in ('counted', 'held') for update
        )
        update petition_supports s set state = 'withdrawn', changed_at = ${tx.now}::timestamptz(3) from before
        where s.petition_id = ${petitionId}::uuid and s.citizen_id = ${citizenId}::uuid
        returning s.turn, before.state as was`;
      return row ?? null;
    },

    async find(tx: Tx, petitionId: PetitionId, citizenId: CitizenId): Promise<Support | null> {
      const row = await prismaOf(tx).petitionSupport.findUnique({
        where: { petitionId_citizenId: { petitionId, citizenId } },
      });
      return row && { state: row.state as SupportState, turn: row.turn, tier: row.tier as Tier, notify: row.notify };
    },

    /** Those of these pairs that are known, in one statement. */
    async findMany(
      tx: Tx,
      pairs: readonly Pick<NewSupport, 'petitionId' | 'citizenId'>[],
    ): Promise<{ petitionId: PetitionId; citizenId: CitizenId; state: SupportState; turn: number }[]> {
      if (pairs.length === 0) return [];
      const rows = await prismaOf(tx).$queryRaw<
        { petition_id: string; citizen_id: string; state: SupportState; turn: number }[]
      >`
        select s.petition_id, s.citizen_id, s.state, s.turn
        from unnest(${pairs.map(({ petitionId }) => petitionId)}::uuid[], ${pairs.map(({ citizenId }) => citizenId)}::uuid[]) as w (petition_id, citizen_id)
          join petition_supports s on s.petition_id = w.petition_id and s.citizen_id = w.citizen_id`;
      return rows.map(({ petition_id, citizen_id, ...row }) => ({
        ...row,
        petitionId: PetitionId.parse(petition_id),
        citizenId: CitizenId.parse(citizen_id),
      }));
    },

    async setNotify(tx: Tx, petitionId: PetitionId, citizenId: CitizenId, notify: boolean): Promise<void> {
      await prismaOf(tx).petitionSupport.updateMany({ where: { petitionId, citizenId }, data: { notify } });
    },

    /** Whether this account has supported as much as one may in an hour. */
    async isTooFast(tx: Tx, citizenId: CitizenId): Promise<boolean> {
      const count = await prismaOf(tx).petitionSupport.count({
        where: { citizenId, changedAt: { gt: hourBefore(tx) } },
      });
      return count >= SUPPORTS_AN_HOUR;
    },

    /** How many others stand behind it: the author is not their own sponsor. */
    async countSponsors(tx: Tx, petitionId: PetitionId, author: CitizenId): Promise<number> {
      return prismaOf(tx).petitionSupport.count({
        where: { petitionId, state: 'counted', citizenId: { not: author } },
      });
    },

    /** A page of people to be told, in a fixed order. */
    async toBeTold(tx: Tx, petitionId: PetitionId, after: string, limit: number): Promise<CitizenId[]> {
      const rows = await prismaOf(tx).$queryRaw<{ citizen_id: string }[]>`
        select citizen_id from petition_supports
        where petition_id = ${petitionId}::uuid and state in ('counted', 'held') and notify and citizen_id > ${after}::uuid
        order by citizen_id limit ${limit}`;
      return rows.map(({ citizen_id }) => CitizenId.parse(citizen_id));
    },

    /** Whether something is set apart that nobody has decided about. */
    async hasHeld(tx: Tx, petitionId: PetitionId): Promise<boolean> {
      return (await prismaOf(tx).petitionSupport.findFirst({ where: { petitionId, state: 'held' } })) !== null;
    },

    /** Moves supports from one state to another in bulk; returns whose and which turn, so that the log can say so. */
    async setStates(
      tx: Tx,
      petitionId: PetitionId,
      from: readonly SupportState[],
      to: SupportState,
      which: { readonly since: Date; readonly until: Date; readonly referrer?: string | null },
    ): Promise<{ citizenId: CitizenId; turn: number; was: SupportState }[]> {
      const rows = await prismaOf(tx).$queryRaw<{ citizen_id: string; turn: number; was: SupportState }[]>`
        with chosen as (
          select citizen_id, state from petition_supports
          where petition_id = ${petitionId}::uuid and state = any(${[...from]}::text[])
            and changed_at >= ${which.since}::timestamptz(3) and changed_at < ${which.until}::timestamptz(3)
            and (${which.referrer === undefined} or referrer is not distinct from ${which.referrer ?? null}::text)
          for update
        )
        update petition_supports s set state = ${to} from chosen
        where s.petition_id = ${petitionId}::uuid and s.citizen_id = chosen.citizen_id
        returning s.citizen_id, s.turn, chosen.state as was`;
      return rows.map((row) => ({ citizenId: CitizenId.parse(row.citizen_id), turn: row.turn, was: row.was }));
    },

    async addSignature(
      tx: Tx,
      {
        petitionId,
        personHash,
        issuer,
        device,
      }: {
        readonly petitionId: PetitionId;
        readonly personHash: Uint8Array<ArrayBuffer>;
        readonly issuer: string;
        readonly device: Uint8Array<ArrayBuffer> | null;
      },
      today: Day,
    ): Promise<number | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ turn: number }[]>`
        insert into petition_signatures as s (petition_id, person_hash, state, issuer, device, at, changed_at)
        select p.id, ${personHash}::bytea, 'counted', ${issuer}, ${device}::bytea, ${tx.now}::timestamptz(3), ${tx.now}::timestamptz(3)
        from petitions p where p.id = ${petitionId}::uuid and p.state = any(${GATHERING_STATES.filter((state) => state !== 'gathering_sponsors')}::text[])
          and (p.closes_on is null or p.closes_on >= ${today}::date)
          and not exists (
            select 1 from petition_pauses z where z.profile_id = p.profile_id and z.lifted_at is null
              and 'support' = any(z.stops) and ${today}::date between z.from_on and z.until_on)
        on conflict (petition_id, person_hash) do update
          set state = 'counted', turn = s.turn + 1, changed_at = excluded.changed_at where s.state = 'withdrawn'
        returning turn`;
      return row?.turn ?? null;
    },

    async withdrawSignature(
      tx: Tx,
      petitionId: PetitionId,
      personHash: Uint8Array<ArrayBuffer>,
    ): Promise<number | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ turn: number }[]>`
        update petition_signatures set state = 'withdrawn', changed_at = ${tx.now}::timestamptz(3)
        where petition_id = ${petitionId}::uuid and person_hash = ${personHash}::bytea and state = 'counted' returning turn`;
      return row?.turn ?? null;
    },

    async findSignature(
      tx: Tx,
      petitionId: PetitionId,
      personHash: Uint8Array<ArrayBuffer>,
    ): Promise<{ state: string; turn: number } | null> {
      const row = await prismaOf(tx).petitionSignature.findUnique({
        where: { petitionId_personHash: { petitionId, personHash } },
      });
      return row && { state: row.state, turn: row.turn };
    },

    /** Many lines of one kind, in one statement. */
    async enqueueMany(
      tx: Tx,
      kind: LeafKind,
      lines: readonly { readonly petitionId: PetitionId; readonly commitment: Uint8Array }[],
    ): Promise<void> {
      if (lines.length === 0) return;
      const bytes = Uint8Array.from(Buffer.concat(lines.map(({ commitment }) => commitment)));
      await prismaOf(tx).$executeRaw`
        insert into petition_log_queue (petition_id, kind, commitment, at)
        select id, ${kind}, substring(${bytes}::bytea from (n::int - 1) * 32 + 1 for 32), ${tx.now}::timestamptz(3)
        from unnest(${lines.map(({ petitionId }) => petitionId)}::uuid[]) with ordinality as w (id, n)`;
    },

    /** A line for the log; the tally takes it from here. */
    async enqueue(tx: Tx, petitionId: PetitionId, kind: LeafKind, commitment: Uint8Array): Promise<void> {
      await prismaOf(tx).$executeRaw`
        insert into petition_log_queue (petition_id, kind, commitment, at)
        values (${petitionId}::uuid, ${kind}, ${Uint8Array.from(commitment)}::bytea, ${tx.now}::timestamptz(3))`;
    },
  };
}
export type SupportsRepository = ReturnType<typeof createSupportsRepository>;
