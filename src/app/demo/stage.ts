import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';

/** Carries out one act of an invented story, under its own key, as if it were then. An act that was carried out before gives its result again. */
export type Stage = <Result>(key: string, moment: number, act: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** @param latest milliseconds since the epoch: no act lies in the future */
export function createStage(uow: UnitOfWork, name: string, latest: number): Stage {
  return async (key, moment, act) => {
    const then = new Date(Math.min(moment, latest));
    const { result } = await uow.run(`${name}:${key}`, (tx) => act(Object.create(tx, { now: { value: then } })));
    return result;
  };
}

/** A jurisdiction's invented stories; none where it has no such file. */
export function readStories<Story extends z.ZodType>(
  jurisdictionFolder: string,
  file: string,
  story: Story,
): z.output<Story>[] {
  try {
    return z.array(story).parse(JSON.parse(readFileSync(join(jurisdictionFolder, file), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
