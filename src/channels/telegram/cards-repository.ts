import type { AppealId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { type Db, prepared } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

/** Which messages in a chat belong to which case: the card itself and everything else that was said about it. */
export function createCardsRepository(db: Db) {
  return {
    async cardOf(appealId: AppealId, chatId: number): Promise<{ messageId: number; shownHash: string | null } | null> {
      const [row] = await prepared(db).$queryRaw<{ messageId: number; shownHash: string | null }[]>`
        select message_id as "messageId", shown_hash as "shownHash" from telegram_cards
        where appeal_id = ${appealId}::uuid and chat_id = ${chatId} and is_card order by message_id desc limit 1`;
      return row ?? null;
    },

    async appealOf(tx: Tx, chatId: number, messageId: number): Promise<AppealId | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ appeal_id: AppealId }[]>`
        select appeal_id from telegram_cards where chat_id = ${chatId} and message_id = ${messageId}`;
      return row?.appeal_id ?? null;
    },

    async remember(
      appealId: AppealId,
      chatId: number,
      messageId: number,
      { isCard, shownHash }: { isCard: boolean; shownHash: string | null },
    ): Promise<void> {
      await prepared(db).$executeRaw`
        insert into telegram_cards (chat_id, message_id, appeal_id, is_card, shown_hash, created_at)
        values (${chatId}, ${messageId}, ${appealId}::uuid, ${isCard}, ${shownHash}, business_now())
        on conflict (chat_id, message_id) do update set shown_hash = excluded.shown_hash, is_card = excluded.is_card`;
    },

    async forget(chatId: number, messageId: number): Promise<void> {
      await db.telegramCard.deleteMany({ where: { chatId, messageId } });
    },
  };
}
export type CardsRepository = ReturnType<typeof createCardsRepository>;
