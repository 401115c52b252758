import { z } from 'zod';
import type { Journal } from '../journal/index.ts';
import type { AppealId, CitizenId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText, type Sealing } from '../privacy/index.ts';
import type { Appeal } from './appeal.ts';
import type { CaseAccessRepository } from './case-access-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { streamOf } from './drafts-service.ts';

export const RELATIONS = ['parent', 'child', 'spouse', 'relative', 'neighbour', 'other'] as const;
/** On what ground: the law itself (a child's parent), a power of attorney, or only their word. */
export const BASES = ['law', 'power_of_attorney', 'their_word'] as const;

export const Representation = z.strictObject({
  relation: z.enum(RELATIONS),
  name: z.string().max(120).nullable(),
  contact: z.string().max(120).nullable(),
  basis: z.enum(BASES),
});
export type Representation = z.infer<typeof Representation>;

interface Deps {
  readonly access: CaseAccessRepository;
  readonly journal: Journal;
  readonly news: Pick<CaseNewsSender, 'card'>;
  readonly sealing: Sealing;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

const contextOf = (id: AppealId): string => `appeal:${id}:on-behalf-of`;

/** Whom a case is for when it is not for the sender. Sealed: bodies read it with a purpose, like the sender's own details. */
export function createRepresentations({ access, journal, news, sealing, own }: Deps) {
  return {
    /** Null: the case is the sender's own after all. */
    async declare(tx: Tx, id: AppealId, citizenId: CitizenId, written: Representation | null): Promise<void> {
      const appeal = await own(tx, id, citizenId);
      if (appeal.state === 'discarded' || appeal.state === 'withdrawn')
        throw new Refusal('appeal.move_refused', { state: appeal.state, event: 'amended' });
      const person = written && {
        ...written,
        name: written.name && cleanText(written.name).slice(0, 120),
        contact: written.contact && cleanText(written.contact).slice(0, 120),
      };
      await access.setOnBehalfOf(tx, id, person && sealing.seal(JSON.stringify(person), contextOf(id)));
      await journal.append(tx, streamOf(id), {
        type: person ? 'appeal.on_behalf_declared' : 'appeal.on_behalf_removed',
        actor: { kind: 'citizen', id: citizenId },
        ...(person ? { facts: { relation: person.relation, basis: person.basis } } : {}),
      });
      await news.card(tx, appeal, 'behalf');
    },

    read({ id, sealedOnBehalfOf }: Pick<Appeal, 'id' | 'sealedOnBehalfOf'>): Representation | null {
      return sealedOnBehalfOf
        ? Representation.parse(JSON.parse(sealing.openText(sealedOnBehalfOf, contextOf(id))))
        : null;
    },
  };
}
export type Representations = ReturnType<typeof createRepresentations>;
