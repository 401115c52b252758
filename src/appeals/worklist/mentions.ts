import type { StaffId } from '../../kernel/ids.ts';

export interface Colleague {
  readonly id: StaffId;
  readonly givenName: string;
  readonly familyName: string;
}

const MENTION = /@([\p{L}][\p{L}\p{M}'’-]*(?:[ _][\p{Lu}][\p{L}\p{M}'’-]*)?)/gu;
const same = (left: string, right: string): boolean => left.toLocaleLowerCase() === right.toLocaleLowerCase();

/** Whom `@Асель` or `@Асель Нұрланқызы` means; a name that several bear means nobody until the family name is written. */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): StaffId[] {
  const found = new Set<StaffId>();
  for (const [, written = ''] of text.matchAll(MENTION)) {
    const [given = '', family] = written.split(/[ _]/u);
    const whole = family ? colleagues.filter((one) => same(one.givenName, given) && same(one.familyName, family)) : [];
    const byGiven = colleagues.filter((one) => same(one.givenName, given) || same(one.familyName, given));
    const meant = whole.length > 0 ? whole : byGiven;
    const [only] = meant;
    if (only && meant.length === 1) found.add(only.id);
  }
  return [...found];
}
