import { createOwnData } from '../app/own-data.ts';
import { parseCaseNumber } from '../appeals/index.ts';
import type { Command } from './command.ts';
import { withServices } from './with-services.ts';

/** `export case NUMBER`: the portable case file on stdout. */
export const exportCommand: Command = async ([what, written = ''], { stdout, stderr }) => {
  const number = what === 'case' ? parseCaseNumber(written) : null;
  if (!number) {
    stderr('usage: export case NUMBER\n');
    return 2;
  }
  return withServices(async (services) => {
    const appeal = await services.casesView.findByNumber(number);
    if (!appeal) {
      stderr(`there is no case ${written}\n`);
      return 1;
    }
    stdout(`${new TextDecoder().decode(await createOwnData(services).exportCase(appeal.id, appeal.citizenId))}\n`);
    return 0;
  });
};
