import type { Db } from '../../platform/db/database.ts';
import { readReceipt } from './log-leaf.ts';
import { createLogReadModel } from './log-read-model.ts';
import { verifyInclusion } from './merkle.ts';
import { isSignedBy, readPublicKey } from './signed-head.ts';

export type ReceiptCheck =
  /** The proof leads to the newest root, and its signature is good. */
  | { readonly type: 'included'; readonly index: number; readonly size: number }
  /** It is in the log; the next signed head will hold it. */
  | { readonly type: 'not_signed_yet'; readonly index: number }
  | { readonly type: 'waiting' | 'unknown' }
  | { readonly type: 'broken'; readonly index: number };

/** Whether the record somebody holds the code of is in the log that was signed. */
export async function checkReceipt(db: Db, written: string): Promise<ReceiptCheck> {
  const log = createLogReadModel({ db });
  const receipt = readReceipt(written);
  if (!receipt) return { type: 'unknown' };
  const line = await log.findReceipt(receipt);
  if (!line) return { type: (await log.isQueued(receipt)) ? 'waiting' : 'unknown' };
  const head = await log.newestHead();
  if (!head || head.size <= line.index) return { type: 'not_signed_yet', index: line.index };
  const key = (await log.publicKeys()).find(({ keyId }) => keyId === head.keyId);
  const proof = await log.inclusion(line.index, head.size);
  const holds =
    key !== undefined &&
    isSignedBy(head, readPublicKey(key.publicKey)) &&
    verifyInclusion(line.hash, line.index, head.size, proof, head.root);
  return holds ? { type: 'included', index: line.index, size: head.size } : { type: 'broken', index: line.index };
}
