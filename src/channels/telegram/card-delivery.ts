import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import type { CitizenCaseView } from '../../appeals/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { NotedSends, TelegramSender } from '../../platform/telegram-transport/index.ts';
import type { CardsRepository, ShownCard } from './cards-repository.ts';
import type { CaseCard } from './case-card.ts';
import { CHANNEL, messageOf, settled } from './sent-message.ts';
import { fitting, type Screen } from './turn.ts';

interface Deps {
  readonly api: Api;
  readonly sender: TelegramSender;
  readonly notedSends: NotedSends;
  readonly cards: CardsRepository;
  readonly caseCard: CaseCard;
}

/** Messages that belong to a case are known by their id ever after: the one card, and what is said beside it. */
export function createCardDelivery({ api, sender, notedSends, cards, caseCard }: Deps) {
  /** Edits the case's one message; a card that is gone or was never sent is sent anew. */
  async function card(
    view: CitizenCaseView,
    shown: ShownCard | null,
    chatId: number,
    lane: number,
    language: Language,
  ): Promise<DeliveryOutcome> {
    const screen = fitting(caseCard(view, language));
    const shownHash = createHash('sha256').update(JSON.stringify(screen)).digest('base64url').slice(0, 22);
    if (shown?.shownHash === shownHash)
      return { type: 'delivered', channel: CHANNEL, ref: { messageId: shown.messageId } };
    if (shown) {
      const outcome = await sender.call(chatId, lane, 'editMessageText', () =>
        api.editMessageText(chatId, shown.messageId, screen.text, {
          entities: [...(screen.entities ?? [])],
          ...(screen.keyboard ? { reply_markup: screen.keyboard } : {}),
          link_preview_options: { is_disabled: true },
        }),
      );
      if (outcome.type === 'ok' || outcome.type === 'not_modified') {
        // Leaves together with the outcome. Were it lost, the next drawing would only repeat this one.
        cards.remember(view.appeal.id, chatId, shown.messageId, { isCard: true, shownHash }).catch(() => undefined);
        return { type: 'delivered', channel: CHANNEL, ref: { messageId: shown.messageId } };
      }
      if (outcome.type !== 'message_gone') return settled(outcome);
      await cards.forget(chatId, shown.messageId);
    }
    return settled(await sendOfCase(view, chatId, lane, screen, { isCard: true, shownHash }));
  }

  /** Sends what belongs to a case; that it does is written down before anything else happens. */
  async function sendOfCase(
    { appeal }: CitizenCaseView,
    chatId: number,
    lane: number,
    screen: Screen,
    shown: { isCard: boolean; shownHash: string | null },
  ) {
    const note = cards.noteOf(appeal.id, chatId, shown);
    const outcome = await sender.call(chatId, lane, 'sendMessage', () =>
      notedSends.send({ chat_id: chatId, ...messageOf(screen) }, note),
    );
    if (outcome.type === 'ok' && !outcome.result.isNoted)
      await cards.remember(appeal.id, chatId, outcome.result.message_id, shown);
    return outcome;
  }

  return { card, sendOfCase };
}
