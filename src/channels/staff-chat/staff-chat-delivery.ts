import type { TicketId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { ChannelNews, OfficerCardsRepository, OfficerDesk, OfficerDigest } from '../officer-cards/index.ts';
import { cardScreen, cutText, type StaffScreen } from './card-screen.ts';
import { deliveryOutcomeOf, type StaffSender } from './staff-sender.ts';

const CHANNEL = 'staff_chat';

interface Deps {
  readonly desk: OfficerDesk;
  readonly cards: OfficerCardsRepository;
  readonly digest: Pick<OfficerDigest, 'text' | 'isDigest'>;
  readonly staffSender: StaffSender;
}

type Shown = { type: 'ok'; messageId: number; threadId: number | null } | { type: 'failed'; outcome: DeliveryOutcome };
const words = (text: string): StaffScreen => ({ text: cutText(text), entities: [], keyboard: null });

/** The card in the group, edited in place; what follows is said as a reply to it, or in the case's own topic. */
export function createStaffChatDelivery({ desk, cards, digest, staffSender }: Deps) {
  /** A line for a group or for one person. When nothing came back it is not repeated: better none than two. */
  async function tell(chatId: string, text: string, uncertain: boolean): Promise<DeliveryOutcome> {
    if (uncertain) return { type: 'delivered', channel: CHANNEL };
    const said = await staffSender.say(chatId, words(text));
    return said.type === 'ok' || said.type === 'not_modified'
      ? { type: 'delivered', channel: CHANNEL }
      : deliveryOutcomeOf(said);
  }

  async function deliver(news: ChannelNews): Promise<DeliveryOutcome> {
    const { channel, ticketId, kind } = news;
    if (channel.place === 'unbound')
      return { type: 'unreachable', channel: CHANNEL, problem: 'no group has used the code yet' };
    if (digest.isDigest(kind)) {
      const text = await digest.text(news.notification, channel);
      return text === null
        ? { type: 'delivered', channel: CHANNEL }
        : tell(channel.place, text, news.notification.uncertain);
    }
    const claimed = await cards.claim(ticketId, channel.id);
    if (!claimed) return { type: 'later', afterMs: 500, problem: 'shown by another process just now' };
    try {
      const { card, entries, hash } = await desk.show(ticketId, channel);
      const shown = await showCard(news, claimed, cardScreen(card), hash, card.title);
      if (shown.type === 'failed') return shown.outcome;
      const known = await cards.entriesShown(ticketId, channel.id);
      for (const { id, text } of entries) {
        if (known.has(id) || (card.excerpt !== null && text.endsWith(`\n${card.excerpt}`))) continue;
        await cards.renew(ticketId, channel.id);
        const at = shown.threadId ? { threadId: shown.threadId } : { replyTo: shown.messageId };
        const said = await staffSender.say(channel.place, words(text), at);
        if (said.type === 'ok')
          await cards.addMessage({
            channelId: channel.id,
            messageRef: String(said.result.message_id),
            ticketId,
            role: 'entry',
            entryId: id,
          });
        else if (said.type !== 'not_modified') return deliveryOutcomeOf(said);
      }
      return { type: 'delivered', channel: CHANNEL, ref: { messageId: shown.messageId } };
    } catch (error) {
      if (isRefusal(error)) return { type: 'refused', channel: CHANNEL, problem: error.code };
      throw error;
    } finally {
      await cards.release(ticketId, channel.id);
    }
  }

  async function showCard(
    { channel, ticketId }: ChannelNews,
    claimed: { messageRef: string | null; threadRef: string | null; shownHash: string | null },
    screen: StaffScreen,
    hash: string,
    title: string,
  ): Promise<Shown> {
    const { place } = channel;
    let threadId = claimed.threadRef ? Number(claimed.threadRef) : null;
    if (claimed.messageRef) {
      const messageId = Number(claimed.messageRef);
      if (claimed.shownHash === hash) return { type: 'ok', messageId, threadId };
      const edited = await staffSender.edit(place, messageId, screen);
      if (edited.type === 'ok' || edited.type === 'not_modified') {
        await cards.remember(ticketId, channel.id, {
          messageRef: claimed.messageRef,
          threadRef: claimed.threadRef,
          shownHash: hash,
        });
        return { type: 'ok', messageId, threadId };
      }
      if (edited.type !== 'message_gone') return { type: 'failed', outcome: deliveryOutcomeOf(edited) };
    }
    if (threadId === null && channel.settings['topicPerCase'] === true) {
      const topic = await staffSender.openTopic(place, title);
      if (topic.type !== 'ok')
        return { type: 'failed', outcome: topic.type === 'not_modified' ? missing : deliveryOutcomeOf(topic) };
      threadId = topic.result.message_thread_id;
      await remember(ticketId, channel.id, null, threadId, null);
    }
    const posted = await staffSender.say(place, screen, { threadId });
    if (posted.type !== 'ok')
      return { type: 'failed', outcome: posted.type === 'not_modified' ? missing : deliveryOutcomeOf(posted) };
    await remember(ticketId, channel.id, posted.result.message_id, threadId, hash);
    return { type: 'ok', messageId: posted.result.message_id, threadId };
  }

  async function remember(
    ticketId: TicketId,
    channelId: string,
    messageId: number | null,
    threadId: number | null,
    shownHash: string | null,
  ): Promise<void> {
    await cards.remember(ticketId, channelId, {
      messageRef: messageId === null ? null : String(messageId),
      threadRef: threadId === null ? null : String(threadId),
      shownHash,
    });
  }

  return { deliver, tell };
}

const missing: DeliveryOutcome = { type: 'unknown', problem: 'nothing was shown' };
