import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../test/support/console/start-console.ts';
import { playDemoCases, playDemoPetitions } from './index.ts';

let world: TestConsole;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.stop());

const cases = () => world.services.db.appeal.count();

describe('demonstration cases', () => {
  it('go the way of real ones: some are closed, some wait, some wait for an operator', async () => {
    const played = await playDemoCases(world.services);
    expect(await cases()).toBe(played);
    const states = await world.services.db.appeal.groupBy({ by: ['state'], _count: true });
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(['closed', 'answered', 'with_agency', 'in_triage']),
    );
  });

  it('are written once, however often they are asked for', async () => {
    const before = await cases();
    await playDemoCases(world.services);
    expect(await cases()).toBe(before);
  });

  it('lie in the past, with terms that are counted from there', async () => {
    const now = await world.services.clock.now();
    const [oldest] = await world.services.db.appeal.findMany({ orderBy: { createdAt: 'asc' }, take: 1 });
    expect(now.getTime() - (oldest?.createdAt.getTime() ?? 0)).toBeGreaterThan(30 * 86_400_000);
  });
});

describe('demonstration petitions', () => {
  const play = () => playDemoPetitions(world.services, world.participation.petitions);

  it('went through sponsors and moderation; the last of them waits for a moderator', async () => {
    const played = await play();
    const found = await world.services.db.petition.findMany({ orderBy: { createdAt: 'asc' } });
    expect(found.map(({ state }) => state)).toEqual([...Array(played - 1).fill('open'), 'in_moderation']);
    const counted = await world.services.db.petitionCount.findMany();
    expect(counted.reduce((sum, { support }) => sum + support, 0)).toBeGreaterThan(60);
  });

  it('are written once, and supported once by each', async () => {
    const before = await world.services.db.petitionSupport.count();
    await play();
    expect(await world.services.db.petition.count()).toBe(4);
    expect(await world.services.db.petitionSupport.count()).toBe(before);
  });
});
