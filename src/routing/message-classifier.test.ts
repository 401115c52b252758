import { describe, expect, it } from 'vitest';
import { loadTopicModel, trainTopicModel } from './topic-classifier.ts';

const examples: Readonly<Record<string, readonly string[]>> = {
  'road.pothole': [
    'яма на дороге',
    'огромная яма у школы',
    'колесо пробил в яме',
    'жолда шұңқыр бар',
    'үлкен шұңқыр',
    'шұңқырды жамаңыз',
  ],
  'water.outage': [
    'нет воды',
    'воды нет второй день',
    'когда дадут воду',
    'су жоқ',
    'екі күн су жоқ',
    'су қашан болады',
  ],
  'light.street': [
    'не горит фонарь',
    'на улице темно',
    'столб без лампы',
    'көшеде шам жанбайды',
    'шам жоқ',
    'көше қараңғы',
  ],
};
const messages = Object.entries(examples).flatMap(([topic, texts]) =>
  texts.map((text) => ({ topic, text, lang: /[әіңғүұқөһ]/.test(text) ? 'kk' : 'ru' })),
);
const descriptions = [
  { topic: 'road.pothole', text: 'pothole* выбоин* ойық*' },
  { topic: 'water.outage', text: 'water вода* су' },
  { topic: 'light.street', text: 'lamp* фонар* шам*' },
];

describe('the shipped topic model', () => {
  const bytes = trainTopicModel(messages, descriptions);
  const model = loadTopicModel(bytes);
  const topic = (text: string) => model.read(text).guesses[0]?.label;

  it('is the same byte for byte when trained again', () => {
    expect(trainTopicModel(messages, descriptions)).toEqual(bytes);
  });

  it('reads Kazakh and Russian in either script', () => {
    expect(['яма во дворе', 'shunqyr bar', 'vody net', 'шамдар жанбайды'].map(topic)).toEqual([
      'road.pothole',
      'road.pothole',
      'water.outage',
      'light.street',
    ]);
  });

  it('knows a topic by its key words alone', () => {
    expect(topic('выбоина')).toBe('road.pothole');
    expect(topic('a pothole here')).toBe('road.pothole');
  });

  it('shows the words that spoke for the topic, as they were written', () => {
    expect(model.read('Здравствуйте, огромная ЯМА у дома').guesses[0]?.words).toContain('яма');
  });

  it('guesses nothing about a message without a known word', () => {
    expect(model.read('👍').guesses).toEqual([]);
    expect(model.read('').confidence).toBe(0);
  });

  it('refuses a file that is not a model', () => {
    expect(() => loadTopicModel(new Uint8Array(64))).toThrow('not a model file');
  });
});
