import { z } from 'zod';
import type { ChannelPolicy } from '../../agencies/index.ts';
import {
  type NewFile,
  type Officer,
  OUTCOMES,
  type ThreadEntry,
  type Ticket,
  type TicketCommand,
  type TicketsService,
} from '../../appeals/index.ts';
import { Day } from '../../kernel/day.ts';
import { AgencyCode, type AppealId, type MessageId, type TicketId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';

export const MAX_FILE_BYTES = 20_000_000;
const MAX_FILES = 5;
const words = z.string().trim().min(1);

/** A file that goes with an answer. Where it still has to be fetched from the channel, `fetchFrom` says so. */
export const ActFile = z.object({
  kind: z.enum(['photo', 'document']),
  mediaType: z.string().max(200),
  sizeBytes: z.number().int().min(0).max(MAX_FILE_BYTES),
  fileName: z.string().max(200).nullable(),
  contentHash: z.base64().nullable(),
  fetchFrom: z.string().nullable().default(null),
});
export type ActFile = z.infer<typeof ActFile>;

/** What an officer does from outside the console: the commands of a ticket, with what each needs. */
export const OfficerAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('take') }),
  z.object({ type: z.literal('note'), text: words }),
  z.object({ type: z.literal('ask'), text: words, language: Language }),
  z.object({ type: z.literal('register'), number: words, on: Day }),
  z.object({ type: z.literal('extend'), until: Day, reason: words, decidedBy: words }),
  z.object({ type: z.literal('redirect'), to: AgencyCode, reason: words }),
  z.object({
    type: z.literal('answer'),
    text: words,
    language: Language,
    outcome: z.enum(OUTCOMES),
    templateId: z.uuid().optional(),
    files: z.array(ActFile).max(MAX_FILES).default([]),
  }),
]);
export type OfficerAct = z.infer<typeof OfficerAct>;
export type ActType = OfficerAct['type'];

/** Where nothing of the citizen's may be shown nothing may be typed either: an answer would quote it. */
const ALLOWED: Record<ChannelPolicy, readonly TicketCommand[]> = {
  link_only: ['read', 'take'],
  masked: ['read', 'take', 'register', 'ask', 'note', 'extend', 'redirect', 'answer'],
  full: ['read', 'take', 'register', 'ask', 'note', 'extend', 'redirect', 'answer'],
};

export const allows = (policy: ChannelPolicy, command: TicketCommand): boolean => ALLOWED[policy].includes(command);

/** Leaves the house, or cannot be undone: shown once more before it happens. */
export const needsPreview = (type: ActType): boolean => ['ask', 'extend', 'redirect', 'answer'].includes(type);

const stored = ({ contentHash, fetchFrom: _gone, ...file }: ActFile): NewFile => {
  if (contentHash === null) throw new Refusal('officer.file_missing', {});
  return { ...file, channelRef: null, contentHash: Uint8Array.from(Buffer.from(contentHash, 'base64')) };
};

interface Deps {
  readonly tickets: Pick<TicketsService, 'take' | 'note' | 'ask' | 'register' | 'extend' | 'redirect' | 'answer'>;
  readonly thread: { of(appealId: AppealId, tx?: Tx): Promise<readonly ThreadEntry[]> };
}

export function createOfficerActs({ tickets, thread }: Deps) {
  function assertAllowed(policy: ChannelPolicy, type: ActType): void {
    if (!allows(policy, type)) throw new Refusal('channel.not_allowed_here', { command: type });
  }

  function perform(tx: Tx, officer: Officer, id: TicketId, act: OfficerAct): Promise<Ticket> {
    switch (act.type) {
      case 'take':
        return tickets.take(tx, id, officer);
      case 'note':
        return tickets.note(tx, id, officer, act);
      case 'ask':
        return tickets.ask(tx, id, officer, act);
      case 'register':
        return tickets.register(tx, id, officer, act);
      case 'extend':
        return tickets.extend(tx, id, officer, act);
      case 'redirect':
        return tickets.redirect(tx, id, officer, act).then(({ ticket }) => ticket);
      case 'answer':
        return tickets.answer(tx, id, officer, { ...act, files: act.files.map(stored) });
    }
  }

  return {
    assertAllowed,

    /** @returns the entry of the case that it wrote, if it wrote one. */
    async carryOut(
      tx: Tx,
      officer: Officer,
      ticketId: TicketId,
      act: OfficerAct,
      policy: ChannelPolicy,
    ): Promise<MessageId | null> {
      assertAllowed(policy, act.type);
      const { appealId } = await perform(tx, officer, ticketId, act);
      if (act.type === 'take' || act.type === 'register') return null;
      return (await thread.of(appealId, tx)).findLast(({ authorId }) => authorId === officer.id)?.id ?? null;
    },
  };
}
export type OfficerActs = ReturnType<typeof createOfficerActs>;
