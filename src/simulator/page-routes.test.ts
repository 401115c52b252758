import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { aSimulator, closeAfterTest, PNG, TOKEN } from './grammy-harness.ts';
import type { Cast } from './index.ts';

const CAST: Cast = {
  people: [
    {
      id: 501,
      name: 'Айгерім Сейітова',
      language: 'kk',
      role: 'citizen',
      phone: '+77010000501',
      openers: ['Шам жанбайды'],
    },
    { id: 502, name: 'Дмитрий Орлов', language: 'ru', role: 'staff', phone: '+77010000502', openers: [] },
  ],
  groups: [{ id: -1002000000001, title: 'Roads', members: [502], isForum: false, bot: 'administrator' }],
  places: [{ name: { kk: 'Абай, 10', ru: 'Абая, 10', en: 'Abay 10' }, latitude: 43.2425, longitude: 76.9561 }],
};
const KEY = '7000000001:501';

interface State {
  people: { user: { first_name: string }; openers: string[] }[];
  conversations: { key: string; messages: { text?: string; date: number; photo?: { file_id: string }[] }[] }[];
  clock: { now: string; isMovable: boolean };
}

function aPage(origin: string) {
  const read = async (path: string) => (await fetch(`${origin}/try/api/${path}`)).json();
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${origin}/try/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return {
    send,
    state: async () => (await read('state')) as State,
    act: async (body: object) => {
      const response = await send('acts', body);
      return { status: response.status, body: (await response.json()) as { error?: string; key?: string } };
    },
  };
}

/** Reads the event stream until one event fits. */
async function firstEvent(origin: string, fits: (event: { type: string }) => boolean, start: () => Promise<unknown>) {
  const response = await fetch(`${origin}/try/api/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let text = (await reader.read()).value ?? '';
  await start();
  for (;;) {
    const found = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '')).find(fits);
    if (found) {
      await reader.cancel();
      return found;
    }
    text += (await reader.read()).value ?? '';
  }
}

describe('the chat page', () => {
  it('shows the people of the jurisdiction and writes in their name', async () => {
    const { simulator, origin } = await aSimulator({ cast: CAST });
    const page = aPage(origin);
    const aigerim = simulator.citizen('Айгерім Сейітова');

    await page.act({ type: 'text', key: KEY, as: 501, text: 'Көшеде шам жанбайды' });

    const { people, conversations } = await page.state();
    expect(people.map(({ openers }) => openers)).toEqual([['Шам жанбайды'], []]);
    expect(conversations.find(({ key }) => key === KEY)?.messages.map(({ text }) => text)).toEqual([
      'Көшеде шам жанбайды',
    ]);
    expect(aigerim.chat()).toHaveLength(1);
  });

  it('hears what the bot writes as it happens', async () => {
    const { origin, apiRoot } = await aSimulator({ cast: CAST });
    await aPage(origin).act({ type: 'text', key: KEY, as: 501, text: '/start' });

    const event = await firstEvent(
      origin,
      ({ type }) => type === 'message',
      () => new Api(TOKEN, { apiRoot }).sendMessage(501, 'Сәлем'),
    );

    expect(event).toMatchObject({ type: 'message', key: KEY, message: { text: 'Сәлем' } });
  });

  it('takes photos in two steps and gives them back', async () => {
    const { origin } = await aSimulator({ cast: CAST });
    const page = aPage(origin);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(PNG)], { type: 'image/png' }), 'яма.png');
    const uploaded = (await (await fetch(`${origin}/try/api/uploads`, { method: 'POST', body: form })).json()) as {
      ids: string[];
    };

    await page.act({ type: 'media', key: KEY, as: 501, media: [{ upload: uploaded.ids[0], kind: 'photo' }] });

    const { conversations } = await page.state();
    const fileId = conversations.find(({ key }) => key === KEY)?.messages[0]?.photo?.[0]?.file_id;
    const served = await fetch(`${origin}/try/api/files/${fileId}`);
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PNG);
  });

  it('moves the business clock, and messages carry its dates', async () => {
    let shiftMs = 0;
    const real = new Date('2026-11-22T09:00:00Z');
    const read = async () => new Date(real.getTime() + shiftMs);
    const clock = {
      now: read,
      advance: (ms: number) => {
        shiftMs += ms;
        return read();
      },
      reset: () => {
        shiftMs = 0;
        return read();
      },
    };
    const { origin } = await aSimulator({ cast: CAST, clock, now: () => real });
    const page = aPage(origin);

    await page.send('clock', { advanceMs: 86_400_000 });
    await page.act({ type: 'text', key: KEY, as: 501, text: 'tomorrow' });

    const { conversations, clock: shown } = await page.state();
    expect(shown).toMatchObject({ now: '2026-11-23T09:00:00.000Z', isMovable: true });
    const date = conversations.find(({ key }) => key === KEY)?.messages[0]?.date ?? 0;
    expect(new Date(date * 1000).toISOString()).toBe('2026-11-23T09:00:00.000Z');
    await page.send('clock', { reset: true });
    expect((await page.state()).clock.now).toBe('2026-11-22T09:00:00.000Z');
  });

  it('refuses nonsense, other chats and other sites', async () => {
    const { origin } = await aSimulator({ cast: CAST });
    const page = aPage(origin);
    expect((await page.act({ type: 'dance' })).status).toBe(400);
    expect(await page.act({ type: 'text', key: KEY, as: 502, text: 'not mine' })).toMatchObject({
      status: 400,
      body: { error: 'Bad Request: chat of another person' },
    });
    const foreign = await page.send('acts', { type: 'clear', key: KEY, as: 501 }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });

  it('keeps chats, files and the place in the queue over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    closeAfterTest(async () => rmSync(folder, { recursive: true }));
    const stateFile = join(folder, 'chats.json');
    const before = await aSimulator({ cast: CAST, stateFile });
    const sent = before.simulator.citizen('Айгерім Сейітова').sendPhoto({ caption: 'шам' });
    const api = new Api(TOKEN, { apiRoot: before.apiRoot });
    const [update] = await api.getUpdates();
    before.simulator.close();

    const after = await aSimulator({ cast: CAST, stateFile });
    const again = new Api(TOKEN, { apiRoot: after.apiRoot });

    expect(after.simulator.citizen('Айгерім Сейітова').chat()).toMatchObject([{ caption: 'шам' }]);
    expect((await again.getUpdates())[0]?.update_id).toBe(update?.update_id);
    expect(await again.getFile(sent.photo?.[0]?.file_id ?? '')).toMatchObject({ file_size: PNG.length });
  });
});
