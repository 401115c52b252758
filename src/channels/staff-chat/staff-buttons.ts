import { z } from 'zod';
import { OUTCOMES } from '../../appeals/index.ts';
import type { CardVerb } from '../officer-cards/index.ts';

const VERBS: Record<CardVerb, string> = {
  take: 't',
  register: 'r',
  answer: 'a',
  ask: 'q',
  extend: 'e',
  redirect: 'd',
  hear: 'h',
  forward: 'f',
  pass: 'p',
  return: 'b',
};
const CHOICES = { done: 'd', explained: 'x', partly: 'p', refused: 'r', planned: 'l', send: 's', cancel: 'c' } as const;
export type PreviewChoice = keyof typeof CHOICES;
export const OUTCOME_CHOICES: readonly PreviewChoice[] = OUTCOMES;

const VERB_OF = new Map(Object.entries(VERBS).map(([verb, letter]) => [letter, verb as CardVerb]));
const CHOICE_OF = new Map(
  Object.entries(CHOICES).map(([choice, letter]) => [letter as string, choice as PreviewChoice]),
);
const DATA = /^([suv]):(.):([A-Za-z0-9_-]{22})$/;

const packed = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** `s:<verb>:<ticket>` under a card, `u:<nth template>:<ticket>` under a prompt, `v:<choice>:<preview>` under a preview; 26 bytes of Telegram's 64. */
export const cardButton = (verb: CardVerb, ticketId: string): string => `s:${VERBS[verb]}:${packed(ticketId)}`;
export const templateButton = (nth: number, ticketId: string): string => `u:${nth}:${packed(ticketId)}`;
export const previewButton = (choice: PreviewChoice, pendingId: string): string =>
  `v:${CHOICES[choice]}:${packed(pendingId)}`;

export type StaffButton =
  | { type: 'card'; verb: CardVerb; id: string }
  | { type: 'template'; nth: number; id: string }
  | { type: 'preview'; choice: PreviewChoice; id: string };

/** Null for anything that is not one of ours: callback data can be forged. */
export function readStaffButton(data: string): StaffButton | null {
  const [, kind, letter = '', given = ''] = DATA.exec(data) ?? [];
  const hex = Buffer.from(given, 'base64url').toString('hex');
  const id = z.uuid().safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  if (!id.success) return null;
  const verb = VERB_OF.get(letter);
  const choice = CHOICE_OF.get(letter);
  if (kind === 's' && verb) return { type: 'card', verb, id: id.data };
  if (kind === 'u' && /^\d$/.test(letter)) return { type: 'template', nth: Number(letter), id: id.data };
  if (kind === 'v' && choice) return { type: 'preview', choice, id: id.data };
  return null;
}
