import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TopicId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { Translate } from '../platform/texts/texts.ts';
import type { TopicReader, Urgency } from '../routing/index.ts';
import type { Jurisdiction } from './jurisdiction.ts';

// Interim: keywords of the topic descriptions, until the trained model is loaded here.
export function loadTopicReader(jurisdiction: Jurisdiction, _t: Translate) {
  const words: { topic: TopicId; word: string }[] = [];
  for (const part of ['a', 'b']) {
    const file = join(jurisdiction.folder, 'topics', `descriptions-${part}.tsv`);
    if (!existsSync(file)) continue;
    for (const row of readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)) {
      const [id = '', , , , kk = '', ru = '', en = ''] = row.split('\t');
      for (const word of `${kk},${ru},${en}`.split(','))
        if (word.trim()) words.push({ topic: TopicId.parse(id), word: word.trim().toLowerCase().slice(0, 7) });
    }
  }
  const reader: TopicReader = {
    version: 'keywords',
    kind: (text) => ({ kind: text.includes('?') ? 'question' : 'problem', probability: 0.7 }),
    topics(text) {
      const low = text.toLowerCase();
      const scores = new Map<TopicId, number>();
      for (const { topic, word } of words) if (low.includes(word)) scores.set(topic, (scores.get(topic) ?? 0) + 1);
      const total = [...scores.values()].reduce((a, b) => a + b ** 2, 0);
      return [...scores]
        .map(([topic, n]) => ({ topic, probability: n ** 2 / total, words: [] }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
  const urgency: Urgency = { dangers: [], sensitive: [], sealed: false };
  return {
    reader,
    thresholds: { propose: 0.4, ask: 0.7 },
    detectUrgency: (): Urgency => urgency,
    emergencyAdvice: (_text: string, _language: Language): string | null => null,
  };
}
