import type { TicketId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type {
  AgencyChannel,
  ChannelNews,
  OfficerCardsRepository,
  OfficerDesk,
  OfficerDigest,
} from '../officer-cards/index.ts';
import { cardBlocks, cut, escaped, LIMITS, plain, sectionsOf } from './card-blocks.ts';
import { deliveryOutcomeOf, type SlackCalls } from './slack-calls.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

const CHANNEL = 'slack';
const CARD = 'dauys_card';
const ENTRY = 'dauys_entry';
/** Written before a card leaves: if nothing came back, the next attempt looks before it posts again. */
const POSTING = 'posting';
const LOOK_BACK = 100;

interface Deps {
  readonly workspaces: Pick<SlackWorkspaces, 'ofChannel'>;
  readonly desk: OfficerDesk;
  readonly cards: OfficerCardsRepository;
  readonly digest: Pick<OfficerDigest, 'text' | 'isDigest'>;
}

type Sent = { type: 'ok'; ts: string } | { type: 'failed'; outcome: DeliveryOutcome };

/** Posts the card once, edits it for ever after, and lets its thread carry the case. */
export function createSlackDelivery({ workspaces, desk, cards, digest }: Deps) {
  async function deliver(news: ChannelNews): Promise<DeliveryOutcome> {
    const { channel, ticketId, kind, notification } = news;
    const { calls } = await workspaces.ofChannel(channel);
    if (digest.isDigest(kind)) {
      const text = await digest.text(notification, channel);
      return text === null
        ? { type: 'delivered', channel: CHANNEL }
        : announce(calls, channel.place, text, notification.uncertain);
    }
    const claimed = await cards.claim(ticketId, channel.id);
    if (!claimed) return { type: 'later', afterMs: 500, problem: 'shown by another process just now' };
    try {
      const shown = await desk.show(ticketId, channel);
      const sent = await showCard(calls, channel, ticketId, claimed, cardBlocks(shown.card), shown.hash);
      if (sent.type === 'failed') return sent.outcome;
      const outcome = await showEntries(calls, news, sent.ts, shown.entries, shown.card.excerpt);
      return outcome ?? { type: 'delivered', channel: CHANNEL, ref: { ts: sent.ts } };
    } catch (error) {
      if (isRefusal(error)) return { type: 'refused', channel: CHANNEL, problem: error.code };
      throw error;
    } finally {
      await cards.release(ticketId, channel.id);
    }
  }

  async function showCard(
    calls: SlackCalls,
    channel: AgencyChannel,
    ticketId: TicketId,
    claimed: { messageRef: string | null; shownHash: string | null },
    drawn: ReturnType<typeof cardBlocks>,
    hash: string,
  ): Promise<Sent> {
    let ts = claimed.messageRef;
    if (!ts && claimed.shownHash === POSTING) {
      const found = await findPosted(calls, channel.place, CARD, ticketId, null);
      if (found.type === 'failed') return found;
      ts = found.ts || null;
      if (ts) await cards.remember(ticketId, channel.id, { messageRef: ts, threadRef: ts, shownHash: null });
    }
    if (ts && claimed.shownHash === hash) return { type: 'ok', ts };
    if (ts) {
      const at = ts;
      const edited = await calls.call((client) => client.chat.update({ channel: channel.place, ts: at, ...drawn }));
      if (edited.type === 'ok') {
        await cards.remember(ticketId, channel.id, { messageRef: at, threadRef: at, shownHash: hash });
        return { type: 'ok', ts: at };
      }
      if (edited.type !== 'gone') return { type: 'failed', outcome: deliveryOutcomeOf(edited) };
    }
    await cards.remember(ticketId, channel.id, { messageRef: null, threadRef: null, shownHash: POSTING });
    const posted = await calls.call((client) =>
      client.chat.postMessage({
        channel: channel.place,
        ...drawn,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: CARD, event_payload: { id: ticketId } },
      }),
    );
    if (posted.type !== 'ok') {
      if (posted.type !== 'unknown')
        await cards.remember(ticketId, channel.id, { messageRef: null, threadRef: null, shownHash: null });
      return { type: 'failed', outcome: deliveryOutcomeOf(posted) };
    }
    const fresh = String(posted.result.ts);
    await cards.remember(ticketId, channel.id, { messageRef: fresh, threadRef: fresh, shownHash: hash });
    return { type: 'ok', ts: fresh };
  }

  async function showEntries(
    calls: SlackCalls,
    { channel, ticketId, notification }: ChannelNews,
    threadTs: string,
    entries: readonly { id: string; text: string }[],
    excerpt: string | null,
  ): Promise<DeliveryOutcome | null> {
    const known = await cards.entriesShown(ticketId, channel.id);
    for (const { id, text } of entries) {
      // The first words stand on the card itself.
      if (known.has(id) || (excerpt !== null && text.endsWith(`\n${excerpt}`))) continue;
      await cards.renew(ticketId, channel.id);
      let ts: string | null = null;
      if (notification.uncertain) {
        const found = await findPosted(calls, channel.place, ENTRY, id, threadTs);
        if (found.type === 'failed') return found.outcome;
        ts = found.ts || null;
      }
      if (!ts) {
        const posted = await calls.call((client) =>
          client.chat.postMessage({
            channel: channel.place,
            thread_ts: threadTs,
            text: cut(escaped(text), LIMITS.fallback),
            blocks: sectionsOf(text),
            unfurl_links: false,
            metadata: { event_type: ENTRY, event_payload: { id } },
          }),
        );
        if (posted.type !== 'ok') return deliveryOutcomeOf(posted);
        ts = String(posted.result.ts);
      }
      await cards.addMessage({ channelId: channel.id, messageRef: ts, ticketId, role: 'entry', entryId: id });
    }
    return null;
  }

  /** Whether an attempt without a reply was shown after all; `ts` is empty when it was not. */
  async function findPosted(
    calls: SlackCalls,
    place: string,
    type: string,
    id: string,
    threadTs: string | null,
  ): Promise<Sent> {
    const looked = await calls.call((client) =>
      threadTs
        ? client.conversations.replies({ channel: place, ts: threadTs, limit: LOOK_BACK, include_all_metadata: true })
        : client.conversations.history({ channel: place, limit: LOOK_BACK, include_all_metadata: true }),
    );
    if (looked.type !== 'ok') return { type: 'failed', outcome: deliveryOutcomeOf(looked) };
    const messages = (looked.result.messages ?? []) as {
      ts?: string;
      metadata?: { event_type?: string; event_payload?: { id?: unknown } };
    }[];
    const found = messages.find(({ metadata }) => metadata?.event_type === type && metadata.event_payload?.id === id);
    return { type: 'ok', ts: found?.ts ?? '' };
  }

  /** A line for everybody. When nothing came back it is not repeated: better none than two. */
  async function announce(
    calls: SlackCalls,
    place: string,
    text: string,
    uncertain: boolean,
  ): Promise<DeliveryOutcome> {
    if (uncertain) return { type: 'delivered', channel: CHANNEL };
    const posted = await calls.call((client) =>
      client.chat.postMessage({
        channel: place,
        text: cut(escaped(text), LIMITS.fallback),
        blocks: [{ type: 'section', text: plain(text, LIMITS.section) }],
      }),
    );
    return posted.type === 'ok'
      ? { type: 'delivered', channel: CHANNEL, ref: { ts: String(posted.result.ts) } }
      : deliveryOutcomeOf(posted);
  }

  return { deliver, announce };
}
export type SlackDelivery = ReturnType<typeof createSlackDelivery>;
