import type { ImapFlow } from 'imapflow';
import type { Log } from '../../platform/log/log.ts';
import type { InboundLetter, LetterResult } from './email-inbound.ts';
import { readLetter } from './read-letter.ts';

const BATCH = 50;
const SECONDS = 1_000;
/** A letter larger than this is no answer; it stays in the mailbox for a person. */
const MAX_LETTER_BYTES = 30_000_000;

interface Deps {
  /** `imaps://user:password@host:993/INBOX` */
  readonly url: string;
  /** The name with which the mail server stamps `Authentication-Results`. */
  readonly authserv: string;
  readonly receive: (letter: InboundLetter) => Promise<LetterResult>;
  readonly log: Log;
}

/**
 * Takes letters out of a mailbox: each unseen one is carried out and then marked as seen. What failed stays unseen and is
 * taken again; what was carried out before a crash is recognised by its message id and done once.
 */
export function createImapMailbox({ url, authserv, receive, log }: Deps) {
  const at = new URL(url);
  const isSecure = at.protocol === 'imaps:';

  async function round(): Promise<boolean> {
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      host: at.hostname,
      port: Number(at.port) || (isSecure ? 993 : 143),
      secure: isSecure,
      auth: { user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) },
      logger: false,
      greetingTimeout: 10 * SECONDS,
      socketTimeout: 60 * SECONDS,
      ...(isSecure ? {} : { doSTARTTLS: undefined }),
    });
    client.on('error', (error: unknown) => log.warn({ err: error }, 'mailbox connection failed'));
    await client.connect();
    try {
      const lock = await client.getMailboxLock(decodeURIComponent(at.pathname.slice(1)) || 'INBOX');
      try {
        const found = (await client.search({ seen: false }, { uid: true })) || [];
        const uids = found.slice(0, BATCH);
        for (const uid of uids) await take(client, uid);
        return found.length > BATCH;
      } finally {
        lock.release();
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  async function take(client: ImapFlow, uid: number): Promise<void> {
    const message = await client.fetchOne(String(uid), { source: true, size: true }, { uid: true });
    const source = message ? message.source : undefined;
    if (!source || source.length > MAX_LETTER_BYTES) return;
    try {
      const letter = await readLetter(source, authserv);
      if (letter) await receive(letter);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    } catch (error) {
      // Not marked: the next round tries again. Its words stay out of the log.
      log.warn({ err: error, uid }, 'letter not carried out');
    }
  }

  return { round };
}
