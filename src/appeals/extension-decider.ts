import { Refusal } from '../kernel/refusal.ts';
import type { Officer } from './officer.ts';
import type { PostHolder } from './ports.ts';

interface Decision {
  /** Posts that the rule names; empty: it names none, and whoever may extend decides. */
  readonly allowed: readonly string[];
  readonly people: readonly PostHolder[];
  readonly officer: Pick<Officer, 'id'>;
}

/**
 * The person who decides an extension: named by id, or by a post, which the acting officer holds first of all. A name
 * that somebody typed is nobody: the decision is a person's, and the person must hold a post that the rule names.
 */
export function deciderOf(
  decidedBy: string,
  { allowed, people, officer }: Decision,
): PostHolder & { readonly post: string } {
  const acting = people.find(({ id }) => id === officer.id);
  const named =
    people.find(({ id }) => id === decidedBy) ??
    [acting, ...people].find((person) => person !== undefined && person.post === decidedBy);
  if (!named?.post || (allowed.length > 0 && !allowed.includes(named.post))) {
    throw new Refusal('deadline.extension_not_authorised', { post: named?.post ?? '–', allowed: allowed.join(', ') });
  }
  return { ...named, post: named.post };
}
