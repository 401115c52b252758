import { expect, it } from 'vitest';
import type { LanguageModel } from '../../kernel/language-model.ts';
import type { MaskedText } from '../../kernel/masked-text.ts';
import { nameThemes } from './name-themes.ts';

const themes = [
  { words: ['фонари', 'темно'], quotes: ['Фонари не горят [PHONE]' as MaskedText] },
  { words: ['мусор'], quotes: ['Мусор не вывозят' as MaskedText] },
];

it('gives each group the name the model proposed, and none where it proposed none', async () => {
  const model: LanguageModel = {
    ask: async (request) => ({
      type: 'answered',
      output: request.output.parse({ names: [{ group: 2, name: 'Вывоз мусора' }] }),
      model: 'm',
      tokens: 1,
      durationMs: 1,
      repaired: false,
    }),
  };
  expect(await nameThemes(model, themes, 'ru')).toEqual([null, 'Вывоз мусора']);
});

it('does without a model', async () => {
  const model: LanguageModel = { ask: async () => ({ type: 'unavailable', reason: 'not_configured' }) };
  expect(await nameThemes(model, themes, 'ru')).toBeNull();
});
