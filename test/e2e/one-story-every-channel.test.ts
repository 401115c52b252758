import { afterAll, describe, expect, it } from 'vitest';
import { createOfficerWorld, SECRETS_OF_CITIZEN } from '../support/officers/officer-world.ts';
import { inConsole } from '../support/story/console.ts';
import { byMail } from '../support/story/email.ts';
import { byKeyboard } from '../support/story/keyboard.ts';
import { byRest } from '../support/story/rest.ts';
import { slackOver } from '../support/story/slack.ts';
import { staffChats } from '../support/story/staff-chat.ts';
import { FIRST, journalOf, type StartHouse, tellStory } from '../support/story/story.ts';

const HOUSES: readonly (readonly [string, StartHouse])[] = [
  ['REST', byRest],
  ['Slack over HTTP', slackOver('http')],
  ['Slack over a socket', slackOver('socket')],
  ['a staff chat', staffChats],
  ['e-mail', byMail({ abroad: false })],
  ['the console in a browser', inConsole],
  ['the console without a mouse', byKeyboard],
];
const ABROAD: readonly (readonly [string, StartHouse])[] = [
  ['Slack over HTTP', slackOver('http')],
  ['Slack over a socket', slackOver('socket')],
  ['a staff chat', staffChats],
  ['e-mail abroad', byMail({ abroad: true })],
];

describe('one story: taken, asked, passed on, extended, answered, disputed, answered, resolved', () => {
  const journals = new Map<string, Awaited<ReturnType<typeof journalOf>>>();

  it.each(HOUSES)('is told through %s', async (name, start) => {
    const world = await createOfficerWorld({ abroadPolicy: 'full' });
    const house = await start(world);
    try {
      journals.set(name, await journalOf(world, await tellStory(world, house)));
    } finally {
      await house.stop();
      await world.stop();
    }
  });

  it('leaves the same journal everywhere: who did what, with which facts', () => {
    const [[, reference] = ['', []], ...others] = [...journals];
    expect(journals.size).toBe(HOUSES.length);
    expect(reference.map(({ type }) => type)).toEqual([
      'appeal.drafted',
      'appeal.submitted',
      'appeal.routed',
      'ticket.delivered',
      'ticket.taken',
      'ticket.asked',
      'ticket.redirected',
      'ticket.delivered',
      'ticket.registered',
      'ticket.extended',
      'ticket.answered',
      'appeal.disputed',
      'ticket.disputed',
      'ticket.answered',
      'appeal.confirmed',
      'ticket.closed',
    ]);
    for (const [name, journal] of others) expect(journal, name).toEqual(reference);
  });
});

describe('under the profile of Kazakhstan', () => {
  const worlds: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const stop of worlds) await stop();
  });

  it.each(ABROAD)('%s shows and sends nothing of the citizen’s, and takes no answer', async (_name, start) => {
    const world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    worlds.push(() => world.stop());
    const house = await start(world);
    worlds.unshift(() => house.stop());
    const { appealId, ticketId } = await world.fileCase();
    await world.deliverAll();
    const desk = await house.at(FIRST, ticketId);
    await desk.take();
    await house.typeAnswer?.(FIRST, ticketId, 'Всё сделано.');
    await world.deliverAll();

    const crossed = house.crossed();
    expect(crossed).toContain('Яма на дороге');
    for (const secret of SECRETS_OF_CITIZEN) expect(crossed).not.toContain(secret);
    expect((await world.entries(appealId)).map(({ kind }) => kind)).toEqual(['statement']);
    expect((await journalOf(world, appealId)).map(({ type }) => type)).toEqual([
      'appeal.drafted',
      'appeal.submitted',
      'appeal.routed',
      'ticket.delivered',
      'ticket.taken',
    ]);
  });
});
