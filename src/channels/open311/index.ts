export type { Open311Client, Open311Clients, Open311Deps } from './deps.ts';
export { createOpen311Repository, type Open311Repository } from './open311-repository.ts';
export { registerOpen311 } from './register-open311.ts';
