import type { Message, Update, User } from 'grammy/types';
import { showCaseNumber } from '../../appeals/index.ts';
import { TicketId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  type ActType,
  type AgencyChannel,
  type AgencyChannelsRepository,
  type BoundOfficer,
  needsPreview,
  type OfficerAct,
  type OfficerCardsRepository,
  type OfficerDesk,
  type OfficerDirectory,
  readReply,
  refusalWords,
} from '../officer-cards/index.ts';
import { type AttachedFile, fileOf, type StoreFile } from './attached-file.ts';
import { cutText, previewScreen, type StaffScreen } from './card-screen.ts';
import type { Joining } from './joining.ts';
import { attempt } from './savepoint.ts';
import { readStaffButton, type StaffButton } from './staff-buttons.ts';
import type { SpokenAt, StaffSender } from './staff-sender.ts';

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
const plain = (text: string): StaffScreen => ({ text: cutText(text), entities: [], keyboard: null });

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
  const say = (tx: Tx, chatId: number, text: string, at: SpokenAt = {}): void =>
    later(tx, () => staffSender.say(String(chatId), plain(text), at));

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
  async function ticketOf(
    tx: Tx,
    channel: AgencyChannel,
    message: Message,
  ): Promise<{ ticketId: TicketId; asked: ActType | null } | null> {
    const repliedTo = message.reply_to_message?.message_id;
    const known = repliedTo ? await cards.messageAt(channel.id, String(repliedTo), tx) : null;
    if (known) return { ticketId: known.ticketId, asked: known.role === 'prompt' ? (known.verb as ActType) : null };
    const ticketId = message.message_thread_id
      ? await cards.ticketOfThread(channel.id, String(message.message_thread_id), tx)
      : null;
    return ticketId ? { ticketId, asked: null } : null;
  }

  async function reply(
    tx: Tx,
    channel: AgencyChannel,
    message: Message,
    from: User,
    { ticketId, asked }: { ticketId: TicketId; asked: ActType | null },
    text: string,
  ): Promise<void> {
    const at = {
      replyTo: message.message_id,
      threadId: message.is_topic_message ? (message.message_thread_id ?? null) : null,
    };
    const officer = await directory.byExternal('telegram', String(from.id), tx);
    if (!officer) return say(tx, message.chat.id, t(channel.language, 'officers-unbound-chat'), at);
    const outcome = await attempt(tx, async () => {
      const intent = readReply(text, asked);
      if (intent.type === 'incomplete')
        throw new Refusal('officer.incomplete', {
          need: t(officer.language, `officers-prompt-${promptOf(intent.act)}`, { number: '' }),
        });
      const view = await desk.assertOffered(officer, ticketId, channel, intent.type);
      const act = await desk.actOf(intent, officer, view);
      const file = act.type === 'answer' ? fileOf(message) : null;
      if (file && act.type === 'answer') return { act, pendingId: null, file };
      if (needsPreview(act.type))
        return { act, pendingId: await desk.hold(tx, officer, channel, ticketId, act), file: null };
      const entryId = await desk.act(tx, officer, channel, ticketId, act);
      if (entryId)
        await cards.addMessage(
          { channelId: channel.id, messageRef: String(message.message_id), ticketId, role: 'entry', entryId },
          tx,
        );
      return { act, pendingId: null, file: null };
    });
    if (outcome.type === 'refused')
      return say(tx, message.chat.id, refusalWords(t, officer.language, outcome.refusal), at);
    const { act, pendingId, file } = outcome.result;
    const show = (words: OfficerAct, held: string): Promise<unknown> =>
      staffSender.say(
        String(message.chat.id),
        previewScreen(t, officer.language, {
          words: desk.previewText(words, officer.language),
          pendingId: held,
          withOutcome: words.type === 'answer',
        }),
        at,
      );
    if (file && act.type === 'answer') later(tx, () => withFile(act, file));
    else if (pendingId) later(tx, () => show(act, pendingId));
    else say(tx, message.chat.id, t(officer.language, 'officers-done', { act: act.type }), at);

    /** The file is brought into our store before the preview: what is confirmed can then leave at once. */
    async function withFile(answer: Extract<OfficerAct, { type: 'answer' }>, sent: AttachedFile): Promise<void> {
      const { fileId, ...facts } = sent;
      const stored = await storeFile(fileId);
      if (!stored || !officer) {
        const words = t(officer?.language ?? defaultLanguage, 'refusal-officer-file-missing');
        await staffSender.say(String(message.chat.id), plain(words), at);
        return;
      }
      const contentHash = Buffer.from(stored.contentHash).toString('base64');
      const full = { ...answer, files: [{ ...facts, sizeBytes: stored.sizeBytes, contentHash, fetchFrom: null }] };
      const { result } = await uow.run(`staff-chat:hold:${message.chat.id}:${message.message_id}`, (own) =>
        desk.hold(own, officer, channel, ticketId, full),
      );
      await show(full, result);
    }
  }

  async function press(
    tx: Tx,
    button: StaffButton,
    { queryId, from, chatId, messageId }: { queryId: string; from: User; chatId: number; messageId: number },
  ): Promise<void> {
    const tell = (text: string, alert: boolean): void => later(tx, () => staffSender.tell(queryId, text, alert));
    const officer = await directory.byExternal('telegram', String(from.id), tx);
    if (!officer) return tell(t(defaultLanguage, 'officers-unbound-chat'), true);
    const outcome = await attempt(tx, () =>
      button.type === 'card'
        ? cardPressed(tx, button, officer, chatId, messageId)
        : previewPressed(tx, button, officer, chatId, messageId),
    );
    if (outcome.type === 'refused') tell(refusalWords(t, officer.language, outcome.refusal), true);
    else tell(outcome.result, false);
  }

  async function cardPressed(
    tx: Tx,
    button: Extract<StaffButton, { type: 'card' }>,
    officer: BoundOfficer,
    chatId: number,
    messageId: number,
  ): Promise<string> {
    const ticketId = TicketId.parse(button.id);
    const channel = await channelAt(tx, chatId, messageId, ticketId);
    if (button.verb === 'take') {
      await desk.act(tx, officer, channel, ticketId, { type: 'take' });
      return t(officer.language, 'officers-done', { act: 'take' });
    }
    const { verb } = button;
    const view = await desk.assertOffered(officer, ticketId, channel, verb);
    const number = showCaseNumber(view.appeal.number ?? '');
    later(tx, async () => {
      const asked = await staffSender.say(
        String(chatId),
        plain(t(officer.language, `officers-prompt-${verb}`, { number })),
        { replyTo: messageId },
        true,
      );
      if (asked.type === 'ok')
        await cards.addMessage({
          channelId: channel.id,
          messageRef: String(asked.result.message_id),
          ticketId,
          role: 'prompt',
          verb,
        });
    });
    return '';
  }

  async function previewPressed(
    tx: Tx,
    { choice, id }: Extract<StaffButton, { type: 'preview' }>,
    officer: BoundOfficer,
    chatId: number,
    messageId: number,
  ): Promise<string> {
    const outcome = choice === 'send' || choice === 'cancel' ? null : choice;
    const done =
      choice === 'cancel'
        ? await desk.drop(tx, officer, id).then(() => t(officer.language, 'officers-cancelled'))
        : await desk
            .confirmHeld(tx, officer, id, outcome)
            .then(({ act }) => t(officer.language, 'officers-done', { act: act.type }));
    later(tx, () => staffSender.edit(String(chatId), messageId, plain(done)));
    return done;
  }

  async function channelAt(tx: Tx, chatId: number, messageId: number, ticketId: TicketId): Promise<AgencyChannel> {
    for (const channel of await channels.atPlace('staff_chat', String(chatId), tx)) {
      const known = await cards.messageAt(channel.id, String(messageId), tx);
      if (known?.ticketId === ticketId) return channel;
    }
    throw new Refusal('channel.not_found', {});
  }

  return { handle };
}
export type StaffChat = ReturnType<typeof createStaffChat>;

const isGroup = (type: string): boolean => type === 'group' || type === 'supergroup';
const promptOf = (act: ActType): string => (act === 'take' || act === 'note' ? 'answer' : act);
