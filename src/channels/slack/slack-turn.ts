import { z } from 'zod';
import { isRefusal } from '../../kernel/refusal.ts';
import { type BoundOfficer, refusalWords } from '../officer-cards/index.ts';
import type { SlackDeps } from './deps.ts';
import type { SlackPeople, SlackPerson } from './slack-people.ts';

export const SlackUser = z.object({
  id: z.string(),
  username: z.string().optional(),
  name: z.string().optional(),
  team_id: z.string().optional(),
});

export function personOf(user: z.infer<typeof SlackUser>, teamId: string | undefined): SlackPerson {
  return { teamId: teamId ?? user.team_id ?? '', userId: user.id, name: user.username ?? user.name ?? user.id };
}

/** Runs what a person asked for as the officer they are bound to; a stranger gets an explanation and changes nothing. */
export function createSlackTurn({
  deps,
  people,
}: {
  deps: Pick<SlackDeps, 't' | 'log' | 'defaultLanguage'>;
  people: SlackPeople;
}) {
  const { t, log, defaultLanguage } = deps;

  return async function turn<Result>(
    person: SlackPerson,
    at: { place: string | null; threadTs?: string | null },
    work: (officer: BoundOfficer) => Promise<Result>,
  ): Promise<Result | null> {
    const officer = await people.find(person);
    if (!officer) {
      await people.whisper(person, people.unboundWords(person), at);
      return null;
    }
    try {
      return await work(officer);
    } catch (error) {
      if (isRefusal(error)) {
        await people.whisper(person, refusalWords(t, officer.language, error), at);
        return null;
      }
      const code = Math.floor(performance.now()).toString(36).slice(-5).toUpperCase();
      log.error({ err: error, code }, 'slack act failed');
      await people.whisper(person, t(officer.language ?? defaultLanguage, 'officers-failed', { code }), at);
      throw error;
    }
  };
}
export type SlackTurn = ReturnType<typeof createSlackTurn>;
