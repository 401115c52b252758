import type { DeliveryOutcome } from '../../notifications/index.ts';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo: string | null;
  /** The same id for the same news: mail servers drop the second copy. */
  readonly messageId: string;
  readonly references: string | null;
}

export interface Mailer {
  send(letter: Letter): Promise<DeliveryOutcome>;
  close(): void;
}

const CHANNEL = 'email';
const CONNECTING = /^(ECONNECTION|EDNS|ESOCKET|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAUTH|ETLS)$/;
const SECONDS = 1_000;

/** Mail over SMTP. "The server said no" and "nothing came back" are told apart. */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const opening = import('nodemailer').then(({ default: nodemailer }) =>
    nodemailer.createTransport(
      { url, connectionTimeout: 10 * SECONDS, greetingTimeout: 10 * SECONDS, socketTimeout: 20 * SECONDS },
      { from },
    ),
  );
  opening.catch(() => undefined);

  return {
    async send({ replyTo, references, ...letter }) {
      try {
        const transport = await opening;
        await transport.sendMail({
          ...letter,
          ...(replyTo ? { replyTo } : {}),
          ...(references ? { references } : {}),
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { type: 'delivered', channel: CHANNEL, ref: { messageId: letter.messageId } };
      } catch (error) {
        const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
        if (responseCode && responseCode >= 500)
          return { type: 'refused', channel: CHANNEL, problem: `SMTP ${responseCode}` };
        if (responseCode) return { type: 'later', afterMs: 60 * SECONDS, problem: `SMTP ${responseCode}` };
        if (command === 'CONN' || CONNECTING.test(code ?? ''))
          return { type: 'later', afterMs: 30 * SECONDS, problem: code ?? 'no connection' };
        return { type: 'unknown', problem: code ?? 'no reply from the mail server' };
      }
    },
    close: () => void opening.then((transport) => transport.close()),
  };
}
