import { z } from 'zod';
import { Day } from '../../kernel/day.ts';

/** A file that a channel holds: enough to fetch it, nothing about who sent it. */
export const AnswerFile = z.object({
  kind: z.enum(['photo', 'voice']),
  channelRef: z.string().max(300),
  mediaType: z.string().max(100),
  sizeBytes: z.number().int().nonnegative(),
});
export type AnswerFile = z.infer<typeof AnswerFile>;

const AnswerValue = z.discriminatedUnion('type', [
  z.object({ type: z.literal('option'), option: z.string(), other: z.string().max(500).optional() }),
  z.object({ type: z.literal('options'), options: z.array(z.string()), other: z.string().max(500).optional() }),
  z.object({ type: z.literal('number'), number: z.number() }),
  z.object({ type: z.literal('order'), order: z.array(z.string()) }),
  z.object({ type: z.literal('rows'), rows: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('shares'), shares: z.record(z.string(), z.number()) }),
  z.object({ type: z.literal('day'), day: Day }),
  z.object({ type: z.literal('text'), text: z.string().max(4_000) }),
  z.object({ type: z.literal('file'), file: AnswerFile }),
  z.object({ type: z.literal('place'), territoryCode: z.string().nullable(), words: z.string().max(300) }),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** What a person did with a question: answered it, said they would rather not, or passed over it. */
export const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('given'), value: AnswerValue }),
  z.object({ kind: z.literal('declined') }),
  z.object({ kind: z.literal('skipped') }),
]);
export type Answer = z.infer<typeof Answer>;

export const Answers = z.record(z.string(), Answer);
export type Answers = Readonly<Record<string, Answer>>;

export const given = (value: AnswerValue): Answer => ({ kind: 'given', value });

export function optionsOf(answer: Answer | undefined): readonly string[] {
  if (answer?.kind !== 'given') return [];
  switch (answer.value.type) {
    case 'option':
      return [answer.value.option];
    case 'options':
      return answer.value.options;
    case 'order':
      return answer.value.order.slice(0, 1);
    default:
      return [];
  }
}

export const numberOf = (answer: Answer | undefined): number | null =>
  answer?.kind === 'given' && answer.value.type === 'number' ? answer.value.number : null;
