import type { CitizenCaseView, MatterPart } from '../../appeals/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { Names } from './names.ts';
import { FormattedString, fmt } from './rich-text.ts';

export interface CardDeps {
  readonly t: Translate;
  readonly names: Names;
  /** What the service would promise if it were sent there now. */
  readonly promise: (proposal: Pick<MatterPart, 'agencyCode' | 'procedure' | 'topicId'>) => Day | null;
  readonly wayTo: (agencyCode: string) => WayToAddressee;
}

/** How a case gets there: through us, by hand through the state's portal, or, to a private provider, by the citizen alone. */
export type WayToAddressee = 'here' | 'state_portal' | 'directly';

/** Lines that a draft's card and a sent one share. */
export function createCardLines({ t, names }: Pick<CardDeps, 't' | 'names'>) {
  function promiseLine(language: Language, on: Day, broken = false): FormattedString {
    return fmt`${t(language, broken ? 'card-promise-broken' : 'card-promise')} ${FormattedString.b(names.day(on, language))}`;
  }

  function placeLine({ appeal }: CitizenCaseView, language: Language): string | null {
    const { addressText, territoryCode, point } = appeal.place;
    const parts = [addressText, territoryCode ? names.territory(territoryCode, language) : null].filter(Boolean);
    if (parts.length === 0 && point) parts.push(`${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`);
    return parts.length > 0 ? t(language, 'card-where', { place: parts.join(', ') }) : null;
  }

  return { promiseLine, placeLine };
}

const PART_CHARACTERS = 90;

/** A part of the message on one line of the card. */
export function oneLine(text: string): string {
  const letters = [
    ...text
      .replaceAll(/\s+/gu, ' ')
      .replace(/[\s.!]+$/u, '')
      .trim(),
  ];
  return letters.length <= PART_CHARACTERS
    ? letters.join('')
    : `${letters
        .slice(0, PART_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;
}
