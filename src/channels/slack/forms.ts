import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { showCaseNumber } from '../../appeals/index.ts';
import { TicketId } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import { type BoundOfficer, CARD_VERBS, doneWords, OfficerAct, refusalWords } from '../officer-cards/index.ts';
import { LIMITS, plain } from './card-blocks.ts';
import type { SlackApp, SlackDeps } from './deps.ts';
import type { ModalMemory, Modals } from './modals.ts';
import { FormValues, readForm } from './read-form.ts';
import type { SlackFiles } from './slack-files.ts';
import type { SlackPeople } from './slack-people.ts';
import { personOf, SlackUser } from './slack-turn.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

const Memory = z.object({
  ticketId: TicketId,
  channelId: z.uuid(),
  place: z.string().nullable(),
  threadTs: z.string().nullable(),
  pendingId: z.uuid().optional(),
});
const Submission = z.object({
  user: SlackUser,
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    id: z.string(),
    hash: z.string().default(''),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: FormValues }),
  }),
});
const TemplateChoice = z.object({
  user: SlackUser,
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({ id: z.string(), private_metadata: z.string() }),
  actions: z.array(z.object({ selected_option: z.object({ value: z.string() }).nullish() })).min(1),
});

const Suggestion = z.object({ view: z.object({ private_metadata: z.string() }) });

const ActType = z.enum(CARD_VERBS).exclude(['take']);
/** What shows all there is to see before it is sent: no second look. */
const AT_ONCE: readonly OfficerAct['type'][] = ['register', 'pass', 'return'];
const MAX_OPTIONS = 20;
/** Under which field a refusal belongs; the rest lands under the first one. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'ticket.registration_number_wrong': 'number',
  'ticket.registered_in_future': 'on',
  'ticket.registered_before_delivery': 'on',
  'agency.not_found': 'to',
};

interface Parts {
  readonly deps: SlackDeps;
  readonly app: SlackApp;
  readonly people: SlackPeople;
  readonly modals: Modals;
  readonly slackFiles: SlackFiles;
  readonly workspaces: Pick<SlackWorkspaces, 'ofTeam'>;
}

/** What comes back from the forms: registration happens at once, everything a citizen will read is previewed first. */
export function addForms({ deps, app, people, modals, slackFiles, workspaces }: Parts): void {
  const { t, uow, desk, channels } = deps;

  app.view(/^m:/, async ({ ack, body }) => {
    const { user, team, view } = Submission.parse(body);
    const memory = Memory.parse(JSON.parse(view.private_metadata));
    const person = personOf(user, team?.id);
    const at = { place: memory.place, threadTs: memory.threadTs };
    const officer = await people.find(person);
    try {
      if (!officer) {
        await people.whisper(person, people.unboundWords(person), at);
        await ack();
        return;
      }
      const type = view.callback_id.slice(2);
      if (type === 'confirm') {
        const { token } = await workspaces.ofTeam(person.teamId);
        const { act, waits } = await send(officer, memory, view.id, token);
        await ack();
        await people.whisper(person, doneWords(t, officer.language, act, waits), at);
        return;
      }
      const next = await submit(officer, memory, type, view);
      await (next ? ack({ response_action: 'update', view: next }) : ack());
    } catch (error) {
      if (!isRefusal(error) || !officer) throw error;
      const fields = Object.keys(view.state.values);
      const field = FIELD_OF[error.code] ?? (error.code.startsWith('deadline.') ? 'until' : fields[0]);
      const words = refusalWords(t, officer.language, error);
      if (field && fields.includes(field)) await ack({ response_action: 'errors', errors: { [field]: words } });
      else {
        await people.whisper(person, words, at);
        await ack({ response_action: 'clear' });
      }
    }
  });

  async function submit(
    officer: BoundOfficer,
    memory: z.infer<typeof Memory>,
    type: string,
    view: z.infer<typeof Submission>['view'],
  ): Promise<types.ModalView | null> {
    const channel = await channels.find(memory.channelId);
    if (!channel) throw new Refusal('channel.not_found', {});
    const { appeal } = await desk.assertOffered(officer, memory.ticketId, channel, ActType.parse(type));
    const act = OfficerAct.parse(readForm(type, view.state.values, officer, appeal.language));
    if (act.type === 'extend') {
      const offer = await deps.extensionOffer(memory.ticketId, await desk.today());
      const { until } = act;
      if (offer && until < offer.earliest)
        throw new Refusal('deadline.extension_not_later', { until, dueOn: offer.earliest });
      if (offer?.latest && until > offer.latest)
        throw new Refusal('deadline.extension_too_long', { until, latest: offer.latest });
    }
    const { result: pendingId } = await uow.run(
      `slack:view:${view.id}:${view.hash}:${digestOf(view.state.values)}`,
      async (tx) => {
        if (!AT_ONCE.includes(act.type)) return desk.hold(tx, officer, channel, memory.ticketId, act);
        await desk.act(tx, officer, channel, memory.ticketId, act);
        return null;
      },
    );
    if (!pendingId) return null;
    const next: ModalMemory = { ...memory, pendingId };
    return modals.preview(officer.language, next, await desk.preview(officer, memory.ticketId, act));
  }

  async function send(
    officer: BoundOfficer,
    { pendingId }: z.infer<typeof Memory>,
    viewId: string,
    token: string,
  ): Promise<{ act: OfficerAct['type']; waits: boolean }> {
    const files = await slackFiles.fetchAll(await desk.filesOfHeld(officer, pendingId ?? ''), token);
    const { result } = await uow.run(`slack:confirm:${viewId}:${pendingId}`, async (tx) => {
      const { act, waits } = await desk.confirmHeld(tx, officer, pendingId ?? '', null, files);
      return { act: act.type, waits };
    });
    return result;
  }

  /** Another template: the same form with its words in it. */
  app.action('m:template', async ({ ack, body }) => {
    await ack();
    const { user, team, view, actions } = TemplateChoice.parse(body);
    const person = personOf(user, team?.id);
    const officer = await people.find(person);
    const { pendingId: _none, ...memory } = Memory.parse(JSON.parse(view.private_metadata));
    const channel = await channels.find(memory.channelId);
    if (!officer || !channel) return;
    const { appeal } = await desk.assertOffered(officer, memory.ticketId, channel, 'answer');
    const templates = await desk.templates(officer, memory.ticketId, channel);
    const chosen = templates.find(({ id }) => id === actions[0]?.selected_option?.value);
    const form = modals.form('answer', officer.language, memory, {
      head: `№ ${showCaseNumber(appeal.number ?? '')}`,
      today: await desk.today(),
      citizenLanguage: appeal.language,
      offer: null,
      candidate: null,
      dayText: String,
      templates,
      ...(await desk.answerAsks(officer, memory.ticketId)),
      begun: chosen && { templateId: chosen.id, text: chosen.text },
    });
    const { calls } = await workspaces.ofTeam(person.teamId);
    await calls.call((client) => client.views.update({ view_id: view.id, view: form }));
  });

  /** Before a word is typed: whom the router meant besides, and who is competent for topic and place. */
  async function likelyBodies(officer: BoundOfficer, body: unknown): Promise<{ code: string; name: string }[]> {
    const asked = Suggestion.safeParse(body);
    if (!asked.success) return [];
    const { ticketId, channelId } = Memory.parse(JSON.parse(asked.data.view.private_metadata));
    const channel = await channels.find(channelId);
    if (!channel) return [];
    const { appeal, ticket } = await desk.assertOffered(officer, ticketId, channel, 'redirect');
    return deps
      .candidates(appeal, await desk.today())
      .filter((code) => code !== ticket.agencyCode)
      .map((code) => ({ code, name: deps.names.agency(code, officer.language) }));
  }

  app.options('agency', async ({ ack, body, payload }) => {
    const user = SlackUser.parse(body.user);
    const officer = await people.find(personOf(user, (body as { team?: { id?: string } }).team?.id));
    const words = String((payload as { value?: string }).value ?? '').trim();
    const found = officer ? deps.findAgencies(words, officer.language) : [];
    const likely = officer && words === '' ? await likelyBodies(officer, body) : [];
    await ack({
      options: [...likely, ...found.filter(({ code }) => !likely.some((one) => one.code === code))]
        .slice(0, MAX_OPTIONS)
        .map(({ code, name }) => ({ text: plain(name, LIMITS.button), value: code })),
    });
  });
}

/** The same form sent twice is one; a corrected one is another. */
const digestOf = (values: FormValues): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
