import type { Message, User } from 'grammy/types';
import type { TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  type ActType,
  type AgencyChannel,
  doneWords,
  needsPreview,
  type OfficerAct,
  type OfficerCardsRepository,
  type OfficerDesk,
  type OfficerDirectory,
  readReply,
  refusalWords,
} from '../officer-cards/index.ts';
import { type AttachedFile, fileOf, type StoreFile } from './attached-file.ts';
import { plainScreen, previewScreen } from './card-screen.ts';
import { attempt } from './savepoint.ts';
import type { SpokenAt, StaffSender } from './staff-sender.ts';

interface Deps {
  readonly t: Translate;
  readonly desk: OfficerDesk;
  readonly cards: OfficerCardsRepository;
  readonly directory: OfficerDirectory;
  readonly staffSender: StaffSender;
  readonly uow: UnitOfWork;
  readonly storeFile: StoreFile;
  /** Shows something after the commit. */
  readonly later: (tx: Tx, show: () => Promise<unknown>) => void;
}

export interface RepliedTo {
  readonly ticketId: TicketId;
  readonly asked: ActType | null;
  /** The template whose preview was replied to with other words. */
  readonly templateId?: string;
}

/** What a prompt asked for: `register`, or `answer@<template>`. */
export function askedBy(verb: string | null): Pick<RepliedTo, 'asked' | 'templateId'> {
  const [asked = null, templateId] = verb?.split('@') ?? [];
  return { asked: asked as ActType | null, ...(templateId ? { templateId } : {}) };
}

const promptOf = (act: ActType): string => (['take', 'note', 'pass'].includes(act) ? 'answer' : act);

/** What is written under a card: a note to colleagues, or, with a prefix, an act that is previewed first. */
export function createWrittenReply({ t, desk, cards, directory, staffSender, uow, storeFile, later }: Deps) {
  const say = (tx: Tx, chatId: number, text: string, at: SpokenAt = {}): void =>
    later(tx, () => staffSender.say(String(chatId), plainScreen(text), at));

  return async function reply(
    tx: Tx,
    channel: AgencyChannel,
    message: Message,
    from: User,
    { ticketId, asked, templateId }: RepliedTo,
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
      const plain = await desk.actOf(intent, officer, view);
      const act = plain.type === 'answer' && templateId ? { ...plain, templateId } : plain;
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
    const show = async (words: OfficerAct, held: string): Promise<unknown> =>
      staffSender.say(
        String(message.chat.id),
        previewScreen(t, officer.language, {
          words: await desk.preview(officer, ticketId, words),
          pendingId: held,
          withOutcome: words.type === 'answer',
        }),
        at,
      );
    if (file && act.type === 'answer') later(tx, () => withFile(act, file));
    else if (pendingId) later(tx, () => show(act, pendingId));
    else say(tx, message.chat.id, doneWords(t, officer.language, act.type), at);

    /** The file is brought into our store before the preview: what is confirmed can then leave at once. */
    async function withFile(answer: Extract<OfficerAct, { type: 'answer' }>, sent: AttachedFile): Promise<void> {
      const { fileId, ...facts } = sent;
      const stored = await storeFile(fileId);
      if (!officer) return;
      if (!stored) {
        const words = t(officer.language, 'refusal-officer-file-missing');
        await staffSender.say(String(message.chat.id), plainScreen(words), at);
        return;
      }
      const contentHash = Buffer.from(stored.contentHash).toString('base64');
      const full = { ...answer, files: [{ ...facts, sizeBytes: stored.sizeBytes, contentHash, fetchFrom: null }] };
      const { result } = await uow.run(`staff-chat:hold:${message.chat.id}:${message.message_id}`, (own) =>
        desk.hold(own, officer, channel, ticketId, full),
      );
      await show(full, result);
    }
  };
}
