import { describe, expect, it } from 'vitest';
import { CASE_VERBS, type CaseVerb, caseButton, readCaseButton } from './callback-data.ts';

const ID = '01930000-0000-7000-8000-000000000001';

describe('the buttons under a case card', () => {
  it('each ask for what they say: no two share a letter', () => {
    const verbs = Object.keys(CASE_VERBS) as CaseVerb[];
    expect(verbs.filter((verb) => readCaseButton(caseButton(verb, ID))?.verb !== verb)).toEqual([]);
  });

  it('fit into what Telegram carries', () => {
    expect(Buffer.byteLength(caseButton('send', ID, 12))).toBeLessThanOrEqual(64);
  });
});
