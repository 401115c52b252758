import { enableCompileCache } from 'node:module';

// Before anything else is imported: a later start compiles only what has changed.
enableCompileCache();
const { run } = await import('./app/run.ts');
await run();
