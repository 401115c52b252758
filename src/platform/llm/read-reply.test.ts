import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.ts';

const Reply = z.object({ choice: z.number().int(), why: z.string().nullable() });
const GOOD = '{"choice": 2, "why": "a } brace and a \\" quote"}';
const output = { choice: 2, why: 'a } brace and a " quote' };

describe('the object in a reply', () => {
  it.each([
    ['alone', GOOD],
    ['in a fence', `\`\`\`json\n${GOOD}\n\`\`\``],
    ['in a fence without a name', `\`\`\`\n${GOOD}\n\`\`\``],
    ['after prose', `Sure! Here is the JSON you asked for:\n\n${GOOD}`],
    ['before prose', `${GOOD}\n\nI hope this helps {really}.`],
    ['after a thought', `<think>{"choice": 1, "why": null} or not?</think>\n${GOOD}`],
    ['after a thought whose beginning was swallowed', `{"choice": 1, "why": null} or not?\n</think>${GOOD}`],
    ['after the quoted format', `The format is {"choice": NUMBER}. So: ${GOOD}`],
    ['after a change of mind', `{"choice": 1, "why": null}\nNo, better:\n${GOOD}`],
    ['before an example that does not fit', `${GOOD}\nfor example {"text": 1}`],
    ['after a brace that stays open', `{ hm ${GOOD}`],
  ])('is found %s', (_, said) => {
    expect(readReply(said, Reply)).toEqual({ type: 'read', output });
  });

  it('may hold a mark of thinking in its own words', () => {
    expect(readReply('{"choice": 2, "why": "</think>"}', Reply)).toMatchObject({ output: { why: '</think>' } });
  });

  it.each(['', 'The second one.', '{"choice": 2', '[1, 2]', '"2"', `<think>${GOOD}`, '{{{{{{{{'.repeat(2_000)])(
    'is not there in %.40s',
    (said) => {
      expect(readReply(said, Reply)).toMatchObject({ type: 'no_json' });
    },
  );

  it('says which place is wrong, for the repair', () => {
    const reading = readReply('{"choice": "two", "why": null}', Reply);
    expect(reading).toMatchObject({ type: 'wrong_shape', problem: expect.stringContaining('at choice') });
  });

  it('holds no zero bytes and no half characters, which the database would refuse', () => {
    expect(readReply('{"choice": 2, "why": "a\\u0000b\\ud83d"}', Reply)).toEqual({
      type: 'read',
      output: { choice: 2, why: 'ab\ufffd' },
    });
  });
});
