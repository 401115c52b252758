import type { MessageId, StaffId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { checkedText } from './drafts-service.ts';
import type { Officer } from './officer.ts';
import type { EntryKind, NewFile } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import type { Ticket } from './ticket.ts';

interface Deps {
  readonly thread: ThreadRepository;
  readonly mask: Mask;
  readonly sealing: Sealing;
}

export interface EntryExtras {
  readonly language?: Language;
  readonly files?: readonly NewFile[];
  readonly details?: Record<string, unknown>;
}

/** Puts what an officer wrote into the conversation: masked for everybody, sealed as written. */
export function createEntryWriter({ thread, mask, sealing }: Deps) {
  return async function write(
    tx: Tx,
    ticket: Pick<Ticket, 'id' | 'appealId'>,
    author: Pick<Officer, 'role'> & { readonly id: StaffId },
    kind: EntryKind,
    text: string,
    { language, files, details }: EntryExtras = {},
  ): Promise<MessageId> {
    const words = checkedText(text);
    if (words === '') throw new Refusal('ticket.text_missing', {});
    const { masked, found } = mask(words);
    return thread.add(tx, {
      appealId: ticket.appealId,
      ticketId: ticket.id,
      kind,
      author: author.role === 'operator' ? 'operator' : 'officer',
      authorId: author.id,
      language: language ?? null,
      maskedText: masked,
      sealedText: found.length > 0 ? sealing.seal(words, `entry:${ticket.appealId}`) : null,
      ...(files ? { files } : {}),
      ...(details ? { details } : {}),
    });
  };
}
export type EntryWriter = ReturnType<typeof createEntryWriter>;
