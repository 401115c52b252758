import type { Bot, Person } from './state.ts';
import type { Updates } from './updates.ts';
import type { World } from './world.ts';

type Results = Record<string, unknown>[];

/** `@bot some words` typed in any chat. */
export function createInlineQueries(world: World, updates: Updates) {
  const open = new Map<string, (results: Results) => void>();
  let lastNumber = 0;

  return {
    ask(bot: Bot, person: Person, query: string): Promise<Results> {
      lastNumber += 1;
      const id = `${world.now().getTime()}${lastNumber}`;
      const answered = new Promise<Results>((resolve) => open.set(id, resolve));
      updates.push(bot, 'inline_query', { id, from: person.user, query, offset: '', chat_type: 'sender' });
      return answered;
    },

    answer(id: string, results: Results): boolean {
      const resolve = open.get(id);
      open.delete(id);
      resolve?.(results);
      return resolve !== undefined;
    },
  };
}
