export { EmbeddedPostgresError, type EmbeddedPostgresProblem } from './embedded-postgres-error.ts';
export {
  type EmbeddedLog,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  runningEmbeddedPostgres,
  shareEmbeddedPostgres,
  startEmbeddedPostgres,
} from './supervisor.ts';
