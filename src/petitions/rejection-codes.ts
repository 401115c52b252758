/** Why a petition may be turned down. Words for people: `petition-rejection-<code>`; each is published with the decision. */
export const REJECTION_CODES = [
  'duplicate',
  'decided_recently',
  'barred_subject',
  'not_competent',
  'no_action',
  'personal_matter',
  'personal_data',
  'false_facts',
  'insulting',
  'advertising',
  'unreadable',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

export const isRejectionCode = (code: string): code is RejectionCode =>
  (REJECTION_CODES as readonly string[]).includes(code);
