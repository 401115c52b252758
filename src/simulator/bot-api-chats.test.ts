import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { aSimulator, refusalOf, TOKEN } from './grammy-harness.ts';

async function aTown(options: Parameters<typeof aSimulator>[0] = {}) {
  const { simulator, apiRoot } = await aSimulator(options);
  const api = new Api(TOKEN, { apiRoot });
  return { simulator, api, apiRoot };
}

describe('chats of the simulated Telegram', () => {
  it('copies, forwards, pins and marks messages', async () => {
    const { simulator, api } = await aTown();
    const dana = simulator.citizen('Dana');
    const officer = simulator.citizen('Officer', { role: 'staff' });
    const group = simulator.group('Roads', [officer]);
    const groupId = group.conversation.chat.id;
    const { message_id: id } = dana.sendPhoto({ caption: 'hole' });

    await api.forwardMessage(groupId, dana.user.id, id);
    const copy = await api.copyMessage(groupId, dana.user.id, id, { caption: 'without a name' });
    await api.pinChatMessage(groupId, copy.message_id);
    await api.setMessageReaction(dana.user.id, id, [{ type: 'emoji', emoji: '👍' }]);

    const [forwarded, copied] = group.conversation.messages;
    expect(forwarded?.forward_origin).toMatchObject({ type: 'user', sender_user: { first_name: 'Dana' } });
    expect(copied?.caption).toBe('without a name');
    expect(copied?.forward_origin).toBeUndefined();
    expect(await api.getChat(groupId)).toMatchObject({ pinned_message: { message_id: copy.message_id } });
    expect(dana.conversation.reactions[id]).toEqual({ [(await api.getMe()).id]: ['👍'] });
  });

  it('keeps commands by language and scope', async () => {
    const { simulator, api } = await aTown();
    simulator.citizen('Dana');
    await api.setMyCommands([{ command: 'start', description: 'Бастау' }], { language_code: 'kk' });
    await api.setMyCommands([{ command: 'start', description: 'Start' }]);
    await api.setMyCommands([{ command: 'take', description: 'Take' }], { scope: { type: 'all_group_chats' } });
    await api.setMyDescription('Дауыс', { language_code: 'kk' });

    expect(await api.getMyCommands({ language_code: 'kk' })).toEqual([{ command: 'start', description: 'Бастау' }]);
    expect(await api.getMyCommands()).toEqual([{ command: 'start', description: 'Start' }]);
    expect(await api.getMyCommands({ scope: { type: 'all_group_chats' } })).toEqual([
      { command: 'take', description: 'Take' },
    ]);
    expect(await api.getMyDescription({ language_code: 'kk' })).toEqual({ description: 'Дауыс' });
    expect(await api.getMyDescription({ language_code: 'ru' })).toEqual({ description: '' });
  });

  it('tells a bot when it comes into a group, and hides small talk from a plain member', async () => {
    const { simulator, api } = await aTown();
    const officer = simulator.citizen('Officer', { role: 'staff' });
    const group = simulator.group('Roads', [officer], { bot: 'member' });
    group.as(officer).send('small talk');
    group.as(officer).send('/take@dauys_bot');
    group.remove(officer, 'bot');
    group.add(officer, 'bot');
    group.as(officer).send('an administrator hears everything');

    const updates = await api.getUpdates();

    const heard = updates.map(({ message, my_chat_member: change }) => message?.text ?? change?.new_chat_member.status);
    expect(heard).toEqual([
      '/take@dauys_bot',
      undefined,
      'kicked',
      'administrator',
      undefined,
      'an administrator hears everything',
    ]);
  });

  it('sends only the updates that were asked for', async () => {
    const { simulator, api } = await aTown();
    const dana = simulator.citizen('Dana');
    await api.getUpdates({ allowed_updates: ['message_reaction'] });
    const { message_id } = dana.send('lamp');
    dana.react(message_id, '❤');

    const updates = await api.getUpdates();

    expect(updates.map(({ message_reaction: reaction }) => reaction?.new_reaction)).toEqual([
      [{ type: 'emoji', emoji: '❤' }],
    ]);
  });

  it('lets a press expire after a minute', async () => {
    let at = 1_800_000_000_000;
    const { simulator, api } = await aTown({ now: () => new Date(at) });
    const dana = simulator.citizen('Dana');
    dana.send('hi');
    await api.sendMessage(dana.user.id, 'card', {
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    });
    const pressed = dana.press('last', 'Go', 50).catch(() => 'never answered');
    const update = (await api.getUpdates()).at(-1);
    at += 61_000;

    const refused = await refusalOf(api.answerCallbackQuery(update?.callback_query?.id ?? ''));

    expect(refused.description).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
    expect(await pressed).toBe('never answered');
  });

  it('carries an inline query there and the results back', async () => {
    const { simulator, api } = await aTown();
    const asked = simulator.citizen('Dana').inlineQuery('lamps');
    const query = (await api.getUpdates())[0]?.inline_query;
    await api.answerInlineQuery(query?.id ?? '', [
      { type: 'article', id: '1', title: 'Lamps', input_message_content: { message_text: 'lamps' } },
    ]);

    expect(query?.query).toBe('lamps');
    expect(await asked).toMatchObject([{ title: 'Lamps' }]);
  });

  it('gives each token its own bot and its own chats', async () => {
    const { simulator, api, apiRoot } = await aTown();
    const other = new Api('77:other', { apiRoot });
    const dana = simulator.citizen('Dana');
    dana.send('to the first');
    const me = await api.getMe();

    expect((await other.getMe()).id).toBe(77);
    expect((await refusalOf(other.sendMessage(dana.user.id, 'x'))).code).toBe(403);
    expect(await api.sendMessage(dana.user.id, 'x')).toMatchObject({ from: { id: me.id } });
  });
});
