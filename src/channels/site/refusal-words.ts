import type { Refusal } from '../../kernel/refusal.ts';
import { textKeyOf } from '../../platform/http/index.ts';
import type { View } from './layout.ts';

/** Why something was refused, in the reader's words: said where it happened, not on a page of errors. */
export const refusalWords = ({ t }: Pick<View, 't'>, { code, facts }: Refusal): string =>
  t(
    textKeyOf(code),
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]),
    ),
  );
