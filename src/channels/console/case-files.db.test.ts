import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsTo, type Headers } from '../../../test/support/console/api-calls.ts';
import { startConsole, type TestConsole } from '../../../test/support/console/start-console.ts';

const ROADS = 'almaty.roads';

let console: TestConsole;
let officer: Headers;

beforeAll(async () => {
  console = await startConsole();
  officer = (await console.signIn('officer', ROADS)).headers;
});
afterAll(() => console.stop());

const { get, post, answer } = callsTo(() => console);

const aCase = (text = 'Яма на Саина') => console.writeCase({ text, agencyCode: ROADS });

async function registered(text?: string) {
  const written = await aCase(text);
  const { today } = (await get('/session', officer)).body;
  await post(`/tickets/${written.ticketId}/register`, officer, { number: 'Ж-881', on: today });
  return written;
}

describe('files of a case', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);

  async function withFile(mediaType: string, fileName: string, bytes: Buffer) {
    const stored = await console.services.files.put(bytes);
    const written = await console.writeCase({
      text: 'Смотрите файл',
      agencyCode: ROADS,
      files: [{ kind: 'document', mediaType, fileName, channelRef: null, ...stored }],
    });
    const [entry] = (await get(`/tickets/${written.ticketId}`, officer)).body.entries;
    return entry.files[0].id as string;
  }

  it('reach those who may read the case and nobody else', async () => {
    const id = await withFile('image/png', 'фото.png', png);
    const response = await console.http.inject({ url: `/api/v1/files/${id}`, headers: officer });
    expect(response.statusCode).toBe(200);
    expect(response.rawPayload.equals(png)).toBe(true);
    expect(response.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    const other = (await console.signIn('officer', 'almaty.energy')).headers;
    expect((await get(`/files/${id}`, other)).status).toBe(404);
  });

  it('are never run by the browser, whatever they are', async () => {
    const id = await withFile('text/html', 'письмо.html', Buffer.from('<script>alert(1)</script>'));
    const { headers } = await console.http.inject({ url: `/api/v1/files/${id}`, headers: officer });
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%D0%BF/);
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('come in parts for a player of voice messages', async () => {
    const id = await withFile('audio/ogg', 'голос.ogg', Buffer.from('0123456789'));
    const part = await console.http.inject({ url: `/api/v1/files/${id}`, headers: { ...officer, range: 'bytes=2-4' } });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10']);
  });

  it('are refused as attachments when they are not what an answer needs', async () => {
    const { ticketId } = await registered();
    const fields = { text: 'Готово', language: 'ru', outcome: 'done' };
    const refused = await answer(ticketId, officer, fields, [{ name: 'акт.pdf', bytes: Buffer.from('<html>') }]);
    expect(refused).toMatchObject({ status: 422, body: { code: 'file.type_not_allowed' } });
    const huge = await answer(ticketId, officer, fields, [
      { name: 'акт.pdf', bytes: Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(21 * 1_048_576)]) },
    ]);
    expect(huge).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
    expect((await get(`/tickets/${ticketId}`, officer)).body.ticket.state).toBe('registered');
  });
});
