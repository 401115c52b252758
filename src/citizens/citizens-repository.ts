import { CitizenId, newId, TerritoryCode } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Db, prepared } from '../platform/db/database.ts';
import type { Citizen as CitizenRow } from '../platform/db/generated/client.ts';
import { insertRow, updateRow } from '../platform/db/rows.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import type { Account, Citizen, CitizenSettings, CitizenState, ConsentPurpose, Detail } from './citizen.ts';

export interface ConsentRecord {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly version: string;
  readonly language: Language;
  readonly textHash: Uint8Array<ArrayBuffer>;
  /** The act that proves it: the update or request it came in. */
  readonly evidence: string;
}

const SEALED = {
  name: 'sealedName',
  nationalId: 'sealedNationalId',
  postalAddress: 'sealedPostalAddress',
  phone: 'sealedPhone',
  email: 'sealedEmail',
} as const satisfies Record<Detail, string>;

/** People and how they can be reached. */
export function createCitizensRepository(db: Db) {
  const foreseen = new WeakMap<Tx, { key: string; citizen: Promise<Citizen | null> }>();

  return {
    /** Asks already now for whom the command will ask first. */
    foresee(tx: Tx, channel: string, externalId: string): void {
      const citizen = this.findByAccount(tx, channel, externalId);
      citizen.catch(() => undefined);
      foreseen.set(tx, { key: `${channel}:${externalId}`, citizen });
    },

    async findByAccount(tx: Tx, channel: string, externalId: string): Promise<Citizen | null> {
      const known = foreseen.get(tx);
      // Good for the first question only: later the command may have changed it.
      if (foreseen.delete(tx) && known?.key === `${channel}:${externalId}`) return known.citizen;
      // One round trip: every update of a citizen begins with it.
      const [row] = await prismaOf(tx).$queryRaw<CitizenRow[]>`
        select c.id, c.revision, c.language, c.state, c.territory_code as "territoryCode", c.consent_version as "consentVersion", c.settings
        from citizen_accounts a join citizens c on c.id = a.citizen_id where a.channel = ${channel} and a.external_id = ${externalId}`;
      return row ? toCitizen(row) : null;
    },

    /** As `findByAccount` for many at once; who is not known is left out. */
    async findByAccounts(
      tx: Tx,
      channel: string,
      externalIds: readonly string[],
    ): Promise<ReadonlyMap<string, Citizen>> {
      const rows = await prismaOf(tx).$queryRaw<(CitizenRow & { externalId: string })[]>`
        select a.external_id as "externalId", c.id, c.revision, c.language, c.state, c.territory_code as "territoryCode",
          c.consent_version as "consentVersion", c.settings
        from citizen_accounts a join citizens c on c.id = a.citizen_id
        where a.channel = ${channel} and a.external_id = any(${[...externalIds]}::text[])`;
      return new Map(rows.map((row) => [row.externalId, toCitizen(row)]));
    },

    async add(
      tx: Tx,
      {
        language,
        channel,
        externalId,
        languageChosen = false,
      }: { language: Language; channel: string; externalId: string; languageChosen?: boolean },
    ): Promise<Citizen> {
      const id = newId(tx.now.getTime());
      const settings = languageChosen ? { languageChosen } : {};
      const written = prismaOf(tx).$executeRaw`
        with person as (
          insert into citizens (id, language, state, settings, created_at)
          values (${id}::uuid, ${language}, 'active', ${settings}::jsonb, ${tx.now}::timestamptz(3)) returning id
        )
        insert into citizen_accounts (channel, external_id, citizen_id, since)
        select ${channel}, ${externalId}, id, ${tx.now}::timestamptz(3) from person`;
      unanswered(tx, written);
      const nothing = { territoryCode: null, consentVersion: null };
      return toCitizen({ id, revision: 1, language, state: 'active', settings, ...nothing });
    },

    async get(tx: Tx, id: CitizenId): Promise<Citizen> {
      const row = await prismaOf(tx).citizen.findUnique({ where: { id } });
      if (!row) throw new Refusal('citizen.not_found', {});
      return toCitizen(row);
    },

    async read(id: CitizenId): Promise<Citizen | null> {
      const row = await db.citizen.findUnique({ where: { id } });
      return row && toCitizen(row);
    },

    async save(tx: Tx, { id, revision, settings, ...columns }: Citizen): Promise<void> {
      const before = { id, revision: revision - 1 };
      const stale = () => new Refusal('citizen.changed_meanwhile', {});
      unanswered(tx, updateRow(prismaOf(tx), 'citizens', { ...columns, revision, settings }, before, stale));
    },

    async accountsOf(id: CitizenId, tx?: Tx): Promise<Account[]> {
      return (tx ? prismaOf(tx) : db).citizenAccount.findMany({
        where: { citizenId: id },
        select: { channel: true, externalId: true, reachable: true },
      });
    },

    /** All that a channel must know to reach a person, in one round trip; null without an account there. */
    async reach(
      id: CitizenId,
      channel: string,
    ): Promise<{ language: Language; state: CitizenState; externalId: string; reachable: boolean } | null> {
      const [row] = await prepared(db).$queryRaw<
        { language: Language; state: CitizenState; externalId: string; reachable: boolean }[]
      >`
        select c.language, c.state, a.external_id as "externalId", a.reachable
        from citizen_accounts a join citizens c on c.id = a.citizen_id where a.citizen_id = ${id}::uuid and a.channel = ${channel} limit 1`;
      return row ?? null;
    },

    async setReachable(tx: Tx, channel: string, externalId: string, reachable: boolean): Promise<void> {
      await prismaOf(tx).citizenAccount.updateMany({ where: { channel, externalId }, data: { reachable } });
    },

    async moveAccount(tx: Tx, channel: string, externalId: string, to: CitizenId): Promise<void> {
      await prismaOf(tx).citizenAccount.update({
        where: { channel_externalId: { channel, externalId } },
        data: { citizenId: to },
      });
    },

    async addConsent(tx: Tx, citizenId: CitizenId, consent: ConsentRecord): Promise<void> {
      unanswered(
        tx,
        insertRow(prismaOf(tx), 'consents', { ...consent, id: newId(tx.now.getTime()), citizenId, at: tx.now }),
      );
    },

    async consentsOf(
      citizenId: CitizenId,
    ): Promise<{ purpose: string; given: boolean; version: string; language: string; at: Date }[]> {
      return db.consent.findMany({
        where: { citizenId },
        orderBy: { at: 'asc' },
        select: { purpose: true, given: true, version: true, language: true, at: true },
      });
    },

    async setDetail(
      tx: Tx,
      id: CitizenId,
      detail: Detail,
      sealed: Uint8Array<ArrayBuffer> | null,
      phoneIndex?: Uint8Array<ArrayBuffer> | null,
    ): Promise<void> {
      await prismaOf(tx).citizen.update({
        where: { id },
        data: { [SEALED[detail]]: sealed, ...(phoneIndex === undefined ? {} : { phoneIndex }) },
      });
    },

    async sealedDetails(id: CitizenId): Promise<Partial<Record<Detail, Uint8Array>>> {
      const row = await db.citizen.findUnique({ where: { id } });
      const details: Partial<Record<Detail, Uint8Array>> = {};
      for (const [detail, column] of Object.entries(SEALED) as [Detail, (typeof SEALED)[Detail]][]) {
        const value = row?.[column];
        if (value) details[detail] = value;
      }
      return details;
    },

    async idsByPhoneIndex(phoneIndex: Uint8Array<ArrayBuffer>): Promise<CitizenId[]> {
      const rows = await db.citizen.findMany({ where: { phoneIndex }, select: { id: true }, take: 50 });
      return rows.map(({ id }) => CitizenId.parse(id));
    },

    /** Removes all that makes the row a person; the id stays, so that public counts stay true. */
    async erase(tx: Tx, id: CitizenId): Promise<void> {
      const client = prismaOf(tx);
      await client.citizenAccount.deleteMany({ where: { citizenId: id } });
      await client.citizen.update({
        where: { id },
        data: {
          state: 'erased',
          territoryCode: null,
          consentVersion: null,
          sealedName: null,
          sealedNationalId: null,
          sealedPostalAddress: null,
          sealedPhone: null,
          phoneIndex: null,
          sealedEmail: null,
          settings: {},
          revision: { increment: 1 },
        },
      });
    },
  };
}
export type CitizensRepository = ReturnType<typeof createCitizensRepository>;

function toCitizen(
  row: Pick<CitizenRow, 'id' | 'revision' | 'language' | 'state' | 'territoryCode' | 'consentVersion' | 'settings'>,
): Citizen {
  return {
    id: CitizenId.parse(row.id),
    revision: row.revision,
    language: Language.parse(row.language),
    state: row.state as CitizenState,
    territoryCode: row.territoryCode === null ? null : TerritoryCode.parse(row.territoryCode),
    consentVersion: row.consentVersion,
    settings: row.settings as CitizenSettings,
  };
}
