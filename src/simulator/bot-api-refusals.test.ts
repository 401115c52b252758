import { Api, InputFile } from 'grammy';
import { describe, expect, it } from 'vitest';
import { aSimulator, PNG, refusalOf, TOKEN } from './grammy-harness.ts';

async function aChat() {
  const { simulator, apiRoot } = await aSimulator();
  const api = new Api(TOKEN, { apiRoot });
  const citizen = simulator.citizen('Nadia');
  citizen.send('hello');
  return { api, citizen, id: citizen.user.id, apiRoot, simulator };
}

type Refused = (api: Api, id: number) => Promise<unknown>;

const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[button as never]] } });

const CASES: [description: string, call: Refused][] = [
  ['Bad Request: message text is empty', (api, id) => api.sendMessage(id, '   ')],
  ['Bad Request: message is too long', (api, id) => api.sendMessage(id, 'я'.repeat(4097))],
  ['Bad Request: chat not found', (api) => api.sendMessage(1, 'x')],
  ['Bad Request: chat not found', (api) => api.sendMessage('@nobody', 'x')],
  ['Bad Request: message to edit not found', (api, id) => api.editMessageText(id, 1, 'x')],
  ['Bad Request: message to delete not found', (api, id) => api.deleteMessage(id, 1)],
  [
    'Bad Request: message to be replied not found',
    (api, id) => api.sendMessage(id, 'x', { reply_parameters: { message_id: 1 } }),
  ],
  ['Bad Request: message to copy not found', (api, id) => api.copyMessage(id, id, 1)],
  [
    'Bad Request: BUTTON_DATA_INVALID',
    (api, id) => api.sendMessage(id, 'x', keyboard({ text: 'a', callback_data: 'ж'.repeat(33) })),
  ],
  [
    "Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    (api, id) => api.sendMessage(id, 'x', keyboard({ text: 'a', url: 'nowhere' })),
  ],
  [
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    (api, id) => api.sendMessage(id, 'x', keyboard({ text: 'a' })),
  ],
  [
    "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    (api, id) => api.sendMessage(id, 'a.', { parse_mode: 'MarkdownV2' }),
  ],
  [
    'Bad Request: can\'t parse entities: Unsupported start tag "h1" at byte offset 4',
    (api, id) => api.sendMessage(id, 'яя<h1>x</h1>', { parse_mode: 'HTML' }),
  ],
  [
    'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    (api, id) => api.sendMessage(id, '<b>x', { parse_mode: 'HTML' }),
  ],
  ['Bad Request: unsupported parse_mode', (api, id) => api.sendMessage(id, 'x', { parse_mode: 'BBCode' as never })],
  [
    'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9',
    (api, id) => api.sendMessage(id, 'x', { entities: [{ type: 'bold', offset: 0, length: 9 }] }),
  ],
  [
    'Bad Request: message caption is too long',
    (api, id) => api.sendPhoto(id, new InputFile(PNG), { caption: 'x'.repeat(1025) }),
  ],
  ['Bad Request: IMAGE_PROCESS_FAILED', (api, id) => api.sendPhoto(id, new InputFile(Buffer.from('no picture')))],
  ['Bad Request: wrong file identifier/HTTP URL specified', (api, id) => api.sendPhoto(id, 'AgACunknown')],
  ['Bad Request: invalid file_id', (api) => api.getFile('nothing')],
  [
    'Bad Request: unknown parameter "bogus" of sendMessage',
    (api, id) => api.sendMessage(id, 'x', { bogus: 1 } as never),
  ],
  ['Bad Request: message thread not found', (api, id) => api.sendMessage(id, 'x', { message_thread_id: 77 })],
  ['Bad Request: poll options must be non-empty', (api, id) => api.sendPoll(id, 'q', [{ text: 'a' }, { text: ' ' }])],
  ['Bad Request: BOT_COMMAND_INVALID', (api) => api.setMyCommands([{ command: 'Start!', description: 'x' }])],
  ['Bad Request: wrong parameter action in request', (api, id) => api.sendChatAction(id, 'dance' as never)],
];

describe('the Bot API refuses in the words of Telegram', () => {
  it.each(CASES)('%s', async (description, call) => {
    const { api, id } = await aChat();
    expect(await refusalOf(call(api, id))).toMatchObject({ code: 400, description });
  });

  it('when an edit changes nothing', async () => {
    const { api, id } = await aChat();
    const markup = { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] };
    const { message_id } = await api.sendMessage(id, '*x*', { parse_mode: 'MarkdownV2', reply_markup: markup });
    const refused = await refusalOf(
      api.editMessageText(id, message_id, '<b>x</b>', { parse_mode: 'HTML', reply_markup: markup }),
    );
    expect(refused.description).toBe(
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    await api.editMessageReplyMarkup(id, message_id);
  });

  it('when a bot speaks first, to somebody who never wrote', async () => {
    const { api, simulator } = await aChat();
    const stranger = simulator.citizen('Stranger');
    expect(await refusalOf(api.sendMessage(stranger.user.id, 'x'))).toMatchObject({
      code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });

  it('when a message that was sent with a reply keyboard is edited', async () => {
    const { api, id } = await aChat();
    const { message_id } = await api.sendMessage(id, 'x', { reply_markup: { keyboard: [[{ text: 'a' }]] } });
    const refused = await refusalOf(api.editMessageText(id, message_id, 'y'));
    expect(refused.description).toBe("Bad Request: message can't be edited");
  });

  it('when more than 50 MB are sent', async () => {
    const { api, id } = await aChat();
    const refused = await refusalOf(api.sendDocument(id, new InputFile(Buffer.alloc(51 * 1024 * 1024), 'film.mp4')));
    expect(refused).toMatchObject({ code: 413, description: 'Request Entity Too Large' });
  });

  it('when a file is beyond what a bot may download', async () => {
    const { api, citizen } = await aChat();
    const sent = citizen.sendDocument('film.mp4', Buffer.alloc(21 * 1024 * 1024));
    const refused = await refusalOf(api.getFile(sent.document?.file_id ?? ''));
    expect(refused.description).toBe('Bad Request: file is too big');
  });

  it('when a method does not exist or is not simulated', async () => {
    const { apiRoot } = await aChat();
    for (const method of ['noSuchMethod', 'sendInvoice']) {
      const response = await fetch(`${apiRoot}/bot${TOKEN}/${method}`, { method: 'POST' });
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
    }
  });

  it('but reads forms and query strings as well as JSON', async () => {
    const { apiRoot, id, citizen } = await aChat();
    const form = new URLSearchParams({
      chat_id: String(id),
      text: 'by form',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }),
    });
    const response = await fetch(`${apiRoot}/bot${TOKEN}/sendmessage`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'by form' } });
    await fetch(`${apiRoot}/bot${TOKEN}/sendMessage?chat_id=${id}&text=by+query`);
    expect(citizen.fromBot().map(({ text }) => text)).toEqual(['by form', 'by query']);
  });
});
