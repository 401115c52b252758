import { describe, expect, it } from 'vitest';
import { fieldedSurveys } from '../../../test/builders/fielded-surveys.ts';
import { CitizenId, newId } from '../../kernel/ids.ts';

const here = fieldedSurveys();
const { inTx, people, fielded, carry, answerAll } = here;

describe('fielding', () => {
  it('tells every person once, whatever dies and however many processes work', async () => {
    const everybody = new Set<string>(await people(150, { territory: 'f1' }));
    const wave = await fielded({ territories: ['f1'] });
    const told: string[] = [];
    let rounds = 0;
    for (;;) {
      const [a, b] = await Promise.all([here.surveys.fielding.tick(), here.surveys.fielding.tick()]);
      // A process that dies in the middle of a batch leaves no one between the list and the outbox.
      await here.on.uow
        .run(`killed:${here.on.next()}`, async (tx) => {
          await here.on.notifications.addMany(tx, []);
          throw new Error('killed');
        })
        .catch(() => undefined);
      told.push(
        ...(await carry((id) =>
          id.endsWith('7')
            ? { type: 'unreachable', channel: 'telegram', problem: 'blocked' }
            : { type: 'delivered', channel: 'telegram' },
        )),
      );
      rounds += 1;
      if (a + b === 0 && rounds > 3) break;
    }
    const ours = told.filter((id) => everybody.has(id));
    expect(ours.length).toBe(150);
    expect(new Set(ours).size).toBe(150);
    const { contact } = await here.surveys.waves.progress(wave.id);
    expect((contact.counts.delivered ?? 0) + (contact.counts.unreachable ?? 0)).toBe(150);
    expect(contact.uncertain).toBe(0);
  });

  it('stops at once when paused and goes on with the exact next person', async () => {
    await people(60, { territory: 'f2' });
    const wave = await fielded({ territories: ['f2'] });
    await here.surveys.fielding.tick();
    await inTx((tx) => here.surveys.waves.pause(tx, wave.id, 'author'));
    expect(await carry()).toEqual([]);
    expect((await here.surveys.waves.progress(wave.id)).contact.counts).toEqual({ waiting: 60 });
    await inTx((tx) => here.surveys.waves.resume(tx, wave.id, 'author'));
    const told: string[] = [];
    while ((await here.surveys.fielding.tick()) > 0) told.push(...(await carry()));
    expect(new Set([...told, ...(await carry())]).size).toBe(60);
  });

  it('leaves out who said stop after the list was drawn, and holds who has had enough surveys', async () => {
    const [stopped = '', tired = ''] = await people(3, { territory: 'f3' });
    const wave = await fielded({ territories: ['f3'] });
    await here.on.database.pool.query(`update citizens set state = 'stopped' where id = $1`, [stopped]);
    for (let message = 0; message < 4; message += 1)
      await inTx((tx) =>
        here.on.notifications.add(tx, {
          to: { kind: 'citizen', id: tired },
          kind: 'survey_invitation',
          facts: {},
          lane: 'surveys',
          dedupeKey: `other:${message}`,
        }),
      );
    await here.surveys.fielding.tick();
    await carry();
    await here.surveys.fielding.tick();
    expect((await here.surveys.waves.progress(wave.id)).contact.counts).toEqual({
      withdrawn: 1,
      held: 1,
      delivered: 1,
    });
  });

  it('reminds nobody who has had enough surveys, whoever asked', async () => {
    const [tired = ''] = await people(2, { territory: 'f5' });
    const wave = await fielded({ territories: ['f5'] });
    await here.surveys.fielding.tick();
    await carry();
    await here.surveys.fielding.tick();
    for (let message = 0; message < 3; message += 1)
      await inTx((tx) =>
        here.on.notifications.add(tx, {
          to: { kind: 'citizen', id: tired },
          kind: 'survey_invitation',
          facts: {},
          lane: 'surveys',
          dedupeKey: `other:f5:${message}`,
        }),
      );
    await carry();
    await inTx((tx) => here.surveys.waves.remind(tx, wave.id, 'author'));
    await here.surveys.fielding.tick();
    const reminded = await carry();
    expect(reminded).toHaveLength(1);
    expect(reminded).not.toContain(tired);
  });

  it('reminds only people who were reached and have not finished, twice at most', async () => {
    const [done = CitizenId.parse(newId())] = await people(3, { territory: 'f4' });
    const wave = await fielded({ territories: ['f4'] });
    await here.surveys.fielding.tick();
    await carry();
    await here.surveys.fielding.tick();
    await answerAll(wave, done, { clean: 'yes', score: '5' });
    for (const expected of [2, 2, 0]) {
      expect(await inTx((tx) => here.surveys.waves.remind(tx, wave.id, 'author'))).toEqual({ people: expected });
      await here.surveys.fielding.tick();
      expect(await carry()).not.toContain(done);
      await here.surveys.fielding.tick();
    }
  });
});
