import { newId, SurveyId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import type { Prisma, Survey as SurveyRow, SurveyVersion as VersionRow } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { Questionnaire } from './questionnaire/questionnaire.ts';
import { Words } from './questionnaire/words.ts';
import type { Survey, SurveyMode, SurveyState, SurveyVersion } from './survey.ts';

/** Surveys and their versions. */
export function createSurveysRepository(db: Db) {
  // An approved version never changes: parsed once per process.
  const approved = new Map<string, SurveyVersion>();

  return {
    async add(
      tx: Tx,
      {
        agencyCode,
        mode,
        by,
        questionnaire,
      }: { agencyCode: string; mode: SurveyMode; by: string; questionnaire: Questionnaire },
    ): Promise<Survey> {
      const row = await prismaOf(tx).survey.create({
        data: {
          id: newId(tx.now.getTime()),
          agencyCode,
          mode,
          state: 'draft',
          title: questionnaire.title,
          createdBy: by,
          createdAt: tx.now,
        },
      });
      return toSurvey(row);
    },

    async get(tx: Tx, id: SurveyId): Promise<Survey> {
      const row = await prismaOf(tx).survey.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.not_found');
      return toSurvey(row);
    },

    async save(tx: Tx, { id, revision, state, title, mode }: Survey): Promise<void> {
      const { count } = await prismaOf(tx).survey.updateMany({
        where: { id, revision: revision - 1 },
        data: { revision, state, title, mode },
      });
      if (count === 0) throw new Refusal('survey.changed_meanwhile');
    },

    async latestVersion(surveyId: SurveyId, tx?: Tx): Promise<SurveyVersion> {
      const row = await (tx ? prismaOf(tx) : db).surveyVersion.findFirst({
        where: { surveyId },
        orderBy: { number: 'desc' },
      });
      if (!row) throw new Refusal('survey.not_found');
      return toVersion(row);
    },

    async versionByNumber(surveyId: SurveyId, number: number): Promise<SurveyVersion> {
      const row = await db.surveyVersion.findUnique({ where: { surveyId_number: { surveyId, number } } });
      if (!row) throw new Refusal('survey.not_found');
      return toVersion(row);
    },

    async approvedVersion(surveyId: SurveyId, tx: Tx): Promise<SurveyVersion | null> {
      const row = await prismaOf(tx).surveyVersion.findFirst({
        where: { surveyId, state: 'approved' },
        orderBy: { number: 'desc' },
      });
      return row && toVersion(row);
    },

    async version(id: string): Promise<SurveyVersion> {
      const known = approved.get(id);
      if (known) return known;
      const row = await db.surveyVersion.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.not_found');
      const version = toVersion(row);
      if (version.state === 'approved') approved.set(id, version);
      return version;
    },

    async addVersion(tx: Tx, version: Omit<SurveyVersion, 'id' | 'approverId' | 'note'>): Promise<void> {
      await prismaOf(tx).surveyVersion.create({
        data: {
          ...version,
          id: newId(tx.now.getTime()),
          questionnaire: version.questionnaire as Prisma.InputJsonObject,
          createdAt: tx.now,
        },
      });
    },

    async saveVersion(tx: Tx, { id, state, questionnaire, authorId, approverId, note }: SurveyVersion): Promise<void> {
      const { count } = await prismaOf(tx).surveyVersion.updateMany({
        where: { id, state: { not: 'approved' } },
        data: {
          state,
          questionnaire: questionnaire as Prisma.InputJsonObject,
          authorId,
          approverId,
          note,
          ...(state === 'approved' ? { decidedAt: tx.now } : {}),
        },
      });
      if (count === 0) throw new Refusal('survey.changed_meanwhile');
    },
  };
}
export type SurveysRepository = ReturnType<typeof createSurveysRepository>;

const toSurvey = ({ id, revision, agencyCode, mode, state, title, createdBy, createdAt }: SurveyRow): Survey => ({
  id: SurveyId.parse(id),
  revision,
  agencyCode,
  mode: mode as SurveyMode,
  state: state as SurveyState,
  title: Words.parse(title),
  createdBy,
  createdAt,
});

const toVersion = ({
  id,
  surveyId,
  number,
  state,
  questionnaire,
  authorId,
  approverId,
  note,
}: VersionRow): SurveyVersion => ({
  id,
  surveyId: SurveyId.parse(surveyId),
  number,
  state: state as SurveyVersion['state'],
  questionnaire: Questionnaire.parse(questionnaire),
  authorId,
  approverId,
  note,
});
