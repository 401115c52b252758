import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { createLog } from '../log/log.ts';
import { loadTexts } from '../texts/texts.ts';
import { acceptedLanguage, createHttpServer, decodeCursor, encodeCursor, type HttpServer } from './index.ts';

const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function aServer(options: Partial<Parameters<typeof createHttpServer>[0]> = {}) {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const server = await createHttpServer({ log, texts: loadTexts(), publicUrl: 'http://localhost:3000', ...options });
  servers.push(server);
  return { server, lines };
}

describe('errors over HTTP', () => {
  it('are problem details in the language asked for, with the code for programs', async () => {
    const { server } = await aServer();
    server.get('/refused', async () => {
      throw new Refusal('ticket.move_refused', { state: 'closed' });
    });
    const response = await server.inject({ url: '/refused', headers: { 'accept-language': 'kk-KZ, ru;q=0.5' } });
    expect(response.statusCode).toBe(409);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toEqual({
      type: 'urn:dauys:problem:ticket.move_refused',
      title: 'Енді олай болмайды: күйі өзгерген.',
      status: 409,
      code: 'ticket.move_refused',
      facts: { state: 'closed' },
    });
  });

  it('say something even where a refusal has no words of its own, or its words lack a fact', async () => {
    const { server } = await aServer();
    server.get('/unworded', async () => {
      throw new Refusal('teapot.is_cold', {});
    });
    server.get('/no-facts', async () => {
      throw new Refusal('appeal.text_too_long', {});
    });
    const headers = { 'accept-language': 'en' };
    expect((await server.inject({ url: '/unworded', headers })).json()).toMatchObject({
      status: 422,
      title: 'That cannot be done.',
    });
    expect((await server.inject({ url: '/no-facts', headers })).json()).toMatchObject({
      status: 422,
      title: 'That cannot be done.',
    });
  });

  it('point at the wrong field', async () => {
    const { server } = await aServer();
    server.post('/things', { schema: { body: z.object({ place: z.object({ code: z.string() }) }) } }, async () => 'ok');
    const response = await server.inject({ method: 'POST', url: '/things', payload: { place: { code: 7 } } });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/place/code' }] });
  });

  it('hide what nobody foresaw behind an id that the log has too', async () => {
    const { server, lines } = await aServer();
    server.get('/broken', async () => {
      throw new Error('password of the database is hunter2');
    });
    const response = await server.inject('/broken');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('hunter2');
    const { instance } = response.json();
    expect(lines.join('\n')).toContain(instance.replace('urn:uuid:', ''));
  });

  it('are the same for an address that does not exist', async () => {
    const { server } = await aServer();
    expect((await server.inject('/nothing')).json()).toMatchObject({ status: 404, code: 'request.not_found' });
  });
});

describe('the server', () => {
  it('is ready only while everything it needs answers', async () => {
    let isUp = true;
    const { server } = await aServer({
      checks: new Map([
        [
          'database',
          async () => {
            if (!isUp) throw new Error('connection refused');
          },
        ],
      ]),
    });
    expect((await server.inject('/readyz')).json()).toEqual({ status: 'ok', checks: { database: 'ok' } });
    isUp = false;
    const down = await server.inject('/readyz');
    expect([down.statusCode, down.json()]).toEqual([503, { status: 'not_ready', checks: { database: 'failed' } }]);
    expect((await server.inject('/healthz')).statusCode).toBe(200);
  });

  it('counts requests by route, never by the address asked for', async () => {
    const { server } = await aServer();
    server.get('/cases/:number', async () => 'ok');
    await server.inject('/cases/472-918-3');
    const metrics = (await server.inject('/metrics')).body;
    expect(metrics).toContain('route="/cases/:number"');
    expect(metrics).not.toContain('472-918-3');
  });

  it('allows no script and no style from elsewhere, nor any frame', async () => {
    const { server } = await aServer({ imageSources: ['https://tiles.example'] });
    const policy = String((await server.inject('/healthz')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('https://tiles.example');
    expect(policy).not.toContain('unsafe');
  });

  it('describes its API for programs and for people', async () => {
    const { server } = await aServer();
    server.get(
      '/api/v1/x',
      { schema: { tags: ['things'], summary: 'A <thing>', response: { 200: z.string() } } },
      async () => 'x',
    );
    await server.ready();
    const document = (await server.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/api/v1/x']);
    const page = (await server.inject('/api/docs')).body;
    expect(page).toContain('/api/v1/x');
    expect(page).toContain('A &#60;thing&#62;');
  });
});

describe('what the caller sends', () => {
  it.each([
    ['kk', 'kk'],
    ['kk-KZ,ru;q=0.9', 'kk'],
    ['de, ru;q=0.3, en;q=0.8', 'en'],
    ['fr', 'ru'],
    [undefined, 'ru'],
    ['*', 'ru'],
  ])('Accept-Language %s means %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  it('gets its place in a list back from a cursor, and a refusal for a forged one', () => {
    const Place = z.object({ id: z.string() });
    expect(decodeCursor(encodeCursor({ id: 'a' }), Place)).toEqual({ id: 'a' });
    expect(decodeCursor(undefined, Place)).toBeUndefined();
    expect(() => decodeCursor('nonsense', Place)).toThrow('request.cursor_wrong');
    expect(() => decodeCursor(encodeCursor({ id: 1 }), Place)).toThrow('request.cursor_wrong');
  });
});
