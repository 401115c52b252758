import type { Config } from '../platform/config/config.ts';

const SIMULATOR_TOKEN = '100000001:simulator';
const SIMULATOR_SECRET = 'simulator-webhook-secret';

/** Where Telegram is and how updates come from it: the real one, or the simulator that this process serves itself. */
export interface TelegramEndpoint {
  readonly token: string;
  readonly apiRoot: string;
  readonly sendRate: number;
  readonly perChatRate?: number;
  /** Null: we ask for updates. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
}

export function telegramEndpoint({ telegram }: Pick<Config, 'telegram'>, port: number): TelegramEndpoint {
  const { sendRate } = telegram;
  if (telegram.mode === 'simulator')
    return {
      token: SIMULATOR_TOKEN,
      apiRoot: `http://127.0.0.1:${port}/sim`,
      sendRate,
      ...(telegram.limits ? {} : { perChatRate: 1_000 }),
      webhook: { url: `http://127.0.0.1:${port}/telegram/webhook`, secret: SIMULATOR_SECRET },
    };
  const { token, apiRoot } = telegram;
  const webhook = telegram.mode === 'webhook' ? { url: telegram.webhookUrl, secret: telegram.webhookSecret } : null;
  return { token, apiRoot, sendRate, webhook };
}
