import type { PetitionsFixture } from '../../../../test/builders/petitions-on-a-database.ts';
import { dayText } from '../../../deadlines/index.ts';
import { zoned } from '../../../kernel/day.ts';
import { createClock } from '../../../platform/db/business-clock.ts';
import { createHttpServer } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/log.ts';
import { loadTexts } from '../../../platform/texts/texts.ts';
import { createSealing } from '../../../privacy/index.ts';
import { loadTerritories, regionShapes } from '../../../territories/index.ts';
import { createSitePages } from '../site-pages.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { registerPetitionPages } from './register-petition-pages.ts';
import { createPicturePainter } from './share-picture.ts';

const ZONE = 'Asia/Almaty';
export const PUBLIC_URL = 'http://localhost:3999';

/** The petition pages of the site on a real database; for tests only. */
export async function startPetitionSite(house: PetitionsFixture, identity: IdentityProvider | null) {
  const log = createLog('silent');
  const texts = loadTexts();
  const app = await createHttpServer({ log, texts, publicUrl: PUBLIC_URL });
  const sections = ['petitions'] as const;
  await registerPetitionPages(app as never, {
    pages: createSitePages({ t: texts.t, publicUrl: PUBLIC_URL, sections }, log),
    petitions: house.petitions,
    t: texts.t,
    names: {
      agency: (code) => code,
      territory: (code) => code,
      day: (on, language) => dayText(language, on),
      dayOf: (at, language) => dayText(language, zoned(at, ZONE).on),
    },
    clock: createClock(house.db.prisma),
    uow: house.uow,
    sealing: createSealing(`first:${Buffer.alloc(32, 5).toString('base64')}`),
    timezone: ZONE,
    publicUrl: PUBLIC_URL,
    botName: () => 'dauys_bot',
    identity,
    shapes: regionShapes(loadTerritories('jurisdictions/kz/territories').outlines),
    regionOf: (code) => code,
    within: (code) => [code],
    paint: createPicturePainter(),
  });
  return { app, texts, close: () => app.close() };
}
