import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../test/support/console/start-console.ts';
import { createSeenTicketsRepository } from '../../../access/index.ts';
import { createConsoleReadModel } from './console-read-model.ts';
import { createLiveNews, type LiveMessage, type LiveNews } from './live-news.ts';

let console: TestConsole;
let live: LiveNews;
let looks = 0;
beforeAll(async () => {
  console = await startConsole();
  const view = createConsoleReadModel(console.services.db);
  const counted = {
    ...view,
    presence: async () => {
      const present = await view.presence();
      looks += 1;
      return present;
    },
  };
  live = createLiveNews({ view: counted, log: console.services.log, everyMs: 20 });
});
afterAll(async () => {
  live.close();
  await console.stop();
});

/** What stands before the first look is news for nobody, and what a look has read is told before the next one. */
async function nextLooks(): Promise<void> {
  const from = looks;
  await expect.poll(() => looks).toBeGreaterThan(from + 2);
}

describe('live news', () => {
  it('tell those who may read a case, whichever process changed it, and nobody else', async () => {
    const roads = await console.signIn('officer', 'almaty.roads');
    const energy = await console.signIn('officer', 'almaty.energy');
    const operator = await console.signIn('operator');
    const heard = new Map<string, LiveMessage[]>([
      ['roads', []],
      ['energy', []],
      ['operator', []],
    ]);
    await console.writeCase({ text: 'Старое, до начала', agencyCode: 'almaty.energy' });
    const stops = (
      [
        ['roads', roads],
        ['energy', energy],
        ['operator', operator],
      ] as const
    ).map(([name, { person }]) => live.subscribe(person, (message) => heard.get(name)?.push(message)));
    await nextLooks();
    const { ticketId } = await console.writeCase({ text: 'Яма', agencyCode: 'almaty.roads' });
    await expect.poll(() => JSON.stringify(heard.get('roads'))).toContain(ticketId);
    await nextLooks();

    expect(heard.get('roads')).toContainEqual(expect.objectContaining({ type: 'case', ticketIds: [ticketId] }));
    expect(heard.get('operator')).toContainEqual({ type: 'triage' });
    expect(heard.get('energy')).toEqual([]);
    for (const stop of stops) stop();
  });

  it('tell at once who else opens a case or begins to write, not that they are still there', async () => {
    const { person: asel } = await console.signIn('officer', 'almaty.roads');
    const { person: dmitriy } = await console.signIn('supervisor', 'almaty.roads');
    const { person: stranger } = await console.signIn('officer', 'almaty.energy');
    const { ticketId } = await console.writeCase({ text: 'Яма у моста', agencyCode: 'almaty.roads' });
    const heard: LiveMessage[] = [];
    const elsewhere: LiveMessage[] = [];
    const stops = [
      live.subscribe(asel, (message) => heard.push(message)),
      live.subscribe(stranger, (message) => elsewhere.push(message)),
    ];
    const seen = createSeenTicketsRepository(console.services.db);
    const came = () => heard.filter(({ type }) => type === 'presence').length;
    await nextLooks();
    await seen.mark(dmitriy.id, ticketId, 1, false);
    await expect.poll(came).toBe(1);
    expect(heard).toContainEqual({ type: 'presence', ticketId });
    await seen.mark(dmitriy.id, ticketId, 1, false);
    await nextLooks();
    expect(came()).toBe(1);
    await seen.mark(dmitriy.id, ticketId, 1, true);
    await expect.poll(came).toBe(2);
    expect(elsewhere.filter(({ type }) => type === 'presence')).toEqual([]);
    for (const stop of stops) stop();
  });
});
