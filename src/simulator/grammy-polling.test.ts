import { autoRetry } from '@grammyjs/auto-retry';
import { Api, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { describe, expect, it } from 'vitest';
import { aBot, aSimulator, PNG, refusalOf, TOKEN } from './grammy-harness.ts';

describe('a grammY bot that polls', () => {
  it('answers a command, reads a press, edits the card and answers the press once', async () => {
    const { simulator, apiRoot } = await aSimulator();
    let queryId = '';
    const bot = await aBot(apiRoot, (it) => {
      it.command('start', (ctx) =>
        ctx.reply(`Сәлем, ${ctx.from?.first_name} (${ctx.match})`, {
          reply_markup: new InlineKeyboard().text('Жіберу', 'send:1'),
        }),
      );
      it.callbackQuery(/^send:(.*)$/, async (ctx) => {
        queryId = ctx.callbackQuery.id;
        await ctx.editMessageText('Жіберілді', {
          reply_markup: new InlineKeyboard().url('Сайт', 'https://example.org'),
        });
        await ctx.answerCallbackQuery({ text: 'Дайын', show_alert: true });
      });
    });
    const aigerim = simulator.citizen('Айгерім Сейітова', { language: 'kk' });

    aigerim.start('lamp-7');
    const card = await aigerim.waitForReply();
    expect(card.text).toBe('Сәлем, Айгерім (lamp-7)');
    const answer = await aigerim.press('last', 'Жіберу');

    expect(answer).toMatchObject({ text: 'Дайын', isAlert: true });
    expect(aigerim.chat().at(-1)).toMatchObject({ message_id: card.message_id, text: 'Жіберілді' });
    const again = await refusalOf(bot.api.answerCallbackQuery(queryId));
    expect(again.description).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid');
  });

  it('shows a reply keyboard, takes the contact it asks for, and removes it', async () => {
    const { simulator, apiRoot } = await aSimulator();
    await aBot(apiRoot, (it) => {
      it.command('start', (ctx) =>
        ctx.reply('Phone?', { reply_markup: new Keyboard().requestContact('Share').resized() }),
      );
      it.on('message:contact', (ctx) =>
        ctx.reply(ctx.message.contact.phone_number, { reply_markup: { remove_keyboard: true } }),
      );
      it.on('message:location', (ctx) => ctx.reply(`${ctx.message.location.latitude}`));
    });
    const marat = simulator.citizen('Marat');

    marat.start();
    await marat.waitForReply('Phone?');
    marat.tap('Share');
    await marat.waitForReply('+7701');
    expect(marat.keys()).toEqual([]);
    marat.sendLocation({ latitude: 43.25, longitude: 76.92 });
    await marat.waitForReply('43.25');
  });

  it('gives back the bytes of a photo and sends photos and albums of its own', async () => {
    const { simulator, apiRoot } = await aSimulator();
    let downloaded: Buffer | undefined;
    await aBot(apiRoot, (it) => {
      it.on('message:photo', async (ctx) => {
        const file = await ctx.getFile();
        const response = await fetch(`${apiRoot}/file/bot${TOKEN}/${file.file_path}`);
        downloaded = Buffer.from(await response.arrayBuffer());
        await ctx.replyWithPhoto(new InputFile(PNG, 'back.png'), { caption: `got <b>it</b>`, parse_mode: 'HTML' });
        await ctx.replyWithMediaGroup([
          { type: 'photo', media: new InputFile(PNG), caption: 'one' },
          { type: 'photo', media: ctx.message.photo.at(-1)?.file_id ?? '' },
        ]);
      });
    });
    const saule = simulator.citizen('Saule');

    const album = saule.sendAlbum({ count: 2, caption: 'яма' });
    expect(new Set(album.map(({ media_group_id }) => media_group_id)).size).toBe(1);
    const sent = await saule.waitForReply('got');

    expect(downloaded).toEqual(PNG);
    expect(sent.caption_entities).toEqual([{ type: 'bold', offset: 4, length: 2 }]);
    await saule.waitForReply('one');
  });

  it('counts votes, hears of them and closes the poll', async () => {
    const { simulator, apiRoot } = await aSimulator();
    const heard: number[][] = [];
    const bot = await aBot(apiRoot, (it) => {
      it.command('poll', (ctx) =>
        ctx.replyWithPoll('Clean?', [{ text: 'Yes' }, { text: 'No' }], { is_anonymous: false }),
      );
      it.on('poll_answer', async (ctx) => {
        heard.push(ctx.pollAnswer.option_ids);
        await ctx.api.sendMessage(ctx.pollAnswer.user?.id ?? 0, 'thanks');
      });
    });
    const dana = simulator.citizen('Dana');

    dana.send('/poll');
    const asked = await dana.waitForReply();
    dana.vote(asked, [1]);
    await dana.waitForReply('thanks');
    const closed = await bot.api.stopPoll(dana.user.id, asked.message_id);

    expect(heard).toEqual([[1]]);
    expect(closed).toMatchObject({ is_closed: true, total_voter_count: 1 });
    expect(closed.options.map(({ voter_count }) => voter_count)).toEqual([0, 1]);
  });

  it('hears of an edit, of a block, and is refused afterwards', async () => {
    const { simulator, apiRoot } = await aSimulator();
    const heard: string[] = [];
    const bot = await aBot(apiRoot, (it) => {
      it.on('edited_message:text', (ctx) => ctx.reply(`edited: ${ctx.editedMessage.text}`));
      it.on('my_chat_member', async (ctx) => {
        heard.push(ctx.myChatMember.new_chat_member.status);
        if (heard.length === 2) await ctx.reply('back');
      });
    });
    const timur = simulator.citizen('Timur');

    const first = timur.send('lamp');
    timur.edit(first.message_id, 'two lamps');
    await timur.waitForReply('edited: two lamps');
    timur.block();
    const refused = await refusalOf(bot.api.sendMessage(timur.user.id, 'hello'));
    expect(refused).toMatchObject({ code: 403, description: 'Forbidden: bot was blocked by the user' });
    timur.unblock();
    await timur.waitFor('back');
    expect(heard).toEqual(['kicked', 'member']);
  });

  it('works in a forum group with several members', async () => {
    const { simulator, apiRoot } = await aSimulator();
    const bot = await aBot(apiRoot, (it) => {
      it.on('message:text', (ctx) =>
        ctx.reply(`${ctx.from.first_name} in ${ctx.message.message_thread_id}`, {
          message_thread_id: ctx.message.message_thread_id ?? 0,
        }),
      );
    });
    const [asel, bolat] = [simulator.citizen('Asel', { role: 'staff' }), simulator.citizen('Bolat', { role: 'staff' })];
    const group = simulator.group('Roads', [asel, bolat], { isForum: true });

    const topic = await bot.api.createForumTopic(group.conversation.chat.id, 'Case 472-918-3');
    group.as(bolat).send('taking it', { threadId: topic.message_thread_id });
    await group.as(bolat).waitForReply(`Bolat in ${topic.message_thread_id}`);
    await bot.api.closeForumTopic(group.conversation.chat.id, topic.message_thread_id);
    const refused = await refusalOf(
      bot.api.sendMessage(group.conversation.chat.id, 'x', { message_thread_id: topic.message_thread_id }),
    );

    expect(refused.description).toBe('Bad Request: TOPIC_CLOSED');
    expect(await bot.api.getChatMember(group.conversation.chat.id, asel.user.id)).toMatchObject({ status: 'creator' });
    group.remove(asel, 'bot');
    expect((await refusalOf(bot.api.sendMessage(group.conversation.chat.id, 'x'))).code).toBe(403);
  });

  it('terminates the older of two pollers', async () => {
    const { apiRoot } = await aSimulator();
    const api = new Api(TOKEN, { apiRoot });
    await api.getMe();
    const older = refusalOf(api.getUpdates({ timeout: 30 }));
    const newer = new AbortController();
    // The first request must have arrived before the second: both go over one ordered loopback server.
    await api.getMe();
    const second = api.getUpdates({ timeout: 30 }, newer.signal as never).catch(() => []);

    expect(await older).toMatchObject({
      code: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    newer.abort();
    await second;
  });
});

describe('limits', () => {
  it('asks a flooding bot to wait, and auto-retry gets through', async () => {
    let at = 1_800_000_000_000;
    const { simulator, apiRoot } = await aSimulator({ limits: true, now: () => new Date(at) });
    const api = new Api(TOKEN, { apiRoot });
    const nurlan = simulator.citizen('Nurlan');
    nurlan.send('hi');
    for (let sent = 0; sent < 5; sent += 1) await api.sendMessage(nurlan.user.id, `${sent}`);

    const refused = await refusalOf(api.sendMessage(nurlan.user.id, 'too much'));
    expect(refused).toEqual({ code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 });

    at += 1000;
    await api.sendMessage(nurlan.user.id, 'after a second');
    simulator.setLimits(false);
    api.config.use(autoRetry());
    await api.sendMessage(nurlan.user.id, 'no limit');
    expect(nurlan.fromBot()).toHaveLength(7);
  });

  it('lets 20 messages a minute into a group and 30 a second out in all', async () => {
    const { simulator, apiRoot } = await aSimulator({ limits: true, now: () => new Date(1_800_000_000_000) });
    const api = new Api(TOKEN, { apiRoot });
    const officer = simulator.citizen('Officer', { role: 'staff' });
    const group = simulator.group('Water', [officer]);
    for (let sent = 0; sent < 20; sent += 1) await api.sendMessage(group.conversation.chat.id, `${sent}`);
    expect(await refusalOf(api.sendMessage(group.conversation.chat.id, 'x'))).toMatchObject({
      code: 429,
      retryAfter: 3,
    });

    for (let sent = 0; sent < 10; sent += 1) {
      const one = simulator.citizen(`Citizen ${sent}`);
      one.send('hi');
      await api.sendMessage(one.user.id, 'hello');
    }
    const last = simulator.citizen('Thirty-first');
    last.send('hi');
    expect(await refusalOf(api.sendMessage(last.user.id, 'x'))).toMatchObject({ code: 429, retryAfter: 1 });
  });
});
