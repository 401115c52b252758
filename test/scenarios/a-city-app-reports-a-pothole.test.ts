import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, StaffId, TerritoryCode } from '../../src/kernel/ids.ts';
import { createFiguresRefresh, createFiguresRepository, createRegistrationTerm } from '../../src/transparency/index.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const KEY = 'dt_a-key-of-the-city-app-for-tests';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const page = async (path: string) =>
  (await fetch(`${product.publicUrl}${path}`, { headers: { accept: 'text/html', 'accept-language': 'ru' } })).text();

/** An operator makes a key for the application, as in the console. */
async function giveKey(): Promise<void> {
  const { db } = product.services;
  const operator = newId();
  await db.staff.create({
    data: {
      id: operator,
      givenName: 'Жанар',
      familyName: 'Оспанова',
      email: 'zhanar@example.org',
      role: 'operator',
      language: 'ru',
      state: 'active',
      createdAt: new Date(),
    },
  });
  await db.apiToken.create({
    data: {
      id: newId(),
      staffId: StaffId.parse(operator),
      name: 'city app',
      scopes: ['tickets:write'],
      tokenHash: Uint8Array.from(createHash('sha256').update(KEY).digest()),
      createdAt: new Date(),
    },
  });
}

/** The round the worker makes every minute. */
async function refreshFigures(): Promise<void> {
  const { db, uow, clock, timezone, law, calendars, tree } = product.services;
  await createFiguresRefresh({
    figures: createFiguresRepository(db),
    uow,
    clock,
    timezone,
    registrationDueOn: createRegistrationTerm({ rulebook: law.rulebook, calendar: calendars.current }),
    regionOf: (code) => tree.lineage(TerritoryCode.parse(code)).at(-1)?.code ?? null,
  })();
}

describe('a city app reports a pothole', () => {
  it('gets a number, which anybody can check on the site, and the figures count it', async () => {
    await giveKey();
    const form = {
      api_key: KEY,
      service_code: 'road.pothole',
      lat: '43.238',
      long: '76.946',
      'attribute[language]': 'ru',
      description: 'Яма перед школой, звоните Айгерим',
    };
    const response = await fetch(`${product.publicUrl}/open311/v2/requests.json`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(response.status).toBe(200);
    const [{ service_request_id: number }] = (await response.json()) as [{ service_request_id: string }];

    const checked = await page(`/case?number=${number}`);
    expect(checked).toContain('Обращение у органа');
    expect(checked).not.toContain('Айгерим');

    for (let again = 0; again < 11; again += 1) {
      await fetch(`${product.publicUrl}/open311/v2/requests.json`, {
        method: 'POST',
        body: new URLSearchParams({ ...form, description: `Яма ${again}` }),
      });
    }
    await refreshFigures();
    expect(await page('/openness')).toContain('пришло обращений: <strong>12</strong>');
    expect(await page('/')).toContain('<strong>12</strong>');
    const figures = await fetch(`${product.publicUrl}/open-data/period-figures.json?scope=topic&key=road.pothole`);
    expect(await figures.json()).toMatchObject({ rows: [{ published: true, received: 12, answered: 0 }] });
    expect(product.logLines.join('')).not.toContain('Айгерим');
  });

  it('is refused with a key that was never given', async () => {
    const body = new URLSearchParams({
      api_key: 'dt_wrong-wrong-wrong',
      service_code: 'road.pothole',
      address_id: '750000000',
    });
    const response = await fetch(`${product.publicUrl}/open311/v2/requests.xml`, { method: 'POST', body });
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('<description>api_key is not valid</description>'),
    ]);
  });
});
