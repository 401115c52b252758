import type { components } from '../api-types.ts';

export type InboxFilter = components['schemas']['SavedView']['filter'];
export type FilterChanges = { readonly [Field in keyof InboxFilter]?: InboxFilter[Field] | '' | undefined };

const WORDS = ['officerId', 'unitId', 'topic', 'kind', 'language', 'stage', 'risk'] as const;

/** What stands in the address narrows the list: a filtered inbox can be sent to a colleague as a link. */
export function filterOf(search: string): InboxFilter {
  const query = new URLSearchParams(search);
  const found: Record<string, string | number | boolean> = {};
  for (const field of WORDS) {
    const value = query.get(field);
    if (value) found[field] = value;
  }
  if (query.get('urgent')) found['urgent'] = true;
  const days = Number(query.get('olderThanDays'));
  if (days > 0) found['olderThanDays'] = days;
  return found;
}

export function addressOf(view: string, filter: FilterChanges): string {
  const query = new URLSearchParams({ view });
  for (const [field, value] of Object.entries(filter)) if (value) query.set(field, String(value));
  return `/?${query.toString()}`;
}
