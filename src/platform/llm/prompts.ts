import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { MODEL_USES, type ModelRequest, type ModelUse } from '../../kernel/language-model.ts';

const FrontMatter = z.strictObject({
  use: z.enum(MODEL_USES),
  /** The name the server is told; compatible servers accept nothing but these characters. */
  schema: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  values: z.array(z.string().regex(/^[a-z][A-Za-z0-9]*$/)).min(1),
  temperature: z.number().min(0).max(2),
  maxOutputTokens: z.int().min(1).max(8_000),
  timeoutMs: z.int().min(100).max(120_000),
  maxInputCharacters: z.int().min(100).max(200_000),
});

export interface Prompt extends z.infer<typeof FrontMatter> {
  readonly name: string;
  /** The prompt with the values in place, the longest of them shortened when together they are too long. */
  fill(values: ModelRequest<unknown>['values']): string;
}

/** Every prompt of the folder, read once. `get` throws on a name or a use that nobody wrote: that is a bug of ours. */
export interface Prompts {
  readonly names: readonly string[];
  get(name: string, use: ModelUse): Prompt;
}

const PARTS = /^---\n(?<head>[\s\S]*?)\n---\n(?<body>[\s\S]*)$/;
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const CUT = ' …';

/** Reads every `.md` below the folder; a malformed file, or one of `needed` that is missing, stops the start. */
export function loadPrompts(folder: string, needed: readonly string[] = []): Prompts {
  const prompts = new Map<string, Prompt>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.md') || file.endsWith('README.md')) continue;
    const name = file.slice(0, -'.md'.length).replaceAll('\\', '/');
    prompts.set(name, readPrompt(name, readFileSync(join(folder, file), 'utf8')));
  }
  for (const name of needed) if (!prompts.has(name)) throw new Error(`there is no prompt ${name} in ${folder}`);
  return {
    names: [...prompts.keys()],
    get(name, use) {
      const prompt = prompts.get(name);
      if (!prompt) throw new Error(`no prompt ${name}`);
      if (prompt.use !== use) throw new Error(`prompt ${name} is for ${prompt.use}, not for ${use}`);
      return prompt;
    },
  };
}

function readPrompt(name: string, source: string): Prompt {
  const parts = PARTS.exec(source.replaceAll('\r\n', '\n'))?.groups;
  if (!parts) throw new Error(`prompt ${name}: no front matter between two lines of ---`);
  const read = FrontMatter.safeParse(parse(parts.head ?? ''));
  if (!read.success) throw new Error(`prompt ${name}: ${z.prettifyError(read.error)}`);
  const head = read.data;
  const body = (parts.body ?? '').trim();
  const used = new Set([...body.matchAll(PLACEHOLDER)].map(([, key]) => key ?? ''));
  const wrong = [...used].filter((key) => !head.values.includes(key));
  if (wrong.length > 0) throw new Error(`prompt ${name}: {{${wrong[0]}}} is not among its values`);
  const unused = head.values.filter((key) => !used.has(key));
  if (unused.length > 0) throw new Error(`prompt ${name}: the value ${unused[0]} stands nowhere in its text`);
  return {
    ...head,
    name,
    fill(values) {
      const given = Object.keys(values).sort().join();
      if (given !== [...head.values].sort().join()) throw new Error(`prompt ${name} got the values ${given}`);
      const fitting = shorten(values, head.maxInputCharacters);
      // One pass, so that a placeholder in a citizen's message stays the citizen's text.
      return body.replaceAll(PLACEHOLDER, (_, key: string) => fitting[key] ?? '');
    },
  };
}

function shorten(values: Readonly<Record<string, string>>, limit: number): Readonly<Record<string, string>> {
  const fitting = { ...values };
  for (;;) {
    const excess = Object.values(fitting).reduce((sum, { length }) => sum + length, 0) - limit;
    if (excess <= 0) return fitting;
    const [longest, value] = Object.entries(fitting).reduce((a, b) => (b[1].length > a[1].length ? b : a));
    fitting[longest] = value.slice(0, Math.max(0, value.length - excess - CUT.length)).toWellFormed() + CUT;
    if (value.length <= excess + CUT.length) fitting[longest] = '';
  }
}
