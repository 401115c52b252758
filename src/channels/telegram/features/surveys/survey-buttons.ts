import { z } from 'zod';

/** What a survey's button asks for. One letter, because Telegram carries 64 bytes. */
export const SURVEY_VERBS = {
  begin: 'b',
  not_now: 'n',
  no_more: 'x',
  choose: 'o',
  done: 'd',
  back: 'k',
  skip: 's',
  decline: 'p',
  later: 'l',
  page: 'w',
} as const;
export type SurveyVerb = keyof typeof SURVEY_VERBS;

const VERB_OF = new Map(Object.entries(SURVEY_VERBS).map(([verb, letter]) => [letter as string, verb as SurveyVerb]));
const BUTTON = /^v:(.):([A-Za-z0-9_-]{22})(?::(~[A-Za-z0-9_-]{5}))?(?::(\d{1,2}))?$/;

export interface SurveyButton {
  readonly verb: SurveyVerb;
  /** Of the wave before the survey begins, of the session afterwards. */
  readonly id: string;
  /** Which step it stood under: a press on an old message answers no other question. */
  readonly mark: string;
  readonly index: number | null;
}

/** `v:<verb>:<id as base64url>[:<mark of the step>][:<index>]`, at most 36 bytes. */
export function surveyButton(verb: SurveyVerb, id: string, mark?: string, index?: number): string {
  const packed = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
  return ['v', SURVEY_VERBS[verb], packed, ...(mark ? [mark] : []), ...(index === undefined ? [] : [index])].join(':');
}

/** Null for anything that is not one of our buttons: callback data can be forged. */
export function readSurveyButton(data: string): SurveyButton | null {
  const [, letter = '', packed = '', mark = '', index] = BUTTON.exec(data) ?? [];
  const verb = VERB_OF.get(letter);
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  const id = z
    .uuid()
    .safeParse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
  return verb && id.success ? { verb, id: id.data, mark, index: index === undefined ? null : Number(index) } : null;
}
