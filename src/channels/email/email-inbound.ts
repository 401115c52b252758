import type { FastifyInstance } from 'fastify';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { OUTCOMES, showCaseNumber } from '../../appeals/index.ts';
import { TicketId } from '../../kernel/ids.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import {
  type ActFile,
  type AgencyChannel,
  type AgencyChannelsRepository,
  type BoundOfficer,
  doneWords,
  needsPreview,
  type OfficerCardsRepository,
  type OfficerDesk,
  type OfficerDirectory,
  readReply,
  refusalWords,
} from '../officer-cards/index.ts';
import type { MailToken, MailTokens } from './mail-tokens.ts';
import type { Mailer } from './mailer.ts';
import { stripQuotes } from './strip-quotes.ts';

/** What the mail gateway posts for each letter. `authenticated`: SPF or DKIM passed and is aligned with `from`. */
export const InboundLetter = z.object({
  from: z.email().toLowerCase(),
  to: z.array(z.string()).min(1),
  subject: z.string().default(''),
  text: z.string(),
  messageId: z.string().min(1).max(400),
  authenticated: z.boolean(),
  autoSubmitted: z.boolean().default(false),
  attachments: z
    .array(z.object({ fileName: z.string().max(200).nullable(), mediaType: z.string().max(200), content: z.base64() }))
    .max(5)
    .default([]),
});
export type InboundLetter = z.infer<typeof InboundLetter>;

const YES = ['да', 'иә', 'ия', 'yes', 'ok'];
const MAX_TEXT = 20_000;
const MAX_BODY_BYTES = 30_000_000;

interface Deps {
  readonly t: Translate;
  readonly log: Log;
  readonly uow: UnitOfWork;
  readonly desk: OfficerDesk;
  readonly channels: AgencyChannelsRepository;
  readonly cards: OfficerCardsRepository;
  readonly directory: OfficerDirectory;
  readonly files: Pick<FileStore, 'put'>;
  readonly mailer: Mailer;
  readonly tokens: MailTokens;
  readonly replyBase: string;
  readonly domain: string;
  /** `whsec_…`: the gateway signs as the Standard Webhooks specification says. */
  readonly inboundSecret: string | null;
}

export type LetterResult = 'done' | 'previewed' | 'refused' | 'ignored';

/** Letters of officers: a reply is a note, or begins with what it wants; what leaves for the citizen is confirmed by a second reply. */
export function createEmailInbound({
  t,
  log,
  uow,
  desk,
  files,
  channels,
  cards,
  directory,
  mailer,
  tokens,
  replyBase,
  domain,
  inboundSecret,
}: Deps) {
  async function receive(letter: InboundLetter): Promise<LetterResult> {
    // A forged sender or a robot gets no reply either: it would only be noise for somebody else.
    if (!letter.authenticated || letter.autoSubmitted) return 'ignored';
    const token = tokens.find(letter.to, letter.subject);
    const officer = token ? await directory.byExternal('email', letter.from) : null;
    if (!token || !officer?.agencyCode) return 'ignored';
    const channel = (await channels.ofAgency(officer.agencyCode)).find(
      ({ kind, id }) => kind === 'email' && token.isFor(id),
    );
    if (!channel) return 'ignored';
    const text = stripQuotes(letter.text.slice(0, MAX_TEXT));
    try {
      return token.kind === 'pending'
        ? await confirm(letter, token, officer, text)
        : await act(letter, token, officer, channel, text);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await answer(
        letter,
        t(officer.language, 'officers-mail-refused', { reason: refusalWords(t, officer.language, error) }),
        null,
      );
      return 'refused';
    }
  }

  async function act(
    letter: InboundLetter,
    token: MailToken,
    officer: BoundOfficer,
    channel: AgencyChannel,
    text: string,
  ): Promise<LetterResult> {
    const ticketId = TicketId.parse(token.id);
    const intent = readReply(text);
    if (intent.type === 'incomplete')
      throw new Refusal('officer.incomplete', { need: t(officer.language, 'officers-mail-how') });
    const view = await desk.assertOffered(officer, ticketId, channel, intent.type);
    const short = await desk.actOf(intent, officer, view);
    const wanted = short.type === 'answer' ? { ...short, files: await keep(letter) } : short;
    const { result: pendingId, type } = await uow.run(`email:${letter.messageId}`, async (tx) => {
      if (needsPreview(wanted.type)) return desk.hold(tx, officer, channel, ticketId, wanted);
      const entryId = await desk.act(tx, officer, channel, ticketId, wanted);
      if (entryId)
        await cards.addMessage(
          { channelId: channel.id, messageRef: letter.messageId, ticketId, role: 'entry', entryId },
          tx,
        );
      return null;
    });
    if (type === 'repeated') return pendingId ? 'previewed' : 'done';
    if (!pendingId) {
      const number = showCaseNumber(view.appeal.number ?? '');
      await answer(
        letter,
        t(officer.language, 'officers-mail-done', {
          number,
          done: doneWords(t, officer.language, wanted.type),
        }),
        null,
      );
      return 'done';
    }
    const choices =
      wanted.type === 'answer'
        ? OUTCOMES.map((outcome) => t(officer.language, 'officers-outcome', { outcome })).join(' / ')
        : t(officer.language, 'officers-mail-yes');
    const words = `${await desk.preview(officer, ticketId, wanted)}\n\n${t(officer.language, 'officers-mail-confirm', { yes: choices })}`;
    await answer(letter, words, tokens.address(replyBase, 'pending', pendingId, channel.id));
    return 'previewed';
  }

  async function keep({ attachments }: InboundLetter): Promise<ActFile[]> {
    const kept: ActFile[] = [];
    for (const { fileName, mediaType, content } of attachments) {
      const { contentHash, sizeBytes } = await files.put(Buffer.from(content, 'base64'));
      const kind = mediaType.startsWith('image/') ? 'photo' : 'document';
      const hash = Buffer.from(contentHash).toString('base64');
      kept.push({ kind, mediaType, fileName, sizeBytes, contentHash: hash, fetchFrom: null });
    }
    return kept;
  }

  async function confirm(
    letter: InboundLetter,
    token: MailToken,
    officer: BoundOfficer,
    text: string,
  ): Promise<LetterResult> {
    const word =
      text
        .split('\n')[0]
        ?.trim()
        .toLocaleLowerCase()
        .replace(/[.!»"]+$/u, '') ?? '';
    const outcome =
      OUTCOMES.find((one) =>
        LANGUAGES.some((language) => t(language, 'officers-outcome', { outcome: one }).toLocaleLowerCase() === word),
      ) ?? null;
    if (!outcome && !YES.includes(word)) throw new Refusal('officer.not_confirmed', {});
    const { result } = await uow.run(`email:${letter.messageId}`, async (tx) => {
      const { act: done, waits } = await desk.confirmHeld(tx, officer, token.id, outcome);
      return doneWords(t, officer.language, done.type, waits);
    });
    await answer(letter, result, null);
    return 'done';
  }

  /** Back to the one who wrote, under their own subject. */
  async function answer(letter: InboundLetter, text: string, replyTo: string | null): Promise<void> {
    const sent = await mailer.send({
      to: letter.from,
      subject: /^re:/i.test(letter.subject) ? letter.subject : `Re: ${letter.subject}`,
      text,
      replyTo,
      messageId: `<${crypto.randomUUID()}@${domain}>`,
      references: letter.messageId,
    });
    if (sent.type !== 'delivered') log.warn({ outcome: sent.type }, 'reply to an officer not sent');
  }

  return {
    receive,

    /** `POST /email/inbound`, signed. 2xx is said only when the letter is carried out or not for us. */
    async registerRoutes(http: FastifyInstance): Promise<void> {
      if (inboundSecret === null) return;
      const verifier = new Webhook(inboundSecret);
      await http.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) =>
          done(null, body),
        );
        scope.post('/email/inbound', { config: { rateLimit: false } }, async (request, reply) => {
          const raw = typeof request.body === 'string' ? request.body : '';
          try {
            verifier.verify(raw, request.headers as Record<string, string>);
          } catch {
            return reply.code(401).send();
          }
          const letter = InboundLetter.safeParse(JSON.parse(raw));
          if (!letter.success) return reply.code(400).send();
          await receive(letter.data);
          return reply.code(202).send();
        });
      });
    },
  };
}
export type EmailInbound = ReturnType<typeof createEmailInbound>;
