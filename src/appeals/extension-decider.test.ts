import { describe, expect, it } from 'vitest';
import { newId, StaffId } from '../kernel/ids.ts';
import { deciderOf } from './extension-decider.ts';

const person = (name: string, post: string | null) => ({ id: StaffId.parse(newId()), name, post });
const head = person('Head', 'head');
const deputy = person('Deputy', 'deputy_head');
const clerk = person('Clerk', null);
const people = [clerk, deputy, head];
const allowed = ['head', 'deputy_head'];

describe('who decides an extension', () => {
  it('is the colleague named, with the post that person holds', () => {
    const found = deciderOf(deputy.id, { allowed, people, officer: head });
    expect(found).toMatchObject({ name: 'Deputy', post: 'deputy_head' });
  });

  it('is, where only a post is named, the acting officer if that is theirs, otherwise who holds it', () => {
    expect(deciderOf('head', { allowed, people, officer: head }).id).toBe(head.id);
    expect(deciderOf('deputy_head', { allowed, people, officer: head }).id).toBe(deputy.id);
  });

  it.each([
    ['a name that somebody typed', 'The Minister'],
    ['a post that nobody holds', 'head_of_office'],
    ['a colleague without a post', clerk.id],
    ['somebody of another body', newId()],
    ['nobody', ''],
  ])('is never %s', (_who, decidedBy) => {
    expect(() => deciderOf(decidedBy, { allowed, people, officer: head })).toThrow(
      expect.objectContaining({ code: 'deadline.extension_not_authorised' }),
    );
  });

  it('is not a post that the rule does not name', () => {
    expect(() => deciderOf(deputy.id, { allowed: ['head'], people, officer: head })).toThrow(
      expect.objectContaining({ code: 'deadline.extension_not_authorised' }),
    );
    expect(deciderOf(deputy.id, { allowed: [], people, officer: head }).name).toBe('Deputy');
  });
});
