import { expect, it } from 'vitest';
import { createPacedEdits } from './paced-edits.ts';

function aMessage() {
  const shown: string[] = [];
  const pauses: (() => void)[] = [];
  const edits = createPacedEdits<string>({
    edit: async (text) => void shown.push(text),
    pause: () => new Promise((resolve) => void pauses.push(resolve)),
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { shown, pauses, edits, settle };
}

it('shows the first at once and the newest after each pause', async () => {
  const { shown, pauses, edits, settle } = aMessage();
  edits.offer('one');
  edits.offer('two');
  edits.offer('three');
  await settle();
  expect(shown).toEqual(['one']);
  pauses.shift()?.();
  await settle();
  expect(shown).toEqual(['one', 'three']);
});

it('ends with the last word, after the pause, and nothing comes behind it', async () => {
  const { shown, pauses, edits, settle } = aMessage();
  edits.offer('one');
  edits.offer('two');
  const over = edits.finish('whole');
  edits.offer('late');
  await settle();
  expect(shown).toEqual(['one']);
  pauses.shift()?.();
  await over;
  expect(shown).toEqual(['one', 'whole']);
});
