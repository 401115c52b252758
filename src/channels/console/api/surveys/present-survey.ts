import type { z } from 'zod';
import type { AgencyCode } from '../../../../kernel/ids.ts';
import type { SurveyListed } from '../../../../surveys/index.ts';
import type { Presenter } from '../presenter.ts';
import type { SurveyRow } from './survey-schemas.ts';

/** A survey as lists and its own page show it. */
export function createSurveyRow(present: Presenter) {
  return (
    { createdBy, agencyCode, createdAt, waves, ...survey }: SurveyListed,
    names: ReadonlyMap<string, string>,
  ): z.infer<typeof SurveyRow> => ({
    ...survey,
    agency: present.agency(agencyCode as AgencyCode),
    author: names.get(createdBy) ?? '',
    createdAt: present.iso(createdAt),
    waves: waves.map((wave) => ({ ...wave, closesAt: present.iso(wave.closesAt) })),
  });
}
