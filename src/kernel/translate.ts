import type { Language } from './language.ts';

/** Words for people, by key; how they are kept is the platform's business. */
export type Translate = (language: Language, key: string, args?: Readonly<Record<string, string | number>>) => string;
