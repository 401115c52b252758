import { z } from 'zod';
import type { ChannelPolicy } from '../../agencies/index.ts';
import {
  type ComplaintsService,
  type HearingService,
  MAX_POINTS,
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
  /** Sends the citizen the intended decision; they have the law's days to answer it before the act. */
  z.object({ type: z.literal('hear'), text: words, language: Language }),
  /** Passes a complaint about the body's own silence to the body above it. */
  z.object({ type: z.literal('forward'), note: z.string().trim().default('') }),
  z.object({
    type: z.literal('answer'),
    text: words,
    language: Language,
    outcome: z.enum(OUTCOMES),
    templateId: z.uuid().optional(),
    /** The citizen's points that it takes up, by their numbers; absent: worked out from the words. */
    addressed: z.array(z.number().int().min(1).max(MAX_POINTS)).optional(),
    outgoingNumber: z.string().trim().min(1).max(60).optional(),
    outgoingOn: Day.optional(),
    files: z.array(ActFile).max(MAX_FILES).default([]),
  }),
  /** Approves or signs the answer that waits in one's hand. */
  z.object({
    type: z.literal('pass'),
    outgoingNumber: z.string().trim().min(1).max(60).optional(),
    outgoingOn: Day.optional(),
  }),
  /** Gives it back to its author. */
  z.object({ type: z.literal('return'), remark: words }),
]);
export type OfficerAct = z.infer<typeof OfficerAct>;
export type ActType = OfficerAct['type'];

/** Where nothing of the citizen's may be shown nothing may be typed either: an answer would quote it. */
const WITH_WORDS = [
  'read',
  'take',
  'register',
  'ask',
  'note',
  'extend',
  'redirect',
  'hear',
  'forward',
  'answer',
  'pass',
  'return',
] as const satisfies readonly (TicketCommand | ActType)[];
const ALLOWED: Record<ChannelPolicy, readonly (TicketCommand | ActType)[]> = {
  link_only: ['read', 'take'],
  masked: WITH_WORDS,
  full: WITH_WORDS,
};

export const allows = (policy: ChannelPolicy, command: TicketCommand | ActType): boolean =>
  ALLOWED[policy].includes(command);

/** Leaves the house, or cannot be undone: shown once more before it happens. */
export const needsPreview = (type: ActType): boolean =>
  ['ask', 'extend', 'redirect', 'hear', 'forward', 'answer', 'pass'].includes(type);

const WRITING: readonly ActType[] = ['note', 'ask', 'extend', 'redirect', 'hear', 'forward', 'answer'];

export interface ActResult {
  readonly entryId: MessageId | null;
  readonly waits: boolean;
}

const stored = ({ contentHash, fetchFrom: _gone, ...file }: ActFile): NewFile => {
  if (contentHash === null) throw new Refusal('officer.file_missing', {});
  return { ...file, channelRef: null, contentHash: Uint8Array.from(Buffer.from(contentHash, 'base64')) };
};

interface Deps {
  readonly tickets: Pick<
    TicketsService,
    'take' | 'note' | 'ask' | 'register' | 'extend' | 'redirect' | 'answer' | 'passAnswer' | 'giveBackAnswer'
  >;
  readonly hearings: Pick<HearingService, 'open'>;
  readonly complaints: Pick<ComplaintsService, 'forward'>;
  readonly thread: { of(appealId: AppealId, tx?: Tx): Promise<readonly ThreadEntry[]> };
}

export function createOfficerActs({ tickets, hearings, complaints, thread }: Deps) {
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
      case 'hear':
        return hearings.open(tx, id, officer, act);
      case 'forward':
        return complaints.forward(tx, id, officer, act);
      case 'answer':
        return tickets.answer(tx, id, officer, { ...act, files: act.files.map(stored) });
      case 'pass':
        return tickets.passAnswer(tx, id, officer, act);
      case 'return':
        return tickets.giveBackAnswer(tx, id, officer, act);
    }
  }

  return {
    assertAllowed,

    /** @returns the entry of the case that it wrote, and whether an answer still waits in somebody's hand. */
    async carryOut(
      tx: Tx,
      officer: Officer,
      ticketId: TicketId,
      act: OfficerAct,
      policy: ChannelPolicy,
    ): Promise<ActResult> {
      assertAllowed(policy, act.type);
      const { appealId, state } = await perform(tx, officer, ticketId, act);
      const waits = (act.type === 'answer' || act.type === 'pass') && state !== 'answered';
      if (waits || !WRITING.includes(act.type)) return { entryId: null, waits };
      const written = (await thread.of(appealId, tx)).findLast(({ authorId }) => authorId === officer.id);
      return { entryId: written?.id ?? null, waits };
    },
  };
}
export type OfficerActs = ReturnType<typeof createOfficerActs>;
