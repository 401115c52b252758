/** Whatever carries raw statements: `prismaOf(tx)`, or `prepared(db)` outside a transaction. */
type Carrier = {
  $queryRawUnsafe(text: string, ...values: unknown[]): PromiseLike<unknown>;
  $executeRawUnsafe(text: string, ...values: unknown[]): PromiseLike<number>;
};
type Row = Readonly<Record<string, unknown>>;

const columnNames = new Map<string, string>();
const keyNames = new Map<string, string>();

function columnOf(key: string): string {
  let column = columnNames.get(key);
  if (column === undefined) {
    column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columnNames.set(key, column);
  }
  return column;
}

function keyOf(column: string): string {
  let key = keyNames.get(column);
  if (key === undefined) {
    key = column.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
    keyNames.set(column, key);
  }
  return key;
}

const given = (row: Row): [string, unknown][] => Object.entries(row).filter(([, value]) => value !== undefined);

/**
 * Rows by the code's names (`createdAt` is the column `created_at`) for what is written and read with every message:
 * one prepared statement each, and no engine in between. Table and condition are written by programmers only.
 */
export async function insertRow(client: Carrier, table: string, row: Row): Promise<void> {
  await insertRows(client, table, [row]);
}

export async function insertRows(client: Carrier, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const keys = given(first).map(([key]) => key);
  const places = rows.map(
    (_row, at) => `(${keys.map((_key, index) => `$${at * keys.length + index + 1}`).join(', ')})`,
  );
  await client.$executeRawUnsafe(
    `insert into ${table} (${keys.map(columnOf).join(', ')}) values ${places.join(', ')}`,
    ...rows.flatMap((row) => keys.map((key) => row[key])),
  );
}

/** What `refuse_stale_row()` says. */
const STALE = 'DY409';

/**
 * Saves what was read earlier. When the condition fits no row any more the whole command fails, and `stale` says why;
 * so nobody has to wait for the answer before going on (`unanswered`).
 */
export async function updateRow(
  client: Carrier,
  table: string,
  row: Row,
  where: Row,
  stale: () => Error,
): Promise<void> {
  const changes = given(row);
  const conditions = given(where);
  const set = changes.map(([key], index) => `${columnOf(key)} = $${index + 1}`);
  const and = conditions.map(([key], index) => `${columnOf(key)} = $${changes.length + index + 1}`);
  try {
    await client.$executeRawUnsafe(
      `with saved as (update ${table} set ${set.join(', ')} where ${and.join(' and ')} returning 1)
        select refuse_stale_row() where not exists (select from saved)`,
      ...changes.map(([, value]) => value),
      ...conditions.map(([, value]) => value),
    );
  } catch (error) {
    throw (error as { code?: string }).code === STALE ? stale() : error;
  }
}

/** All columns of the rows under a condition: `readRows<AppealRow>(client, 'appeals where id = $1', id)`. */
export async function readRows<Read>(client: Carrier, from: string, ...values: unknown[]): Promise<Read[]> {
  const rows = (await client.$queryRawUnsafe(`select * from ${from}`, ...values)) as Row[];
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (const column in row) read[keyOf(column)] = row[column];
    return read as Read;
  });
}
