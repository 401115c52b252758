import type { AddRoutes } from '../routes.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { addComplaintRoutes } from './complaint-routes.ts';
import { addComplianceRoutes } from './compliance-routes.ts';
import { addHearingRoutes } from './hearing-routes.ts';
import { addIcsRoutes } from './ics-routes.ts';
import { addRegistrationRoutes } from './registration-routes.ts';
import { addRiskRoutes } from './risk-routes.ts';
import { addRulebookRoutes } from './rulebook-routes.ts';

/** Everything about terms beyond the commands of a single ticket. */
export const addTermsRoutes: AddRoutes = (server, deps) => {
  addHearingRoutes(server, deps);
  addIcsRoutes(server, deps);
  addComplaintRoutes(server, deps);
  addCalendarRoutes(server, deps);
  addRulebookRoutes(server, deps);
  addRegistrationRoutes(server, deps);
  addComplianceRoutes(server, deps);
  addRiskRoutes(server, deps);
};
