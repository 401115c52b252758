import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import { wordsIn } from '../questionnaire/words.ts';

/** Telegram's limits for a poll: 300 characters a question, 2–12 options of 100 characters. */
const MAX_QUESTION = 300;
const MAX_OPTIONS = 12;
const MAX_OPTION = 100;

/** A question as a native poll of a chat. */
export interface GroupPoll {
  readonly questionKey: string;
  readonly question: string;
  readonly options: readonly { readonly key: string; readonly text: string }[];
  readonly allowsMany: boolean;
}

/** Counts of a group's poll. Nobody knows who answered, how often, or from where: shown apart and marked so. */
export interface GroupPollCounts {
  readonly questionKey: string;
  readonly chatTitle: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly isClosed: boolean;
}

/** The first question that a native poll can ask; null when there is none. */
export function groupPollOf(questionnaire: Questionnaire, language: Language): GroupPoll | null {
  for (const question of questionsOf(questionnaire)) {
    if (question.type !== 'single' && question.type !== 'multiple') continue;
    const text = wordsIn(question.text, language);
    const options = question.options.map(({ key, label }) => ({ key, text: wordsIn(label, language) }));
    if (
      text.length > MAX_QUESTION ||
      options.length > MAX_OPTIONS ||
      options.some((option) => option.text.length > MAX_OPTION)
    )
      continue;
    return { questionKey: question.key, question: text, options, allowsMany: question.type === 'multiple' };
  }
  return null;
}

const Keys = z.array(z.string());
const Counts = z.record(z.string(), z.number());

/** Keeps what Telegram reports about polls of ours. */
export function createGroupPollsRepository(db: Db) {
  return {
    async add(
      tx: Tx,
      { pollId, waveId, chatTitle, poll }: { pollId: string; waveId: string; chatTitle: string; poll: GroupPoll },
    ): Promise<void> {
      await prismaOf(tx).surveyGroupPoll.create({
        data: {
          pollId,
          waveId,
          questionKey: poll.questionKey,
          chatTitle,
          optionKeys: poll.options.map(({ key }) => key),
          counts: {},
          createdAt: tx.now,
        },
      });
    },

    /** @returns false for a poll that is not ours. */
    async record(tx: Tx, pollId: string, totals: readonly number[], isClosed: boolean): Promise<boolean> {
      const row = await prismaOf(tx).surveyGroupPoll.findUnique({ where: { pollId } });
      if (!row) return false;
      const counts = Object.fromEntries(Keys.parse(row.optionKeys).map((key, index) => [key, totals[index] ?? 0]));
      await prismaOf(tx).surveyGroupPoll.update({ where: { pollId }, data: { counts, isClosed } });
      return true;
    },

    async ofWave(waveId: string): Promise<GroupPollCounts[]> {
      const rows = await db.surveyGroupPoll.findMany({ where: { waveId }, orderBy: { createdAt: 'asc' } });
      return rows.map(({ questionKey, chatTitle, counts, isClosed }) => ({
        questionKey,
        chatTitle,
        counts: Counts.parse(counts),
        isClosed,
      }));
    },
  };
}
export type GroupPollsRepository = ReturnType<typeof createGroupPollsRepository>;
