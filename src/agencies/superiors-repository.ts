import type { Day } from '../kernel/day.ts';
import { AgencyCode, newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { DatedSuperior } from './superiors.ts';

/** A row that an operator wrote. */
export interface EditedSuperior extends DatedSuperior {
  readonly editedBy: string;
  readonly at: Date;
}

/** Who stands over whom, as shipped and as operators said since. */
export interface SuperiorsRepository {
  /** Reads rows of other processes. Call it at the start and from time to time. */
  refresh(): Promise<void>;
  /** Operators' rows, newest first, then the shipped ones: the first that holds on a day counts. */
  rows(): readonly DatedSuperior[];
  /** What is known of one body. */
  of(code: AgencyCode): { readonly edited: readonly EditedSuperior[]; readonly shipped: readonly DatedSuperior[] };
  add(tx: Tx, row: DatedSuperior, by: string): Promise<void>;
}

interface Row {
  agency_code: string;
  superior_code: string | null;
  effective_from: string;
  effective_until: string | null;
  basis: string;
  edited_by: string;
  at: Date;
}

export function createSuperiorsRepository(db: Db, shipped: readonly DatedSuperior[]): SuperiorsRepository {
  let edited: readonly EditedSuperior[] = [];
  let all: readonly DatedSuperior[] = shipped;

  async function refresh(): Promise<void> {
    const rows = await db.$queryRaw<Row[]>`
      select agency_code, superior_code, effective_from::text, effective_until::text, basis, edited_by, at
      from agency_superiors order by id desc`;
    edited = rows.map((row) => ({
      agency: AgencyCode.parse(row.agency_code),
      superior: row.superior_code === null ? null : AgencyCode.parse(row.superior_code),
      effectiveFrom: row.effective_from as Day,
      effectiveUntil: row.effective_until as Day | null,
      basis: row.basis,
      editedBy: row.edited_by,
      at: row.at,
    }));
    all = [...edited, ...shipped];
  }

  return {
    refresh,
    rows: () => all,
    of: (code) => ({
      edited: edited.filter(({ agency }) => agency === code),
      shipped: shipped.filter(({ agency }) => agency === code),
    }),

    async add(tx, { agency, superior, effectiveFrom, effectiveUntil, basis }, by) {
      await prismaOf(tx).$executeRaw`
        insert into agency_superiors (id, agency_code, superior_code, effective_from, effective_until, basis, edited_by, at)
        values (${newId(tx.now.getTime())}::uuid, ${agency}, ${superior}, ${effectiveFrom}::date, ${effectiveUntil}::date,
          ${basis}, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(refresh);
    },
  };
}
