import type { Journal, JournalEntry } from '../journal/index.ts';
import type { StaffId } from '../kernel/ids.ts';
import type { SilenceComplaint } from './complaints-repository.ts';
import { streamOf } from './drafts-service.ts';

/** What an officer does to a ticket that is a decision, or a hand in one. Noting, asking and giving it a number are none. */
const DECISIONS: readonly string[] = [
  'ticket.taken',
  'ticket.extended',
  'ticket.hearing_opened',
  'ticket.citizen_heard',
  'ticket.redirected',
  'ticket.drafted',
  'ticket.answered',
];
/** Facts that name people besides the one who acted: who had it in hand, decided, wrote, approved or signed. */
const PEOPLE = ['officerId', 'decidedBy', 'authorId', 'approverId', 'signatoryId'] as const;
const OFFICIALS: readonly string[] = ['officer', 'supervisor', 'monitor'];

type Deed = Pick<JournalEntry, 'type' | 'actor' | 'facts'>;

/** Everybody who had the case in hand, decided in it or signed for it, read from its journal. */
export function handsIn(deeds: readonly Deed[]): ReadonlySet<StaffId> {
  const found = new Set<StaffId>();
  for (const { type, actor, facts } of deeds) {
    if (DECISIONS.includes(type) && actor.id !== null && OFFICIALS.includes(actor.kind)) found.add(actor.id as StaffId);
    if (!DECISIONS.includes(type) && type !== 'ticket.assigned') continue;
    for (const name of PEOPLE) if (typeof facts[name] === 'string') found.add(facts[name] as StaffId);
  }
  return found;
}

export type BarredFrom = (
  complaint: Pick<SilenceComplaint, 'ofAppealId' | 'ofOfficerId'>,
) => Promise<ReadonlySet<StaffId>>;

/** Who never decides a complaint: whoever had a hand in the case complained of, not only who holds it now. */
export function createBarredFrom(journal: Pick<Journal, 'read'>): BarredFrom {
  return async ({ ofAppealId, ofOfficerId }) => {
    const hands = handsIn(await journal.read(streamOf(ofAppealId)));
    return ofOfficerId === null ? hands : new Set([...hands, ofOfficerId]);
  };
}
