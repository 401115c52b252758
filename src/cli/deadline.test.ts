import { describe, expect, it } from 'vitest';
import { ClockEvent, computeClock, explainClock, loadJurisdiction, promiseFor } from '../deadlines/index.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import { deadlineCommand } from './deadline.ts';

function run(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const code = deadlineCommand(args, {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  return { code, ...written };
}

describe('dauys deadline compute', () => {
  it('prints one JSON object and nothing else', () => {
    const { code, stdout, stderr } = run('compute', '--rule', 'kz.appk.review', '--from', '2026-11-23', '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      rule: 'kz.appk.review',
      dueOn: '2026-12-14',
      strictDueOn: '2026-12-14',
      steps: expect.arrayContaining([{ type: 'first_day', on: '2026-11-24' }]),
    });
  });

  it('says the same in a sentence and its steps', () => {
    const { code, stdout } = run('compute', '--rule', 'kz.appk.review', '--from', '2026-11-23T10:00:00+05:00');
    expect(code).toBe(0);
    expect(stdout).toContain('Last day: Mon, 14 December 2026.');
    expect(stdout).toContain('- First day counted: Tue, 24 November.');
  });

  it('takes events in order', () => {
    const event = '{"type":"extended","decisionOn":"2026-12-14"}';
    const args = ['compute', '--rule', 'kz.appk.review', '--from', '2026-11-23', '--event', event, '--json'];
    expect(JSON.parse(run(...args).stdout)).toMatchObject({ dueOn: '2027-02-15', strictDueOn: '2027-02-14' });
  });

  it('prints the steps and the sentences of “Why this date?”, signature and all', () => {
    const extension = {
      type: 'extended',
      decisionOn: '2026-12-10',
      until: '2027-01-29',
      by: 'deputy_head',
      signedBy: 'A. Seitova',
      reason: 'an expert is measuring the cable',
    };
    const events = [
      { type: 'received', at: '2026-11-23T10:00:00+05:00', procedure: 'application', topic: null },
      { type: 'delivered', at: '2026-11-23T10:00:00+05:00', agency: 'almaty.roads' },
      { type: 'registered', at: '2026-11-24T10:00:00+05:00', number: '1', on: '2026-11-24' },
      { ...extension, at: '2026-12-10T15:00:00+05:00' },
    ].map((fields, index) => ClockEvent.parse({ id: `e${index}`, ...fields }));
    const { rulebook, calendar } = loadJurisdiction('kz');
    const clock = computeClock(events, rulebook, calendar, promiseFor(rulebook.promises, null));
    const why = explainClock(clock, 'en', loadTexts().t);

    const args = ['--rule', 'kz.appk.review', '--from', '2026-11-24', '--event', JSON.stringify(extension), '--json'];
    const printed = JSON.parse(run('compute', ...args).stdout);
    expect(printed).toMatchObject({ dueOn: clock.statutoryOn, steps: clock.statutorySteps });
    expect(printed.sentences).toEqual(why.statutory?.steps);
    expect(printed.sentences.join(' ')).toContain('signed by deputy head, A. Seitova');
  });

  it('takes the day of an instant in the zone of the body', () => {
    const event = '{"type":"redirected","on":"2026-11-24T20:30:00Z"}';
    const args = ['compute', '--rule', 'kz.appk.review', '--from', '2026-11-23', '--event', event, '--json'];
    expect(JSON.parse(run(...args).stdout)).toMatchObject({ dueOn: '2026-12-17' });
  });

  it('names an unknown rule and exits with 1', () => {
    const { code, stdout, stderr } = run('compute', '--rule', 'kz.nothing', '--from', '2026-11-23');
    expect([code, stdout, stderr]).toEqual([1, '', 'There is no rule “kz.nothing”.\n']);
  });

  it.each([
    ['a date nobody can read', ['--rule', 'uk.foi', '--from', 'tomorrow'], 'tomorrow'],
    ['a day that does not exist', ['--rule', 'uk.foi', '--from', '2026-02-30'], '2026-02-30'],
    ['a year the calendar does not cover', ['--rule', 'kz.appk.review', '--from', '2028-01-10'], '2027-12-31'],
    ['an event of no known type', ['--rule', 'uk.foi', '--from', '2026-11-23', '--event', '{"type":"x"}'], '--event'],
    ['no rule at all', ['--from', '2026-11-23'], '--rule is missing'],
    ['an option of another command', ['--rule', 'uk.foi', '--nope'], '--nope'],
  ])('refuses %s with a clear message', (_name, args, words) => {
    const { code, stderr } = run('compute', ...args);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
  });

  it('keeps the promise of one JSON object when it refuses', () => {
    const { code, stdout } = run('compute', '--rule', 'kz.nothing', '--from', '2026-11-23', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'deadline.rule_unknown' } });
  });
});

it('lists every rule', () => {
  const { rules } = JSON.parse(run('rules', '--json').stdout);
  expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(45);
});
