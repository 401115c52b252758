import { defineConfig } from 'vitest/config';

const database = './test/support/database/global-setup.ts';
const browser = './test/support/browser/global-setup.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    // What happens in its own time is waited for as long as a busy machine may need.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Node runs the code as it lies, and files share what they have loaded: pure tests need no walls between them.
          pool: 'threads',
          isolate: false,
          experimental: { viteModuleRunner: false, nodeLoader: false },
          testTimeout: 30_000,
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/support/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'test/support/browser/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: [database],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/support/browser/*.test.ts'],
          globalSetup: [database, browser],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'scenarios',
          include: ['test/scenarios/**/*.test.ts'],
          globalSetup: [database, browser],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
