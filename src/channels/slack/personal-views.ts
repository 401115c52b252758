import type { types } from '@slack/bolt';
import { z } from 'zod';
import { parseCaseNumber, showCaseNumber } from '../../appeals/index.ts';
import { StaffId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type BoundOfficer, refusalWords } from '../officer-cards/index.ts';
import { cardBlocks, escaped, LIMITS, plain } from './card-blocks.ts';
import type { SlackApp, SlackDeps } from './deps.ts';
import { externalIdOf, type SlackPeople, type SlackPerson } from './slack-people.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

const HomeOpened = z.object({
  team_id: z.string().optional(),
  event: z.object({ user: z.string(), tab: z.string().optional() }),
});
const Command = z.object({
  team_id: z.string(),
  user_id: z.string(),
  user_name: z.string().default(''),
  text: z.string().default(''),
  trigger_id: z.string(),
});
const HOME_ROWS = 20;

interface Parts {
  readonly deps: SlackDeps;
  readonly app: SlackApp;
  readonly workspaces: Pick<SlackWorkspaces, 'ofTeam'>;
  readonly people: SlackPeople;
}

/** App Home and `/dauys`: what one officer sees alone. Lists hold numbers, topics and dates, so every policy permits them. */
export function addPersonalViews({ deps, app, workspaces, people }: Parts): void {
  const { t, casesView, names, desk, uow, bindings, directory, publicUrl } = deps;

  app.event('app_home_opened', async ({ body }) => {
    const { team_id: teamId, event } = HomeOpened.parse(body);
    if (event.tab && event.tab !== 'home') return;
    const person = { teamId: teamId ?? '', userId: event.user, name: event.user };
    const officer = await people.find(person);
    const blocks: types.KnownBlock[] = officer
      ? await home(officer)
      : [{ type: 'section', text: plain(people.unboundWords(person), LIMITS.section) }];
    const { calls } = await workspaces.ofTeam(teamId);
    await calls.call((client) => client.views.publish({ user_id: event.user, view: { type: 'home', blocks } }));
  });

  async function home(officer: BoundOfficer): Promise<types.KnownBlock[]> {
    const { language } = officer;
    const mine = await casesView.inbox(officer, { view: 'mine', limit: HOME_ROWS + 1 });
    const head: types.KnownBlock = { type: 'header', text: plain(t(language, 'officers-home-title'), LIMITS.header) };
    if (mine.length === 0)
      return [head, { type: 'section', text: plain(t(language, 'officers-home-empty'), LIMITS.section) }];
    const rows = mine.slice(0, HOME_ROWS).map((item): types.KnownBlock => {
      const topic = item.topicId ? names.topic(item.topicId, language) : t(language, 'officers-no-topic');
      const due = item.dueOn ? names.day(item.dueOn, language) : '—';
      return {
        type: 'section',
        text: plain(
          `${due} · № ${showCaseNumber(item.number)} · ${topic} · ${t(language, 'officers-state', { state: item.state })}`,
          LIMITS.section,
        ),
        accessory: {
          type: 'button',
          action_id: 't:open',
          text: plain(t(language, 'officers-button-open'), LIMITS.button),
          url: `${publicUrl}/console/tickets/${item.ticketId}`,
          value: item.ticketId,
        },
      };
    });
    const more: types.KnownBlock[] =
      mine.length > HOME_ROWS
        ? [
            {
              type: 'context',
              elements: [plain(t(language, 'officers-home-more', { count: mine.length - HOME_ROWS }), 300)],
            },
          ]
        : [];
    return [head, ...rows, ...more];
  }

  app.command('/dauys', async ({ ack, body }) => {
    const command = Command.parse(body);
    const person = { teamId: command.team_id, userId: command.user_id, name: command.user_name || command.user_id };
    const [verb = '', code = ''] = command.text.trim().split(/\s+/, 2);
    if (verb === 'connect' && code)
      return ack({ response_type: 'ephemeral', text: await connect(person, code, command.trigger_id) });
    const officer = await people.find(person);
    if (!officer) return ack({ response_type: 'ephemeral', text: people.unboundWords(person) });
    const number = parseCaseNumber(command.text.trim() || '-');
    if (!number) return ack({ response_type: 'ephemeral', text: t(officer.language, 'officers-command-how') });
    const found = await ticketByNumber(officer, number);
    if (!found) return ack({ response_type: 'ephemeral', text: t(officer.language, 'officers-no-such-number') });
    const [channel] = (await deps.channels.ofAgency(found.agencyCode)).filter(({ kind }) => kind === 'slack');
    if (!channel) return ack({ response_type: 'ephemeral', text: t(officer.language, 'officers-no-such-number') });
    const { card } = await desk.showTo(officer, found.id, channel);
    await ack({ response_type: 'ephemeral', ...cardBlocks(card) });
  });

  async function ticketByNumber(officer: BoundOfficer, number: string) {
    const appeal = await casesView.findByNumber(number);
    const tickets = appeal ? await deps.ticketsOfCase(appeal.id) : [];
    return tickets.findLast(({ agencyCode }) => officer.agencyCode === null || agencyCode === officer.agencyCode);
  }

  async function connect(person: SlackPerson, code: string, triggerId: string): Promise<string> {
    try {
      const { result: staffId } = await uow.run(`slack:${triggerId}`, async (tx) => {
        const id = StaffId.parse(await bindings.spend(tx, 'slack', code, 'person'));
        await bindings.bind(tx, 'slack', externalIdOf(person), id);
        return id;
      });
      const officer = await directory.byStaffId(staffId);
      return escaped(t(officer?.language ?? deps.defaultLanguage, 'officers-bound', { name: officer?.name ?? '' }));
    } catch (error) {
      if (isRefusal(error)) return refusalWords(t, deps.defaultLanguage, error);
      throw error;
    }
  }
}
