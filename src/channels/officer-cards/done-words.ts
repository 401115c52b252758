import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { ActType } from './officer-acts.ts';

/** What happened, in a line. An answer that waits in the next hand has not been sent, and is not said to be. */
export const doneWords = (t: Translate, language: Language, act: ActType, waits = false): string =>
  waits ? t(language, 'officers-passed-on') : t(language, 'officers-done', { act });
