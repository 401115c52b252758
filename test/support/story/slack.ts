import type { AgencyCode, TicketId } from '../../../src/kernel/ids.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { startSlack } from '../slack/slack-fake.ts';
import { startSlackHouse } from '../slack/slack-house.ts';
import type { SlackMessage } from '../slack/slack-workspace.ts';
import { BODIES, type Desk, type OfficerHouse } from './story.ts';

const PLACE = (body: AgencyCode): string => `C_${body}`;
const USER = (body: AgencyCode): string => `U_${body}`;

/** Both bodies in Slack, each in a channel of its own. */
export const slackOver =
  (mode: 'http' | 'socket') =>
  async (world: OfficerWorld): Promise<OfficerHouse> => {
    const slack = await startSlack();
    const house = await startSlackHouse(world, slack, mode);
    for (const body of BODIES) {
      await world.addChannel({ kind: 'slack', place: PLACE(body), agencyCode: body });
      const person = await world.addStaff({ givenName: 'Дмитрий', email: `${body}@example.org`, agencyCode: body });
      await world.run((tx) => world.room.bindings.bind(tx, 'slack', `T1:${USER(body)}`, person.id));
    }
    const cardOf = (body: AgencyCode, ticketId: TicketId): SlackMessage => {
      const card = slack
        .cards()
        .find(({ channel, blocks }) => channel === PLACE(body) && JSON.stringify(blocks).includes(ticketId));
      if (!card) throw new Error(`no card of ${ticketId}`);
      return card;
    };
    const previewed = async (
      modal: Record<string, unknown>,
      shown: { body: Record<string, unknown> },
      user: string,
    ) => {
      const view = shown.body['view'] as Record<string, unknown> | undefined;
      if (!view) throw new Error(`no preview: ${JSON.stringify(shown.body)}`);
      await slack.submit(user, { ...view, id: modal['id'], hash: 'h2' }, {});
    };

    return {
      async at(body, ticketId): Promise<Desk> {
        const user = USER(body);
        const card = cardOf(body, ticketId);
        const form = async (verb: string): Promise<Record<string, unknown>> => {
          await world.deliverAll();
          await slack.press(user, card, `t:${verb}`);
          return slack.modals.at(-1) ?? {};
        };
        const fill = async (verb: string, values: Record<string, Record<string, unknown>>): Promise<void> => {
          const modal = await form(verb);
          await previewed(modal, await slack.submit(user, modal, values), user);
        };
        return {
          take: async () => void (await slack.press(user, card, 't:take')),
          ask: (text) => fill('ask', { text: { value: text } }),
          redirect: (to, reason) =>
            fill('redirect', { to: { selected_option: { value: to } }, reason: { value: reason } }),
          register: async (number) => {
            const modal = await form('register');
            await slack.submit(user, modal, { number: { value: number } });
          },
          extend: (reason) => fill('extend', { reason: { value: reason } }),
          answer: (text) => fill('answer', { text: { value: text }, outcome: { selected_option: { value: 'done' } } }),
        };
      },
      crossed: () => JSON.stringify([slack.calls, slack.messages, slack.whispers, slack.modals, slack.responses]),
      typeAnswer: async (body, ticketId, text) =>
        void (await slack.event({
          type: 'event_callback',
          event_id: crypto.randomUUID(),
          team_id: 'T1',
          event: {
            type: 'message',
            channel: PLACE(body),
            user: USER(body),
            text: `Ответ: ${text}`,
            ts: '1.1',
            thread_ts: cardOf(body, ticketId).ts,
          },
        })),
      async stop() {
        await house.stop();
        await slack.stop();
      },
    };
  };
