import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCitizen, buttons } from '../../../../test/support/product/people.ts';
import { type Product, startProduct } from '../../../../test/support/product/start-product.ts';

let server: Server;
let product: Product;
const heard: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push(Buffer.concat(parts).toString('latin1'));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":"На Абая десять не горят фонари"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  product = await startProduct({
    TRANSCRIPTION_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    TRANSCRIPTION_MODEL: 'speech-kz',
    TRANSCRIPTION_IN_COUNTRY: 'true',
  });
});
afterAll(async () => {
  await product?.stop();
  server?.close();
});

it('goes without a question to a machine in the country, and no consent is made up for it', async () => {
  const aigul = await aCitizen(product, 'Айгүл', 'ru');
  aigul.sendVoice();
  const back = await aigul.waitForReply((message) => buttons(message).includes(aigul.t('voice-send')));
  expect(back.text).toContain('На Абая десять не горят фонари');
  expect(heard.at(-1)).toContain('speech-kz');
  expect(await product.services.db.consent.count({ where: { purpose: 'voice_model' } })).toBe(0);
  await aigul.press(back.message_id, aigul.t('voice-send'));
  const card = await aigul.waitForReply((message) => (message.text ?? '').startsWith('Проблема: '));
  expect(card.text).toContain('1 файл');
});
