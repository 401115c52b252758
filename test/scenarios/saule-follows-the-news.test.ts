import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKnowledgeConsole } from '../../src/app/knowledge-console.ts';
import { newId } from '../../src/kernel/ids.ts';
import { AnnouncementForm } from '../../src/knowledge/index.ts';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('Saule follows the news', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const announce = (topics: string[], territoryCode: string | null, title: string) =>
    product.services.uow.run(newId(), (tx) =>
      createKnowledgeConsole(product.services).announce(
        tx,
        AnnouncementForm.parse({
          agency: 'almaty.water',
          subject: 'outages',
          topics,
          territoryCode,
          texts: {
            kk: { title, body: 'Абай көшесінде су болмайды.' },
            ru: { title, body: 'Воды не будет.' },
            en: null,
          },
          url: null,
          startsOn: null,
          endsOn: null,
        }),
        newId(),
      ),
    );

  it('chooses what, where and about what, hears only that, and can change it from the message', async () => {
    const saule = await aCitizen(product, 'Сауле', 'ru');
    saule.send('/news');
    const screen = await saule.waitForReply((message) => buttons(message).includes(saule.t('news-subject-outages')));
    expect(buttons(screen).some((label) => label.startsWith('✓'))).toBe(false);
    await saule.press(screen.message_id, saule.t('news-subject-outages'));
    await saule.waitFor((message) => buttons(message).includes(`✓ ${saule.t('news-subject-outages')}`));

    await saule.press(screen.message_id, saule.t('news-place'));
    await saule.waitForReply(saule.t('news-which-place'));
    saule.send('Алматы');
    const placed = await saule.waitForReply((message) => (message.text ?? '').includes('Где: Алматы'));
    await saule.press(placed.message_id, saule.t('news-topic'));
    await saule.waitForReply(saule.t('news-which-topic'));
    saule.send('вода');
    const found = await saule.waitForReply(saule.t('news-topic-found'));
    const [topic = ''] = buttons(found);
    await saule.press(found.message_id, topic);
    const chosen = await saule.waitForReply((message) => (message.text ?? '').includes(`О чём: ${topic}`));
    expect(chosen.text).toContain('Где: Алматы');

    const kept = await product.services.db.newsSubscription.findFirstOrThrow();
    const { tree } = product.services;
    const almaty = [...tree.all.values()].find(({ name }) => name.ru === 'Алматы')?.code ?? '';
    await announce(['road.pothole'], almaty, 'Другая тема');
    await announce([kept.topic], almaty, 'Отключат воду на Абая');
    const news = await saule.waitFor((message) => (message.text ?? '').includes('Отключат воду на Абая'), 45_000);
    expect(news.text).toContain('Вы сами выбрали такие сообщения');
    await saule.press(news.message_id, saule.t('news-change'));
    const again = await saule.waitForReply((message) =>
      buttons(message).includes(`✓ ${saule.t('news-subject-outages')}`),
    );
    await saule.press(again.message_id, `✓ ${saule.t('news-subject-outages')}`);
    await expect.poll(() => product.services.db.newsSubscription.count()).toBe(0);
    expect(await product.services.db.notification.count({ where: { kind: 'announcement' } })).toBe(1);
  }, 90_000);
});
