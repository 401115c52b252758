import { messageProblem, viewProblem } from './block-limits.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of a foreign service, read by tests
export type Payload = Record<string, any>;

export interface SlackMessage {
  ts: string;
  channel: string;
  text: string;
  blocks: Payload[];
  thread_ts?: string;
  metadata?: Payload;
  user?: string;
  edits: number;
}

/** What a workspace keeps, and the methods of its Web API that change it. */
export function createSlackWorkspace(socketUrl: () => string) {
  const messages: SlackMessage[] = [];
  const whispers: Payload[] = [];
  const homes = new Map<string, Payload>();
  const modals: Payload[] = [];
  let clock = 1_700_000_000;

  const nextTs = (): string => {
    clock += 1;
    return `${clock}.000100`;
  };

  const methods: Record<string, (args: Payload) => Payload> = {
    'auth.test': () => ({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' }),
    'apps.connections.open': () => ({ ok: true, url: socketUrl() }),
    'chat.postMessage': (args) => {
      const problem = messageProblem(args['blocks']);
      if (problem || !args['text']) return { ok: false, error: 'invalid_blocks', problem };
      const message: SlackMessage = {
        ts: nextTs(),
        channel: args['channel'],
        text: args['text'],
        blocks: args['blocks'] ?? [],
        edits: 0,
      };
      if (args['thread_ts']) message.thread_ts = args['thread_ts'];
      if (args['metadata']) message.metadata = args['metadata'];
      messages.push(message);
      return { ok: true, ts: message.ts, channel: message.channel };
    },
    'chat.update': (args) => {
      const message = messages.find(({ ts, channel }) => ts === args['ts'] && channel === args['channel']);
      if (!message) return { ok: false, error: 'message_not_found' };
      const problem = messageProblem(args['blocks']);
      if (problem) return { ok: false, error: 'invalid_blocks', problem };
      Object.assign(message, { text: args['text'], blocks: args['blocks'], edits: message.edits + 1 });
      return { ok: true, ts: message.ts };
    },
    'chat.postEphemeral': (args) => {
      const problem = messageProblem(args['blocks']);
      if (problem) return { ok: false, error: 'invalid_blocks', problem };
      whispers.push(args);
      return { ok: true, message_ts: nextTs() };
    },
    'conversations.history': (args) => ({
      ok: true,
      messages: messages.filter(({ channel, thread_ts }) => channel === args['channel'] && !thread_ts).toReversed(),
    }),
    'conversations.replies': (args) => ({
      ok: true,
      messages: messages.filter(
        ({ channel, thread_ts, ts }) => channel === args['channel'] && (thread_ts === args['ts'] || ts === args['ts']),
      ),
    }),
    'views.open': (args) => {
      const problem = viewProblem(args['view']);
      if (problem) return { ok: false, error: 'invalid_arguments', problem };
      modals.push({ ...args['view'], id: `V${modals.length + 1}`, hash: 'h1' });
      return { ok: true, view: { id: `V${modals.length}` } };
    },
    'views.update': (args) => {
      modals.push({ ...args['view'], id: args['view_id'], hash: 'h2' });
      return { ok: true };
    },
    'views.publish': (args) => {
      const problem = viewProblem(args['view']);
      if (problem) return { ok: false, error: 'invalid_arguments', problem };
      homes.set(args['user_id'], args['view']);
      return { ok: true };
    },
  };

  return { messages, whispers, homes, modals, nextTs, methods };
}
export type SlackWorkspace = ReturnType<typeof createSlackWorkspace>;
