import { LANGUAGES } from '../kernel/language.ts';
import { type AnswerView, answerView, type Words } from './answer-view.ts';
import { passagesOf } from './passage.ts';
import type { SourceContent } from './source.ts';

/** What a citizen would see of a source, in each of its languages: its first piece, laid out as an answer. */
export function previewOf(content: SourceContent, words: Words): AnswerView[] {
  const pieces = passagesOf({ id: 'preview', ...content });
  return LANGUAGES.flatMap((language) => {
    const passage = pieces.find((piece) => piece.language === language);
    if (!passage) return [];
    const body = { type: 'passage', passage } as const;
    return answerView({ type: 'answer', status: 'answered', language, body, alternatives: [], trace: [] }, words);
  });
}
