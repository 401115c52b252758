/** Encrypts for those who hold the keys; the context binds what is sealed to its row. */
export interface AnswerSealing {
  seal(plain: string, context: string): Uint8Array;
  openText(sealed: Uint8Array, context: string): string;
}

/** Stands in the column where answers will stand. */
export interface Sealed {
  readonly sealed: string;
}

export const isSealed = (column: unknown): column is Sealed =>
  typeof column === 'object' && column !== null && 'sealed' in column && typeof column.sealed === 'string';

/**
 * Answers that still stand beside a person, or in the order they came, are unreadable to whoever has the database's
 * files, its log or a backup: the key is not there.
 */
export const sealed = (sealing: AnswerSealing, content: unknown, context: string): Sealed => ({
  sealed: Buffer.from(sealing.seal(JSON.stringify(content), context)).toString('base64'),
});

export const unsealed = (sealing: AnswerSealing, { sealed: text }: Sealed, context: string): unknown =>
  JSON.parse(sealing.openText(Buffer.from(text, 'base64'), context));
