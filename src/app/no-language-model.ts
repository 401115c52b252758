import type { LanguageModel } from '../kernel/language-model.ts';

/** Nothing is configured: every caller has a local default. */
export const NO_LANGUAGE_MODEL: LanguageModel = { ask: async () => ({ type: 'unavailable', reason: 'not_configured' }) };
