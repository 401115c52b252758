import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';
import { principalOf } from './access-decision.ts';
import type { ConsoleDeps } from './deps.ts';

const MAX_KEY = 200;

/** `api:<staff>:<Idempotency-Key>`: one person's key is no other's. Without the header a request stands for itself. */
export function commandKeyOf(request: FastifyRequest): string {
  const { staff } = principalOf(request);
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' && given.length > 0 ? given : newId();
  const short = key.length <= MAX_KEY ? key : createHash('sha256').update(key).digest('hex');
  return `api:${staff.id}:${short}`;
}

/** Runs one command in one transaction; what it returns must be plain JSON without personal data. */
export function createCommandRunner({ units, afterCommand }: Pick<ConsoleDeps, 'units' | 'afterCommand'>) {
  return async function runCommand<Result>(
    request: FastifyRequest,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const { result } = await units.run(commandKeyOf(request), work);
    afterCommand?.();
    return result;
  };
}
export type RunCommand = ReturnType<typeof createCommandRunner>;
