import { z } from 'zod';
import { OUTCOMES, showCaseNumber } from '../../appeals/index.ts';
import { TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type AgencyChannel, type BoundOfficer, CARD_VERBS, doneWords } from '../officer-cards/index.ts';
import type { SlackApp, SlackDeps } from './deps.ts';
import type { Modals } from './modals.ts';
import type { SlackPeople } from './slack-people.ts';
import { personOf, type SlackTurn, SlackUser } from './slack-turn.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

const Click = z.object({
  trigger_id: z.string(),
  user: SlackUser,
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).nullish(),
  container: z.object({ thread_ts: z.string().optional(), message_ts: z.string().optional() }).nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
});
export type Click = z.infer<typeof Click>;

interface Parts {
  readonly deps: SlackDeps;
  readonly app: SlackApp;
  readonly workspaces: Pick<SlackWorkspaces, 'ofTeam'>;
  readonly people: SlackPeople;
  readonly turn: SlackTurn;
  readonly modals: Modals;
}

/** Which of our channels a click came from: several bodies may share one Slack channel. */
export async function channelOf(
  deps: Pick<SlackDeps, 'channels' | 'cards'>,
  place: string,
  ticketId: TicketId,
): Promise<AgencyChannel> {
  const here = await deps.channels.atPlace('slack', place);
  for (const channel of here) if (await deps.cards.cardOf(ticketId, channel.id)) return channel;
  const [only] = here;
  if (!only) throw new Refusal('channel.not_found', {});
  return only;
}

/** Buttons of cards (`t:…`) and of previews (`p:…`). */
export function addTicketButtons({ deps, app, workspaces, people, turn, modals }: Parts): void {
  const { t, uow, desk, names } = deps;

  app.action(/^t:open$/, ({ ack }) => ack());

  app.action(/^t:(?!open$)/, async ({ ack, body }) => {
    const click = Click.parse(body);
    const [action] = click.actions;
    const verb = action?.action_id.slice(2) ?? '';
    const ticketId = TicketId.parse(action?.value);
    const place = click.channel?.id ?? null;
    const threadTs = click.message?.thread_ts ?? click.container?.thread_ts ?? null;
    await turn(personOf(click.user, click.team?.id), { place, threadTs }, async (officer) => {
      const channel = place ? await channelOf(deps, place, ticketId) : await homeChannel(officer);
      if (verb === 'take') {
        await uow.run(`slack:${click.trigger_id}`, async (tx) => {
          await desk.act(tx, officer, channel, ticketId, { type: 'take' });
        });
        return;
      }
      await openForm(click, officer, channel, ticketId, verb, {
        place,
        threadTs: threadTs ?? click.message?.ts ?? null,
      });
    });
    await ack();
  });

  app.action(/^p:/, async ({ ack, body, respond }) => {
    const click = Click.parse(body);
    const [action] = click.actions;
    const choice = action?.action_id.slice(2) ?? '';
    const pendingId = z.uuid().parse(action?.value);
    const place = click.channel?.id ?? null;
    await turn(personOf(click.user, click.team?.id), { place }, async (officer) => {
      const outcome = OUTCOMES.find((one) => one === choice) ?? null;
      const { result: said } = await uow.run(`slack:${click.trigger_id}`, async (tx) => {
        if (choice === 'cancel') {
          await desk.drop(tx, officer, pendingId);
          return t(officer.language, 'officers-cancelled');
        }
        const { act, waits } = await desk.confirmHeld(tx, officer, pendingId, outcome);
        return doneWords(t, officer.language, act.type, waits);
      });
      // Done already: a lost reply only leaves the preview standing, and its buttons find nothing.
      await respond({ replace_original: true, text: said }).catch((error: unknown) =>
        deps.log.warn({ err: error }, 'preview not replaced'),
      );
    });
    await ack();
  });

  /** From one's own list there is no channel: the body's first one in Slack decides what is permitted. */
  async function homeChannel(officer: BoundOfficer): Promise<AgencyChannel> {
    const [first] = officer.agencyCode
      ? (await deps.channels.ofAgency(officer.agencyCode)).filter(({ kind }) => kind === 'slack')
      : [];
    if (!first) throw new Refusal('channel.not_found', {});
    return first;
  }

  async function openForm(
    click: Click,
    officer: BoundOfficer,
    channel: AgencyChannel,
    ticketId: TicketId,
    verb: string,
    at: { place: string | null; threadTs: string | null },
  ): Promise<void> {
    const act = z.enum(CARD_VERBS).exclude(['take']).parse(verb);
    const view = await desk.assertOffered(officer, ticketId, channel, act);
    const today = await desk.today();
    const { record } = view.appeal.routing;
    const other =
      record?.type === 'proposal'
        ? record.alternatives.find(({ agencyCode }) => agencyCode && agencyCode !== view.ticket.agencyCode)
        : null;
    const form = modals.form(
      act,
      officer.language,
      { ticketId, channelId: channel.id, ...at },
      {
        head: `№ ${showCaseNumber(view.appeal.number ?? '')}`,
        today,
        citizenLanguage: view.appeal.language,
        offer: act === 'extend' ? await deps.extensionOffer(ticketId, today) : null,
        candidate: other?.agencyCode
          ? { code: other.agencyCode, name: names.agency(other.agencyCode, officer.language) }
          : null,
        dayText: (on) => names.day(on, officer.language),
        templates: act === 'answer' ? await desk.templates(officer, ticketId, channel) : [],
        ...(act === 'answer' || act === 'pass' ? await desk.answerAsks(officer, ticketId) : {}),
        ...(act === 'pass' ? { words: await desk.preview(officer, ticketId, { type: 'pass' }) } : {}),
      },
    );
    const { calls } = await workspaces.ofTeam(personOf(click.user, click.team?.id).teamId);
    const opened = await calls.call((client) => client.views.open({ trigger_id: click.trigger_id, view: form }));
    if (opened.type !== 'ok')
      await people.whisper(
        personOf(click.user, click.team?.id),
        t(officer.language, 'officers-refused', { code: opened.type }),
        at,
      );
  }
}
