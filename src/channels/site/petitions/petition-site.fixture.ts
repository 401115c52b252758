import { CITY, type PetitionsFixture } from '../../../../test/builders/petitions-on-a-database.ts';
import { createCitizensRepository, createCitizensService } from '../../../citizens/index.ts';
import { dayText } from '../../../deadlines/index.ts';
import { zoned } from '../../../kernel/day.ts';
import { type AddresseeOption, fixThresholds } from '../../../petitions/index.ts';
import { createClock } from '../../../platform/db/business-clock.ts';
import { createHttpServer } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/log.ts';
import { loadTexts } from '../../../platform/texts/texts.ts';
import { createSealing } from '../../../privacy/index.ts';
import { loadTerritories, regionShapes } from '../../../territories/index.ts';
import { createEntryLinks } from '../reader/entry-links.ts';
import { registerReaderPages } from '../reader/register-reader-pages.ts';
import { createSiteReaders } from '../reader/site-readers.ts';
import { createSitePages } from '../site-pages.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { registerPetitionPages } from './register-petition-pages.ts';
import { createPicturePainter } from './share-picture.ts';

const ZONE = 'Asia/Almaty';
export const PUBLIC_URL = 'http://localhost:3999';

/** Everybody one may write to from the city of the tests. */
function optionsOf({ petitions }: PetitionsFixture): AddresseeOption[] {
  const authority = petitions.profiles.authority('kz.city', 'city');
  const thresholds = fixThresholds(authority, 2_351_424) ?? [];
  const option = { profileId: 'kz.city', authorityKey: 'city', agencyCode: null, territoryCode: CITY };
  return [{ ...option, name: authority.name, thresholds }];
}

/** The petition pages of the site on a real database; for tests only. */
export async function startPetitionSite(house: PetitionsFixture, identity: IdentityProvider | null) {
  const log = createLog('silent');
  const texts = loadTexts();
  const app = await createHttpServer({ log, texts, publicUrl: PUBLIC_URL });
  const sections = ['petitions'] as const;
  const clock = createClock(house.db.prisma);
  const sealing = createSealing(`first:${Buffer.alloc(32, 5).toString('base64')}`);
  const citizens = createCitizensRepository(house.db.prisma);
  const people = createCitizensService({
    citizens,
    sealing,
    privacyRules: {
      identifiers: [],
      nationalId: { name: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' }, token: 'IIN' },
      phone: { countryCode: '7', trunkPrefix: '8', nationalLength: 10 },
    },
  });
  const pages = createSitePages({ t: texts.t, publicUrl: PUBLIC_URL, sections }, log);
  const readers = createSiteReaders({ citizens, sealing, clock, publicUrl: PUBLIC_URL });
  const links = createEntryLinks({ sealing, publicUrl: PUBLIC_URL });
  const shared = { pages, readers, people, t: texts.t, uow: house.uow, clock, botName: () => 'dauys_bot' };
  await registerReaderPages(app as never, { ...shared, links, citizens, hasEid: identity !== null });
  await registerPetitionPages(app as never, {
    ...shared,
    petitions: house.petitions,
    names: {
      agency: (code) => code,
      territory: (code) => code,
      day: (on, language) => dayText(language, on),
      dayOf: (at, language) => dayText(language, zoned(at, ZONE).on),
    },
    sealing,
    timezone: ZONE,
    publicUrl: PUBLIC_URL,
    identity,
    shapes: regionShapes(loadTerritories('jurisdictions/kz/territories').outlines),
    regionOf: (code) => code,
    populationOf: () => null,
    within: (code) => [code],
    paint: createPicturePainter(),
    tierOf: async () => 'account',
    suggestAddressees: () => ({ options: optionsOf(house), proposed: 1, words: ['переход'] }),
    findPlace: (words) => (words.trim() === 'Алматы' ? CITY : null),
    rememberPlace: async () => undefined,
  });

  /** A browser on our site: it keeps its cookies and sends forms. */
  function aBrowser() {
    const jar = new Map<string, string>();
    return async (method: 'GET' | 'POST', url: string, form: Readonly<Record<string, string>> | null = null) => {
      const response = await app.inject({
        method,
        url: url.replace(PUBLIC_URL, ''),
        headers: {
          cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
          accept: 'text/html',
          'accept-language': 'en',
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
      });
      for (const { name, value } of response.cookies)
        if (value) jar.set(name, value);
        else jar.delete(name);
      return response;
    };
  }

  return { app, texts, links, people, aBrowser, close: () => app.close() };
}
