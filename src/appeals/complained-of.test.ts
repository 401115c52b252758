import { describe, expect, it } from 'vitest';
import { createBarredFrom, handsIn } from './complained-of.ts';

const deed = (type: string, kind: string, id: string | null, facts: Record<string, string | null> = {}) =>
  ({ type, actor: { kind, id }, facts }) as never;

describe('who had a hand in a case', () => {
  it('is whoever took it, was given it, extended, decided, wrote, approved or signed', () => {
    const hands = handsIn([
      deed('ticket.taken', 'officer', 'asel', { officerId: 'asel' }),
      deed('ticket.assigned', 'supervisor', 'head', { officerId: 'bolat' }),
      deed('ticket.extended', 'supervisor', 'deputy', { decidedBy: 'signs-terms' }),
      deed('ticket.drafted', 'officer', 'clerk', { stage: 'approver' }),
      deed('ticket.answered', 'officer', 'sender', {
        authorId: 'author',
        approverId: 'approver',
        signatoryId: 'signatory',
      }),
    ]);
    expect([...hands].sort()).toEqual(
      ['approver', 'asel', 'author', 'bolat', 'clerk', 'deputy', 'sender', 'signatory', 'signs-terms'].sort(),
    );
  });

  it('is not the citizen, the service, or whoever only asked, noted, registered or gave the work to another', () => {
    const hands = handsIn([
      deed('appeal.submitted', 'citizen', 'citizen'),
      deed('ticket.citizen_heard', 'citizen', 'citizen', { position: 'objects' }),
      deed('ticket.delivered', 'system', null, { agencyCode: 'roads' }),
      deed('ticket.registered', 'officer', 'registrar', { number: '1' }),
      deed('ticket.asked', 'officer', 'asker'),
      deed('ticket.noted', 'officer', 'noter'),
      deed('ticket.assigned', 'supervisor', 'head', { officerId: null }),
      deed('ticket.answered', 'officer', 'sender', { approverId: null }),
    ]);
    expect([...hands]).toEqual(['sender']);
  });
});

it('whoever holds the silent ticket is barred even when the journal names nobody', async () => {
  const barred = await createBarredFrom({ read: async () => [] })({ ofAppealId: 'a', ofOfficerId: 'holder' } as never);
  expect([...barred]).toEqual(['holder']);
});
