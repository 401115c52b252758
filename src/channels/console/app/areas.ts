import type { Area } from './area.ts';
import { administrationArea } from './areas/administration.ts';
import { deskArea } from './areas/desk.ts';
import { knowledgeArea } from './areas/knowledge.ts';
import { oversightArea } from './areas/oversight.ts';
import { participationArea } from './areas/participation.ts';
import { termsArea } from './areas/terms.ts';

/** The console as its readers find it: areas, the places in the menu, the pages behind them. */
export const AREAS: readonly Area[] = [
  deskArea,
  termsArea,
  participationArea,
  knowledgeArea,
  oversightArea,
  administrationArea,
];
