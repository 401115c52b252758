import type { Staff } from '../../access/index.ts';
import type { Journal } from '../../journal/index.ts';
import { type AgencyCode, newId, type StaffId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { DeliveryOutcome, NotificationsRepository } from '../../notifications/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { AgencyChannelsRepository } from './agency-channels-repository.ts';
import { CHANNEL_RECIPIENT } from './agency-delivery.ts';
import type { AgencyChannel, ChannelKind, NewAgencyChannel } from './channel.ts';
import {
  createInvitationCode,
  type OfficerBindingsRepository,
  type OfficerChannel,
} from './officer-bindings-repository.ts';
import type { StaffFinder } from './officer-directory.ts';

/** Says one line into a channel, to see whether it arrives. */
export type Announce = (channel: AgencyChannel, text: string) => Promise<DeliveryOutcome>;

/** The part of the webhooks that somebody who manages a body's channels may use. */
interface WebhookAdmin {
  add(tx: Tx, channel: Omit<NewAgencyChannel, 'kind'>): Promise<{ channel: AgencyChannel; secret: string }>;
  rotateSecret(tx: Tx, channelId: string): Promise<string>;
  channelOfEvent(eventId: string): Promise<string | null>;
  replay(eventId: string): Promise<DeliveryOutcome>;
}

interface Deps {
  readonly uow: UnitOfWork;
  readonly journal: Journal;
  readonly channels: AgencyChannelsRepository;
  readonly bindings: OfficerBindingsRepository;
  readonly notifications: Pick<NotificationsRepository, 'revive'>;
  readonly staff: StaffFinder;
  readonly t: Translate;
  readonly names: { agency(code: string, language: AgencyChannel['language']): string };
  readonly announce: Partial<Record<ChannelKind, Announce>>;
  readonly webhooks: WebhookAdmin | null;
  /** What a kind of channel keeps sealed (a workspace's token), and how it must look. */
  readonly secretShapes?: Partial<Record<ChannelKind, { parse(given: unknown): unknown }>>;
}

type Manager = Pick<Staff, 'id' | 'role' | 'agencyCode'>;

/** A group gets its address when it uses its code. */
const NO_GROUP_YET = 'unbound';

/** Where a body works: set up by its supervisor, or by an operator of the service. Nobody else learns that it exists. */
export function createChannelAdmin({
  uow,
  journal,
  channels,
  bindings,
  notifications,
  staff,
  t,
  names,
  announce,
  webhooks,
  secretShapes = {},
}: Deps) {
  function assertManages(by: Manager, agencyCode: AgencyCode | null): void {
    const isOwn = by.role === 'supervisor' && by.agencyCode !== null && by.agencyCode === agencyCode;
    if (by.role !== 'operator' && !isOwn) throw new Refusal('channel.not_found', {});
  }

  async function managed(by: Manager, id: string, tx?: Tx): Promise<AgencyChannel> {
    const channel = await channels.find(id, tx);
    if (!channel) throw new Refusal('channel.not_found', {});
    assertManages(by, channel.agencyCode);
    return channel;
  }

  const record = (tx: Tx, by: Manager, channel: AgencyChannel, type: string): Promise<unknown> =>
    journal.append(tx, `agency:${channel.agencyCode}`, {
      type: `channel.${type}`,
      actor: { kind: by.role, id: by.id },
      facts: { channelId: channel.id, kind: channel.kind, abroad: channel.abroad, policy: channel.policy },
    });

  return {
    /** Paused ones too, with their health. */
    async list(by: Manager, agencyCode: AgencyCode): Promise<AgencyChannel[]> {
      assertManages(by, agencyCode);
      return channels.listOfAgency(agencyCode);
    },

    /** @returns what is shown once: the signing secret of a webhook, the code for a group. */
    async add(
      tx: Tx,
      by: Manager,
      { secrets, ...wanted }: Omit<NewAgencyChannel, 'place'> & { place?: string | undefined; secrets?: unknown },
    ): Promise<{ channel: AgencyChannel; secret: string | null; code: string | null }> {
      assertManages(by, wanted.agencyCode as AgencyCode);
      const place = wanted.kind === 'staff_chat' ? NO_GROUP_YET : (wanted.place ?? '');
      const whole = { ...wanted, place };
      if (wanted.kind === 'webhook') {
        if (!webhooks) throw new Refusal('channel.not_found', {});
        const { channel, secret } = await webhooks.add(tx, whole);
        await record(tx, by, channel, 'added');
        return { channel, secret, code: null };
      }
      const kept = secrets === undefined ? undefined : secretShapes[wanted.kind]?.parse(secrets);
      const channel = await channels.add(tx, whole, kept);
      await record(tx, by, channel, 'added');
      return { channel, secret: null, code: wanted.kind === 'staff_chat' ? await groupCode(tx, channel) : null };
    },

    /** A new code for a staff chat, good once: `/bind CODE` in the group. */
    async inviteGroup(tx: Tx, by: Manager, id: string): Promise<string> {
      const channel = await managed(by, id, tx);
      if (channel.kind !== 'staff_chat') throw new Refusal('channel.not_found', {});
      return groupCode(tx, channel);
    },

    /** A code that makes an account of a channel this officer's: `/start staff_CODE` in Telegram, `/dauys connect CODE` in Slack. */
    async invitePerson(
      tx: Tx,
      by: Manager,
      staffId: StaffId,
      channel: Exclude<OfficerChannel, 'email'>,
    ): Promise<string> {
      const person = await staff.find(staffId, tx);
      if (!person) throw new Refusal('staff.not_found', {});
      if (person.id !== by.id) assertManages(by, person.agencyCode);
      const code = createInvitationCode();
      await bindings.invite(tx, code, { channel, staffId });
      return code;
    },

    async setState(tx: Tx, by: Manager, id: string, state: AgencyChannel['state']): Promise<void> {
      const channel = await managed(by, id, tx);
      await channels.setState(tx, id, state);
      await record(tx, by, channel, state === 'paused' ? 'paused' : 'resumed');
    },

    /** A line into the channel. When it arrives, what waited for the channel is sent again. */
    async test(by: Manager, id: string): Promise<DeliveryOutcome> {
      const channel = await managed(by, id);
      const say = announce[channel.kind];
      if (!say) return { type: 'refused', channel: channel.kind, problem: 'channel is not configured' };
      const agency = names.agency(channel.agencyCode, channel.language);
      const outcome = await say(channel, t(channel.language, 'officers-test-message', { agency }));
      const isOk = outcome.type === 'delivered';
      await channels.reportHealth(id, isOk ? 'ok' : 'broken', 'problem' in outcome ? outcome.problem : null);
      if (isOk)
        await uow.run(`channel-test:${newId()}`, (tx) => notifications.revive(tx, { kind: CHANNEL_RECIPIENT, id }));
      return outcome;
    },

    async rotateSecret(tx: Tx, by: Manager, id: string): Promise<string> {
      const channel = await managed(by, id, tx);
      if (!webhooks || channel.kind !== 'webhook') throw new Refusal('channel.not_found', {});
      await record(tx, by, channel, 'secret_rotated');
      return webhooks.rotateSecret(tx, id);
    },

    async replay(by: Manager, eventId: string): Promise<DeliveryOutcome> {
      const id = await webhooks?.channelOfEvent(eventId);
      if (!webhooks || !id) throw new Refusal('channel.not_found', {});
      await managed(by, id);
      return webhooks.replay(eventId);
    },
  };

  async function groupCode(tx: Tx, { id }: AgencyChannel): Promise<string> {
    const code = createInvitationCode();
    await bindings.invite(tx, code, { channel: 'telegram', channelId: id });
    return code;
  }
}
export type ChannelAdmin = ReturnType<typeof createChannelAdmin>;
