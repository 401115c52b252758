import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startConsole, type TestConsole } from '../../../../test/support/console/start-console.ts';
import { createSeenTicketsRepository } from '../../../access/index.ts';
import { createConsoleReadModel } from './console-read-model.ts';
import { createLiveNews, type LiveMessage, type LiveNews } from './live-news.ts';

let console: TestConsole;
let live: LiveNews;
beforeAll(async () => {
  console = await startConsole();
  live = createLiveNews({ view: createConsoleReadModel(console.services.db), log: console.services.log, everyMs: 20 });
});
afterAll(async () => {
  live.close();
  await console.stop();
});

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
    // The first look only learns what is already known; a case written before it ends is news for nobody.
    await console.services.clock.now();

    const { ticketId } = await vi.waitFor(
      async () => {
        const written = await console.writeCase({ text: 'Яма', agencyCode: 'almaty.roads' });
        await vi.waitFor(() => expect(JSON.stringify(heard.get('roads'))).toContain(written.ticketId), {
          timeout: 500,
        });
        return written;
      },
      { timeout: 15_000 },
    );

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
    // What stands before the first look is news for nobody: each attempt changes something anew.
    let attempts = 0;
    await vi.waitFor(
      async () => {
        attempts += 1;
        await seen.mark(dmitriy.id, ticketId, 1, attempts % 2 === 0);
        await vi.waitFor(() => expect(came()).toBeGreaterThan(0), { timeout: 500 });
      },
      { timeout: 15_000 },
    );
    const isAnswering = attempts % 2 === 0;
    expect(heard).toContainEqual({ type: 'presence', ticketId });
    const before = came();
    await seen.mark(dmitriy.id, ticketId, 1, !isAnswering);
    await vi.waitFor(() => expect(came()).toBe(before + 1), { timeout: 10_000 });
    expect(elsewhere.filter(({ type }) => type === 'presence')).toEqual([]);
    for (const stop of stops) stop();
  });
});
