export type EmbeddedPostgresProblem =
  | 'already_running'
  | 'disk_full'
  | 'corrupt'
  | 'wrong_version'
  | 'no_permission'
  | 'not_ours'
  | 'password_lost'
  | 'port_taken'
  | 'still_in_use'
  | 'no_binaries'
  | 'start_failed';

/** The server cannot be used, and why, in words an operator can act on. Nothing was deleted when this is thrown. */
export class EmbeddedPostgresError extends Error {
  readonly problem: EmbeddedPostgresProblem;
  readonly dataDir: string;

  constructor(problem: EmbeddedPostgresProblem, dataDir: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.problem = problem;
    this.dataDir = dataDir;
  }
}
