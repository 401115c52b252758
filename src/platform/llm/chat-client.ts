import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { z } from 'zod';
import { BEST_DIALECT, type Dialect, simplerDialect } from './dialect.ts';
import type { Prompt } from './prompts.ts';
import { readStream } from './read-stream.ts';

/** Compatible servers differ in everything but this; the rest of the reply is not looked at. */
const Completion = z.object({
  model: z.string().max(200).nullish().catch(null),
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.unknown().optional() }))
    .min(1),
  usage: z.object({ total_tokens: z.int().nonnegative() }).nullish().catch(null),
});

export type Said =
  | {
      readonly type: 'said';
      readonly content: string;
      readonly model: string;
      readonly tokens: number;
      /** The limit of the prompt ended it, not the model. */
      readonly cut: boolean;
    }
  /** `status` and `error` are for the log. The server's own words are not: they may repeat the citizen's. */
  | { readonly type: 'timed_out' | 'failed'; readonly status: number | null; readonly error: string };

interface Question {
  readonly prompt: Prompt;
  readonly schema: Record<string, unknown>;
  readonly messages: readonly ChatCompletionMessageParam[];
  readonly signal: AbortSignal;
  readonly onText?: (saidSoFar: string) => void;
}

export interface ChatClient {
  /** One question, one reply; never throws for what lies outside. */
  complete(question: Question): Promise<Said>;
}

interface Options {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string;
}

export function createChatClient({ apiKey, baseUrl, model }: Options): ChatClient {
  let opened: ReturnType<typeof openSdk> | null = null;
  const dialects = new Map<string, Dialect>();

  async function complete(question: Question, dialect: Dialect): Promise<Said> {
    const { prompt, signal, messages } = question;
    try {
      opened ??= openSdk(apiKey, baseUrl);
      const client = await opened;
      if (question.onText && dialect.stream !== 'none') {
        const parts = await client.chat.completions.create(
          { ...parametersOf(model, question, dialect), ...streamOptions(dialect) },
          { signal },
        );
        const streamed = await readStream(parts, question.onText);
        // Some servers answer in one piece although asked for many.
        if (!streamed) return await complete(question, { ...dialect, stream: 'none' });
        if (signal.aborted) return { type: 'timed_out', status: null, error: 'StreamCut' };
        if (dialect !== BEST_DIALECT) dialects.set(prompt.name, dialect);
        const { content, cut } = streamed;
        const tokens = streamed.tokens ?? estimateTokens([...messages, { content }]);
        return { type: 'said', content, model: streamed.model ?? model, tokens, cut };
      }
      const reply: unknown = await client.chat.completions.create(parametersOf(model, question, dialect), { signal });
      const completion = Completion.safeParse(reply);
      if (!completion.success) return { type: 'failed', status: 200, error: 'NotACompletion' };
      if (dialect !== BEST_DIALECT) dialects.set(prompt.name, dialect);
      const choice = completion.data.choices[0];
      const content = choice?.message.content ?? '';
      return {
        type: 'said',
        content,
        model: completion.data.model ?? model,
        tokens: completion.data.usage?.total_tokens ?? estimateTokens([...messages, { content }]),
        cut: choice?.finish_reason === 'length',
      };
    } catch (error) {
      const { status, name, message } = describe(error);
      if (signal.aborted) return { type: 'timed_out', status: null, error: name };
      const simpler = status === 400 || status === 422 ? simplerDialect(dialect, message) : null;
      return simpler ? complete(question, simpler) : { type: 'failed', status, error: name };
    }
  }

  return { complete: (question) => complete(question, dialects.get(question.prompt.name) ?? BEST_DIALECT) };
}

/** Loaded with the first question only: it is 35 MB of memory. Nothing is taken from the environment behind our back. */
async function openSdk(apiKey: string | undefined, baseUrl: string | undefined) {
  const { default: OpenAI } = await import('openai');
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    // Its debug log prints whole messages.
    logLevel: 'off',
    // A retry takes its time from the same limit; callers have a local default at once.
    maxRetries: 0,
    // Text goes where the operator said, and nowhere else.
    fetchOptions: { redirect: 'error' },
  });
}

function parametersOf(
  model: string,
  { prompt, schema, messages }: Question,
  dialect: Dialect,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [...messages],
    [dialect.lengthField]: prompt.maxOutputTokens,
    ...(dialect.temperature ? { temperature: prompt.temperature } : {}),
    ...(dialect.format === 'json_schema'
      ? { response_format: { type: 'json_schema', json_schema: { name: prompt.schema, strict: true, schema } } }
      : {}),
    ...(dialect.format === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
  };
}

const streamOptions = ({ stream }: Dialect): { stream: true; stream_options?: { include_usage: true } } => ({
  stream: true,
  ...(stream === 'with_usage' ? { stream_options: { include_usage: true } } : {}),
});

function describe(error: unknown): { status: number | null; name: string; message: string } {
  if (!(error instanceof Error)) return { status: null, name: typeof error, message: '' };
  const { status } = error as { status?: unknown };
  return { status: typeof status === 'number' ? status : null, name: error.name, message: error.message };
}

/** Two letters a token: on the safe side for Cyrillic, and only used where a server does not count by itself. */
export const estimateTokens = (parts: readonly { content?: unknown }[]): number =>
  Math.ceil(parts.reduce((sum, { content }) => sum + (typeof content === 'string' ? content.length : 0), 0) / 2);
