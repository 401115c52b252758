import { createChainReadModel, createTermsReadModel, type TermsDesk } from '../channels/console/index.ts';
import { knownJurisdictions, loadJurisdiction } from '../deadlines/index.ts';
import { createCalendarChanges } from '../journeys/change-calendar.ts';
import { createPetitionDutyMoves } from '../journeys/move-petition-duties.ts';
import type { Petitions } from '../petitions/index.ts';
import type { Services } from './compose.ts';

/** What the console's pages about terms work with. */
export function createTermsDesk(services: Services, petitions: Petitions): TermsDesk {
  const { db, hearings, complaints, clocks, calendars, superiorOn, law } = services;
  const changes = createCalendarChanges(services);
  const dutyMoves = createPetitionDutyMoves({ uow: services.uow, petitions });
  return {
    hearings,
    complaints,
    clocks,
    dutiesMovedBy: dutyMoves.movedBy,
    calendars,
    calendarChanges: {
      // What is owed to petitions is in the same ledger: it moves with the cases, and after them.
      async moveOpenCases(edition, actor, after, page) {
        const cases = await changes.moveOpenCases(edition, actor, after, page);
        if (cases.next !== null) return cases;
        return { ...cases, moved: cases.moved + (await dutyMoves.moveRunning(edition, actor)) };
      },
    },
    jurisdictions: knownJurisdictions().map((code) => (code === law.code ? law : loadJurisdiction(code))),
    ownJurisdiction: law.code,
    superiorOn,
    lists: createTermsReadModel(db),
    history: services.termHistory,
    chainOf: createChainReadModel(db),
  };
}
