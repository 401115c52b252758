import { describe, expect, it } from 'vitest';
import { AppealId, newId } from '../kernel/ids.ts';
import { createSealing } from '../privacy/index.ts';
import { createSecretWords } from './secret-word.ts';

const words = createSecretWords(createSealing(`k:${Buffer.alloc(32, 1).toString('base64')}`));
const id = AppealId.parse(newId(1));

describe('a secret word', () => {
  it('opens its own case, however it is typed, and no other', async () => {
    const hash = await words.hash(id, 'Ақ  Көгершін');
    expect(await words.fits(id, hash, ' ақ көгершін\u200B')).toBe(true);
    expect(await words.fits(id, hash, 'ақ көгершінім')).toBe(false);
    expect(await words.fits(AppealId.parse(newId(2)), hash, 'ақ көгершін')).toBe(false);
  });

  it('opens nothing where no word was set or no case exists', async () => {
    expect(await words.fits(id, null, 'ақ көгершін')).toBe(false);
    expect(await words.fits(null, null, 'ақ көгершін')).toBe(false);
  });

  it('is never stored the same twice, and never under another key', async () => {
    const [one, two] = [await words.hash(id, 'голубая чашка'), await words.hash(id, 'голубая чашка')];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    const others = createSecretWords(createSealing(`k:${Buffer.alloc(32, 2).toString('base64')}`));
    expect(await others.fits(id, one, 'голубая чашка')).toBe(false);
  });

  it.each(['', 'кошка', '472-918-3', '123456789', 'я'.repeat(101)])(
    'refuses %j, which could be guessed',
    async (word) => {
      await expect(words.hash(id, word)).rejects.toMatchObject({ code: 'appeal.secret_word_weak' });
    },
  );
});
