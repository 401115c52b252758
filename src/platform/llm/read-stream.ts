import { z } from 'zod';

const Chunk = z.object({
  model: z.string().max(200).nullish().catch(null),
  choices: z
    .array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.unknown() }))
    .catch([]),
  usage: z.object({ total_tokens: z.int().nonnegative() }).nullish().catch(null),
});

export interface Streamed {
  readonly content: string;
  readonly model: string | null;
  /** Null where the server does not count. */
  readonly tokens: number | null;
  readonly cut: boolean;
}

/** Puts a reply together from its pieces, telling the listener after each. Null: the server sent no piece at all. */
export async function readStream(
  pieces: AsyncIterable<unknown>,
  onText: (saidSoFar: string) => void,
): Promise<Streamed | null> {
  let [content, heard, cut] = ['', false, false];
  let [model, tokens]: [string | null, number | null] = [null, null];
  for await (const piece of pieces) {
    const chunk = Chunk.safeParse(piece);
    if (!chunk.success) continue;
    heard = true;
    model = chunk.data.model ?? model;
    tokens = chunk.data.usage?.total_tokens ?? tokens;
    const [choice] = chunk.data.choices;
    cut ||= choice?.finish_reason === 'length';
    const more = choice?.delta?.content;
    if (!more) continue;
    content += more;
    onText(content);
  }
  return heard ? { content, model, tokens, cut } : null;
}
