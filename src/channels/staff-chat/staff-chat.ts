import type { Message, Update, User } from 'grammy/types';
import type { Language } from '../../kernel/language.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  type AgencyChannel,
  type AgencyChannelsRepository,
  type OfficerCardsRepository,
  type OfficerDesk,
  type OfficerDirectory,
  refusalWords,
} from '../officer-cards/index.ts';
import type { StoreFile } from './attached-file.ts';
import type { Joining } from './joining.ts';
import { createPresses } from './presses.ts';
import { attempt } from './savepoint.ts';
import { readStaffButton, type StaffButton } from './staff-buttons.ts';
import type { StaffSender } from './staff-sender.ts';
import { askedBy, createWrittenReply, type RepliedTo } from './written-reply.ts';

interface Deps {
  readonly joining: Joining;
  readonly t: Translate;
  readonly log: Log;
  readonly desk: OfficerDesk;
  readonly channels: AgencyChannelsRepository;
  readonly cards: OfficerCardsRepository;
  readonly directory: OfficerDirectory;
  readonly staffSender: StaffSender;
  readonly uow: UnitOfWork;
  /** Fetches a file from Telegram into our store; null when it cannot be had. */
  readonly storeFile: StoreFile;
  readonly defaultLanguage: Language;
}

const BIND = /^\/bind(?:@\w+)?(?:\s+(\S+))?\s*$/;

/**
 * Groups of bodies and the invitations of their officers. `handle` is offered every update before the citizens' bot
 * and says whether it was for the staff; what it changes goes through the update's own transaction.
 */
export function createStaffChat({
  joining,
  t,
  log,
  desk,
  channels,
  cards,
  directory,
  staffSender,
  uow,
  storeFile,
  defaultLanguage,
}: Deps) {
  /** What is shown leaves after the commit: asking again shows it again. */
  const later = (tx: Tx, show: () => Promise<unknown>): void =>
    tx.afterCommit(() => void show().catch((error: unknown) => log.warn({ err: error }, 'staff chat not shown')));
  const presses = createPresses({ t, desk, channels, cards, staffSender, later });
  const reply = createWrittenReply({ t, desk, cards, directory, staffSender, uow, storeFile, later });

  async function handle(tx: Tx, update: Update): Promise<boolean> {
    const { message, callback_query: pressed, my_chat_member: member } = update;
    if (message?.chat.type === 'private') return joining.invitation(tx, message);
    if (message && isGroup(message.chat.type)) return spoken(tx, message);
    if (pressed?.message && isGroup(pressed.message.chat.type)) {
      const button = readStaffButton(pressed.data ?? '');
      if (!button) return false;
      await press(tx, button, {
        queryId: pressed.id,
        from: pressed.from,
        chatId: pressed.message.chat.id,
        messageId: pressed.message.message_id,
      });
      return true;
    }
    if (member && isGroup(member.chat.type)) return joining.membership(member.chat.id, member.new_chat_member.status);
    return false;
  }

  async function spoken(tx: Tx, message: Message): Promise<boolean> {
    const { chat, from } = message;
    if (message.migrate_to_chat_id) return joining.moved(tx, chat.id, message.migrate_to_chat_id);
    const bind = BIND.exec(message.text ?? '');
    if (bind) return joining.bindGroup(tx, message, bind[1] ?? '');
    const text = message.text ?? message.caption;
    if (!text || !from || from.is_bot) return false;
    for (const channel of await channels.atPlace('staff_chat', String(chat.id), tx)) {
      const found = await ticketOf(tx, channel, message);
      if (!found) continue;
      await reply(tx, channel, message, from, found, text);
      return true;
    }
    return false;
  }

  /** A reply to one of our messages, or anything written in the case's own topic. */
  async function ticketOf(tx: Tx, channel: AgencyChannel, message: Message): Promise<RepliedTo | null> {
    const repliedTo = message.reply_to_message?.message_id;
    const known = repliedTo ? await cards.messageAt(channel.id, String(repliedTo), tx) : null;
    if (known)
      return { ticketId: known.ticketId, ...(known.role === 'prompt' ? askedBy(known.verb) : { asked: null }) };
    const ticketId = message.message_thread_id
      ? await cards.ticketOfThread(channel.id, String(message.message_thread_id), tx)
      : null;
    return ticketId ? { ticketId, asked: null } : null;
  }

  async function press(
    tx: Tx,
    button: StaffButton,
    { queryId, from, chatId, messageId }: { queryId: string; from: User; chatId: number; messageId: number },
  ): Promise<void> {
    const tell = (text: string, alert: boolean): void => later(tx, () => staffSender.tell(queryId, text, alert));
    const officer = await directory.byExternal('telegram', String(from.id), tx);
    if (!officer) return tell(t(defaultLanguage, 'officers-unbound-chat'), true);
    const outcome = await attempt(tx, () => presses.press(tx, button, officer, chatId, messageId));
    if (outcome.type === 'refused') tell(refusalWords(t, officer.language, outcome.refusal), true);
    else tell(outcome.result, false);
  }

  return { handle };
}
export type StaffChat = ReturnType<typeof createStaffChat>;

const isGroup = (type: string): boolean => type === 'group' || type === 'supergroup';
