import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import type { Upload } from './media-files.ts';
import { badRequest, TelegramError } from './telegram-error.ts';

/** A bot uploads at most 50 MB. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

export interface BotRequest {
  readonly params: Record<string, unknown>;
  readonly uploads: Map<string, Upload>;
}

/** Bots may speak by query string, form, JSON or multipart; grammY uses the last two. */
export async function readBotRequest(request: IncomingMessage, query: Record<string, unknown>): Promise<BotRequest> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const { params, uploads } = await readMultipart(request, MAX_UPLOAD_BYTES);
    return { params: { ...query, ...params }, uploads };
  }
  const body = (await readAll(request, MAX_UPLOAD_BYTES)).toString('utf8');
  return { params: { ...query, ...parseBody(body, type) }, uploads: new Map() };
}

function parseBody(body: string, type: string): Record<string, unknown> {
  if (body === '') return {};
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Falls through to the refusal below.
  }
  throw badRequest("can't parse request as JSON object");
}

export function readMultipart(request: IncomingMessage, maxBytes: number): Promise<BotRequest> {
  return new Promise((resolve, reject) => {
    const params: Record<string, unknown> = {};
    const uploads = new Map<string, Upload>();
    const { 'content-type': contentType = '', ...headers } = request.headers;
    const busboy = new Busboy({
      headers: { ...headers, 'content-type': contentType },
      limits: { fileSize: maxBytes, fieldSize: 1024 * 1024 },
    });
    let isTooLarge = false;
    busboy.on('field', (name, value) => {
      params[name] = value;
    });
    busboy.on('file', (name, stream, fileName, _encoding, mime) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        isTooLarge = true;
      });
      stream.on('end', () => uploads.set(name, { name: fileName || name, mime, bytes: Buffer.concat(chunks) }));
    });
    busboy.on('error', () => reject(badRequest("can't parse multipart request")));
    busboy.on('finish', () => {
      if (isTooLarge) reject(tooLarge());
      else resolve({ params, uploads });
    });
    request.on('error', reject);
    request.pipe(busboy);
  });
}

async function readAll(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new TelegramError(413, 'Request Entity Too Large');
