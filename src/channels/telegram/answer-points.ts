import { answeredPoints, type ThreadEntry } from '../../appeals/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { oneLine } from './card-lines.ts';

/** "✔ 1. Repair", "— 2. Recalculation: no answer": which of their points the citizen's answer takes up. */
export function pointLines(
  t: Translate,
  language: Language,
  { details }: Pick<ThreadEntry, 'details'>,
): readonly string[] {
  const answered = answeredPoints(details);
  // One request with its answer below needs no list.
  if (!answered || (answered.points.length === 1 && answered.points[0]?.addressed)) return [];
  const missing = answered.by === 'officer' ? 'answer-point-missing' : 'answer-point-unseen';
  return [
    t(language, answered.by === 'officer' ? 'answer-points' : 'answer-points-by-words'),
    ...answered.points.map(({ position, text, addressed }) =>
      t(language, addressed ? 'answer-point-taken' : missing, { position, text: oneLine(text) }),
    ),
  ];
}
