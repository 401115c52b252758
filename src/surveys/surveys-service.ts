import type { Journal } from '../journal/index.ts';
import type { SurveyId } from '../kernel/ids.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { checkQuestionnaire, type QuestionnaireProblem } from './questionnaire/check-questionnaire.ts';
import { estimateSeconds } from './questionnaire/length.ts';
import { type LintWarning, lintQuestionnaire } from './questionnaire/lint.ts';
import type { Questionnaire } from './questionnaire/questionnaire.ts';
import type { Remark, RemarksRepository } from './remarks-repository.ts';
import { moveSurvey, type Survey, type SurveyEvent, type SurveyMode, type SurveyVersion } from './survey.ts';
import type { SurveyListed, SurveysReadModel, VersionListed } from './surveys-read-model.ts';
import type { SurveysRepository } from './surveys-repository.ts';

/** What an author sees beside the questions while writing. */
export interface QuestionnaireReview {
  readonly problems: readonly QuestionnaireProblem[];
  readonly warnings: readonly LintWarning[];
  readonly seconds: Readonly<Record<Language, number>>;
}

export function reviewQuestionnaire(questionnaire: Questionnaire): QuestionnaireReview {
  return {
    problems: checkQuestionnaire(questionnaire),
    warnings: lintQuestionnaire(questionnaire),
    seconds: Object.fromEntries(
      LANGUAGES.map((language) => [language, estimateSeconds(questionnaire, language)]),
    ) as Record<Language, number>,
  };
}

interface Deps {
  readonly surveys: SurveysRepository;
  readonly read: SurveysReadModel;
  readonly remarks: RemarksRepository;
  readonly journal: Journal;
}

/** Writing, checking by a second person, keeping. */
export function createSurveysService({ surveys, read, remarks, journal }: Deps) {
  async function move(
    tx: Tx,
    survey: Survey,
    event: SurveyEvent,
    by: string,
    version: number,
    note?: string,
  ): Promise<Survey> {
    const after = moveSurvey(survey, event);
    await surveys.save(tx, after);
    await journal.append(tx, `survey:${survey.id}`, {
      type: `survey.${event}`,
      actor: { kind: 'operator', id: by },
      facts: { version },
      ...(note ? { text: { note } } : {}),
    });
    return after;
  }

  return {
    async create(
      tx: Tx,
      {
        agencyCode,
        mode,
        questionnaire,
        by,
      }: { agencyCode: string; mode: SurveyMode; questionnaire: Questionnaire; by: string },
    ): Promise<Survey> {
      const survey = await surveys.add(tx, { agencyCode, mode, by, questionnaire });
      await surveys.addVersion(tx, { surveyId: survey.id, number: 1, state: 'draft', questionnaire, authorId: by });
      await journal.append(tx, `survey:${survey.id}`, {
        type: 'survey.created',
        actor: { kind: 'operator', id: by },
        facts: { agencyCode, mode },
      });
      return survey;
    },

    /** Saves the draft; the first change after an approval begins the next version. */
    async edit(
      tx: Tx,
      id: SurveyId,
      {
        questionnaire,
        mode,
        by,
        revision,
      }: { questionnaire: Questionnaire; mode?: SurveyMode; by: string; revision: number },
    ): Promise<Survey> {
      const survey = await surveys.get(tx, id);
      if (survey.revision !== revision) throw new Refusal('survey.changed_meanwhile');
      const latest = await surveys.latestVersion(id, tx);
      const number = latest.state === 'approved' ? latest.number + 1 : latest.number;
      const after = await move(
        tx,
        { ...survey, title: questionnaire.title, mode: mode ?? survey.mode },
        'edited',
        by,
        number,
      );
      if (latest.state === 'approved')
        await surveys.addVersion(tx, { surveyId: id, number, state: 'draft', questionnaire, authorId: by });
      else await surveys.saveVersion(tx, { ...latest, state: 'draft', questionnaire, authorId: by });
      return after;
    },

    /** Refuses while languages or references are incomplete. */
    async submit(tx: Tx, id: SurveyId, by: string): Promise<Survey> {
      const latest = await surveys.latestVersion(id, tx);
      const [problem] = checkQuestionnaire(latest.questionnaire);
      if (problem)
        throw new Refusal('survey.incomplete', {
          problem: problem.code,
          path: problem.path,
          language: problem.language,
        });
      const after = await move(tx, await surveys.get(tx, id), 'submitted', by, latest.number);
      await surveys.saveVersion(tx, { ...latest, state: 'in_review' });
      return after;
    },

    /** Four eyes: whoever wrote the version cannot approve it. */
    async approve(tx: Tx, id: SurveyId, by: string): Promise<Survey> {
      const latest = await surveys.latestVersion(id, tx);
      if (latest.authorId === by) throw new Refusal('survey.approver_is_author');
      const after = await move(tx, await surveys.get(tx, id), 'approved', by, latest.number);
      await surveys.saveVersion(tx, { ...latest, state: 'approved', approverId: by });
      return after;
    },

    async sendBack(tx: Tx, id: SurveyId, by: string, note: string): Promise<Survey> {
      const latest = await surveys.latestVersion(id, tx);
      const after = await move(tx, await surveys.get(tx, id), 'sent_back', by, latest.number, note);
      await surveys.saveVersion(tx, { ...latest, state: 'draft', note });
      return after;
    },

    async archive(tx: Tx, id: SurveyId, by: string): Promise<Survey> {
      return move(tx, await surveys.get(tx, id), 'archived', by, (await surveys.latestVersion(id, tx)).number);
    },

    /** A colleague's words after a dry run; they stop nothing and are seen by the author and by whoever approves. */
    async remark(
      tx: Tx,
      id: SurveyId,
      { questionKey, words, by }: { questionKey: string | null; words: string; by: string },
    ): Promise<void> {
      const { number } = await surveys.latestVersion(id, tx);
      await remarks.add(tx, { surveyId: id, versionNumber: number, questionKey, words, authorId: by });
    },
    settleRemark: (tx: Tx, id: SurveyId, remarkId: string): Promise<void> => remarks.settle(tx, id, remarkId),
    remarks: (id: SurveyId): Promise<Remark[]> => remarks.ofSurvey(id),

    list: (agencyCodes: readonly string[] | null): Promise<SurveyListed[]> => read.list(agencyCodes),
    head: (id: SurveyId): Promise<SurveyListed> => read.get(id),
    versions: (id: SurveyId): Promise<VersionListed[]> => read.versions(id),
    versionNumber: async (versionId: string): Promise<number> => (await surveys.version(versionId)).number,
    version: (id: SurveyId, number: number): Promise<SurveyVersion> => surveys.versionByNumber(id, number),
    async read(id: SurveyId): Promise<{ version: SurveyVersion; review: QuestionnaireReview }> {
      const version = await surveys.latestVersion(id);
      return { version, review: reviewQuestionnaire(version.questionnaire) };
    },
  };
}
export type SurveysService = ReturnType<typeof createSurveysService>;
