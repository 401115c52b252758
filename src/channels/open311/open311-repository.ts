import type { Day } from '../../kernel/day.ts';
import { AppealId, CitizenId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

/** A request as it may be shown: no words, no person. */
export interface RequestRow {
  readonly appealId: string;
  readonly number: string;
  readonly state: string;
  readonly resolution: string | null;
  readonly serviceCode: string;
  readonly territoryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly agencyCode: string | null;
  readonly procedure: string | null;
  readonly registeredOn: Day | null;
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
}

export interface UpdateRow {
  readonly number: string;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly agencyCode: string | null;
  readonly on: Day | null;
}

export interface RequestQuery {
  /** Case numbers; when given, nothing else selects. */
  readonly numbers?: readonly string[] | undefined;
  readonly serviceCodes?: readonly string[] | undefined;
  readonly isOpen?: boolean | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
}

export interface NewRequest {
  readonly appealId: AppealId;
  readonly clientId: string;
  readonly digest: Uint8Array<ArrayBuffer>;
  readonly serviceCode: string;
  readonly addressGiven: boolean;
}

/** Steps of a case that are told as updates. */
export const UPDATE_TYPES = [
  'appeal.submitted',
  'appeal.routed',
  'ticket.delivered',
  'ticket.registered',
  'ticket.extended',
  'ticket.redirected',
  'ticket.answered',
  'appeal.disputed',
  'appeal.confirmed',
  'appeal.withdrawn',
] as const;
export type UpdateType = (typeof UPDATE_TYPES)[number];

const FINISHED = ['closed', 'withdrawn'];

/** What was filed through Open311; a sealed case is not shown to anybody. */
export function createOpen311Repository(db: Db) {
  return {
    /** The request filed with the same digest since the instant. Two at once wait for each other here. */
    async findRepeat(tx: Tx, digest: Uint8Array<ArrayBuffer>, since: Date): Promise<{ appealId: AppealId } | null> {
      const lock = Buffer.from(digest.subarray(0, 8)).readBigInt64BE();
      await prismaOf(tx).$queryRaw`select pg_advisory_xact_lock(${lock})::text`;
      const [row] = await prismaOf(tx).$queryRaw<{ appeal_id: string }[]>`
        select appeal_id from open311_requests where digest = ${digest} and created_at >= ${since} order by created_at desc limit 1`;
      return row ? { appealId: AppealId.parse(row.appeal_id) } : null;
    },

    async add(tx: Tx, request: NewRequest): Promise<void> {
      const { appealId, clientId, digest, serviceCode, addressGiven } = request;
      await prismaOf(tx).$executeRaw`
        insert into open311_requests (appeal_id, client_id, digest, service_code, address_given, created_at)
        values (${appealId}::uuid, ${clientId}, ${digest}, ${serviceCode}, ${addressGiven}, ${tx.now})`;
    },

    /** The case of this number, if the client filed it. */
    async own(tx: Tx, number: string, clientId: string): Promise<{ appealId: AppealId; citizenId: CitizenId } | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ appeal_id: string; citizen_id: string }[]>`
        select r.appeal_id, a.citizen_id from open311_requests r join appeals a on a.id = r.appeal_id
        where a.number = ${number} and r.client_id = ${clientId}`;
      return row ? { appealId: AppealId.parse(row.appeal_id), citizenId: CitizenId.parse(row.citizen_id) } : null;
    },

    async numberOf(appealId: string): Promise<string | null> {
      const [row] = await db.$queryRaw<{ number: string | null }[]>`
        select a.number from open311_requests r join appeals a on a.id = r.appeal_id where r.appeal_id = ${appealId}::uuid`;
      return row?.number ?? null;
    },

    /** Newest first. */
    async list({ numbers, serviceCodes, isOpen, from, until, limit, offset = 0 }: RequestQuery): Promise<RequestRow[]> {
      return db.$queryRaw<RequestRow[]>`
        select a.id as "appealId", a.number, a.state, a.resolution, r.service_code as "serviceCode", a.territory_code as "territoryCode",
          a.latitude, a.longitude, a.submitted_at as "submittedAt",
          greatest(a.submitted_at, a.closed_at, t.delivered_at, t.answered_at, t.closed_at,
            (select max(e.at) from journal_entries e where e.stream_id = 'appeal:' || a.id and e.type = any(${[...UPDATE_TYPES]}::text[]))) as "updatedAt",
          t.agency_code as "agencyCode", t.procedure, t.registered_on::text as "registeredOn", t.promised_on::text as "promisedOn", t.statutory_on::text as "statutoryOn"
        from open311_requests r join appeals a on a.id = r.appeal_id
        left join lateral (
          select * from tickets where appeal_id = a.id and state <> 'redirected' order by delivered_at desc, id desc limit 1) t on true
        where a.submitted_at is not null and not a.sensitive
          and (${numbers ?? null}::text[] is null or a.number = any(${numbers ?? null}::text[]))
          and (${serviceCodes ?? null}::text[] is null or r.service_code = any(${serviceCodes ?? null}::text[]))
          and (${isOpen ?? null}::boolean is null or (a.state <> all(${FINISHED}::text[])) = ${isOpen ?? null}::boolean)
          and (${from ?? null}::timestamptz is null or r.created_at >= ${from ?? null}::timestamptz)
          and (${until ?? null}::timestamptz is null or r.created_at <= ${until ?? null}::timestamptz)
        order by r.created_at desc, a.id desc limit ${limit} offset ${offset}`;
    },

    /** What happened to shown requests, oldest first. */
    async updates({ numbers, from, until, limit }: RequestQuery): Promise<UpdateRow[]> {
      return db.$queryRaw<UpdateRow[]>`
        select a.number, e.seq, e.at, e.type, e.facts ->> 'agencyCode' as "agencyCode", coalesce(e.facts ->> 'on', e.facts ->> 'until') as "on"
        from open311_requests r join appeals a on a.id = r.appeal_id join journal_entries e on e.stream_id = 'appeal:' || a.id
        where a.submitted_at is not null and not a.sensitive and e.type = any(${[...UPDATE_TYPES]}::text[])
          and (${numbers ?? null}::text[] is null or a.number = any(${numbers ?? null}::text[]))
          and (${from ?? null}::timestamptz is null or e.at >= ${from ?? null}::timestamptz)
          and (${until ?? null}::timestamptz is null or e.at <= ${until ?? null}::timestamptz)
        order by e.at, e.stream_id, e.seq limit ${limit}`;
    },
  };
}
export type Open311Repository = ReturnType<typeof createOpen311Repository>;

export const isFinished = (state: string): boolean => FINISHED.includes(state);
