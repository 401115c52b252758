import { type Db, prepared } from '../../platform/db/database.ts';
import { decodeLeaf, type LogLeaf } from './log-leaf.ts';
import { consistencyProof, type Hash, inclusionProof, leafHash } from './merkle.ts';
import type { SignedHead } from './signed-head.ts';
import { createRangeHash, createTileMemory, TILE } from './tiles.ts';

export interface PublicLine {
  readonly index: number;
  readonly data: Uint8Array;
  readonly hash: Uint8Array;
  readonly leaf: LogLeaf | null;
}

/** Everything anybody needs to check the log without trusting us. */
export function createLogReadModel({ db }: { db: Db }) {
  async function readTile(level: number, index: number): Promise<Buffer> {
    const [from, to] = [BigInt(index * TILE), BigInt((index + 1) * TILE)];
    const [row] =
      level === 0
        ? await prepared(db).$queryRaw<{ hashes: Uint8Array | null }[]>`
            select string_agg(hash, ''::bytea order by index) as hashes from petition_log_leaves where index >= ${from} and index < ${to}`
        : await prepared(db).$queryRaw<{ hashes: Uint8Array | null }[]>`
            select string_agg(hash, ''::bytea order by index) as hashes from petition_log_nodes where level = ${level} and index >= ${from} and index < ${to}`;
    return Buffer.from(row?.hashes ?? []);
  }
  const tilesFor = createTileMemory(readTile);
  const mth = (size: number) => createRangeHash(tilesFor(size));

  const toHead = (row: {
    size: bigint;
    root: Uint8Array;
    at: Date;
    keyId: string;
    signature: Uint8Array;
  }): SignedHead => ({
    size: Number(row.size),
    root: row.root,
    at: row.at,
    keyId: row.keyId,
    signature: row.signature,
  });

  return {
    async newestHead(): Promise<SignedHead | null> {
      const row = await db.petitionLogHead.findFirst({ orderBy: { size: 'desc' } });
      return row && toHead(row);
    },

    async heads(limit = 100): Promise<SignedHead[]> {
      return (await db.petitionLogHead.findMany({ orderBy: { size: 'desc' }, take: limit })).map(toHead);
    },

    async publicKeys(): Promise<{ keyId: string; publicKey: Uint8Array }[]> {
      return db.petitionLogKey.findMany({ select: { keyId: true, publicKey: true } });
    },

    async size(): Promise<number> {
      return Number((await db.petitionLog.findUnique({ where: { id: 1 } }))?.size ?? 0);
    },

    inclusion: (index: number, size: number): Promise<Hash[]> => inclusionProof(index, size, mth(size)),
    consistency: (older: number, newer: number): Promise<Hash[]> => consistencyProof(older, newer, mth(newer)),

    /** The line a receipt stands for, or null while it waits for the tally. */
    async findReceipt(receipt: Uint8Array): Promise<PublicLine | null> {
      const row = await db.petitionLogLeaf.findFirst({ where: { receipt: Uint8Array.from(receipt) } });
      return row && { index: Number(row.index), data: row.data, hash: row.hash, leaf: decodeLeaf(row.data) };
    },

    /** Whether it waits: supported a moment ago, not counted yet. */
    async isQueued(receipt: Uint8Array): Promise<boolean> {
      const [row] = await db.$queryRaw<{ found: boolean }[]>`
        select exists (select 1 from petition_log_queue where substring(commitment for 10) = ${Uint8Array.from(receipt)}::bytea) as found`;
      return row?.found ?? false;
    },

    async lines(from: number, limit: number): Promise<PublicLine[]> {
      const rows = await db.petitionLogLeaf.findMany({
        where: { index: { gte: BigInt(from) } },
        orderBy: { index: 'asc' },
        take: limit,
      });
      return rows.map(({ index, data }) => ({
        index: Number(index),
        data,
        hash: leafHash(data),
        leaf: decodeLeaf(data),
      }));
    },
  };
}
export type LogReadModel = ReturnType<typeof createLogReadModel>;
