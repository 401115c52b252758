import type { LanguageModel, ModelReply, ModelRequest, ModelUse } from '../../kernel/language-model.ts';
import type { Log } from '../log/log.ts';
import { type ChatClient, createChatClient, estimateTokens, type Said } from './chat-client.ts';
import { createOutage } from './outage.ts';
import type { Prompt, Prompts } from './prompts.ts';
import { type Reading, readReply } from './read-reply.ts';
import { strictSchema } from './strict-schema.ts';
import { createTokenBudget } from './token-budget.ts';

interface Deps {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string | undefined;
  readonly prompts: Prompts;
  readonly log: Log;
  readonly budget: { readonly tokensPerHour: number };
  /** The kill switch, asked before every call. */
  readonly isSwitchedOff?: (use: ModelUse) => boolean;
  /** In milliseconds; not the business clock. */
  readonly stopwatch?: () => number;
}

/** The first answer, and one more after being told what was wrong with it. */
const ROUNDS = 2;

/**
 * A language model on any server that speaks OpenAI's chat completions. Without a key or an address, or without the name
 * of a model, nothing is opened and every question is answered `not_configured`. Throws for our own bugs only.
 */
export function createOpenAiModel({
  prompts,
  log,
  budget,
  isSwitchedOff = () => false,
  stopwatch = () => performance.now(),
  ...server
}: Deps): LanguageModel {
  const client = clientOf(server);
  const tokens = createTokenBudget({ tokensPerHour: budget.tokensPerHour, stopwatch });
  const outage = createOutage(stopwatch);

  return {
    async ask<Output>(request: ModelRequest<Output>): Promise<ModelReply<Output>> {
      const prompt = prompts.get(request.prompt, request.use);
      const schema = strictSchema(request.output);
      const question = `${prompt.fill(request.values)}\n\nThe reply is one JSON object of this schema:\n${JSON.stringify(schema)}`;
      if (!client) return { type: 'unavailable', reason: 'not_configured' };
      if (isSwitchedOff(request.use)) return { type: 'unavailable', reason: 'switched_off' };
      if (outage.rests()) return { type: 'unavailable', reason: 'failed' };
      const estimate = estimateTokens([{ content: question }]) + prompt.maxOutputTokens;
      const held = tokens.hold(request.use, estimate);
      if (!held) {
        log.warn({ use: request.use, estimate }, 'language model budget spent');
        return { type: 'unavailable', reason: 'budget_spent' };
      }

      const startedAt = stopwatch();
      const talk = await converse(client, prompt, schema, question, request);
      const durationMs = Math.round(stopwatch() - startedAt);
      const last = talk.said.at(-1);
      const spent = talk.said.reduce((sum, said) => sum + (said.type === 'said' ? said.tokens : 0), 0);
      // What was cut off is paid for, too, and nobody says how much; what failed is not.
      held.settle(last?.type === 'timed_out' ? spent + estimate : spent);

      const facts = { use: request.use, prompt: prompt.name, tokens: spent, rounds: talk.said.length, durationMs };
      outage.note(last?.type === 'said' || isObjection(last?.status));
      if (last?.type !== 'said') {
        const reason = last?.type ?? 'failed';
        log.warn({ ...facts, reason, status: last?.status, error: last?.error }, 'language model unavailable');
        return { type: 'unavailable', reason };
      }
      const { reading } = talk;
      if (reading?.type !== 'read') {
        const reason = reading?.type ?? 'no_json';
        log.warn({ ...facts, reason, model: last.model, cut: last.cut }, 'language model reply unusable');
        return { type: 'unusable', reason, durationMs };
      }
      log.info({ ...facts, model: last.model }, 'language model answered');
      const repaired = talk.said.length > 1;
      return { type: 'answered', output: reading.output, model: last.model, tokens: spent, durationMs, repaired };
    },
  };
}

function clientOf({ apiKey, baseUrl, model }: Pick<Deps, 'apiKey' | 'baseUrl' | 'model'>): ChatClient | null {
  return (apiKey || baseUrl) && model ? createChatClient({ apiKey, baseUrl, model }) : null;
}

async function converse<Output>(
  client: ChatClient,
  prompt: Prompt,
  schema: Record<string, unknown>,
  question: string,
  { output, timeoutMs, onText }: ModelRequest<Output>,
): Promise<{ said: readonly Said[]; reading: Reading<Output> | null }> {
  const signal = AbortSignal.timeout(Math.min(timeoutMs, prompt.timeoutMs));
  const messages: { role: 'user' | 'assistant'; content: string }[] = [{ role: 'user', content: question }];
  const heard: Said[] = [];
  let reading: Reading<Output> | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const listening = round === 0 && onText ? { onText } : {};
    const said = await client.complete({ prompt, schema, messages, signal, ...listening });
    heard.push(said);
    if (said.type !== 'said') break;
    reading = readReply(said.content, output);
    if (reading.type === 'read') break;
    messages.push(
      { role: 'assistant', content: said.content || '(nothing)' },
      { role: 'user', content: repair(reading, said.cut) },
    );
  }
  return { said: heard, reading };
}

/** The server is well, it only refuses this one question. */
const isObjection = (status: number | null | undefined): boolean => status === 400 || status === 413 || status === 422;

const repair = ({ problem }: { problem: string }, cut: boolean): string =>
  `Your reply cannot be used. ${cut ? 'It was too long and was cut off.' : problem}\nReply again with one JSON object of the schema above and nothing else.`;
