import { describe, expect, it } from 'vitest';
import { sentencesSoFar } from './partial-answer.ts';

const whole = {
  can_answer: true,
  sentences: [
    { text: 'Срок "15" дней} [сразу].', passage: 1, quote: 'пятнадцать \\ дней "' },
    { text: 'Второе.', passage: 2, quote: 'второе, и {третье}' },
  ],
};

describe('a reply that is still being written', () => {
  it('has a sentence as soon as its last brace stands, whatever the sentence holds', () => {
    const said = JSON.stringify(whole);
    const counts = [...said].map((_, at) => sentencesSoFar(said.slice(0, at + 1)).length);
    expect([...new Set(counts)]).toEqual([0, 1, 2]);
    expect(counts).toEqual([...counts].sort());
    expect(sentencesSoFar(said)).toEqual(whole.sentences);
    expect(sentencesSoFar(JSON.stringify(whole, null, 2))).toEqual(whole.sentences);
  });

  it('has none when the passages do not answer, before that is said, or in another shape', () => {
    expect(sentencesSoFar(JSON.stringify({ ...whole, can_answer: false }))).toEqual([]);
    expect(sentencesSoFar(JSON.stringify({ sentences: whole.sentences }))).toEqual([]);
    expect(sentencesSoFar('{"can_answer": true, "sentences": [{"text": 3}, [')).toEqual([]);
    expect(sentencesSoFar('Sure! Here is')).toEqual([]);
  });
});
