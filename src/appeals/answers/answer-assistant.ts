import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import type { LanguageModel } from '../../kernel/language-model.ts';
import type { MaskedText } from '../../kernel/masked-text.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Mask } from '../../privacy/index.ts';
import type { CasePoint } from './points.ts';

export const TRANSLATE_PROMPT = 'officers/translate.v1';
export const DRAFT_PROMPT = 'officers/draft-answer.v1';

/** A piece of an approved source. */
export interface AssistantPassage {
  readonly source: string;
  readonly title: string;
  readonly body: string;
}

export interface DraftSuggestion {
  /** Null: no model wrote anything; the passages themselves are the help. */
  readonly text: string | null;
  readonly model: string | null;
  readonly citations: readonly AssistantPassage[];
}

interface Deps {
  readonly model: LanguageModel;
  readonly mask: Mask;
  readonly findPassages: (text: string, language: Language, limit: number) => Promise<readonly AssistantPassage[]>;
}

const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Kazakh', ru: 'Russian', en: 'English' };
const TIMEOUT_MS = 20_000;
const MAX_PASSAGES = 4;
const Translated = z.object({ translation: z.string().max(12_000) });
const Drafted = z.object({
  sentences: z
    .array(z.object({ text: z.string().max(800), passage: z.number().int(), quote: z.string().max(1_200) }))
    .max(14),
});

const plain = (text: string): string =>
  text
    .toLocaleLowerCase()
    .replace(/[\s«»"“”„']+/gu, ' ')
    .trim();
const numbersIn = (text: string): string[] => text.match(/\d+/g) ?? [];

/** A sentence stands only when its quote is in the passage, and its numbers are the passage's own. */
export function isSupported(sentence: { text: string; quote: string }, body: string): boolean {
  const within = plain(body);
  const quote = plain(sentence.quote);
  const known = new Set(numbersIn(body));
  return quote.length >= 10 && within.includes(quote) && numbersIn(sentence.text).every((number) => known.has(number));
}

/** Proposes; sends nothing. Only masked words leave the house, and what comes back is marked as a machine's. */
export function createAnswerAssistant({ model, mask, findPassages }: Deps) {
  return {
    async translate(
      text: string,
      from: Language,
      to: Language,
    ): Promise<{ readonly text: string; readonly model: string }> {
      const reply = await model.ask({
        use: 'translation',
        prompt: TRANSLATE_PROMPT,
        values: { from: LANGUAGE_NAMES[from], to: LANGUAGE_NAMES[to], text: mask(text).masked },
        output: Translated,
        timeoutMs: TIMEOUT_MS,
      });
      if (reply.type !== 'answered' || reply.output.translation.trim() === '')
        throw new Refusal('assistant.unavailable', {});
      return { text: reply.output.translation.trim(), model: reply.model };
    },

    async suggest(points: readonly CasePoint[], words: MaskedText, language: Language): Promise<DraftSuggestion> {
      const asked = points.length > 0 ? points.map(({ text }) => text).join('\n') : words;
      const citations = (await findPassages(asked, language, MAX_PASSAGES)).slice(0, MAX_PASSAGES);
      if (citations.length === 0) return { text: null, model: null, citations: [] };
      const reply = await model.ask({
        use: 'drafting',
        prompt: DRAFT_PROMPT,
        values: {
          language: LANGUAGE_NAMES[language],
          points: mask(points.map(({ position, text }) => `${position}. ${text}`).join('\n')).masked,
          passages: citations.map(({ title, body }, index) => `[${index + 1}] ${title}\n${body}`).join('\n\n'),
        },
        output: Drafted,
        timeoutMs: TIMEOUT_MS,
      });
      if (reply.type !== 'answered') return { text: null, model: null, citations };
      const kept = reply.output.sentences.filter((sentence) => {
        const passage = citations[sentence.passage - 1];
        return passage !== undefined && isSupported(sentence, passage.body);
      });
      if (kept.length === 0) return { text: null, model: null, citations };
      const used = [...new Set(kept.map(({ passage }) => passage))];
      const marked = kept.map(({ text, passage }) => `${text.trim()} [${used.indexOf(passage) + 1}]`);
      return {
        text: marked.join(' '),
        model: reply.model,
        citations: used.flatMap((number) => citations[number - 1] ?? []),
      };
    },
  };
}
export type AnswerAssistant = ReturnType<typeof createAnswerAssistant>;
