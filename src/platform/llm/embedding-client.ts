import { z } from 'zod';

const Reply = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(2).max(8_192) })),
});
/** A citizen waits; without an answer by then the words alone are searched. */
const TIMEOUT_MS = 2_500;

interface Options {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string;
}

/** Numbers for texts from any server that speaks OpenAI's embeddings; null for whatever goes wrong outside. */
export function createEmbeddingClient({ apiKey, baseUrl = 'https://api.openai.com/v1', model }: Options) {
  return {
    model,
    async embed(texts: readonly string[], timeoutMs = TIMEOUT_MS): Promise<number[][] | null> {
      try {
        const response = await fetch(`${baseUrl.replace(/\/$/, '')}/embeddings`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
          body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        });
        if (!response.ok) return null;
        const reply = Reply.safeParse(await response.json());
        if (!reply.success || reply.data.data.length !== texts.length) return null;
        return reply.data.data.sort((one, other) => one.index - other.index).map(({ embedding }) => embedding);
      } catch {
        return null;
      }
    },
  };
}
