import type { FastifyInstance } from 'fastify';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { DeliverToChannel, OfficerRoom, TellPerson } from '../officer-cards/index.ts';
import { createEmailDelivery } from './email-delivery.ts';
import { createEmailInbound } from './email-inbound.ts';
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
  /** Where replies arrive and the key of the gateway that hands them over; null: bodies only read. */
  readonly inbound: { readonly replyBase: string; readonly secret: string } | null;
}

/** Mail for bodies that live in it: letters out, replies in. */
export function createEmailChannel({ inbound, secret, ...deps }: Deps): {
  deliver: DeliverToChannel;
  tell: TellPerson;
  registerRoutes(http: FastifyInstance): Promise<void>;
} {
  const tokens = createMailTokens(secret);
  const letters = inbound
    ? createEmailInbound({ ...deps, tokens, replyBase: inbound.replyBase, inboundSecret: inbound.secret })
    : null;
  const delivery = createEmailDelivery({ ...deps, tokens, replyBase: inbound?.replyBase ?? null });
  return {
    deliver: delivery.deliver,
    tell: (address, text) => delivery.write(address, text, crypto.randomUUID()),
    registerRoutes: async (http) => letters?.registerRoutes(http),
  };
}
