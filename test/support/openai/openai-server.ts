import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { schemaProblem } from './strict-schema-rules.ts';

// biome-ignore lint/suspicious/noExplicitAny: what our client sent, read by tests
type Payload = Record<string, any>;

export interface ReceivedQuestion {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Payload;
}

type Turn =
  /** What the model says. */
  | string
  /** Without counting tokens, or ended by the limit. */
  | { readonly says: string | null; readonly counts?: false; readonly cut?: true }
  /** An error of the server, in its words. */
  | { readonly status: number; readonly message?: string; readonly headers?: Record<string, string> }
  /** A login page, a proxy, a parking page: fine by HTTP, but no model. */
  | { readonly page: string; readonly status: number; readonly contentType?: string }
  | { readonly json: unknown }
  | { readonly hangs: 'before_headers' | 'within_body' };

interface Options {
  readonly model?: string;
  /** Parts of the interface that this server has never heard of. */
  readonly refuses?: readonly ('json_schema' | 'json_object' | 'max_tokens' | 'temperature')[];
}

/** A server that speaks chat completions and says what the script says, turn by turn. */
export async function startOpenAi({ model = 'scripted-1', refuses = [] }: Options = {}) {
  const questions: ReceivedQuestion[] = [];
  const script: Turn[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Payload;
      questions.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      const problem = objection(body, refuses);
      if (problem) return fail(response, 400, problem);
      const turn = script.shift();
      if (turn === undefined) return fail(response, 500, 'the script is at its end');
      play(turn, response, model);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    questions,
    script: (...turns: Turn[]): void => void script.push(...turns),
    stop(): Promise<void> {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return stopped;
    },
  };
}
export type OpenAiServer = Awaited<ReturnType<typeof startOpenAi>>;

/** In the words of the real service, because clients listen to them. */
function objection(body: Payload, refuses: NonNullable<Options['refuses']>): string | null {
  const format = body.response_format?.type;
  if (refuses.includes('max_tokens') && 'max_tokens' in body)
    return "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
  if (refuses.includes('temperature') && 'temperature' in body)
    return "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.";
  if (refuses.includes(format)) return `Invalid parameter: 'response_format' of type '${format}' is not supported.`;
  return format === 'json_schema' ? schemaProblem(body.response_format.json_schema.schema) : null;
}

function play(turn: Turn, response: ServerResponse, model: string): void {
  if (typeof turn === 'string') send(response, 200, completion({ says: turn }, model));
  else if ('says' in turn) send(response, 200, completion(turn, model));
  else if ('json' in turn) send(response, 200, turn.json);
  else if ('page' in turn)
    response.writeHead(turn.status, { 'content-type': turn.contentType ?? 'text/html' }).end(turn.page);
  else if ('hangs' in turn) {
    if (turn.hangs === 'within_body')
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices"');
  } else fail(response, turn.status, turn.message ?? 'no', turn.headers);
}

const completion = ({ says, counts, cut }: Extract<Turn, { says: unknown }>, model: string): unknown => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1_700_000_000,
  model,
  choices: [{ index: 0, message: { role: 'assistant', content: says }, finish_reason: cut ? 'length' : 'stop' }],
  ...(counts === false ? {} : { usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 } }),
});

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

const fail = (response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void =>
  send(response, status, { error: { message, type: 'invalid_request_error', param: null, code: null } }, headers);
