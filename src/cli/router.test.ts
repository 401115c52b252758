import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { routerCommand } from './router.ts';

let folder = '';
let train = '';
let test = '';

async function run(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await routerCommand(args, { stdout: (text) => out.push(text), stderr: (text) => errors.push(text) });
  return { code, out: out.join(''), errors: errors.join('') };
}

describe('dauys router eval', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'router-'));
    train = join(folder, 'train.csv');
    test = join(folder, 'test.csv');
    const lines = Array.from(
      { length: 30 },
      (_, at) => `"яма, дом ${at}",roads,r${at},ru\nводы нет ${at},water,w${at},ru`,
    );
    await writeFile(train, `text,label,group,lang\n${lines.join('\n')}\n,,,\n`);
    const many = Array.from(
      { length: 12 },
      (_, at) => `яма у школы ${at},roads,,ru,problem\nнет воды ${at},water,,kk,problem`,
    );
    await writeFile(test, `text,label,group,lang,kind\n${many.join('\n')}\nяма,roads,,../x,problem\n`);
  });

  it('prints one JSON object with the promised keys and nothing else', async () => {
    const { code, out } = await run('eval', '--train', train, '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out) as Record<string, unknown>;
    for (const key of [
      'accuracy',
      'macroF1',
      'top3',
      'coverageAtTarget',
      'accuracyAtTarget',
      'baseline',
      'msPerText',
    ]) {
      expect(typeof result[key], key).toBe('number');
    }
    expect(result).toMatchObject({ mode: 'cross-validation', texts: 60, classes: 2 });
  });

  it('measures on a test file and writes the report', async () => {
    const report = join(folder, 'report');
    const { out } = await run('eval', '--train', train, '--test', test, '--report', report, '--json');
    expect(JSON.parse(out)).toMatchObject({ mode: 'test', texts: 25, accuracy: 1 });
    expect((await readdir(report)).toSorted()).toEqual([
      'metrics.json',
      'reliability-kind-problem.svg',
      'reliability.svg',
      'risk-coverage-kind-problem.svg',
      'risk-coverage.svg',
    ]);
  });

  it('prints a table for people', async () => {
    expect((await run('eval', '--train', train, '--test', test)).out).toContain('accuracy');
  });

  it.each([
    [[], 2],
    [['eval'], 2],
    [['eval', '--train', 'x.csv', '--target', '7'], 2],
    [['eval', '--tain', 'x.csv'], 2],
    [['eval', '--train', '/no/such/file.csv'], 1],
  ])('refuses %j with exit code %d and a reason', async (args, code) => {
    const result = await run(...args);
    expect(result).toMatchObject({ code, out: '' });
    expect(result.errors).toContain('router: ');
  });
});
