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
  /** Piece by piece, as the test hands them out; `breaks`: the line goes dead after the last. */
  | { readonly pieces: AsyncIterable<string> | readonly string[]; readonly breaks?: true }
  /** An error of the server, in its words. */
  | { readonly status: number; readonly message?: string; readonly headers?: Record<string, string> }
  /** A login page, a proxy, a parking page: fine by HTTP, but no model. */
  | { readonly page: string; readonly status: number; readonly contentType?: string }
  | { readonly json: unknown }
  | { readonly hangs: 'before_headers' | 'within_body' };

interface Options {
  readonly model?: string;
  /** Parts of the interface that this server has never heard of. */
  readonly refuses?: readonly (
    | 'json_schema'
    | 'json_object'
    | 'max_tokens'
    | 'temperature'
    | 'stream'
    | 'stream_options'
  )[];
  /** Answers in one piece although asked for many. */
  readonly neverStreams?: boolean;
}

/** A server that speaks chat completions and says what the script says, turn by turn. */
export async function startOpenAi({ model = 'scripted-1', refuses = [], neverStreams = false }: Options = {}) {
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
      if (body.stream === true && !neverStreams && ('pieces' in Object(turn) || typeof turn === 'string'))
        void stream(turn as string | Pieces, response, model, 'stream_options' in body);
      else play(turn, response, model);
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
  if (refuses.includes('stream_options') && 'stream_options' in body)
    return "Unrecognized request argument supplied: 'stream_options'";
  if (refuses.includes('stream') && body.stream) return 'stream is not supported by this model';
  if (refuses.includes(format)) return `Invalid parameter: 'response_format' of type '${format}' is not supported.`;
  return format === 'json_schema' ? schemaProblem(body.response_format.json_schema.schema) : null;
}

type Pieces = Extract<Turn, { pieces: unknown }>;
const PIECE = 24;

async function stream(turn: string | Pieces, response: ServerResponse, model: string, counts: boolean): Promise<void> {
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model };
  const write = (chunk: object): void => void response.write(`data: ${JSON.stringify({ ...head, ...chunk })}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const pieces = typeof turn === 'string' ? (turn.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'g')) ?? []) : turn.pieces;
  for await (const content of pieces) write({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
  if (typeof turn === 'object' && turn.breaks) return void response.destroy();
  write({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  if (counts) write({ choices: [], usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 } });
  response.end('data: [DONE]\n\n');
}

function play(turn: Turn, response: ServerResponse, model: string): void {
  if (typeof turn === 'string') send(response, 200, completion({ says: turn }, model));
  else if ('says' in turn) send(response, 200, completion(turn, model));
  else if ('pieces' in turn) fail(response, 500, 'this turn is for who listens piece by piece');
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
