import { type FormattedString, fmt } from '@grammyjs/parse-mode';
import type { MessageEntity } from 'grammy/types';

export { FormattedString, fmt } from '@grammyjs/parse-mode';
export type Piece = FormattedString | string;

/** Lines of a screen; empty ones (`null`, `''`) disappear, `'\n'` is a blank line. */
export function lines(...pieces: readonly (Piece | null | undefined | false)[]): {
  text: string;
  entities: MessageEntity[];
} {
  const kept = pieces.filter((piece): piece is Piece => Boolean(piece));
  let joined = fmt``;
  kept.forEach((piece, index) => {
    joined = index === 0 ? fmt`${piece}` : piece === '\n' ? fmt`${joined}${'\n'}` : fmt`${joined}${'\n'}${piece}`;
  });
  return { text: joined.text, entities: [...joined.entities] };
}
