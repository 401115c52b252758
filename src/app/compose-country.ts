import { join } from 'node:path';
import { createSuperiors, createSuperiorsRepository, loadDirectory, readSuperiors } from '../agencies/index.ts';
import {
  createCalendarsRepository,
  createClockEventsRepository,
  createClocksService,
  createDuePointsRepository,
  createPromisesRepository,
  loadJurisdiction,
} from '../deadlines/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { type Day, zoned } from '../kernel/day.ts';
import type { Db } from '../platform/db/database.ts';
import { createLiveTerritories, createTerritoryEditsRepository } from '../territories/index.ts';
import { createCalendarPlaces } from './calendar-places.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { createLiveRegister } from './live-register.ts';
import { createNames } from './names.ts';

interface Inputs {
  readonly db: Db;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly timezone: string;
}

/** What the jurisdiction's data say: places, bodies, who stands over whom, law and calendars, as they stand in the database. */
export async function composeCountry({ db, clock, jurisdiction, timezone }: Inputs) {
  const territoryEdits = createTerritoryEditsRepository(db);
  const territories = createLiveTerritories(
    jurisdiction.territories,
    territoryEdits,
    async () => zoned(await clock.now(), timezone).on,
  );
  await territories.refresh();
  const { tree, gazetteer } = territories;
  const directory = await loadDirectory(db, jurisdiction.directory);
  const register = createLiveRegister(directory, () => loadDirectory(db, jurisdiction.directory), territories);
  const names = createNames({ register, tree, jurisdiction, timezone });

  const law = loadJurisdiction(jurisdiction.code);
  const calendars = createCalendarsRepository(db, law.calendarData, createCalendarPlaces(register, tree));
  await calendars.refresh();
  const promises = createPromisesRepository(db, law.code, law.rulebook.promises);
  await promises.refresh();
  const ledger = createClockEventsRepository(db);
  const clocks = createClocksService({
    rulebook: law.rulebook,
    calendars,
    ledger,
    promises,
    duePoints: createDuePointsRepository(),
  });

  const superiors = createSuperiorsRepository(db, readSuperiors(join(jurisdiction.folder, 'superiors.json')));
  await superiors.refresh();
  const superiorOn = createSuperiors(register.agency, superiors.rows);
  const addressees = {
    exists: (code: Parameters<typeof register.agency>[0]) => register.agency(code) !== null,
    connection: (code: Parameters<typeof register.agency>[0]) => register.agency(code)?.connection ?? ('none' as const),
    superiorOn: (code: Parameters<typeof register.agency>[0], on: Day) => superiorOn(code, on)?.code ?? null,
  };

  return {
    territories,
    territoryEdits,
    tree,
    gazetteer,
    directory,
    register,
    names,
    law,
    calendars,
    promises,
    clocks,
    superiors,
    superiorOn,
    addressees,
  };
}
export type Country = Awaited<ReturnType<typeof composeCountry>>;
