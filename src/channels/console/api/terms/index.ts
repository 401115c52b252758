import type { AddRoutes } from '../routes.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { addComplaintRoutes } from './complaint-routes.ts';
import { addHearingRoutes } from './hearing-routes.ts';
import { addRulebookRoutes } from './rulebook-routes.ts';

/** Everything about terms beyond the commands of a single ticket. */
export const addTermsRoutes: AddRoutes = (server, deps) => {
  addHearingRoutes(server, deps);
  addComplaintRoutes(server, deps);
  addCalendarRoutes(server, deps);
  addRulebookRoutes(server, deps);
};
export { createChainReadModel } from './chain-read-model.ts';
export type { TermsDesk } from './terms-desk.ts';
