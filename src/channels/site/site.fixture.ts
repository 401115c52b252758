import { createCompetenceRegister } from '../../agencies/index.ts';
import { readJurisdiction } from '../../app/jurisdiction.ts';
import { loadJurisdiction } from '../../deadlines/index.ts';
import type { Day } from '../../kernel/day.ts';
import { TopicId } from '../../kernel/ids.ts';
import { createHttpServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log/log.ts';
import { loadTexts } from '../../platform/texts/texts.ts';
import { createTerritoryTree } from '../../territories/index.ts';
import { COUNTS, type Count, type FigureCell } from '../../transparency/figures.ts';
import type { PublicCase } from '../../transparency/index.ts';
import { publishFigures } from '../../transparency/public-figures.ts';
import { registerSite } from './register-site.ts';
import type { SiteDeps } from './site-deps.ts';
import { createSitePages } from './site-pages.ts';

const cell = (
  scope: FigureCell['scope'],
  key: string,
  month: string,
  some: Partial<Record<Count, number>>,
): FigureCell => ({
  scope,
  key,
  month: month as Day,
  counts: { ...Object.fromEntries(COUNTS.map((name) => [name, 0])), ...some } as Record<Count, number>,
  waits: new Map([
    [6, 30],
    [11, some.answered ?? 0],
  ]),
});

const busy = {
  received: 1240,
  registeredInTime: 1100,
  registeredLate: 90,
  unregisteredLate: 20,
  lawInTime: 820,
  lawLate: 150,
  lawOverdue: 30,
  promiseInTime: 700,
  promiseLate: 250,
  promiseOverdue: 60,
  answered: 970,
  extended: 40,
  disputed: 55,
  resolved: 320,
  partly: 80,
  unresolved: 60,
  silent: 510,
  passedOn: 70,
};
const small = {
  received: 30,
  registeredInTime: 28,
  registeredLate: 2,
  lawInTime: 22,
  lawLate: 5,
  promiseInTime: 20,
  promiseLate: 7,
  answered: 27,
  resolved: 20,
  partly: 3,
  silent: 4,
};
const tiny = { received: 4, registeredInTime: 4 };

export const SAMPLE_CELLS: readonly FigureCell[] = [
  cell('all', '', '2026-10-01', busy),
  cell('all', '', '2026-11-01', small),
  cell('agency', 'almaty.police', '2026-10-01', busy),
  cell('agency', 'almaty.police', '2026-11-01', small),
  cell('agency', 'almaty.prosecutor', '2026-11-01', small),
  cell('agency', 'almaty.tax', '2026-10-01', tiny),
  cell('agency', 'astana.tax', '2026-10-01', tiny),
  cell('topic', 'road.pothole', '2026-10-01', busy),
  cell('region', '750000000', '2026-10-01', busy),
];

export const SAMPLE_CASE: PublicCase = {
  number: '4729189',
  state: 'with_agency',
  submittedOn: '2026-11-22' as Day,
  resolution: null,
  tickets: [
    {
      agencyCode: 'almaty.police',
      state: 'registered',
      procedure: 'message',
      deliveredOn: '2026-11-22' as Day,
      registeredOn: '2026-11-23' as Day,
      promisedOn: '2026-12-14' as Day,
      statutoryOn: '2026-12-14' as Day,
      answeredOn: null,
      closedOn: null,
      points: null,
    },
  ],
};

const jurisdiction = readJurisdiction('kz');
const texts = loadTexts();
const tree = createTerritoryTree(jurisdiction.territories.units, jurisdiction.territories.populations);
const law = loadJurisdiction('kz');

/** The site with real law, directory and texts, and figures and cases of our own; for tests only. */
export async function startSite(changes: Partial<SiteDeps> = {}, cells: readonly FigureCell[] = SAMPLE_CELLS) {
  const log = createLog('silent');
  const publicUrl = 'http://localhost:3000';
  const asked: string[] = [];
  const app = await createHttpServer({ log, texts, publicUrl });
  const deps: SiteDeps = {
    pages: createSitePages(
      { t: texts.t, publicUrl, sections: ['petitions', 'surveys', 'case', 'openness', 'rules'] },
      log,
    ),
    texts,
    clock: { now: async () => new Date('2026-11-22T10:00:00+05:00') },
    timezone: 'Asia/Almaty',
    publicUrl,
    figures: { snapshot: async () => publishFigures(1, '2026-11-22' as Day, cells) },
    publicCases: {
      find: async (number) => {
        asked.push(number);
        return number === SAMPLE_CASE.number ? SAMPLE_CASE : null;
      },
    },
    register: createCompetenceRegister(jurisdiction.directory, tree),
    tree,
    topicNames: jurisdiction.topicNames,
    roleOfTopic: (topic) => jurisdiction.directory.topicRoles.get(TopicId.parse(topic)) ?? null,
    law,
    calendar: () => law.calendar,
    chat: () => ({ href: '/try', botName: null }),
    contactMail: null,
    ...changes,
  };
  await registerSite(app as never, deps);
  return { app, deps, asked, jurisdiction };
}
