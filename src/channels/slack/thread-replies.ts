import { z } from 'zod';
import { OUTCOMES } from '../../appeals/index.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { needsPreview, readReply } from '../officer-cards/index.ts';
import { previewBlocks } from './card-blocks.ts';
import type { SlackApp, SlackDeps } from './deps.ts';
import type { SlackPeople } from './slack-people.ts';
import type { SlackTurn } from './slack-turn.ts';

const ThreadMessage = z.object({
  event_id: z.string(),
  team_id: z.string().optional(),
  event: z.object({
    channel: z.string(),
    user: z.string(),
    text: z.string(),
    ts: z.string(),
    thread_ts: z.string(),
    subtype: z.string().optional(),
    bot_id: z.string().optional(),
    metadata: z.unknown().optional(),
  }),
});

interface Parts {
  readonly deps: SlackDeps;
  readonly app: SlackApp;
  readonly people: SlackPeople;
  readonly turn: SlackTurn;
}

/** Slack sends `&`, `<`, `>` escaped and wraps links and mentions in angle brackets. */
const unescaped = (text: string): string =>
  text
    .replace(/<(?:[^<>|]*\|)?([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What is written under a card: a note to colleagues, or, with a prefix, an act that is previewed first. */
export function addThreadReplies({ deps, app, people, turn }: Parts): void {
  const { t, uow, desk, cards, channels } = deps;

  app.event('message', async ({ body }) => {
    const parsed = ThreadMessage.safeParse(body);
    if (!parsed.success) return;
    const { event_id: eventId, team_id: teamId, event } = parsed.data;
    if (event.bot_id || (event.subtype && event.subtype !== 'file_share')) return;
    for (const channel of await channels.atPlace('slack', event.channel)) {
      const ticketId = await cards.ticketOfThread(channel.id, event.thread_ts);
      if (!ticketId) continue;
      const at = { place: event.channel, threadTs: event.thread_ts };
      const person = { teamId: teamId ?? '', userId: event.user, name: event.user };
      await turn(person, at, async (officer) => {
        const intent = readReply(unescaped(event.text));
        if (intent.type === 'incomplete')
          throw new Refusal('officer.incomplete', {
            need: t(officer.language, `officers-button-${intent.act === 'note' ? 'answer' : intent.act}`),
          });
        const view = await desk.assertOffered(officer, ticketId, channel, intent.type);
        const act = await desk.actOf(intent, officer, view);
        const { result: pendingId } = await uow.run(`slack:event:${eventId}`, async (tx) => {
          if (needsPreview(act.type)) return desk.hold(tx, officer, channel, ticketId, act);
          const entryId = await desk.act(tx, officer, channel, ticketId, act);
          // The thread carries these words already.
          if (entryId)
            await cards.addMessage(
              { channelId: channel.id, messageRef: event.ts, ticketId, role: 'entry', entryId },
              tx,
            );
          return null;
        });
        if (!pendingId) return;
        const words = await desk.preview(officer, ticketId, act);
        const outcomes = act.type === 'answer' ? OUTCOMES : [];
        await people.whisper(
          person,
          words.slice(0, 200),
          at,
          previewBlocks(t, officer.language, { text: words, pendingId, outcomes }),
        );
      });
      return;
    }
  });
}
