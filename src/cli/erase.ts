import { createOwnData } from '../app/own-data.ts';
import { CitizenId } from '../kernel/ids.ts';
import type { Command } from './command.ts';
import { withServices } from './with-services.ts';

/** `erase citizen ID`: lawful erasure; repeating it changes nothing. */
export const eraseCommand: Command = async ([what, written, ...rest], { stdout, stderr }) => {
  const id = CitizenId.safeParse(written);
  if (what !== 'citizen' || !id.success) {
    stderr('usage: erase citizen ID [--json]\n');
    return 2;
  }
  return withServices(async (services) => {
    const { type } = await services.uow.run(`erase:${id.data}`, (tx) =>
      createOwnData(services).eraseCitizen(tx, id.data),
    );
    stdout(
      rest.includes('--json')
        ? `${JSON.stringify({ erased: id.data, repeated: type === 'repeated' })}\n`
        : `erased ${id.data}\n`,
    );
    return 0;
  });
};
