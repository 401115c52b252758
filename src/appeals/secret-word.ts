import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { AppealId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import { cleanText, type Sealing } from '../privacy/index.ts';

const derive = promisify(scrypt) as (
  password: Uint8Array,
  salt: Uint8Array,
  length: number,
  options: ScryptOptions,
) => Promise<Buffer>;

const FEWEST_CHARACTERS = 6;
const MOST_CHARACTERS = 100;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** About 50 ms and 32 MB: dear for a guesser, bearable for a person (OWASP's cheat sheet, scrypt). */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const NOBODYS = Buffer.alloc(SALT_BYTES + HASH_BYTES, 7);

/** A word that opens a case from another account. Keyed by our own key and salted: a stolen table alone opens nothing. */
export function createSecretWords(sealing: Pick<Sealing, 'blindIndex'>) {
  const keyed = (id: string, word: string) => sealing.blindIndex(word, `secret-word:${id}`);

  return {
    async hash(id: AppealId, written: string): Promise<Uint8Array<ArrayBuffer>> {
      const word = normalised(written);
      const length = [...word].length;
      // Digits alone are guessed, or are the number of the case itself.
      if (length < FEWEST_CHARACTERS || length > MOST_CHARACTERS || /^[\d\s.-]+$/.test(word))
        throw new Refusal('appeal.secret_word_weak', { fewest: FEWEST_CHARACTERS });
      const salt = randomBytes(SALT_BYTES);
      return Uint8Array.from(Buffer.concat([salt, await derive(keyed(id, word), salt, HASH_BYTES, COST)]));
    },

    /** Takes the same time whether or not there is such a case or such a word. */
    async fits(id: AppealId | null, stored: Uint8Array | null, written: string): Promise<boolean> {
      const kept = Buffer.from(stored ?? NOBODYS);
      const salt = kept.subarray(0, SALT_BYTES);
      const hash = await derive(keyed(id ?? 'nobody', normalised(written)), salt, HASH_BYTES, COST);
      return timingSafeEqual(hash, kept.subarray(SALT_BYTES)) && stored !== null;
    },
  };
}
export type SecretWords = ReturnType<typeof createSecretWords>;

/** As people remember it: case, doubled spaces and forms of a letter make no difference. */
const normalised = (written: string): string =>
  cleanText(written).normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ');
