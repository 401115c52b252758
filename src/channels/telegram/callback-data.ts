import { z } from 'zod';

/** What a case button asks for. One letter, because Telegram carries 64 bytes. */
export const CASE_VERBS = {
  send: 's',
  change: 'c',
  back: 'b',
  set_place: 'p',
  add_photo: 'f',
  cancel: 'x',
  choose_topic: 'o',
  choose_kind: 'k',
  add: 'a',
  reply: 'r',
  history: 'i',
  why_date: 'y',
  withdraw: 'w',
  withdraw_sure: 'W',
  read_answer: 'n',
  resolved: '1',
  partly: '2',
  unresolved: '3',
  dispute: 'd',
  external_text: 't',
  external_number: 'e',
  complain_silence: 'q',
  hearing_agree: 'A',
  hearing_object: 'O',
  hearing_attend: 'H',
  complain_file: 'Q',
  complain_wait: 'V',
  go_to_court: 'G',
  remind: 'M',
  more: 'v',
  on_behalf: 'g',
  relation: 'R',
  basis: 'B',
  set_secret: 'S',
  give_details: 'D',
  as_message: 'N',
  external_answered: 'E',
  download: 'z',
  why_here: 'h',
  law: 'l',
  calendar: 'm',
  attach_pending: 'j',
  new_pending: 'J',
  join_others: 'U',
  wrong_body: 'u',
} as const;
export type CaseVerb = keyof typeof CASE_VERBS;

const VERB_OF = new Map(Object.entries(CASE_VERBS).map(([verb, letter]) => [letter, verb as CaseVerb]));
const Id = z.uuid();
const CASE = /^c:(.):([A-Za-z0-9_-]{22})(?::(\d{1,2}))?$/;

export interface CaseButton {
  readonly verb: CaseVerb;
  readonly id: string;
  readonly index: number | null;
}

/** `c:<verb>:<id as base64url>[:<index>]`, at most 31 bytes. */
export function caseButton(verb: CaseVerb, id: string, index?: number): string {
  const packed = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
  return `c:${CASE_VERBS[verb]}:${packed}${index === undefined ? '' : `:${index}`}`;
}

/** Null for anything that is not one of our buttons: callback data can be forged. */
export function readCaseButton(data: string): CaseButton | null {
  const [, letter = '', packed = '', index] = CASE.exec(data) ?? [];
  const verb = VERB_OF.get(letter as never);
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  const id = Id.safeParse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
  );
  return verb && id.success ? { verb, id: id.data, index: index === undefined ? null : Number(index) } : null;
}
