import type { AppealId } from '../../../kernel/ids.ts';
import type { TelegramDeps } from '../deps.ts';
import type { BotContext } from '../turn.ts';

/** Shows a case at the end of the chat. A case has one card: the earlier one goes, so that no second one grows stale. */
export async function bringCard(
  ctx: BotContext,
  { cards, notifications }: Pick<TelegramDeps, 'cards' | 'notifications'>,
  appealId: AppealId,
): Promise<void> {
  const { tx, citizen, chatId, effects } = ctx.turn;
  for (const messageId of await cards.release(tx, appealId, chatId)) effects.push({ type: 'delete', messageId });
  await notifications.add(tx, {
    to: { kind: 'citizen', id: citizen.id },
    kind: 'case_card',
    facts: { appealId },
    lane: 'conversation',
    dedupeKey: `card:${appealId}:${tx.key}:brought`,
  });
}
