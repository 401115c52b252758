import type { Tx } from '../kernel/unit-of-work.ts';
import type { Staff } from './staff.ts';

/** The part of the journal that this domain writes. */
export interface AccessJournal {
  append(
    tx: Tx,
    stream: string,
    entry: {
      type: string;
      actor: { kind: Staff['role'] | 'system'; id: string | null };
      facts: Record<string, string | boolean | number | null>;
    },
  ): Promise<void>;
}
