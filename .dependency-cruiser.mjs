// Who may import whom: docs/architecture.md explains, this file enforces, test/architecture.test.ts proves that it bites.
const ALLOWED = {
  territories: [],
  journal: [],
  privacy: [],
  agencies: ['territories'],
  access: ['agencies'],
  citizens: ['territories', 'privacy'],
  notifications: ['citizens'],
  forms: ['citizens'],
  deadlines: ['agencies', 'territories', 'journal'],
  routing: ['agencies', 'territories'],
  knowledge: ['agencies', 'deadlines', 'journal'],
  appeals: ['citizens', 'agencies', 'deadlines', 'routing', 'notifications', 'journal', 'privacy'],
  petitions: ['citizens', 'agencies', 'deadlines', 'routing', 'notifications', 'journal', 'privacy', 'territories'],
  participation: ['citizens', 'territories', 'notifications', 'journal'],
  surveys: ['citizens', 'agencies', 'territories', 'deadlines', 'forms', 'notifications', 'journal'],
  transparency: ['deadlines', 'journal'],
};
const DOMAINS = `(${Object.keys(ALLOWED).join('|')})`;
const TESTS = '[.]test[.]ts$|/test/|^test/|[.]fixture[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle has no first reader.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-front-door',
      comment: 'Another domain is imported through its index.ts only.',
      severity: 'error',
      from: { path: `^src/${DOMAINS}/` },
      to: { path: `^src/${DOMAINS}/`, pathNot: ['^src/$1/', `^src/${DOMAINS}/index[.]ts$`] },
    },
    ...Object.entries(ALLOWED).map(([domain, allowed]) => ({
      name: `${domain}-imports`,
      comment: `${domain} may import ${allowed.join(', ') || 'no other domain'}.`,
      severity: 'error',
      from: { path: `^src/${domain}/`, pathNot: TESTS },
      to: { path: `^src/${DOMAINS}/`, pathNot: [`^src/(${[domain, ...allowed].join('|')})/`] },
    })),
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel is words, not work: no room of ours, no package but zod.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TESTS },
      to: { path: '^(src|node_modules)/', pathNot: '^(src/kernel|node_modules/zod)/' },
    },
    {
      name: 'platform-knows-no-subject',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TESTS },
      to: { path: '^src/', pathNot: '^src/(kernel|platform)/' },
    },
    {
      name: 'domain-knows-no-channel',
      severity: 'error',
      from: { path: `^src/(${DOMAINS}|journeys)/` },
      to: { path: '^src/(channels|app|simulator|cli)/' },
    },
    {
      name: 'database-only-in-repositories',
      comment: 'Only repositories and read models know SQL; a domain’s own create-*.ts hands them the connection.',
      severity: 'error',
      from: {
        path: `^src/${DOMAINS}/`,
        pathNot: '(-repository|-read-model)[.]ts$|/create-[a-z-]+[.]ts$|[.]test[.]ts$',
      },
      to: { path: '^src/platform/' },
    },
    {
      name: 'channels-not-each-other',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^src/channels/',
        pathNot: ['^src/channels/$1/', '^src/channels/officer-cards/', '^src/channels/site/(layout|index)'],
      },
    },
    {
      name: 'simulator-is-for-app-and-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app|simulator)/|[.]test[.]ts$' },
      to: { path: '^src/simulator/' },
    },
    {
      name: 'source-never-imports-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^test/' },
    },
    {
      name: 'no-frameworks-in-domains',
      severity: 'error',
      from: { path: `^src/${DOMAINS}/`, pathNot: TESTS },
      to: { path: 'node_modules/(grammy|@grammyjs|@slack|fastify|@fastify|openai)/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/generated/|/page/|/console/app/|^dist/)' },
  },
};
