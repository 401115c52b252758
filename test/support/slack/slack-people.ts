import { randomUUID } from 'node:crypto';
import type { Payload, SlackMessage, SlackWorkspace } from './slack-workspace.ts';

type Said = Promise<{ status: number; body: Payload }>;
interface Wire {
  readonly apiRoot: string;
  readonly workspace: Pick<SlackWorkspace, 'messages' | 'nextTs'>;
  interaction(payload: Payload): Said;
  event(payload: Payload, options?: { retry?: number }): Said;
  slashCommand(payload: Record<string, string>): Said;
}

/** People of the workspace: they press, choose, fill in, reply and type commands. */
export function createSlackPeople({
  apiRoot,
  workspace: { messages, nextTs },
  interaction,
  event,
  slashCommand,
}: Wire) {
  const who = (user: string) => ({
    user: { id: user, username: user.toLowerCase(), team_id: 'T1' },
    team: { id: 'T1' },
  });

  return {
    press(user: string, message: SlackMessage, actionId: string, { triggerId = randomUUID() as string } = {}) {
      const action = message.blocks
        .flatMap((block) => (block['elements'] ?? []) as Payload[])
        .find((one) => one['action_id'] === actionId);
      if (!action) throw new Error(`no button ${actionId} on: ${JSON.stringify(message.blocks)}`);
      return interaction({
        type: 'block_actions',
        ...who(user),
        trigger_id: triggerId,
        channel: { id: message.channel },
        message: { ts: message.ts, ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}) },
        container: { type: 'message', message_ts: message.ts },
        response_url: `${apiRoot}/response/${randomUUID()}`,
        actions: [{ ...action, block_id: 'ticket', action_ts: nextTs() }],
      });
    },

    /** Presses a button of what only this person saw. */
    pressWhisper(user: string, whisper: Payload, actionId: string) {
      return this.press(
        user,
        { ts: nextTs(), channel: whisper['channel'], text: '', blocks: whisper['blocks'], edits: 0 },
        actionId,
      );
    },

    /** A choice in an open form. */
    choose(user: string, modal: Payload, actionId: string, value: string) {
      return interaction({
        type: 'block_actions',
        ...who(user),
        trigger_id: randomUUID(),
        container: { type: 'view', view_id: modal['id'] },
        view: modal,
        actions: [
          {
            type: 'static_select',
            action_id: actionId,
            block_id: 'template',
            selected_option: { text: { type: 'plain_text', text: value }, value },
          },
        ],
      });
    },

    submit(user: string, modal: Payload, values: Record<string, Payload>) {
      const inputs = (modal['blocks'] as Payload[]).filter(({ type }) => type === 'input');
      for (const id of Object.keys(values))
        if (!inputs.some(({ block_id }) => block_id === id)) throw new Error(`no field ${id}`);
      const state = Object.fromEntries(
        inputs.map(({ block_id: id, element }) => [
          id,
          {
            [element.action_id]: values[id] ?? {
              selected_date: element.initial_date,
              selected_option: element.initial_option,
            },
          },
        ]),
      );
      return interaction({
        type: 'view_submission',
        ...who(user),
        trigger_id: randomUUID(),
        view: { ...modal, state: { values: state } },
      });
    },

    /** What a search field offers for the words typed so far. */
    suggest: (user: string, value: string, modal?: Payload) =>
      interaction({
        type: 'block_suggestion',
        ...who(user),
        action_id: 'agency',
        block_id: 'to',
        value,
        container: { type: 'view' },
        ...(modal ? { view: modal } : {}),
      }),

    reply(user: string, card: SlackMessage, text: string, options: { eventId?: string; retry?: number } = {}) {
      const ts = nextTs();
      messages.push({ ts, channel: card.channel, text, blocks: [], thread_ts: card.ts, user, edits: 0 });
      return event(
        {
          type: 'event_callback',
          event_id: options.eventId ?? randomUUID(),
          team_id: 'T1',
          event: {
            type: 'message',
            channel: card.channel,
            channel_type: 'channel',
            user,
            text,
            ts,
            thread_ts: card.ts,
          },
        },
        options.retry ? { retry: options.retry } : {},
      );
    },

    openHome: (user: string) =>
      event({
        type: 'event_callback',
        event_id: randomUUID(),
        team_id: 'T1',
        event: { type: 'app_home_opened', user, tab: 'home', channel: 'D1' },
      }),

    command(user: string, text: string) {
      const payload = {
        command: '/dauys',
        text,
        user_id: user,
        user_name: user.toLowerCase(),
        team_id: 'T1',
        channel_id: 'C1',
        trigger_id: randomUUID(),
      };
      return slashCommand(payload);
    },
  };
}
