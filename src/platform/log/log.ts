import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'child'>;

/** Field names that may hold a citizen's words or a secret, at any depth a log line of ours reaches. */
const PRIVATE_FIELDS = [
  'text',
  'caption',
  'body',
  'name',
  'firstName',
  'first_name',
  'lastName',
  'last_name',
  'username',
  'phone',
  'phone_number',
  'iin',
  'email',
  'address',
  'token',
  'secret',
  'authorization',
  'cookie',
  'password',
  'update',
  'message',
  'payload',
];

const TOKEN_IN_URL = /bot\d+:[\w-]+/g;

/**
 * JSON lines. The message is a constant, facts are fields. Private fields are removed and bot tokens inside error
 * texts are blanked, because HTTP clients put the whole address there.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const paths = PRIVATE_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths, censor: '[removed]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    text_of_error: blank(error.message.split('\n')[0] ?? ''),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: blank(
      error.stack
        ?.split('\n')
        .filter((line) => line.trimStart().startsWith('at '))
        .slice(0, 8)
        .join('\n') ?? '',
    ),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

const blank = (text: string): string => text.replace(TOKEN_IN_URL, 'bot[removed]');
