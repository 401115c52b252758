import type { AgencyCode, TicketId } from '../../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { DeliveryOutcome, Notification, NotificationsRepository } from '../../notifications/index.ts';
import type { AgencyChannelsRepository } from './agency-channels-repository.ts';
import { type AgencyChannel, type ChannelKind, concerns } from './channel.ts';
import type { OfficerCardsRepository } from './officer-cards-repository.ts';
import type { OutboxReader } from './outbox-read-model.ts';

/** What one channel is asked to show: the newest state of a ticket. */
export interface ChannelNews {
  readonly notification: Notification;
  readonly channel: AgencyChannel;
  readonly ticketId: TicketId;
  /** `ticket_delivered`, `ticket_changed`, or a reminder of the terms. */
  readonly kind: string;
}
export type DeliverToChannel = (news: ChannelNews) => Promise<DeliveryOutcome>;

interface Deps {
  readonly uow: UnitOfWork;
  readonly notifications: Pick<NotificationsRepository, 'add' | 'revive'>;
  readonly channels: Pick<AgencyChannelsRepository, 'ofAgency' | 'find' | 'reportHealth'>;
  readonly cards: Pick<OfficerCardsRepository, 'channelsShowing'>;
  readonly outbox: OutboxReader;
  /** Unit and topic of a ticket, to choose among the body's channels. */
  readonly ticketOf: (tx: Tx, id: TicketId) => Promise<{ unitId: string | null; topicId: string | null }>;
  readonly deliver: Partial<Record<ChannelKind, DeliverToChannel>>;
}

export const CHANNEL_RECIPIENT = 'agency_channel';

/**
 * News for a body become one notification per channel, each with its own retries. A channel of a later order waits and
 * stands in only when nothing before it got through; what stood waiting there is then dropped, so that nothing is
 * posted twice.
 */
export function createAgencyDelivery({ uow, notifications, channels, cards, outbox, ticketOf, deliver }: Deps) {
  async function fanOut(notification: Notification): Promise<DeliveryOutcome> {
    const all = await channels.ofAgency(notification.recipient.id as AgencyCode);
    const ticketIds = ticketsIn(notification);
    if (all.length === 0 || ticketIds.length === 0) return { type: 'delivered', channel: 'console' };
    const [only] = ticketIds.length === 1 ? ticketIds : [];
    const showing = only ? await cards.channelsShowing(only) : new Set<string>();
    await uow.run(`agency-fan-out:${notification.id}`, async (tx) => {
      const tickets = new Map<string, { unitId: string | null; topicId: string | null }>();
      for (const id of new Set(ticketIds)) tickets.set(id, await ticketOf(tx, id));
      for (const channel of all) {
        const facts = factsFor(notification, (id) => concerns(channel, tickets.get(id) ?? NOWHERE));
        if (!facts) continue;
        const waits = channel.fallbackOrder > 0 && !showing.has(channel.id);
        const dueAt = new Date(tx.now.getTime() + channel.fallbackAfterMinutes * channel.fallbackOrder * 60_000);
        await notifications.add(tx, {
          to: { kind: CHANNEL_RECIPIENT, id: channel.id },
          kind: notification.kind,
          facts: { ...facts, parentId: notification.id, order: waits ? channel.fallbackOrder : 0 },
          lane: notification.lane,
          dedupeKey: dedupeKey(notification.id, channel.id),
          ...(waits ? { dueAt } : {}),
        });
      }
    });
    return { type: 'delivered', channel: 'fan-out' };
  }

  async function toChannel(notification: Notification): Promise<DeliveryOutcome> {
    const channel = await channels.find(notification.recipient.id);
    if (channel?.state !== 'active') return { type: 'refused', channel: 'none', problem: 'channel is paused' };
    const handler = deliver[channel.kind];
    if (!handler) return { type: 'refused', channel: channel.kind, problem: 'channel is not configured' };
    const { parentId, order, ticketId } = notification.facts;
    if (typeof order === 'number' && order > 0 && typeof parentId === 'string') {
      const earlier = (await channels.ofAgency(channel.agencyCode))
        .filter(({ fallbackOrder }) => fallbackOrder < order)
        .map(({ id }) => dedupeKey(parentId, id));
      if (await outbox.reached(earlier)) return { type: 'delivered', channel: 'not-needed' };
      await outbox.drop(earlier);
      // What was leaving while we looked cannot be called back, and may wait for its next turn by now: first see what
      // becomes of it.
      if (await outbox.isUnderWay(earlier))
        return { type: 'later', afterMs: A_MOMENT_MS, problem: 'an earlier channel is sending just now' };
      if (await outbox.reached(earlier)) return { type: 'delivered', channel: 'not-needed' };
    }
    const tried = await handler({ notification, channel, ticketId: ticketId as TicketId, kind: notification.kind });
    const outcome = patient(tried, channel, notification.attempts);
    await report(channel, outcome);
    if (outcome.type === 'delivered' && channel.health !== 'ok')
      // It works again: what had been given up is sent after all.
      await uow.run(`agency-channel-back:${notification.id}:${notification.attempts}`, (tx) =>
        notifications.revive(tx, notification.recipient),
      );
    return outcome;
  }

  async function report(channel: AgencyChannel, outcome: DeliveryOutcome): Promise<void> {
    switch (outcome.type) {
      case 'delivered':
        return channels.reportHealth(channel.id, 'ok', null);
      case 'later':
      case 'unknown':
        return channels.reportHealth(channel.id, 'failing', outcome.problem);
      case 'unreachable':
      case 'refused':
        return channels.reportHealth(channel.id, 'broken', outcome.problem);
    }
  }

  return (notification: Notification): Promise<DeliveryOutcome> =>
    notification.recipient.kind === CHANNEL_RECIPIENT ? toChannel(notification) : fanOut(notification);
}
export type AgencyDelivery = ReturnType<typeof createAgencyDelivery>;

/** The outbox gives up after so many attempts; here what was given up must be found again when the channel is back. */
const LAST_ATTEMPT = 12;
const A_MOMENT_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Longer and longer pauses, about an hour in all; then it waits for the channel to come back. */
function patient(outcome: DeliveryOutcome, { kind }: AgencyChannel, attempts: number): DeliveryOutcome {
  if (outcome.type !== 'later' && outcome.type !== 'unknown') return outcome;
  if (attempts >= LAST_ATTEMPT) return { type: 'unreachable', channel: kind, problem: outcome.problem };
  if (outcome.type === 'unknown') return outcome;
  return { ...outcome, afterMs: Math.max(outcome.afterMs, Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** attempts)) };
}

const dedupeKey = (parentId: string, channelId: string): string => `agency-channel:${parentId}:${channelId}`;

const NOWHERE = { unitId: null, topicId: null };

type Point = { readonly ticketId?: unknown };
const pointsOf = ({ facts }: Notification): readonly Point[] =>
  Array.isArray(facts['points']) ? (facts['points'] as Point[]) : [];

function ticketsIn(notification: Notification): TicketId[] {
  const named = [notification.facts['ticketId'], ...pointsOf(notification).map(({ ticketId }) => ticketId)];
  return named.filter((id): id is TicketId => typeof id === 'string');
}

/** The part of the news that belongs into a channel; null when nothing does. */
function factsFor(notification: Notification, isHere: (ticketId: string) => boolean): Notification['facts'] | null {
  const { facts } = notification;
  if (typeof facts['ticketId'] === 'string') return isHere(facts['ticketId']) ? facts : null;
  const points = pointsOf(notification).filter(({ ticketId }) => typeof ticketId === 'string' && isHere(ticketId));
  return points.length > 0 ? { ...facts, points } : null;
}
