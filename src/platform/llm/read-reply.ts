import { z } from 'zod';

export type Reading<Output> =
  | { readonly type: 'read'; readonly output: Output }
  /** `problem` is for the model: it names places and kinds, and quotes nothing. */
  | { readonly type: 'no_json' | 'wrong_shape'; readonly problem: string };

/** A reply is a few hundred words; more is a server gone wild, and not worth the search. */
const MOST_CHARACTERS = 100_000;
/** Tried beginnings of an object: enough for a model that quotes the format before it uses it. */
const MOST_BEGINNINGS = 64;

/**
 * Finds the object in what a model said. Small models think aloud, fence, and explain although told not to; of several
 * objects the last one counts, being the conclusion.
 */
export function readReply<Output>(said: string, output: z.ZodType<Output>): Reading<Output> {
  const found = objectsIn(said.slice(0, MOST_CHARACTERS));
  if (found.length === 0) return { type: 'no_json', problem: 'There was no complete JSON object in it.' };
  const readings = found.map((value) => output.safeParse(value)).reverse();
  const fitting = readings.find(({ success }) => success);
  if (fitting?.success) return { type: 'read', output: fitting.data };
  const { error } = readings[0] ?? {};
  return { type: 'wrong_shape', problem: error ? z.prettifyError(error) : '' };
}

function objectsIn(said: string): unknown[] {
  const whole = parse(said.trim());
  if (whole !== undefined) return [whole];
  return scan(withoutThoughts(said));
}

/** Some servers swallow the opening mark, so everything up to the last closing one is thought; an open end is, too. */
function withoutThoughts(said: string): string {
  const spoken = said.replace(/^[\s\S]*<\/think(?:ing)?>/i, '');
  return spoken.replace(/<think(?:ing)?>[\s\S]*$/i, '');
}

function scan(said: string): unknown[] {
  const found: unknown[] = [];
  let from = said.indexOf('{');
  for (let tried = 0; from !== -1 && tried < MOST_BEGINNINGS; tried += 1) {
    const to = endOfObject(said, from);
    const value = to === -1 ? undefined : parse(said.slice(from, to));
    if (value !== undefined) found.push(value);
    from = said.indexOf('{', value === undefined ? from + 1 : to);
  }
  return found;
}

/** Just after the brace that closes the one at `from`, braces inside strings left aside; -1 when it stays open. */
function endOfObject(said: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < said.length; at += 1) {
    const letter = said[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Zero bytes and half characters parse as JSON, but the database refuses them. */
function parse(json: string): unknown {
  if (!json.startsWith('{')) return undefined;
  try {
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    );
  } catch {
    return undefined;
  }
}
