import { PetitionId } from '../../../../kernel/ids.ts';

/** What a petition's button asks for. One letter, because Telegram carries 64 bytes. */
const VERBS = {
  show: 'o',
  ask_support: 's',
  support: 'S',
  withdraw: 'w',
  quiet: 'q',
  loud: 'l',
  read: 'r',
  picture: 'i',
  reply: 'a',
  submit: 'u',
  rewrite: 'e',
  discard: 'x',
  appeal: 'p',
  ask_withdraw_own: 'd',
  withdraw_own: 'D',
} as const;
export type PetitionVerb = keyof typeof VERBS;

const VERB_OF = new Map(Object.entries(VERBS).map(([verb, letter]) => [letter as string, verb as PetitionVerb]));
const BUTTON = /^p:(.):([A-Za-z0-9_-]{22})(?::([0-9a-f]{8}))?$/;
const PAYLOAD = /^p_([a-z2-9]{10})(?:_([0-9a-f]{8}))?$/;

/** `referrer`: by whose link they came, carried along until they support. */
export function petitionButton(verb: PetitionVerb, id: PetitionId, referrer: string | null = null): string {
  const packed = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
  return `p:${VERBS[verb]}:${packed}${referrer ? `:${referrer}` : ''}`;
}

/** Null for anything that is not one of our buttons: callback data can be forged. */
export function readPetitionButton(
  data: string,
): { verb: PetitionVerb; id: PetitionId; referrer: string | null } | null {
  const [, letter = '', packed = '', referrer = null] = BUTTON.exec(data) ?? [];
  const verb = VERB_OF.get(letter);
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  const id = PetitionId.safeParse(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
  return verb && id.success ? { verb, id: id.data, referrer } : null;
}

/** `/start p_<code>[_<referrer>]`: the link people send each other. */
export const petitionLink = (botUsername: string, code: string, referrer: string | null = null): string =>
  `https://t.me/${botUsername}?start=p_${code}${referrer ? `_${referrer}` : ''}`;

export function readPetitionPayload(payload: string): { code: string; referrer: string | null } | null {
  const [, code, referrer = null] = PAYLOAD.exec(payload) ?? [];
  return code ? { code, referrer } : null;
}
