import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFormerTopics } from './former-topics.ts';
import { readTrainingSet } from './training-files.ts';

const folder = join(import.meta.dirname, '../../jurisdictions/kz/topics');
const tree = readFileSync(join(folder, 'topics.tsv'), 'utf8').trim().split('\n').slice(1);
const topics = new Set(tree.map((line) => line.split('\t')[0]));

describe('topics that became part of another', () => {
  it('are no longer in the tree, and what they count as is', () => {
    const former = readFormerTopics(folder);
    expect(former.size).toBeGreaterThan(0);
    for (const [was, is] of former) expect([topics.has(was), topics.has(is)], was).toEqual([false, true]);
  });

  it('leave at least 120 topics, every message under one of them, 15 in Kazakh and in Russian and 8 in English each', () => {
    const { training, heldOut, cases } = readTrainingSet(folder);
    expect(topics.size).toBeGreaterThanOrEqual(120);
    const messages = [...training, ...heldOut];
    expect([...messages, ...cases].filter(({ topic }) => !topics.has(topic))).toEqual([]);
    const counts = Map.groupBy(messages, ({ topic, lang }) => `${topic} ${lang}`);
    for (const topic of topics)
      for (const [lang, fewest] of [
        ['kk', 15],
        ['ru', 15],
        ['en', 8],
      ] as const)
        expect(counts.get(`${topic} ${lang}`)?.length ?? 0, `${topic} ${lang}`).toBeGreaterThanOrEqual(fewest);
  });

  it('are measured on messages that nothing is trained on', () => {
    const { training, heldOut, check, cases } = readTrainingSet(folder);
    const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    const trained = new Set(training.map(({ text }) => plain(text)));
    expect(check).toHaveLength(360);
    expect([...heldOut, ...check, ...cases].filter(({ text }) => trained.has(plain(text)))).toEqual([]);
  });

  it('are unknown where a jurisdiction has none', () => {
    expect(readFormerTopics(join(folder, 'nowhere')).size).toBe(0);
  });
});
