import { Readable } from 'node:stream';
import { z } from 'zod';
import { may } from '../../../appeals/index.ts';
import { FileId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { principalOf } from './access-decision.ts';
import { isShown } from './media-type.ts';
import type { AddRoutes } from './routes.ts';

const CHUNK = 256 * 1024;

export const addFileRoutes: AddRoutes = (server, { view, files }) => {
  server.get(
    '/files/:fileId',
    {
      config: { access: { who: 'staff', scope: 'tickets:read' } },
      schema: {
        tags: ['tickets'],
        summary: 'A photo, voice message or document of a case one may read',
        params: z.object({ fileId: FileId }),
        querystring: z.object({ download: z.literal('1').optional() }),
      },
    },
    async (request, reply) => {
      const { staff } = principalOf(request);
      const file = await view.file(request.params.fileId);
      const tickets = file ? await view.ticketsOfAppeal(file.appealId) : [];
      // A case without a ticket waits in triage: those who route it must see it.
      const mayRead =
        tickets.some((ticket) => may(staff, 'read', ticket)) ||
        (tickets.length === 0 &&
          (file?.sealed ? staff.role === 'confidant' : ['operator', 'auditor'].includes(staff.role)));
      if (!file || !mayRead) throw new Refusal('file.not_found', {});
      const bytes = file.contentHash && (await files.get(file.contentHash));
      if (!bytes) throw new Refusal('file.not_found', {});
      const inline = isShown(file.mediaType) && request.query.download === undefined;
      const range = rangeOf(request.headers.range, bytes.length);
      reply
        .header(
          'content-disposition',
          `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName ?? `${request.params.fileId}.${extensionOf(file.mediaType)}`)}`,
        )
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=3600')
        .header('accept-ranges', 'bytes')
        .type(inline ? file.mediaType : 'application/octet-stream');
      if (range) reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${bytes.length}`);
      const part = range ? bytes.subarray(range.from, range.to + 1) : bytes;
      reply.header('content-length', part.length);
      return reply.send(Readable.from(chunksOf(part)));
    },
  );
};

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** One range, as players of voice messages ask for; anything odd gets the whole. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | null {
  const match = header?.match(/^bytes=(\d+)-(\d*)$/);
  if (!match) return null;
  const from = Number(match[1]);
  const to = Math.min(match[2] ? Number(match[2]) : size - 1, size - 1);
  return from <= to ? { from, to } : null;
}

const extensionOf = (mediaType: string): string => mediaType.split(/[/+.;-]/).at(-1) ?? 'bin';
