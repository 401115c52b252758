import { createChainReadModel, createTermsReadModel, type TermsDesk } from '../channels/console/index.ts';
import { knownJurisdictions, loadJurisdiction } from '../deadlines/index.ts';
import { createCalendarChanges } from '../journeys/change-calendar.ts';
import type { Services } from './compose.ts';

/** What the console's pages about terms work with. */
export function createTermsDesk(services: Services): TermsDesk {
  const { db, hearings, complaints, clocks, calendars, superiorOn, law } = services;
  return {
    hearings,
    complaints,
    clocks,
    calendars,
    calendarChanges: createCalendarChanges(services),
    jurisdictions: knownJurisdictions().map((code) => (code === law.code ? law : loadJurisdiction(code))),
    ownJurisdiction: law.code,
    superiorOn,
    lists: createTermsReadModel(db),
    history: services.termHistory,
    chainOf: createChainReadModel(db),
  };
}
