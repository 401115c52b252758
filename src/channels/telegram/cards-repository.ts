import type { AppealId, CitizenId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { type Db, prepared } from '../../platform/db/database.ts';
import { prismaOf, unanswered } from '../../platform/db/unit-of-work.ts';
import type { Note } from '../../platform/telegram-transport/index.ts';

export interface ShownCard {
  readonly chatId: number;
  readonly messageId: number;
  readonly shownHash: string | null;
}

interface Shown {
  readonly isCard: boolean;
  readonly shownHash: string | null;
}

const REMEMBER = `
  insert into telegram_cards (message_id, chat_id, appeal_id, is_card, shown_hash, created_at)
  values ($1::int, $2::bigint, $3::uuid, $4::boolean, $5::text, business_now())
  on conflict (chat_id, message_id) do update set shown_hash = excluded.shown_hash, is_card = excluded.is_card`;

/** Which messages in a chat belong to which case: the card itself and everything else that was said about it. */
export function createCardsRepository(db: Db) {
  return {
    /** The cards of a case, newest first: one per chat that sees it. */
    async cardsOf(appealId: AppealId): Promise<ShownCard[]> {
      const rows = await prepared(db).$queryRaw<(Omit<ShownCard, 'chatId'> & { chatId: bigint })[]>`
        select chat_id as "chatId", message_id as "messageId", shown_hash as "shownHash" from telegram_cards
        where appeal_id = ${appealId}::uuid and is_card order by message_id desc`;
      return rows.map((row) => ({ ...row, chatId: Number(row.chatId) }));
    },

    async appealOf(tx: Tx, chatId: number, messageId: number): Promise<AppealId | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ appeal_id: AppealId }[]>`
        select appeal_id from telegram_cards where chat_id = ${chatId} and message_id = ${messageId}`;
      return row?.appeal_id ?? null;
    },

    /** The card is about to move: the messages that were it stay known as speaking of the case. */
    async release(tx: Tx, appealId: AppealId, chatId: number): Promise<number[]> {
      const rows = await prismaOf(tx).$queryRaw<{ message_id: number }[]>`
        update telegram_cards set is_card = false
        where appeal_id = ${appealId}::uuid and chat_id = ${chatId} and is_card returning message_id`;
      return rows.map((row) => row.message_id);
    },

    /** Something else is shown in the card's place for a moment: the next state is drawn anew, even if it is the same. */
    async unsettle(tx: Tx, chatId: number, messageId: number): Promise<void> {
      await prismaOf(tx).$executeRaw`
        update telegram_cards set shown_hash = null where chat_id = ${chatId} and message_id = ${messageId}`;
    },

    /** What is to be written of a message about a case once it is sent. */
    noteOf(appealId: AppealId, chatId: number, { isCard, shownHash }: Shown): Note {
      return { name: 'remember_card', text: REMEMBER, values: [chatId, appealId, isCard, shownHash] };
    },

    async remember(appealId: AppealId, chatId: number, messageId: number, shown: Shown): Promise<void> {
      const { text, values } = this.noteOf(appealId, chatId, shown);
      await prepared(db).$executeRawUnsafe(text, messageId, ...values);
    },

    /**
     * A card whose sending was never noted is on the screen all the same: when somebody presses it, it becomes the
     * card. Returns the messages it takes the place of, before the commit even if nobody waits for it.
     */
    async adopt(
      tx: Tx,
      { appealId, citizenId }: { appealId: AppealId; citizenId: CitizenId },
      chatId: number,
      messageId: number,
    ): Promise<number[]> {
      const adopting = prismaOf(tx).$queryRaw<{ message_id: number }[]>`
        with adopted as (
          insert into telegram_cards (chat_id, message_id, appeal_id, is_card, shown_hash, created_at)
          select ${chatId}::bigint, ${messageId}::int, ${appealId}::uuid, true, null, ${tx.now}::timestamptz(3)
          where exists (
            select 1 from notifications n where n.recipient_kind = 'citizen' and n.recipient_id = ${citizenId}
              and n.kind = 'case_card' and n.uncertain and n.facts ->> 'appealId' = ${appealId})
          on conflict (chat_id, message_id) do nothing returning message_id
        )
        delete from telegram_cards c using adopted a
        where c.chat_id = ${chatId}::bigint and c.appeal_id = ${appealId}::uuid and c.is_card and c.message_id <> a.message_id
        returning c.message_id`;
      unanswered(tx, adopting);
      return (await adopting).map(({ message_id }) => message_id);
    },

    async forget(chatId: number, messageId: number): Promise<void> {
      await db.telegramCard.deleteMany({ where: { chatId, messageId } });
    },
  };
}
export type CardsRepository = ReturnType<typeof createCardsRepository>;
