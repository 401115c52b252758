import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { type Db, prepared } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import type { Sealing } from '../../privacy/index.ts';
import {
  type AgencyChannel,
  type ChannelHealth,
  type ChannelKind,
  isAbroadByDefault,
  NewAgencyChannel,
} from './channel.ts';

interface Row extends AgencyChannel {
  sealedSecrets: Uint8Array | null;
}

const toChannel = ({ sealedSecrets: _sealed, ...channel }: Row): AgencyChannel => channel;
const sealContext = (id: string): string => `agency-channel:${id}`;

/** Where each body works besides the console. Secrets (signing keys of webhooks) are sealed. */
export function createAgencyChannelsRepository(db: Db, sealing: Sealing) {
  const select = (tx?: Tx) => (tx ? prismaOf(tx) : prepared(db));

  async function rows(where: 'agency' | 'place' | 'kind' | 'id', value: string, kind: string | null, tx?: Tx) {
    return select(tx).$queryRaw<Row[]>`
      select id, agency_code as "agencyCode", unit_id as "unitId", topic, kind, place, abroad, policy, language, settings, state,
        fallback_order as "fallbackOrder", fallback_after_minutes as "fallbackAfterMinutes", health, health_problem as "healthProblem",
        sealed_secrets as "sealedSecrets"
      from agency_channels
      where case ${where} when 'agency' then agency_code = ${value} when 'place' then place = ${value} when 'kind' then true
          else id::text = ${value} end
        and (${kind}::text is null or kind = ${kind})
      order by fallback_order, created_at, id`;
  }

  return {
    async add(tx: Tx, wanted: NewAgencyChannel, secrets?: unknown): Promise<AgencyChannel> {
      const channel = NewAgencyChannel.parse(wanted);
      const id = newId(tx.now.getTime());
      const sealed = secrets === undefined ? null : sealing.seal(JSON.stringify(secrets), sealContext(id));
      await prismaOf(tx).$executeRaw`
        insert into agency_channels (id, agency_code, unit_id, topic, kind, place, abroad, policy, language, settings, sealed_secrets, state, fallback_order, fallback_after_minutes, created_at)
        values (${id}::uuid, ${channel.agencyCode}, ${channel.unitId}::uuid, ${channel.topic}, ${channel.kind}, ${channel.place},
          ${channel.abroad ?? isAbroadByDefault(channel.kind)}, ${channel.policy}, ${channel.language}, ${JSON.stringify(channel.settings)}::jsonb,
          ${sealed}, 'active', ${channel.fallbackOrder}, ${channel.fallbackAfterMinutes}, ${tx.now}::timestamptz(3))`;
      const [added] = await rows('id', id, null, tx);
      if (!added) throw new Refusal('channel.not_found', {});
      return toChannel(added);
    },

    async find(id: string, tx?: Tx): Promise<AgencyChannel | null> {
      const [row] = await rows('id', id, null, tx);
      return row ? toChannel(row) : null;
    },

    /** Active ones, first those that are told at once. */
    async ofAgency(code: string, tx?: Tx): Promise<AgencyChannel[]> {
      return (await rows('agency', code, null, tx)).filter(({ state }) => state === 'active').map(toChannel);
    },

    async listOfAgency(code: string): Promise<AgencyChannel[]> {
      return (await rows('agency', code, null)).map(toChannel);
    },

    async ofKind(kind: ChannelKind): Promise<AgencyChannel[]> {
      return (await rows('kind', '', kind)).filter(({ state }) => state === 'active').map(toChannel);
    },

    async atPlace(kind: ChannelKind, place: string, tx?: Tx): Promise<AgencyChannel[]> {
      return (await rows('place', place, kind, tx)).filter(({ state }) => state === 'active').map(toChannel);
    },

    async secretsOf(id: string): Promise<unknown> {
      const [row] = await rows('id', id, null);
      return row?.sealedSecrets ? JSON.parse(sealing.openText(row.sealedSecrets, sealContext(id))) : null;
    },

    async setSecrets(tx: Tx, id: string, secrets: unknown): Promise<void> {
      const sealed = sealing.seal(JSON.stringify(secrets), sealContext(id));
      await prismaOf(tx).$executeRaw`update agency_channels set sealed_secrets = ${sealed} where id = ${id}::uuid`;
    },

    async setState(tx: Tx, id: string, state: AgencyChannel['state']): Promise<void> {
      await prismaOf(tx).$executeRaw`update agency_channels set state = ${state} where id = ${id}::uuid`;
    },

    /** A group that a supervisor binds by code gets its address here; a supergroup keeps its cases when its id changes. */
    async setPlace(tx: Tx, id: string, place: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update agency_channels set place = ${place}, settings = settings || ${JSON.stringify(settings)}::jsonb where id = ${id}::uuid`;
    },

    async reportHealth(id: string, health: ChannelHealth, problem: string | null): Promise<void> {
      await db.$executeRaw`
        update agency_channels set health = ${health}, health_problem = ${problem}, health_at = business_now()
        where id = ${id}::uuid and (health <> ${health} or health_problem is distinct from ${problem})`;
    },
  };
}
export type AgencyChannelsRepository = ReturnType<typeof createAgencyChannelsRepository>;
