import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCitizen, buttons } from '../../../../test/support/product/people.ts';
import { type Product, startProduct } from '../../../../test/support/product/start-product.ts';

let server: Server;
let product: Product;
const heard: string[] = [];
let says: string | null = 'На Абая десять не горят фонари';

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push(Buffer.concat(parts).toString('latin1'));
      if (says === null) return void response.writeHead(500).end();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text: says }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  product = await startProduct({
    OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    TRANSCRIPTION_MODEL: 'speech-1',
  });
});
afterAll(async () => {
  await product?.stop();
  server?.close();
});

it('goes to a machine only with a yes for this message, and is read back before it is sent', async () => {
  const gulya = await aCitizen(product, 'Гуля', 'ru');
  gulya.sendVoice();
  const question = await gulya.waitForReply((message) => buttons(message).includes(gulya.t('voice-listen')));
  expect(heard).toEqual([]);
  await gulya.press(question.message_id, gulya.t('voice-listen'));
  const [consent] = await product.services.db.consent.findMany({ where: { purpose: 'voice_model' } });
  expect(consent).toMatchObject({ given: true, language: 'ru', evidence: expect.stringContaining('recording') });
  const back = await gulya.waitForReply((message) => (message.text ?? '').includes('На Абая десять не горят фонари'));
  expect(heard[0]).toContain('speech-1');
  expect(heard[0]).toContain('OggS');
  await gulya.press(back.message_id, gulya.t('voice-correct'));
  await gulya.waitForReply(gulya.t('voice-fix'));
  gulya.send('На улице Абая, 10 не горят фонари');
  const card = await gulya.waitForReply((message) => (message.text ?? '').startsWith('Проблема: '));
  expect(card.text).toContain('Абая, 10');
  expect(card.text).toContain('1 файл');
});

it('stays with people when the citizen prefers them, or the machine hears nothing', async () => {
  const marat = await aCitizen(product, 'Марат', 'ru');
  const before = heard.length;
  marat.sendVoice();
  const question = await marat.waitForReply((message) => buttons(message).includes(marat.t('voice-people')));
  await marat.press(question.message_id, marat.t('voice-people'));
  await marat.waitFor(marat.t('voice-kept').slice(0, 40));
  expect(heard.length).toBe(before);

  says = null;
  const aida = await aCitizen(product, 'Аида', 'ru');
  aida.sendVoice();
  const asked = await aida.waitForReply((message) => buttons(message).includes(aida.t('voice-listen')));
  await aida.press(asked.message_id, aida.t('voice-listen'));
  const failed = await aida.waitForReply(aida.t('voice-not-heard'));
  expect(buttons(failed)).toEqual([aida.t('voice-people')]);
});
