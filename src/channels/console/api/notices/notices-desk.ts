import type { StaffId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import type { OperatorNotice } from '../../../../notifications/index.ts';

/** What operators are told besides cases: false bots, taken cases, terms far overdue. */
export interface NoticesDesk {
  list(query: { done: boolean; limit: number }): Promise<OperatorNotice[]>;
  finish(tx: Tx, id: string, by: StaffId, remark: string | null): Promise<boolean>;
  reopen(tx: Tx, id: string): Promise<boolean>;
  /** Numbers of the cases a notice speaks of. */
  caseNumbers(facts: OperatorNotice['facts']): Promise<readonly string[]>;
  /** Who did it, by their name in the console. */
  nameOf(staffId: string | null): Promise<string | null>;
}
