/**
 * One database transaction in progress. Opaque to domains: only repositories look inside, through
 * `platform/db`. `now` is the business clock, read once when the transaction began.
 */
export interface Tx {
  readonly key: string;
  readonly now: Date;
  /** Runs after the commit, never when it fails; errors are logged, not thrown. */
  afterCommit(hook: () => void | Promise<void>): void;
}

export type CommandOutcome<Result> = { type: 'done'; result: Result } | { type: 'repeated'; result: Result };

/** The only way to open a transaction: idempotency key, state, journal, jobs and outgoing messages in one. */
export interface UnitOfWork {
  /**
   * Runs the work once per key. A repeated key changes nothing and returns the first result, which must therefore be
   * plain JSON (`undefined` is kept as `null`).
   */
  run<Result>(
    key: string,
    work: (tx: Tx) => Promise<Result>,
    /** What the work will surely ask first: it leaves together with the opening of the transaction. */
    opening?: (tx: Pick<Tx, 'key'>) => void,
  ): Promise<CommandOutcome<Result>>;
}
