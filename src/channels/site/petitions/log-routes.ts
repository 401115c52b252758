import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../../kernel/refusal.ts';
import { askReceipt, logPage } from './log-pages.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';
import { sendJson } from './sending.ts';

const LIMIT = { rateLimit: { max: 300, timeWindow: '1 minute' } };
const HIDDEN = { schema: { hide: true }, config: LIMIT };
const MAX_LINES = 1_000;
const LogQuery = z.object({ code: z.string().max(40).optional() });
const LinesQuery = z.object({
  from: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(MAX_LINES).default(MAX_LINES),
});
const ProofQuery = z.object({
  index: z.coerce.number().int().nonnegative().optional(),
  older: z.coerce.number().int().nonnegative().optional(),
  size: z.coerce.number().int().positive(),
});

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** `/petitions/log`: everything anybody needs to check the log without trusting us. */
export function addLogRoutes(scope: FastifyInstance, { pages, petitions }: PetitionPagesDeps): void {
  const { log } = petitions;
  scope.get('/petitions/log', HIDDEN, async (request, reply) => {
    const view = pages.view(request, reply);
    const { code } = LogQuery.parse(request.query);
    const check = await askReceipt(petitions, code);
    const shown = { size: await log.size(), heads: await log.heads(24), code: code ?? '', check };
    reply.header('cache-control', 'no-store');
    return pages.send(reply, view, logPage(view, shown));
  });
  scope.get('/petitions/log/heads.json', HIDDEN, async (request, reply) => {
    const heads = (await log.heads(1_000)).map((head) => ({
      size: head.size,
      root: hex(head.root),
      at: head.at,
      keyId: head.keyId,
      signature: Buffer.from(head.signature).toString('base64'),
    }));
    return sendJson(request, reply, { heads });
  });
  scope.get('/petitions/log/keys.json', HIDDEN, async (request, reply) => {
    const keys = (await log.publicKeys()).map(({ keyId, publicKey }) => ({
      keyId,
      algorithm: 'Ed25519',
      spki: Buffer.from(publicKey).toString('base64'),
    }));
    return sendJson(request, reply, { keys });
  });
  scope.get('/petitions/log/lines.json', HIDDEN, async (request, reply) => {
    const { from, limit } = LinesQuery.parse(request.query);
    const lines = (await log.lines(from, limit)).map(({ index, data, hash }) => ({
      index,
      data: Buffer.from(data).toString('base64'),
      hash: hex(hash),
    }));
    return sendJson(request, reply, { lines });
  });
  scope.get('/petitions/log/proof.json', HIDDEN, async (request, reply) => {
    const { index, older, size } = ProofQuery.parse(request.query);
    const whole = await log.size();
    if (size > whole || (index ?? 0) >= size || (older ?? 0) > size) throw new Refusal('petition.not_found', {});
    const proof = index === undefined ? await log.consistency(older ?? 0, size) : await log.inclusion(index, size);
    return sendJson(request, reply, { index, older, size, proof: proof.map(hex) });
  });
}
