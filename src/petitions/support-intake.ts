import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { SupportOutcome, SupportService } from './support-service.ts';
import type { NewSupport } from './supports-repository.ts';

const MOST = 200;

interface Waiting {
  readonly support: NewSupport;
  readonly resolve: (outcome: SupportOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

interface Deps {
  readonly uow: UnitOfWork;
  readonly support: Pick<SupportService, 'supportMany'>;
}

/**
 * Support from where no transaction is open yet (a web form, an API, a group): whoever comes while one transaction runs
 * shares the next, so that a viral petition costs one commit for many. Never call it from inside a transaction: it would
 * hold one connection while it waits for another.
 */
export function createSupportIntake({ uow, support }: Deps) {
  const waiting: Waiting[] = [];
  let running = false;

  async function flush(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST);
      try {
        const { result } = await uow.run(`petitions.support:${randomUUID()}`, async (tx) => ({
          outcomes: await support.supportMany(
            tx,
            batch.map((item) => item.support),
          ),
        }));
        batch.forEach(({ resolve, reject }, at) => {
          const outcome = result.outcomes[at];
          if (outcome?.type === 'supported' || outcome?.type === 'already') resolve(outcome);
          else reject(outcome?.reason ?? new Error('no outcome'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return (wanted: NewSupport): Promise<SupportOutcome> =>
    new Promise((resolve, reject) => {
      waiting.push({ support: wanted, resolve, reject });
      if (!running) queueMicrotask(() => void (running || flush()));
    });
}
export type SupportIntake = ReturnType<typeof createSupportIntake>;
