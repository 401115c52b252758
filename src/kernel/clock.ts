/**
 * The business clock. It is read from the database, so that all processes agree, and the simulator can move it
 * forward. Inside a unit of work use `tx.now`.
 */
export interface Clock {
  now(): Promise<Date>;
}
