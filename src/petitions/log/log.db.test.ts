import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionsFixture, startPetitions } from '../../../test/builders/petitions-on-a-database.ts';
import { readReceipt, receiptOf } from './log-leaf.ts';
import { verifyConsistency, verifyInclusion } from './merkle.ts';
import { isSignedBy, readPublicKey } from './signed-head.ts';
import { verifyPetitionLog } from './verify-read-model.ts';

let house: PetitionsFixture;
let petitionId: string;
/** Two whole tiles and a part of a third, added in uneven batches with a head after each. */
const BATCHES = [1, 255, 200, 150, 7];
const SIZE = BATCHES.reduce((sum, lines) => sum + lines, 0);

beforeAll(async () => {
  house = await startPetitions();
  petitionId = randomUUID();
  await house.db.pool.query(
    `insert into petitions (id, code, citizen_id, language, state, profile_id, authority_key, original, created_at)
     values ($1, 'logtesting', $1, 'ru', 'draft', 'kz.city', 'city', '{"ask":"a","why":"b","details":""}', now())`,
    [petitionId],
  );
  await house.db.pool.query(`insert into petition_counts (petition_id, counted_at) values ($1, now())`, [petitionId]);
  for (const lines of BATCHES) {
    await house.db.pool.query(
      `insert into petition_log_queue (petition_id, kind, commitment, at)
       select $1, 'support', sha256(convert_to(gen_random_uuid()::text, 'UTF8')), now() from generate_series(1, $2)`,
      [petitionId, lines],
    );
    await house.petitions.worker.tally();
    await house.petitions.worker.publishHead(0);
  }
});
afterAll(() => house.stop());

/** Changes the log behind its back, looks, and puts everything back. */
async function tampered(statement: string, values: unknown[] = []) {
  const tables = ['petition_log_leaves', 'petition_log_heads', 'petition_log_nodes', 'petition_log', 'petition_counts'];
  const client = await house.db.pool.connect();
  try {
    for (const table of tables) await client.query(`create table kept_${table} as table ${table}`);
    await client.query('set session_replication_role = replica');
    await client.query(statement, values);
    return await verifyPetitionLog(house.db.prisma);
  } finally {
    for (const table of tables) {
      await client.query(`delete from ${table}`);
      await client.query(`insert into ${table} select * from kept_${table}`);
      await client.query(`drop table kept_${table}`);
    }
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

const flip = (column: string, byte: number) => `set_byte(${column}, ${byte}, get_byte(${column}, ${byte}) # 1)`;

describe('the log', () => {
  it('is whole as it was written, with a head after every batch', async () => {
    expect(await verifyPetitionLog(house.db.prisma)).toEqual({ lines: SIZE, heads: BATCHES.length, breaks: [] });
  });

  it('proves any line to anybody who holds a signed head', async () => {
    const { log } = house.petitions;
    const [head] = await log.heads();
    const [key] = await log.publicKeys();
    if (!head || !key) throw new Error('no head');
    expect(isSignedBy(head, readPublicKey(key.publicKey))).toBe(true);
    for (const index of [0, 1, 255, 256, 511, 512, SIZE - 1]) {
      const [line] = await log.lines(index, 1);
      const proof = await log.inclusion(index, head.size);
      expect(verifyInclusion(line?.hash ?? Buffer.alloc(0), index, head.size, proof, head.root)).toBe(true);
    }
  });

  it('proves that each head continues every head before it', async () => {
    const heads = (await house.petitions.log.heads()).reverse();
    for (const older of heads)
      for (const newer of heads.filter(({ size }) => size >= older.size)) {
        const proof = await house.petitions.log.consistency(older.size, newer.size);
        expect(verifyConsistency(older.size, newer.size, proof, older.root, newer.root)).toBe(true);
      }
  });

  it('finds a line by its receipt', async () => {
    const [line] = await house.petitions.log.lines(300, 1);
    const receipt = receiptOf(line?.leaf?.commitment ?? Buffer.alloc(32));
    expect((await house.petitions.log.findReceipt(readReceipt(receipt) ?? Buffer.alloc(10)))?.index).toBe(300);
    expect(await house.petitions.log.findReceipt(Buffer.alloc(10, 255))).toBeNull();
  });

  it('refuses to be edited', async () => {
    await expect(house.db.pool.query(`delete from petition_log_leaves`)).rejects.toThrow('append-only');
    await expect(house.db.pool.query(`update petition_log_heads set size = size + 1`)).rejects.toThrow('append-only');
  });

  it.each([0, 17, 255, 256, 400, SIZE - 1])(
    'says which line it is when one bit of line %i was flipped',
    async (index) => {
      for (const change of [`data = ${flip('data', 30)}`, `receipt = ${flip('receipt', 3)}`]) {
        const { breaks } = await tampered(`update petition_log_leaves set ${change} where index = $1`, [index]);
        expect(breaks).toEqual([{ problem: 'line', index }]);
      }
      const { breaks } = await tampered(`update petition_log_leaves set hash = ${flip('hash', 31)} where index = $1`, [
        index,
      ]);
      expect(breaks[0]).toEqual({ problem: 'line', index });
    },
  );

  it('finds a line that was rewritten together with its hash, and says in which 256', async () => {
    const { breaks } = await tampered(
      `update petition_log_leaves set data = ${flip('data', 40)},
         hash = sha256('\\x00'::bytea || ${flip('data', 40)}) where index = 300`,
    );
    expect(breaks[0]).toEqual({ problem: 'node', level: 8, index: 1, from: 256, to: 512 });
    expect(breaks).toContainEqual({ problem: 'head', size: SIZE });
    expect(breaks).not.toContainEqual({ problem: 'head', size: 256 });
  });

  it('finds a line cut off, a line taken out, a forged head and a wrong count', async () => {
    const cut = await tampered(`delete from petition_log_leaves where index = ${SIZE - 1}`);
    expect(cut.breaks).toContainEqual({ problem: 'gap', index: SIZE - 1 });
    const shorter = await tampered(
      `with gone as (delete from petition_log_leaves where index = ${SIZE - 1}) update petition_log set size = size - 1`,
    );
    expect(shorter.breaks).toContainEqual({ problem: 'head', size: SIZE });
    const forged = await tampered(`update petition_log_heads set root = ${flip('root', 0)} where size = 456`);
    expect(forged.breaks).toEqual([
      { problem: 'signature', size: 456 },
      { problem: 'head', size: 456 },
    ]);
    const counted = await tampered(`update petition_counts set support = support + 1`);
    expect(counted.breaks).toEqual([{ problem: 'count', petitionId }]);
    const node = await tampered(`update petition_log_nodes set hash = ${flip('hash', 9)} where index = 0`);
    expect(node.breaks).toEqual([{ problem: 'node', level: 8, index: 0, from: 0, to: 256 }]);
  });
});

describe('a receipt', () => {
  it('is found in the log, proven against the newest signed head, and nothing else is', async () => {
    const { log, checkReceipt } = house.petitions;
    const [line] = await log.lines(300, 1);
    const code = receiptOf((line?.data ?? new Uint8Array()).subarray(22));
    expect(await checkReceipt(code)).toEqual({ type: 'included', index: 300, size: SIZE });
    expect(await checkReceipt('0000-0000-0000-0000')).toEqual({ type: 'unknown' });
    expect(await checkReceipt('no code')).toEqual({ type: 'unknown' });
  });
});
