import { describe, expect, it } from 'vitest';
import { startOpenAi } from '../../../test/support/openai/openai-server.ts';
import { MaskedText } from '../../kernel/masked-text.ts';
import { createOpenAiModel, loadPrompts } from '../../platform/llm/index.ts';
import { createLog } from '../../platform/log/log.ts';
import { createMask } from '../../privacy/index.ts';
import { createAnswerAssistant, isSupported } from './answer-assistant.ts';

const log = createLog('warn', { write: () => undefined });
const mask = createMask({ identifiers: [] } as never);
const PASSAGE = {
  source: 'kz.roads.potholes',
  title: 'Ямы на дорогах',
  body: 'Яму на городской дороге заделывают за 3 рабочих дня. Ущерб от ямы возмещает владелец дороги через суд.',
};
const POINTS = [{ position: 1, text: 'Когда заделают яму?' }];

/** Without an address nothing is configured. */
const modelAt = (baseUrl: string | undefined) =>
  createOpenAiModel({
    apiKey: baseUrl && 'k',
    baseUrl,
    model: baseUrl && 'scripted-1',
    prompts: loadPrompts('prompts'),
    log,
    budget: { tokensPerHour: 500_000 },
    isSwitchedOff: () => false,
  });

async function withModel(turns: string[]) {
  const server = await startOpenAi();
  server.script(...turns);
  const model = modelAt(server.url);
  const assistant = createAnswerAssistant({ model, mask, findPassages: async () => [PASSAGE] });
  return { server, assistant };
}

describe('a draft from approved sources', () => {
  it('keeps only sentences that a source carries, with their citations', async () => {
    const { server, assistant } = await withModel([
      JSON.stringify({
        sentences: [
          { text: 'Яму заделают за 3 рабочих дня.', passage: 1, quote: 'заделывают за 3 рабочих дня' },
          { text: 'Яму заделают за 5 дней.', passage: 1, quote: 'заделывают за 3 рабочих дня' },
          { text: 'Мы всё оплатим.', passage: 1, quote: 'город оплатит весь ущерб' },
          { text: 'Обратитесь в суд.', passage: 2, quote: 'через суд' },
        ],
      }),
    ]);
    const draft = await assistant.suggest(POINTS, MaskedText.parse('Яма'), 'ru');
    expect(draft).toEqual({ text: 'Яму заделают за 3 рабочих дня. [1]', model: 'scripted-1', citations: [PASSAGE] });
    await server.stop();
  });

  it('is the sources themselves where no model is configured', async () => {
    const assistant = createAnswerAssistant({
      model: modelAt(undefined),
      mask,
      findPassages: async () => [PASSAGE],
    });
    expect(await assistant.suggest(POINTS, MaskedText.parse('Яма'), 'ru')).toEqual({
      text: null,
      model: null,
      citations: [PASSAGE],
    });
    await expect(assistant.translate('Яма', 'ru', 'kk')).rejects.toThrow('assistant.unavailable');
  });

  it.each([
    ['заделывают за 3 рабочих дня', 'За 3 дня.', true],
    ['заделывают за 3 рабочих дня', 'За 4 дня.', false],
    ['за 3', 'За 3.', false],
  ])('a quote «%s» carries «%s»: %s', (quote, text, expected) =>
    expect(isSupported({ text, quote }, PASSAGE.body)).toBe(expected),
  );
});

describe('a translation', () => {
  it('goes out masked and comes back as it is', async () => {
    const { server, assistant } = await withModel([JSON.stringify({ translation: 'Шұңқыр жабылды. [EMAIL]' })]);
    const done = await assistant.translate('Яма заделана. Пишите a@b.kz', 'ru', 'kk');
    expect(done).toEqual({ text: 'Шұңқыр жабылды. [EMAIL]', model: 'scripted-1' });
    expect(JSON.stringify(server.questions)).not.toContain('a@b.kz');
    await server.stop();
  });
});
