import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Topics that became part of another: nobody could tell them apart from a message, and one body with one procedure
 * answers both. Messages, examples and models keep the name under which they were made; here is what it counts as.
 */
export function readFormerTopics(topicsFolder: string): ReadonlyMap<string, string> {
  const [, ...lines] = readIfThere(join(topicsFolder, 'former.tsv')).split(/\r?\n/u);
  return new Map(
    lines.flatMap((line) => {
      const [former = '', present = ''] = line.split('\t');
      return former && present ? [[former, present] as const] : [];
    }),
  );
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
