import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { commitmentOf, decodeLeaf, encodeLeaf, LEAF_BYTES, readReceipt, receiptOf } from './log-leaf.ts';
import { createHeadSigner, isSignedBy, readPublicKey } from './signed-head.ts';

const key = Buffer.alloc(32, 7);
const petitionId = newId(1_700_000_000_000);
const commitment = commitmentOf(key, { kind: 'support', petitionId, subject: 'somebody', turn: 1 });

describe('a line of the log', () => {
  it('is read back as it was written, but for the minutes', () => {
    const data = encodeLeaf({ kind: 'support', petitionId, at: new Date('2026-11-22T09:41:17Z'), commitment });
    expect(data).toHaveLength(LEAF_BYTES);
    expect(decodeLeaf(data)).toEqual({ kind: 'support', petitionId, at: new Date('2026-11-22T09:00:00Z'), commitment });
  });

  it('is nothing when it is too short, too new or of an unknown kind', () => {
    const data = encodeLeaf({ kind: 'support', petitionId, at: new Date(0), commitment });
    expect(decodeLeaf(data.subarray(1))).toBeNull();
    expect(decodeLeaf(Buffer.concat([Buffer.from([2]), data.subarray(1)]))).toBeNull();
    expect(decodeLeaf(Buffer.concat([Buffer.from([1, 99]), data.subarray(2)]))).toBeNull();
  });

  it('cannot be matched by person, by petition or with an earlier turn', () => {
    const others = [
      { kind: 'support', petitionId, subject: 'somebody', turn: 2 },
      { kind: 'support', petitionId, subject: 'else', turn: 1 },
      { kind: 'support', petitionId: newId(1), subject: 'somebody', turn: 1 },
      { kind: 'support_withdrawn', petitionId, subject: 'somebody', turn: 1 },
    ] as const;
    for (const other of others) expect(commitmentOf(key, other)).not.toEqual(commitment);
  });
});

describe('a receipt', () => {
  it('can be written down, read out and typed back', () => {
    const receipt = receiptOf(commitment);
    expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readReceipt(receipt)).toEqual(Buffer.from(commitment.subarray(0, 10)));
    expect(readReceipt(receipt.toLowerCase().replaceAll('-', ' '))).toEqual(readReceipt(receipt));
    expect(receiptOf(Buffer.alloc(32))).toBe('0000-0000-0000-0000');
    expect(readReceipt('OOOO-0000-0000-000O')).toEqual(Buffer.alloc(10));
  });

  it.each(['', 'ABCD', 'UUUU-UUUU-UUUU-UUUU', 'ABCD-ABCD-ABCD-ABCD-A'])('is not %j', (written) => {
    expect(readReceipt(written)).toBeNull();
  });
});

describe('a signed head', () => {
  const signer = createHeadSigner('a secret of at least thirty-two characters');
  const head = signer.sign({ size: 12, root: Buffer.alloc(32, 1), at: new Date('2026-11-22T10:00:00Z') });
  const publicKey = readPublicKey(signer.publicKey);

  it('is signed by the key that belongs to the secret', () => {
    expect(isSignedBy(head, publicKey)).toBe(true);
    expect(createHeadSigner('a secret of at least thirty-two characters').keyId).toBe(signer.keyId);
    expect(createHeadSigner('another secret of thirty-two characters').keyId).not.toBe(signer.keyId);
  });

  it('does not hold for another size, root or time', () => {
    expect(isSignedBy({ ...head, size: 13 }, publicKey)).toBe(false);
    expect(isSignedBy({ ...head, root: Buffer.alloc(32, 2) }, publicKey)).toBe(false);
    expect(isSignedBy({ ...head, at: new Date('2026-11-22T10:00:00.001Z') }, publicKey)).toBe(false);
  });
});
