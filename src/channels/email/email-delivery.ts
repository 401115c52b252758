import { showCaseNumber } from '../../appeals/index.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  allows,
  type ChannelNews,
  type OfficerCardsRepository,
  type OfficerDesk,
  type OfficerDigest,
  type ShownTicket,
} from '../officer-cards/index.ts';
import type { MailTokens } from './mail-tokens.ts';
import type { Mailer } from './mailer.ts';

const CHANNEL = 'email';
/** States that a body must hear of even when nobody wrote a word. */
const LOUD: readonly string[] = ['disputed', 'with_monitors', 'withdrawn', 'redirected'];

interface Deps {
  readonly t: Translate;
  readonly desk: OfficerDesk;
  readonly cards: OfficerCardsRepository;
  readonly digest: Pick<OfficerDigest, 'text' | 'isDigest'>;
  readonly mailer: Mailer;
  readonly tokens: MailTokens;
  /** Where replies arrive; null: the body only reads. */
  readonly replyBase: string | null;
  readonly domain: string;
}

/** A letter when a case comes, when the citizen writes, when it is disputed: not one for every move of the body itself. */
export function createEmailDelivery({ t, desk, cards, digest, mailer, tokens, replyBase, domain }: Deps) {
  /** A short letter without a case to answer to. The first line is its subject. */
  const write = (to: string, text: string, id: string): Promise<DeliveryOutcome> =>
    mailer.send({
      to,
      subject: text.split('\n')[0] ?? '',
      text,
      replyTo: null,
      messageId: `<${id}@${domain}>`,
      references: null,
    });

  async function deliver({ notification, channel, ticketId, kind }: ChannelNews): Promise<DeliveryOutcome> {
    if (digest.isDigest(kind)) {
      const text = await digest.text(notification, channel);
      return text === null ? { type: 'delivered', channel: CHANNEL } : write(channel.place, text, notification.id);
    }
    const claimed = await cards.claim(ticketId, channel.id);
    if (!claimed) return { type: 'later', afterMs: 500, problem: 'written by another process just now' };
    try {
      const shown = await desk.show(ticketId, channel);
      const worth = worthOf(shown);
      if (!isNews(claimed.shownHash, worth)) return { type: 'delivered', channel: CHANNEL };
      const known = await cards.entriesShown(ticketId, channel.id);
      const fresh = shown.entries.filter(({ id }) => !known.has(id));
      const { language } = channel;
      const { card } = shown;
      const mark = replyBase
        ? tokens.subjectMark('ticket', ticketId, channel.id)
        : `[${showCaseNumber(shown.view.appeal.number ?? '')}]`;
      const messageId = `<${notification.id}@${domain}>`;
      const outcome = await mailer.send({
        to: channel.place,
        subject: `${card.title} ${mark}`,
        text: [
          card.title,
          ...card.lines,
          ...fresh.flatMap(({ text }) => ['', text]),
          '',
          `${card.open.label}: ${card.open.url}`,
          ...(replyBase && allows(card.policy, 'note') ? ['', t(language, 'officers-mail-how')] : []),
        ].join('\n'),
        replyTo: replyBase ? tokens.address(replyBase, 'ticket', ticketId, channel.id) : null,
        messageId,
        references: `<${ticketId}@${domain}>`,
      });
      if (outcome.type !== 'delivered') return outcome;
      await cards.remember(ticketId, channel.id, {
        messageRef: claimed.messageRef ?? messageId,
        threadRef: null,
        shownHash: worth,
      });
      for (const { id } of fresh)
        await cards.addMessage({
          channelId: channel.id,
          messageRef: `${messageId}#${id}`,
          ticketId,
          role: 'entry',
          entryId: id,
        });
      return outcome;
    } catch (error) {
      if (isRefusal(error)) return { type: 'refused', channel: CHANNEL, problem: error.code };
      throw error;
    } finally {
      await cards.release(ticketId, channel.id);
    }
  }

  return { deliver, write };
}

function worthOf({ view }: ShownTicket): string {
  const fromCitizen = view.entries.filter(({ author }) => author === 'citizen').length;
  return `${fromCitizen}:${LOUD.includes(view.ticket.state) ? view.ticket.state : 'open'}`;
}

/** Going back from a loud state to the ordinary one is the body's own doing. */
function isNews(before: string | null, now: string): boolean {
  const [counted, state] = now.split(':');
  const [countedBefore, stateBefore] = before?.split(':') ?? [];
  return counted !== countedBefore || (state !== 'open' && state !== stateBefore);
}
