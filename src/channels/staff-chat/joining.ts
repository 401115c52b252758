import type { Message } from 'grammy/types';
import { StaffId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  type AgencyChannelsRepository,
  type OfficerBindingsRepository,
  type OfficerDirectory,
  refusalWords,
} from '../officer-cards/index.ts';
import { cutText } from './card-screen.ts';
import { attempt } from './savepoint.ts';
import type { StaffSender } from './staff-sender.ts';

const INVITED = /^\/start staff_([A-Za-z0-9_-]{8,56})$/;

interface Deps {
  readonly t: Translate;
  readonly log: Log;
  readonly channels: AgencyChannelsRepository;
  readonly bindings: OfficerBindingsRepository;
  readonly directory: OfficerDirectory;
  readonly staffSender: StaffSender;
  readonly names: { agency(code: string, language: Language): string };
  readonly defaultLanguage: Language;
}

/** How a person becomes an officer's hand and a group a body's place: by a code that is good once. */
export function createJoining({ t, log, channels, bindings, directory, staffSender, names, defaultLanguage }: Deps) {
  const say = (tx: Tx, chatId: number, text: string): void =>
    tx.afterCommit(
      () =>
        void staffSender
          .say(String(chatId), { text: cutText(text), entities: [], keyboard: null })
          .catch((error: unknown) => log.warn({ err: error }, 'staff chat not shown')),
    );

  async function invitation(tx: Tx, message: Message): Promise<boolean> {
    const [, code] = INVITED.exec(message.text ?? '') ?? [];
    if (!code || !message.from) return false;
    const { from, chat } = message;
    const outcome = await attempt(tx, async () => {
      const id = StaffId.parse(await bindings.spend(tx, 'telegram', code, 'person'));
      await bindings.bind(tx, 'telegram', String(from.id), id);
      return directory.byStaffId(id, tx);
    });
    if (outcome.type === 'refused') say(tx, chat.id, refusalWords(t, defaultLanguage, outcome.refusal));
    else if (outcome.result)
      say(tx, chat.id, t(outcome.result.language, 'officers-bound', { name: outcome.result.name }));
    return true;
  }

  async function bindGroup(tx: Tx, message: Message, code: string): Promise<boolean> {
    const { chat } = message;
    if (!code) {
      say(tx, chat.id, t(defaultLanguage, 'officers-group-bind-how'));
      return true;
    }
    const outcome = await attempt(tx, async () => {
      const channelId = await bindings.spend(tx, 'telegram', code, 'group');
      await channels.setPlace(
        tx,
        channelId,
        String(chat.id),
        'is_forum' in chat && chat.is_forum ? { isForum: true } : {},
      );
      return channels.find(channelId, tx);
    });
    const channel = outcome.type === 'done' ? outcome.result : null;
    const language = channel?.language ?? defaultLanguage;
    if (outcome.type === 'refused') say(tx, chat.id, refusalWords(t, language, outcome.refusal));
    else if (channel)
      say(
        tx,
        chat.id,
        `${t(language, 'officers-group-bound', { agency: names.agency(channel.agencyCode, language) })}\n${t(language, 'officers-reply-how')}`,
      );
    return true;
  }

  async function moved(tx: Tx, from: number, to: number): Promise<boolean> {
    const here = await channels.atPlace('staff_chat', String(from), tx);
    for (const { id } of here) await channels.setPlace(tx, id, String(to));
    return here.length > 0;
  }

  async function membership(chatId: number, status: string): Promise<boolean> {
    const here = await channels.atPlace('staff_chat', String(chatId));
    const isOut = status === 'kicked' || status === 'left';
    for (const { id } of here)
      await channels.reportHealth(id, isOut ? 'broken' : 'ok', isOut ? 'the bot was removed from the group' : null);
    return false;
  }

  return { invitation, bindGroup, moved, membership };
}
export type Joining = ReturnType<typeof createJoining>;
