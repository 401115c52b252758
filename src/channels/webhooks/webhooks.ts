import { fetch } from 'undici';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { DeliveryOutcome, Notification } from '../../notifications/index.ts';
import type {
  AgencyChannel,
  AgencyChannelsRepository,
  ChannelNews,
  NewAgencyChannel,
  OfficerCardsRepository,
  OfficerDesk,
} from '../officer-cards/index.ts';
import { assertPublicAddress, createGuardedAgent } from './address-guard.ts';
import type { WebhookDeliveriesRepository } from './webhook-deliveries-repository.ts';
import { webhookEvent } from './webhook-event.ts';
import { newSecret, rotated, signedHeaders, WebhookSecrets } from './webhook-secrets.ts';

const CHANNEL = 'webhook';
const TIMEOUT_MS = 15_000;
const LONGEST_PAUSE_MS = 3_600_000;

interface Deps {
  readonly desk: OfficerDesk;
  readonly channels: AgencyChannelsRepository;
  readonly cards: OfficerCardsRepository;
  readonly deliveries: WebhookDeliveriesRepository;
  readonly publicUrl: string;
  /** Real time: receivers refuse signatures that are older than five minutes. */
  readonly realNow: () => Date;
  /** Only for trying things out on one machine. */
  readonly allowPrivate?: boolean;
  readonly timeoutMs?: number;
}

/** Signed calls to bodies with registers of their own (Standard Webhooks), with a log and a way to repeat. */
export function createWebhooks({
  desk,
  channels,
  cards,
  deliveries,
  publicUrl,
  realNow,
  allowPrivate = false,
  timeoutMs = TIMEOUT_MS,
}: Deps) {
  const agent = createGuardedAgent({ allowPrivate, timeoutMs });

  async function secretsOf(channel: Pick<AgencyChannel, 'id'>): Promise<WebhookSecrets> {
    const secrets = WebhookSecrets.safeParse(await channels.secretsOf(channel.id));
    if (!secrets.success) throw new Refusal('channel.not_found', {});
    return secrets.data;
  }

  async function post(
    channel: AgencyChannel,
    sent: { eventId: string; ticketId: string | null; event: string; body: string; attempts: number },
  ): Promise<DeliveryOutcome> {
    const at = realNow();
    const log = {
      channelId: channel.id,
      eventId: sent.eventId,
      ticketId: sent.ticketId,
      event: sent.event,
      body: sent.body,
    };
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** sent.attempts);
    try {
      const response = await fetch(assertPublicAddress(channel.place, allowPrivate), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signedHeaders(await secretsOf(channel), { id: sent.eventId, at, body: sent.body }),
        },
        body: sent.body,
        // A redirect could lead inside; the receiver is asked to register its real address.
        redirect: 'manual',
        dispatcher: agent,
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      const { status } = response;
      const isOk = status >= 200 && status < 300;
      await deliveries.add({ ...log, status, problem: isOk ? null : `HTTP ${status}`, durationMs: elapsed(at) });
      if (isOk) return { type: 'delivered', channel: CHANNEL, ref: { status } };
      if (status === 410) return { type: 'unreachable', channel: CHANNEL, problem: 'the receiver says it is gone' };
      const asked = Number(response.headers.get('retry-after'));
      return {
        type: 'later',
        afterMs: Number.isFinite(asked) && asked > 0 ? Math.min(asked * 1_000, LONGEST_PAUSE_MS) : pauseMs,
        problem: `HTTP ${status}`,
      };
    } catch (error) {
      if (isRefusal(error)) throw error;
      const cause = (error as { cause?: { code?: string } }).cause?.code;
      const problem = cause ?? (error instanceof Error ? error.name : 'unknown');
      await deliveries.add({ ...log, status: null, problem, durationMs: elapsed(at) });
      return { type: 'later', afterMs: pauseMs, problem };
    }
  }

  /** Terms that are near or passed: ids and dates, for the body's own reminders. */
  function reminder(
    channel: AgencyChannel,
    { id, facts, attempts, createdAt }: Notification,
  ): Promise<DeliveryOutcome> {
    const body = JSON.stringify({
      type: 'term.digest',
      timestamp: createdAt.toISOString(),
      data: { points: facts['points'] },
    });
    return post(channel, { eventId: id, ticketId: null, event: 'term_digest', body, attempts });
  }

  const elapsed = (since: Date): number => Math.max(0, realNow().getTime() - since.getTime());

  return {
    async deliver({ notification, channel, ticketId, kind }: ChannelNews): Promise<DeliveryOutcome> {
      try {
        if (kind === 'term_digest') return await reminder(channel, notification);
        const first = await deliveries.bodyOf(notification.id);
        const body =
          first?.body ??
          JSON.stringify(
            webhookEvent(kind, await desk.show(ticketId, channel), { at: notification.createdAt, publicUrl }),
          );
        const outcome = await post(channel, {
          eventId: notification.id,
          ticketId,
          event: kind,
          body,
          attempts: notification.attempts,
        });
        if (outcome.type === 'delivered' && (await cards.claim(ticketId, channel.id))) {
          await cards.remember(ticketId, channel.id, {
            messageRef: `ticket:${ticketId}`,
            threadRef: null,
            shownHash: null,
          });
          await cards.release(ticketId, channel.id);
        }
        return outcome;
      } catch (error) {
        if (isRefusal(error)) return { type: 'refused', channel: CHANNEL, problem: error.code };
        throw error;
      }
    },

    /** @returns the secret; it is shown once and kept sealed. */
    async add(tx: Tx, channel: Omit<NewAgencyChannel, 'kind'>): Promise<{ channel: AgencyChannel; secret: string }> {
      assertPublicAddress(channel.place, allowPrivate);
      const secret = newSecret();
      return {
        channel: await channels.add(tx, { ...channel, kind: 'webhook' }, { current: secret, previous: null }),
        secret,
      };
    },

    /** The old secret signs for one more day beside the new one. */
    async rotateSecret(tx: Tx, channelId: string): Promise<string> {
      const next = rotated(await secretsOf({ id: channelId }), realNow());
      await channels.setSecrets(tx, channelId, next);
      return next.current;
    },

    /** A signed event that means nothing, to try the connection. */
    ping(channel: AgencyChannel): Promise<DeliveryOutcome> {
      const body = JSON.stringify({
        type: 'dauys.test',
        timestamp: realNow().toISOString(),
        data: { agencyCode: channel.agencyCode },
      });
      return post(channel, { eventId: newId(), ticketId: null, event: 'dauys_test', body, attempts: 1 });
    },

    /** The channel whose event this was, for whoever decides about replaying it. */
    channelOfEvent: async (eventId: string): Promise<string | null> =>
      (await deliveries.bodyOf(eventId))?.channelId ?? null,

    /** The same event under the same id, once more. */
    async replay(eventId: string): Promise<DeliveryOutcome> {
      const sent = await deliveries.bodyOf(eventId);
      const channel = sent ? await channels.find(sent.channelId) : null;
      if (!sent || !channel) throw new Refusal('channel.not_found', {});
      return post(channel, { eventId, ...sent, attempts: 1 });
    },

    log: deliveries.list,
    forget: deliveries.forget,
    /** The log is kept for thirty days. */
    tidy: (): Promise<void> => deliveries.dropOlderThan(30),
    close: (): Promise<void> => agent.close(),
  };
}
export type Webhooks = ReturnType<typeof createWebhooks>;
