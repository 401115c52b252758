import type { Language } from '../kernel/language.ts';
import type { Answer, Trace } from './answer.ts';
import { checkCitations } from './steps/check-citations.ts';
import { checkDanger } from './steps/check-danger.ts';
import { checkExamples } from './steps/check-examples.ts';
import { checkGuardrails } from './steps/check-guardrails.ts';
import { checkLanguage } from './steps/check-language.ts';
import { compose } from './steps/compose.ts';
import { decide, suggestionOf } from './steps/decide.ts';
import { rephrase } from './steps/rephrase.ts';
import { retrieve } from './steps/retrieve.ts';
import { sortTurn } from './steps/sort-turn.ts';
import type { Draft, Ending, Question, Step, StepDeps, WrittenBody } from './steps/step.ts';

/** The whole method, to be read aloud. */
export const STEPS: readonly Step[] = [
  checkLanguage,
  checkDanger,
  sortTurn,
  checkGuardrails,
  rephrase,
  retrieve,
  checkExamples,
  decide,
  compose,
  checkCitations,
];

export interface AnswerPipeline {
  /** Never throws for what a citizen wrote, and never leaves them without one of the named endings. */
  answer(question: Question, onWriting?: (answer: Answered) => void): Promise<Answer>;
  /** An alternative or an option that the citizen tapped; null when it is no longer valid. */
  open(group: string, language: Language): Promise<Answered | null>;
}

type Answered = Extract<Answer, { status: 'answered' }>;

interface Deps extends StepDeps {
  /** A stopwatch for the trace, in milliseconds; not the business clock. */
  readonly stopwatch?: () => number;
}

export function createAnswerPipeline({ stopwatch = () => performance.now(), ...deps }: Deps): AnswerPipeline {
  return {
    async open(group, language) {
      const passage = await deps.search.open(group, language);
      if (!passage) return null;
      const trace = [{ step: 'open', version: '1', durationMs: 0, outcome: 'chosen' }];
      return {
        type: 'answer',
        status: 'answered',
        language,
        body: { type: 'passage', passage },
        alternatives: [],
        trace,
      };
    },

    async answer(question, onWriting) {
      const listening: Pick<StepDeps, 'onWriting'> = onWriting
        ? { onWriting: (body, language) => onWriting(writing(body, language)) }
        : {};
      const trace: Trace[] = [];
      let draft: Draft = {
        question,
        language: question.language,
        query: question.text,
        found: [],
        proposal: null,
        body: null,
      };
      for (const step of STEPS) {
        const startedAt = stopwatch();
        const result = await step.run(draft, { ...deps, ...listening });
        const durationMs = Math.round((stopwatch() - startedAt) * 100) / 100;
        trace.push({ step: step.name, version: step.version, durationMs, outcome: result.outcome });
        if (result.type === 'end') return ended(result.ending, draft, trace);
        draft = result.draft;
      }
      return answered(draft, trace);
    },
  };
}

const writing = (body: WrittenBody, language: Language): Answered => ({
  type: 'answer',
  status: 'answered',
  language,
  body,
  alternatives: [],
  trace: [],
});

function answered(draft: Draft, trace: readonly Trace[]): Answer {
  if (!draft.body) throw new Error('the pipeline ended without an answer');
  const shown = draft.found[0]?.passage.source;
  const alternatives = draft.found
    .filter(({ passage }) => passage.source !== shown)
    .slice(0, 2)
    .map(suggestionOf);
  return { type: 'answer', status: 'answered', language: draft.language, body: draft.body, alternatives, trace };
}

function ended(ending: Ending, draft: Draft, trace: readonly Trace[]): Answer {
  const { language } = draft;
  switch (ending.type) {
    case 'refused':
      // Near misses are offered only where the reason is that nothing fits well enough.
      return {
        type: 'answer',
        status: ending.status,
        language,
        alternatives: ending.status === 'unanswerable_not_covered' ? draft.found.slice(0, 2).map(suggestionOf) : [],
        trace,
      };
    case 'clarification':
      return { type: 'answer', status: 'clarification', language, options: ending.options, trace };
    case 'small_talk':
      return { type: 'small_talk', kind: ending.kind, language, trace };
    case 'complaint':
      return { type: 'complaint', language, trace };
    case 'danger':
      return { type: 'danger', kind: ending.kind, language, trace };
  }
}
