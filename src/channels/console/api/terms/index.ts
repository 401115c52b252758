import type { AddRoutes } from '../routes.ts';
import { addComplaintRoutes } from './complaint-routes.ts';
import { addHearingRoutes } from './hearing-routes.ts';

/** Everything about terms beyond the commands of a single ticket. */
export const addTermsRoutes: AddRoutes = (server, deps) => {
  addHearingRoutes(server, deps);
  addComplaintRoutes(server, deps);
};
export { createChainReadModel } from './chain-read-model.ts';
export type { TermsDesk } from './terms-desk.ts';
