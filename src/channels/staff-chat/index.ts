import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Language } from '../../kernel/language.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../../platform/log/log.ts';
import type { TelegramSender } from '../../platform/telegram-transport/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { DeliverToChannel, OfficerRoom, TellPerson } from '../officer-cards/index.ts';
import type { StoreFile } from './attached-file.ts';
import { createJoining } from './joining.ts';
import { createStaffChat } from './staff-chat.ts';
import { createStaffChatDelivery } from './staff-chat-delivery.ts';
import { createStaffSender } from './staff-sender.ts';

interface Deps extends Pick<OfficerRoom, 'desk' | 'channels' | 'cards' | 'bindings' | 'directory' | 'digest'> {
  readonly api: Api;
  readonly sender: TelegramSender;
  readonly t: Translate;
  readonly log: Log;
  readonly uow: UnitOfWork;
  /** Fetches a file from Telegram into our store; null when it cannot be had. */
  readonly storeFile: StoreFile;
  readonly names: { agency(code: string, language: Language): string };
  readonly defaultLanguage: Language;
}

/** Staff chats in Telegram: `handle` is offered every update first, `deliver` shows cards in the groups. */
export function createStaffChatChannel(deps: Deps): {
  handle(tx: Tx, update: Update): Promise<boolean>;
  deliver: DeliverToChannel;
  /** In the private chat with the bot; the id is the Telegram user's. */
  tell: TellPerson;
} {
  const staffSender = createStaffSender(deps);
  const joining = createJoining({ ...deps, staffSender });
  return {
    handle: createStaffChat({ ...deps, joining, staffSender }).handle,
    ...createStaffChatDelivery({ ...deps, staffSender }),
  };
}
export type StaffChatChannel = ReturnType<typeof createStaffChatChannel>;
