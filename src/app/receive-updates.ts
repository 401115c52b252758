import { type Intake, UPDATES_WANTED } from '../channels/telegram/index.ts';
import type { Log } from '../platform/log/log.ts';
import { type Loop, startLoop } from '../platform/loops/loop.ts';
import type { ChatShares } from './chat-shares.ts';
import type { TelegramChannel } from './telegram.ts';

interface Parts {
  readonly telegram: TelegramChannel;
  readonly intake: Intake;
  readonly shares: ChatShares;
  readonly log: Log;
  /** Where Telegram brings updates; null when we ask for them. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly loops: Loop[];
  readonly stops: (() => Promise<void>)[];
}

/** From now on updates come in, by the webhook or by asking, and what was left behind is taken up. */
export async function receiveUpdates({ telegram, intake, shares, log, webhook, loops, stops }: Parts): Promise<void> {
  loops.push(startLoop({ name: 'telegram updates', everyMs: 2_000, log, round: () => intake.sweep() }));
  if (webhook) {
    await telegram.api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: UPDATES_WANTED });
    return;
  }
  // Telegram gives updates to one process only: whoever serves the first part of the chats asks for them.
  const polling = telegram.poll({ accept: intake.accept }, () => shares.held.has(0));
  polling.start();
  stops.push(() => polling.stop());
}
