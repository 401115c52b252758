import type { Uploads } from './media-files.ts';
import type { Methods } from './methods/call.ts';
import type { Parameters } from './parameters.ts';
import type { Bot } from './state.ts';
import { notFound } from './telegram-error.ts';
import { methodName, validate } from './validation.ts';

interface Request {
  readonly method: string;
  readonly params: Record<string, unknown>;
  readonly uploads: Uploads;
  readonly signal: AbortSignal;
}

/** One door for every method: its name, its parameters, then what it does. A method nobody wrote is 404, never 5xx. */
export function createBotApi(methods: Methods, isStrict: boolean) {
  return {
    async call(bot: Bot, { method, params, uploads, signal }: Request): Promise<unknown> {
      const name = methodName(method);
      const handler = name === undefined ? undefined : methods[name];
      if (name === undefined || !handler) throw notFound();
      // A file sent under a parameter's own name counts as that parameter.
      const withFiles = { ...Object.fromEntries([...uploads].map(([field, upload]) => [field, upload])), ...params };
      const known = Object.fromEntries(
        Object.entries(withFiles).filter(([field]) => !isAttachment(field, uploads, params)),
      );
      const checked = validate(name, known, isStrict) as Parameters;
      return (await handler({ bot, params: checked, uploads, signal })) ?? true;
    },
  };
}

export type BotApi = ReturnType<typeof createBotApi>;

/** Parts that are only named by `attach://part` are no parameters. */
function isAttachment(field: string, uploads: Uploads, params: Record<string, unknown>): boolean {
  return uploads.has(field) && JSON.stringify(params).includes(`attach://${field}`);
}
