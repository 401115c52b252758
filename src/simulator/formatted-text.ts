import type { MessageEntity } from './wire.ts';

/** Text with its marks; offsets count UTF-16 units, as JavaScript strings do. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}
