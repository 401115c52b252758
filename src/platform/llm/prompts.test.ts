import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPrompts } from './prompts.ts';

const root = mkdtempSync(join(tmpdir(), 'dauys-prompts-'));
afterAll(() => rmSync(root, { recursive: true }));

const HEAD = {
  use: 'routing',
  schema: 'Reply',
  values: '[message, candidates]',
  temperature: '0',
  maxOutputTokens: '40',
  timeoutMs: '8000',
  maxInputCharacters: '100',
};
const BODY = 'Choose.\n{{candidates}}\n-----\n{{message}}';

let folders = 0;
function load(head: Record<string, string | undefined> = {}, body = BODY, needed: string[] = []) {
  folders += 1;
  const folder = join(root, String(folders));
  mkdirSync(join(folder, 'routing'), { recursive: true });
  const lines = Object.entries({ ...HEAD, ...head }).flatMap(([key, value]) => (value ? [`${key}: ${value}`] : []));
  writeFileSync(join(folder, 'routing', 'choose.v1.md'), `---\n${lines.join('\n')}\n---\n${body}\n`);
  return loadPrompts(folder, needed);
}

describe('prompts', () => {
  it('that ship with the product are all readable', () => {
    expect(loadPrompts('prompts').names).toEqual(
      expect.arrayContaining(['knowledge/answer.v2', 'routing/second-opinion.v1']),
    );
  });

  it('take their values in one pass: a placeholder or a dollar sign of a citizen stays as written', () => {
    const prompt = load().get('routing/choose.v1', 'routing');
    expect(prompt.fill({ message: '{{candidates}} costs $& or $1', candidates: '1. roads' })).toBe(
      'Choose.\n1. roads\n-----\n{{candidates}} costs $& or $1',
    );
  });

  it('shorten the longest value when the input is too long, between letters and not inside one', () => {
    const prompt = load().get('routing/choose.v1', 'routing');
    const filled = prompt.fill({ message: '🏚'.repeat(200), candidates: '1. roads' });
    expect(filled).toContain('1. roads');
    expect(filled).toMatch(/ …$/);
    expect(filled.length).toBeLessThan(BODY.length + 100);
    expect(filled.isWellFormed()).toBe(true);
  });

  it.each([
    ['a key is missing', { schema: undefined }, BODY, 'at schema'],
    ['a key is unknown', { model: 'big' }, BODY, 'model'],
    ['the use is unknown', { use: 'deciding' }, BODY, 'at use'],
    ['a number is out of range', { temperature: '9' }, BODY, 'at temperature'],
    ['a placeholder is nowhere promised', {}, `${BODY}{{staff}}`, '{{staff}} is not among its values'],
    ['a promised value is nowhere used', {}, '{{message}}', 'the value candidates stands nowhere'],
    ['a placeholder is misspelt', {}, `${BODY} {{ message }}`, '{{ message }} is not among its values'],
  ])('stop the start when %s', (_, head, body, problem) => {
    expect(() => load(head, body)).toThrow(problem);
    expect(() => load(head, body)).toThrow('prompt routing/choose.v1');
  });

  it('stop the start when one is missing, or when a file is no prompt', () => {
    expect(() => load({}, BODY, ['knowledge/answer.v9'])).toThrow('there is no prompt knowledge/answer.v9');
    const folder = join(root, 'bare');
    mkdirSync(folder);
    writeFileSync(join(folder, 'bare.v1.md'), 'Choose.');
    expect(() => loadPrompts(folder)).toThrow('prompt bare.v1: no front matter');
  });
});
