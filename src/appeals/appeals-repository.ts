import type { Day } from '../kernel/day.ts';
import {
  AgencyCode,
  AppealId,
  CitizenId,
  newId,
  StaffId,
  TerritoryCode,
  TicketId,
  TopicId,
  UnitId,
} from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Appeal as AppealRow, Prisma, Ticket as TicketRow } from '../platform/db/generated/client.ts';
import { insertRow, readRows, updateRow } from '../platform/db/rows.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import { type Appeal, type AppealState, type Kind, NOT_ROUTED, type Resolution, type RoutingState } from './appeal.ts';
import { dueOnOf, type Ticket, type TicketState } from './ticket.ts';

/** What a command will ask for, as far as it can be seen from outside. */
export interface Foreseen {
  readonly id?: AppealId;
  /** Whose draft and whose open question. */
  readonly account?: { readonly channel: string; readonly externalId: string };
  /** A draft will be sent. */
  readonly number?: boolean;
}

interface OfCitizen {
  readonly citizenId: string;
  readonly draft: Appeal | null;
  readonly askingId: string | null;
}

interface Known {
  readonly byId: ReadonlyMap<AppealId, Promise<Appeal | null>>;
  readonly ofCitizen: Promise<OfCitizen | null>;
}
const foreseen = new WeakMap<Tx, Known>();
const foreseenNumbers = new WeakMap<Tx, Promise<number>>();

/** Something changes cases past the repository below. */
export const forgetForeseen = (tx: Tx): void => void foreseen.delete(tx);

/** Appeals and tickets inside a command's transaction. Saving refuses when somebody else moved first. */
export interface AppealsRepository {
  /** Asks already now for what the command will ask: it is read once, until the command changes a case. */
  foresee(tx: Tx, what: Foreseen): void;
  insert(tx: Tx, appeal: Appeal): Promise<void>;
  get(tx: Tx, id: AppealId): Promise<Appeal>;
  find(tx: Tx, id: AppealId): Promise<Appeal | null>;
  /** The draft of a citizen that is still open, newest first. */
  findDraft(tx: Tx, citizenId: CitizenId): Promise<Appeal | null>;
  /** The newest open case whose officer waits for the citizen's reply. */
  findAsking(tx: Tx, citizenId: CitizenId): Promise<Appeal | null>;
  save(tx: Tx, after: Appeal): Promise<void>;
  nextSequence(tx: Tx): Promise<number>;
  insertTicket(tx: Tx, ticket: Ticket): Promise<void>;
  getTicket(tx: Tx, id: TicketId): Promise<Ticket>;
  ticketsOf(tx: Tx, appealId: AppealId): Promise<Ticket[]>;
  saveTicket(tx: Tx, after: Ticket): Promise<void>;
}

/** The newest open case whose officer waits for this citizen's reply. */
const ASKING = `(
  select a.id from appeals a where a.citizen_id = p.id and a.state = 'with_agency' and 'question' = (
    select e.kind from thread_entries e where e.appeal_id = a.id and e.kind in ('question', 'reply', 'answer') order by e.at desc, e.id desc limit 1)
  order by a.created_at desc limit 1)`;

const OF_ACCOUNT = `(
  select p.id as of_citizen, ${ASKING} as asking_id, d.*
  from (select citizen_id as id from citizen_accounts where channel = $1 and external_id = $2) p
  left join lateral (
    select * from appeals where citizen_id = p.id and state = 'draft' order by created_at desc limit 1) d on true) world`;

export function createAppealsRepository(): AppealsRepository {
  async function load(tx: Tx, id: AppealId): Promise<Appeal | null> {
    const [row] = await readRows<AppealRow>(prismaOf(tx), 'appeals where id = $1', id);
    return row ? toAppeal(row) : null;
  }

  async function loadOf(tx: Tx, channel: string, externalId: string): Promise<OfCitizen | null> {
    const [row] = await readRows<AppealRow & { ofCitizen: string; askingId: string | null }>(
      prismaOf(tx),
      OF_ACCOUNT,
      channel,
      externalId,
    );
    return row ? { citizenId: row.ofCitizen, draft: row.id ? toAppeal(row) : null, askingId: row.askingId } : null;
  }

  async function loadAsking(tx: Tx, citizenId: CitizenId): Promise<string | null> {
    const [row] = await readRows<{ id: string | null }>(
      prismaOf(tx),
      `(select ${ASKING} as id from (select $1::uuid as id) p) asking`,
      citizenId,
    );
    return row?.id ?? null;
  }

  async function nextNumber(tx: Tx): Promise<number> {
    const [row] = await prismaOf(tx).$queryRaw<{ n: bigint }[]>`select nextval('case_number_sequence') as n`;
    return Number(row?.n);
  }

  /** Null: not foreseen, or of somebody else. */
  async function known(tx: Tx, citizenId: CitizenId): Promise<OfCitizen | null> {
    const found = await foreseen.get(tx)?.ofCitizen;
    return found?.citizenId === citizenId ? found : null;
  }

  return {
    foresee(tx, { id, account, number }) {
      const reading = id && load(tx, id);
      const ofCitizen = account ? loadOf(tx, account.channel, account.externalId) : Promise.resolve(null);
      foreseen.set(tx, { byId: new Map(id && reading ? [[id, reading]] : []), ofCitizen });
      const next = number ? nextNumber(tx) : null;
      if (next) foreseenNumbers.set(tx, next);
      // Whoever asks hears of a failure.
      for (const asked of [reading, ofCitizen, next]) asked?.catch(() => undefined);
    },

    async insert(tx, appeal) {
      forgetForeseen(tx);
      unanswered(tx, insertRow(prismaOf(tx), 'appeals', { id: appeal.id, ...columnsOf(appeal) }));
    },

    async get(tx, id) {
      const appeal = await this.find(tx, id);
      if (!appeal) throw new Refusal('appeal.not_found', {});
      return appeal;
    },

    find: (tx, id) => foreseen.get(tx)?.byId.get(id) ?? load(tx, id),

    async findDraft(tx, citizenId) {
      const of = await known(tx, citizenId);
      if (of) return of.draft;
      const [row] = await readRows<AppealRow>(
        prismaOf(tx),
        "appeals where citizen_id = $1 and state = 'draft' order by created_at desc limit 1",
        citizenId,
      );
      return row ? toAppeal(row) : null;
    },

    async findAsking(tx, citizenId) {
      const of = await known(tx, citizenId);
      const askingId = of ? of.askingId : await loadAsking(tx, citizenId);
      return askingId === null ? null : this.get(tx, AppealId.parse(askingId));
    },

    async save(tx, after) {
      forgetForeseen(tx);
      const before = { id: after.id, revision: after.revision - 1 };
      const stale = () => new Refusal('appeal.changed_meanwhile', {});
      unanswered(tx, updateRow(prismaOf(tx), 'appeals', columnsOf(after), before, stale));
    },

    async nextSequence(tx) {
      const next = foreseenNumbers.get(tx) ?? nextNumber(tx);
      foreseenNumbers.delete(tx);
      return next;
    },

    async insertTicket(tx, ticket) {
      const row = {
        id: ticket.id,
        appealId: ticket.appealId,
        ...ticketColumnsOf(ticket),
      };
      unanswered(tx, insertRow(prismaOf(tx), 'tickets', row));
    },

    async getTicket(tx, id) {
      const [row] = await readRows<TicketRow>(prismaOf(tx), 'tickets where id = $1', id);
      if (!row) throw new Refusal('ticket.not_found', {});
      return toTicket(row);
    },

    async ticketsOf(tx, appealId) {
      return (
        await readRows<TicketRow>(prismaOf(tx), 'tickets where appeal_id = $1 order by delivered_at', appealId)
      ).map(toTicket);
    },

    async saveTicket(tx, after) {
      const before = { id: after.id, revision: after.revision - 1 };
      const stale = () => new Refusal('ticket.changed_meanwhile', {});
      unanswered(tx, updateRow(prismaOf(tx), 'tickets', ticketColumnsOf(after), before, stale));
    },
  };
}

function columnsOf(appeal: Appeal) {
  const { id: _id, place, routing, sealedOnBehalfOf: _apart, ...columns } = appeal;
  return {
    ...columns,
    territoryCode: place.territoryCode,
    addressText: place.addressText,
    latitude: place.point?.latitude ?? null,
    longitude: place.point?.longitude ?? null,
    routing: routing as unknown as Prisma.InputJsonValue,
  };
}

export function toAppeal(row: AppealRow): Appeal {
  return {
    id: AppealId.parse(row.id),
    revision: row.revision,
    number: row.number,
    citizenId: CitizenId.parse(row.citizenId),
    state: row.state as AppealState,
    kind: row.kind as Kind,
    language: Language.parse(row.language),
    title: row.title,
    points: row.points,
    topicId: row.topicId === null ? null : TopicId.parse(row.topicId),
    place: {
      territoryCode: row.territoryCode === null ? null : TerritoryCode.parse(row.territoryCode),
      addressText: row.addressText,
      point:
        row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    },
    channel: row.channel,
    urgent: row.urgent,
    sensitive: row.sensitive,
    resolution: row.resolution as Resolution | null,
    disputes: row.disputes,
    routing: (row.routing as unknown as RoutingState | null) ?? NOT_ROUTED,
    externalNumber: row.externalNumber,
    sealedOnBehalfOf: row.sealedOnBehalfOf,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    closedAt: row.closedAt,
  };
}

function ticketColumnsOf(ticket: Ticket) {
  const { id: _id, appealId: _appealId, matter, ...columns } = ticket;
  return {
    ...columns,
    topicId: matter?.topicId ?? null,
    matter: matter?.text ?? null,
    sealed: ticket.sealed ?? false,
    registeredOn: toDate(ticket.registeredOn),
    promisedOn: toDate(ticket.promisedOn),
    statutoryOn: toDate(ticket.statutoryOn),
    hearingUntil: toDate(ticket.hearingUntil ?? null),
    reviewOn: toDate(ticket.reviewOn ?? null),
    dueOn: toDate(dueOnOf(ticket)),
  };
}

export function toTicket(row: TicketRow): Ticket {
  return {
    id: TicketId.parse(row.id),
    appealId: AppealId.parse(row.appealId),
    revision: row.revision,
    agencyCode: AgencyCode.parse(row.agencyCode),
    unitId: row.unitId === null ? null : UnitId.parse(row.unitId),
    officerId: row.officerId === null ? null : StaffId.parse(row.officerId),
    state: row.state as TicketState,
    procedure: row.procedure,
    matter:
      row.matter === null || row.topicId === null ? null : { topicId: TopicId.parse(row.topicId), text: row.matter },
    registrationNumber: row.registrationNumber,
    registeredOn: toDay(row.registeredOn),
    promisedOn: toDay(row.promisedOn),
    statutoryOn: toDay(row.statutoryOn),
    registrationDueAt: row.registrationDueAt,
    hearingUntil: toDay(row.hearingUntil),
    reviewOn: toDay(row.reviewOn),
    redirects: row.redirects,
    deliveredAt: row.deliveredAt,
    answeredAt: row.answeredAt,
    closedAt: row.closedAt,
    outcome: row.outcome,
    sealed: row.sealed,
  };
}

const toDate = (on: Day | null): Date | null => (on === null ? null : new Date(`${on}T00:00:00Z`));
const toDay = (date: Date | null): Day | null => (date === null ? null : (date.toISOString().slice(0, 10) as Day));

export const newAppealId = (at: Date): AppealId => AppealId.parse(newId(at.getTime()));
export const newTicketId = (at: Date): TicketId => TicketId.parse(newId(at.getTime()));
