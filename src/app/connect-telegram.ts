import type { Dispatcher } from '../notifications/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/log/log.ts';
import { type Loop, startLoop } from '../platform/loops/loop.ts';
import type { ChatShares } from './chat-shares.ts';
import { receiveUpdates } from './receive-updates.ts';
import type { TelegramChannel } from './telegram.ts';
import type { TelegramEndpoint } from './telegram-endpoint.ts';

interface Parts {
  readonly telegram: TelegramChannel;
  readonly shares: ChatShares;
  readonly dispatcher: Dispatcher;
  readonly roles: Config['product']['roles'];
  readonly webhook: TelegramEndpoint['webhook'];
  readonly log: Log;
  readonly loops: Loop[];
  readonly stops: (() => Promise<void>)[];
  /** Telegram has told who we are. */
  readonly onReady: () => Promise<void>;
}

type Intake = Awaited<ReturnType<TelegramChannel['connect']>>;

/** Telegram is asked until it answers, and nothing else waits for it; `intake` resolves when updates can be taken. */
export function createTelegramConnection(parts: Parts) {
  const { telegram, roles, log, stops } = parts;
  const connecting = new AbortController();
  stops.push(async () => connecting.abort());
  const { promise: intake, resolve } = Promise.withResolvers<Intake>();
  return {
    intake,
    open(): void {
      if (!roles.includes('bot') && !roles.includes('web')) return;
      void telegram
        .connect(connecting.signal)
        .then((ready) => begin(ready, () => resolve(ready), parts))
        .catch((error: unknown) => {
          if (!connecting.signal.aborted) log.error({ err: error }, 'telegram channel did not start');
        });
    },
  };
}

async function begin(
  intake: Intake,
  onIntake: () => void,
  { telegram, shares, dispatcher, roles, webhook, log, loops, stops, onReady }: Parts,
): Promise<void> {
  const serves = roles.includes('bot');
  if (serves) {
    await shares.begin({ intake, dispatcher, limiter: telegram.limiter });
    loops.push(startLoop({ name: 'chat shares', everyMs: 1_000, log, round: shares.balance }));
  }
  onIntake();
  await onReady();
  if (serves) await receiveUpdates({ telegram, intake, shares, log, webhook, loops, stops });
  stops.push(() => intake.idle());
}
