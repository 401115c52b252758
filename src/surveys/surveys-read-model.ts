import { SurveyId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Db } from '../platform/db/database.ts';
import { Words } from './questionnaire/words.ts';
import type { SurveyMode, SurveyState } from './survey.ts';
import type { WaveState } from './wave.ts';

export interface SurveyListed {
  readonly id: SurveyId;
  readonly revision: number;
  readonly agencyCode: string;
  readonly mode: SurveyMode;
  readonly state: SurveyState;
  readonly title: Words;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly waves: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: WaveState;
    readonly closesAt: Date;
  }[];
}

export interface VersionListed {
  readonly number: number;
  readonly state: 'draft' | 'in_review' | 'approved';
  readonly authorId: string;
  readonly approverId: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

/** Surveys as their list and their head show them. */
export function createSurveysReadModel(db: Db) {
  const withWaves = {
    waves: {
      select: { id: true, number: true, state: true, closesAt: true },
      orderBy: { number: 'asc' },
    },
  } as const;

  return {
    /** Null: of all bodies. */
    async list(agencyCodes: readonly string[] | null): Promise<SurveyListed[]> {
      const rows = await db.survey.findMany({
        where: { ...(agencyCodes ? { agencyCode: { in: [...agencyCodes] } } : {}) },
        orderBy: { createdAt: 'desc' },
        take: 300,
        include: withWaves,
      });
      return rows.map(toListed);
    },

    async get(id: SurveyId): Promise<SurveyListed> {
      const row = await db.survey.findUnique({ where: { id }, include: withWaves });
      if (!row) throw new Refusal('survey.not_found');
      return toListed(row);
    },

    async versions(id: SurveyId): Promise<VersionListed[]> {
      const rows = await db.surveyVersion.findMany({
        where: { surveyId: id },
        orderBy: { number: 'desc' },
        omit: { questionnaire: true },
      });
      return rows.map(({ state, ...row }) => ({ ...row, state: state as VersionListed['state'] }));
    },
  };
}
export type SurveysReadModel = ReturnType<typeof createSurveysReadModel>;

interface ListedRow {
  id: string;
  revision: number;
  agencyCode: string;
  mode: string;
  state: string;
  title: unknown;
  createdBy: string;
  createdAt: Date;
  waves: readonly { id: string; number: number; state: string; closesAt: Date }[];
}

const toListed = ({ id, mode, state, title, waves, ...row }: ListedRow): SurveyListed => ({
  ...row,
  id: SurveyId.parse(id),
  mode: mode as SurveyMode,
  state: state as SurveyState,
  title: Words.parse(title),
  waves: waves.map((wave) => ({ ...wave, state: wave.state as WaveState })),
});
