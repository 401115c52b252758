import { z } from 'zod';
import type { LanguageModel } from '../../kernel/language-model.ts';
import { hideLinks, type LinkTable } from '../link-tokens.ts';
import { sentencesSoFar } from '../partial-answer.ts';
import type { Passage } from '../passage.ts';
import { supported } from './check-citations.ts';
import { isPossible } from './decide.ts';
import { type Draft, end, next, type Step, type StepDeps, type WrittenBody } from './step.ts';

export const ANSWER_PROMPT = 'knowledge/answer.v2';
/** A citizen waits in a chat; after this the passage itself is shown. */
const TIMEOUT_MS = 12_000;
const MAX_PASSAGES = 4;
const LANGUAGE_NAMES = { kk: 'Kazakh', ru: 'Russian', en: 'English' } as const;

export const WrittenAnswer = z.object({
  can_answer: z.boolean(),
  sentences: z
    .array(z.object({ text: z.string().max(600), passage: z.number().int(), quote: z.string().max(1200) }))
    .max(6),
});

/** Without a model the best passage itself is the answer; that alone must be useful. */
export const compose: Step = {
  name: 'compose',
  version: '2',
  async run(draft, deps) {
    const [best] = draft.found;
    if (!best) return end({ type: 'refused', status: 'unanswerable_not_covered' }, 'nothing_found');
    const laidOut: Draft = { ...draft, body: { type: 'passage', passage: best.passage } };
    // A document that talks to the machine is shown to people as it is, but no model reads it.
    const readable = draft.found
      .filter((found) => isPossible(found) && !deps.conversation.isInjection(readOf(found.passage)))
      .map(({ passage }) => passage);
    if (readable.length === 0) return next(laidOut, 'passage_no_material');
    return write(laidOut, readable.slice(0, MAX_PASSAGES), deps);
  },
};

/** All of a passage that a model would read. */
const readOf = ({ title, body, notice }: Passage): string => [title, body, notice ?? ''].join('\n');

async function write(
  draft: Draft,
  passages: readonly Passage[],
  { model, onWriting }: StepDeps,
): Promise<ReturnType<typeof next>> {
  const hidden = hideLinks(passages.map(({ body }) => body));
  const given = passages.map((passage, index) => ({ ...passage, body: hidden.texts[index] ?? '' }));
  const show = onWriting && ((body: WrittenBody) => onWriting(body, draft.language));
  const reply = await askSafely(model, {
    ...(show ? { onText: asChecked(given, hidden.links, show) } : {}),
    use: 'answering',
    prompt: ANSWER_PROMPT,
    values: {
      question: draft.question.text,
      language: LANGUAGE_NAMES[draft.language],
      passages: given
        .map(
          ({ title, body, notice }, index) =>
            `<passage number="${index + 1}" title="${title}">\n${body}${notice ? `\n(${notice})` : ''}\n</passage>`,
        )
        .join('\n'),
    },
    output: WrittenAnswer,
    timeoutMs: TIMEOUT_MS,
  });
  if (reply.type !== 'answered')
    return next(draft, `passage_${reply.type === 'unavailable' ? reply.reason : reply.type}`);
  if (!reply.output.can_answer || reply.output.sentences.length === 0)
    return end({ type: 'refused', status: 'unanswerable_not_covered' }, 'model_found_no_answer');
  return next(
    {
      ...draft,
      proposal: { sentences: reply.output.sentences, passages: given, links: hidden.links, model: reply.model },
    },
    'written',
  );
}

/** Hands on what is written as soon as another whole sentence has passed the check, and nothing that has not. */
function asChecked(passages: readonly Passage[], links: LinkTable, show: (body: WrittenBody) => void) {
  let [seen, shown] = [0, 0];
  return (saidSoFar: string): void => {
    const sentences = sentencesSoFar(saidSoFar);
    if (sentences.length === seen) return;
    seen = sentences.length;
    const { body } = supported({ sentences, passages, links, model: '' });
    if (!body || body.sentences.length <= shown) return;
    shown = body.sentences.length;
    show(body);
  };
}

async function askSafely(
  model: LanguageModel,
  request: Parameters<typeof model.ask<z.infer<typeof WrittenAnswer>>>[0],
) {
  try {
    return await model.ask(request);
  } catch {
    return { type: 'unavailable', reason: 'failed' } as const;
  }
}
