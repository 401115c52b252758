import { MaskedText } from '../kernel/masked-text.ts';
import { type PrivacyRules, passesCheck } from './identifiers.ts';

export interface Masking {
  readonly masked: MaskedText;
  /** Which sorts of data were found, for the journal; never the data. */
  readonly found: readonly string[];
}

export type Mask = (text: string) => Masking;

/** Begins only where a run of such letters begins, so that a long run costs its length and not the square of it. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Latin and Cyrillic name + patronymic endings: what a person signs with. The list of endings is grammar, not a register of names. */
const PATRONYMIC =
  /(?<!\p{L})(?:\p{Lu}\p{L}+\s+){1,2}\p{Lu}\p{L}*(?:ович|евич|овна|евна|ұлы|улы|қызы|кызы|uly|kyzy|qyzy)(?!\p{L})/gu;
const INITIALS = /(?<!\p{L})\p{Lu}\p{L}{2,}\s+\p{Lu}\.\s?(?:\p{Lu}\.)?/gu;

/** Replaces personal data by tokens such as `[IIN]`. What it cannot recognise stays: callers must treat the text as nearly, not surely, clean. */
export function createMask(rules: PrivacyRules): Mask {
  const identifiers = rules.identifiers.map((identifier) => ({
    identifier,
    pattern: new RegExp(identifier.pattern, `gu${identifier.flags ?? ''}`),
  }));
  return (text) => {
    const found = new Set<string>();
    const replace = (token: string) => () => {
      found.add(token);
      return `[${token}]`;
    };
    let masked = text.replace(EMAIL, replace('EMAIL'));
    for (const { identifier, pattern } of identifiers) {
      masked = masked.replace(pattern, (match) => {
        if (!identifier.maskEvenIfCheckFails && !passesCheck(identifier, match)) return match;
        return replace(identifier.token)();
      });
    }
    masked = masked.replace(PATRONYMIC, replace('NAME')).replace(INITIALS, replace('NAME'));
    return { masked: MaskedText.parse(masked), found: [...found] };
  };
}
