import type { Page } from 'playwright-core';
import type { AgencyCode, TicketId } from '../../../src/kernel/ids.ts';
import { launchBrowser } from '../browser/index.ts';
import { buildConsole } from '../console/build-console.ts';
import { startApiHouse } from '../officers/api-house.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { BODIES, type Desk, type OfficerHouse } from './story.ts';

/** Both bodies in the console, in a real browser; what they do there is up to the hands. */
export async function startConsoleHouse(
  world: OfficerWorld,
  hands: (page: Page, world: OfficerWorld, address: { inbox: string; ticketId: TicketId }) => Promise<Desk>,
): Promise<OfficerHouse> {
  await buildConsole();
  const house = await startApiHouse(world);
  const browser = await launchBrowser();
  const pages = new Map<AgencyCode, Page>();
  for (const body of BODIES) {
    const person = await world.addStaff({ givenName: 'Дмитрий', email: `${body}@example.org`, agencyCode: body });
    const page = await browser.newPage({ locale: 'ru' });
    const value = await house.sessionOf(person);
    await page.context().addCookies([{ name: 'dauys_session', value, url: house.url }]);
    pages.set(body, page);
  }
  return {
    async at(body, ticketId): Promise<Desk> {
      const page = pages.get(body);
      if (!page) throw new Error(`no page of ${body}`);
      return hands(page, world, { inbox: `${house.url}/console/`, ticketId });
    },
    crossed: () => '',
    async stop() {
      const { problems } = browser;
      await browser.close();
      await house.stop();
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
  };
}
