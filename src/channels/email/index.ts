import type { FastifyInstance } from 'fastify';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { DeliverToChannel, OfficerRoom, TellPerson } from '../officer-cards/index.ts';
import { createEmailDelivery } from './email-delivery.ts';
import { createEmailInbound } from './email-inbound.ts';
import { createImapMailbox } from './imap-mailbox.ts';
import { createMailTokens } from './mail-tokens.ts';
import { createMailer, type Mailer } from './mailer.ts';

export { createMailer, type Mailer };

interface Deps extends Pick<OfficerRoom, 'desk' | 'channels' | 'cards' | 'directory' | 'digest'> {
  readonly t: Translate;
  readonly log: Log;
  readonly uow: UnitOfWork;
  readonly files: Pick<FileStore, 'put'>;
  readonly mailer: Mailer;
  readonly secret: string;
  /** Right side of our message ids. */
  readonly domain: string;
  /** Where replies arrive, and who brings them: a gateway with its key, or a mailbox. Null: bodies only read. */
  readonly inbound: {
    readonly replyBase: string;
    readonly secret: string | null;
    readonly imap?: { readonly url: string; readonly authserv: string } | null;
  } | null;
}

/** Mail for bodies that live in it: letters out, replies in. */
export function createEmailChannel({ inbound, secret, ...deps }: Deps): {
  deliver: DeliverToChannel;
  tell: TellPerson;
  /** A short letter without a case to answer to; its first line is the subject. The same id is the same letter. */
  write(address: string, text: string, id: string): Promise<DeliveryOutcome>;
  registerRoutes(http: FastifyInstance): Promise<void>;
  /** One look into the mailbox; null where none is configured. */
  readMailbox: (() => Promise<boolean>) | null;
} {
  const tokens = createMailTokens(secret);
  const letters = inbound
    ? createEmailInbound({ ...deps, tokens, replyBase: inbound.replyBase, inboundSecret: inbound.secret })
    : null;
  const mailbox =
    letters && inbound?.imap ? createImapMailbox({ ...inbound.imap, receive: letters.receive, log: deps.log }) : null;
  const delivery = createEmailDelivery({ ...deps, tokens, replyBase: inbound?.replyBase ?? null });
  return {
    deliver: delivery.deliver,
    write: delivery.write,
    tell: (address, text) => delivery.write(address, text, crypto.randomUUID()),
    registerRoutes: async (http) => (inbound?.secret ? letters?.registerRoutes(http) : undefined),
    readMailbox: mailbox?.round ?? null,
  };
}
