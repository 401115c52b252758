import type { Journal } from '../journal/index.ts';
import type { AppealId, CitizenId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import type { Sealing } from '../privacy/index.ts';
import type { Appeal } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseAccessRepository } from './case-access-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { CaseNumber } from './case-number.ts';
import { streamOf } from './drafts-service.ts';
import { createSecretWords } from './secret-word.ts';

interface Deps {
  readonly appeals: Pick<AppealsRepository, 'get'>;
  readonly access: CaseAccessRepository;
  readonly journal: Journal;
  readonly news: Pick<CaseNewsSender, 'card'>;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly sealing: Sealing;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

const DAY_MS = 86_400_000;
const MOST_FAILURES_OF_PERSON = 5;
const MOST_FAILURES_OF_CASE = 10;

/** A lost account must not mean a lost case: its number and its secret word open it from another one. */
export function createCaseAccessService({ appeals, access, journal, news, notifications, sealing, own }: Deps) {
  const words = createSecretWords(sealing);

  return {
    async setSecretWord(tx: Tx, id: AppealId, citizenId: CitizenId, written: string): Promise<void> {
      await own(tx, id, citizenId);
      await access.setSecret(tx, id, await words.hash(id, written));
      await journal.append(tx, streamOf(id), {
        type: 'appeal.secret_word_set',
        actor: { kind: 'citizen', id: citizenId },
      });
    },

    /**
     * Moves the case to the person who knows its word and tells the account it leaves. Null says only "not opened":
     * whether the number exists, has a word, or has been tried too often stays unsaid.
     */
    async open(tx: Tx, citizenId: CitizenId, number: string, written: string): Promise<Appeal | null> {
      const since = new Date(tx.now.getTime() - DAY_MS);
      if ((await access.failuresOfCitizen(tx, citizenId, since)) >= MOST_FAILURES_OF_PERSON)
        throw new Refusal('appeal.opened_too_often', { limit: MOST_FAILURES_OF_PERSON });
      const known = CaseNumber.safeParse(number);
      const id = known.success ? await access.idOfNumber(tx, known.data) : null;
      const fits = await words.fits(id, id ? await access.secretOf(tx, id) : null, written);
      const blocked = id !== null && (await access.failuresOfCase(tx, id, since)) >= MOST_FAILURES_OF_CASE;
      const opened = id !== null && fits && !blocked;
      await access.addOpening(tx, { citizenId, appealId: id, opened });
      if (id)
        await journal.append(tx, streamOf(id), {
          type: opened ? 'appeal.opened_by_secret_word' : 'appeal.opening_failed',
          actor: { kind: 'citizen', id: citizenId },
          ...(blocked ? { facts: { blocked } } : {}),
        });
      if (!opened) return null;
      const before = await appeals.get(tx, id);
      if (before.citizenId === citizenId) return before;
      await access.moveTo(tx, id, citizenId);
      await notifications.add(tx, {
        to: { kind: 'citizen', id: before.citizenId },
        kind: 'case_moved',
        facts: { appealId: id, number: before.number },
        lane: 'official',
        dedupeKey: `moved:${id}:${tx.key}`,
      });
      const after = await appeals.get(tx, id);
      await news.card(tx, after, 'moved');
      return after;
    },
  };
}
export type CaseAccessService = ReturnType<typeof createCaseAccessService>;
