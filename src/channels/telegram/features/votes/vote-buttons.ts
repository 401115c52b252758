/** What a button of a vote asks for; those of items carry the item, the others the round. */
const VERBS = {
  show: 'o',
  go: 'g',
  for: 'f',
  against: 'a',
  skip: 'k',
  why: 'y',
  ballot: 'b',
  toggle: 't',
  propose: 'p',
  results: 'r',
} as const;
export type VoteVerb = keyof typeof VERBS;

const VERB_OF = new Map(Object.entries(VERBS).map(([verb, letter]) => [letter as string, verb as VoteVerb]));
const BUTTON = /^vt:(.):([A-Za-z0-9_-]{22})$/;
const PAYLOAD = /^v_([a-z2-9]{10})(?:_([0-9a-f]{8}))?$/;
export const VOTE_LIST = 'vt:list';

export const voteButton = (verb: VoteVerb, id: string): string =>
  `vt:${VERBS[verb]}:${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;

/** Null for anything that is not one of our buttons: callback data can be forged. */
export function readVoteButton(data: string): { verb: VoteVerb; id: string } | null {
  const [, letter = '', packed = ''] = BUTTON.exec(data) ?? [];
  const verb = VERB_OF.get(letter);
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  if (!verb || hex.length !== 32) return null;
  return { verb, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}

/** `/start v_<code>_<referrer>`: the link people send each other. */
export const voteLink = (botUsername: string, code: string, referrer: string): string =>
  `https://t.me/${botUsername}?start=v_${code}_${referrer}`;

export function readVotePayload(payload: string): { code: string; referrer: string | null } | null {
  const [, code, referrer = null] = PAYLOAD.exec(payload) ?? [];
  return code ? { code, referrer } : null;
}
