import type { Journal } from '../../journal/index.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { DutiesRepository, SurveyDuty } from '../duties/duties-repository.ts';
import { type ExportFile, type ExportFormat, exportWave } from '../exports/export-wave.ts';
import { mayGiveRows, safeRows } from '../exports/safe-rows.ts';
import type { RecipientsRepository } from '../fielding/recipients-repository.ts';
import { type Questionnaire, questionsOf } from '../questionnaire/questionnaire.ts';
import type { Words } from '../questionnaire/words.ts';
import { krippendorffAlpha } from '../statistics/agreement.ts';
import { suppressList } from '../statistics/suppression.ts';
import type { SurveysRepository } from '../surveys-repository.ts';
import { type ProposedTheme, proposeThemes } from '../themes/cluster-answers.ts';
import { moveWave, type Wave } from '../wave.ts';
import type { WavesRepository } from '../waves-repository.ts';
import { durations, variablesFor, wordingResults } from './breakdown.ts';
import { type CrossResult, crossResults } from './cross.ts';
import { filteredForPublic } from './filtered.ts';
import type { ResultsReadModel } from './results-read-model.ts';
import type { CountedSubmission } from './submission.ts';
import { forPublic, type SurveyResults, surveyResults, weightsFor } from './survey-results.ts';

interface Deps {
  readonly surveys: Pick<SurveysRepository, 'version' | 'get'>;
  readonly waves: WavesRepository;
  readonly recipients: RecipientsRepository;
  readonly results: ResultsReadModel;
  readonly duties: DutiesRepository;
  readonly journal: Journal;
  /** Personal data in open answers becomes tokens before anybody sees the words. */
  readonly mask: (text: string) => string;
}

/** Everything the answers are read for. */
export function createResultsService({ surveys, waves, recipients, results, duties, journal, mask }: Deps) {
  async function load(waveId: string): Promise<{
    wave: Wave;
    questionnaire: Questionnaire;
    submissions: CountedSubmission[];
    reached: { people: number; finished: number };
  }> {
    const wave = await waves.get(waveId);
    const [{ questionnaire }, submissions, contact, responses] = await Promise.all([
      surveys.version(wave.versionId),
      results.submissions(waveId),
      recipients.progress(waveId, 'contact'),
      recipients.responses(waveId),
    ]);
    return {
      wave,
      questionnaire,
      submissions,
      reached: { people: contact.counts.delivered ?? 0, finished: responses.finishedAfterContact },
    };
  }

  async function compute(waveId: string, filter?: { variable: string; category: string }): Promise<SurveyResults> {
    const loaded = await load(waveId);
    // Small groups stay hidden for staff too: a colleague is the likeliest one to recognise somebody.
    const { minCell } = loaded.wave;
    const whole = filter ? null : surveyResults(loaded);
    const found = filter ? filteredForPublic({ ...loaded, filter }, minCell) : whole && forPublic(whole, minCell);
    if (!found) throw new Refusal('survey.group_too_small');
    return found;
  }

  return {
    load,
    results: compute,

    /** What a results page shows beside the questions: by what one may look, how long it took, where people left. */
    async overview(waveId: string) {
      const { wave, questionnaire, submissions } = await load(waveId);
      return {
        wave,
        variables: variablesFor(questionnaire, submissions),
        durations: durations(submissions, wave.minCell),
        wordings: wordingResults(questionnaire, submissions, wave.minCell),
        leftAt: hideFew(await results.leftAt(waveId), wave.minCell),
        hasRows: mayGiveRows(wave, submissions),
        openQuestions: questionsOf(questionnaire).filter(({ type }) => type === 'short_text' || type === 'long_text'),
      };
    },

    async cross(waveId: string, row: string, column: string): Promise<CrossResult> {
      const { wave, submissions } = await load(waveId);
      const complete = submissions.filter(({ isComplete }) => isComplete);
      const designEffect = wave.margins ? (weightsFor(complete, wave.margins)?.designEffect ?? 1) : 1;
      return crossResults(submissions, row, column, { minCell: wave.minCell, designEffect });
    },

    /** A snapshot for everybody; from now on it does not change, so that nobody can subtract one day from another. */
    async publish(tx: Tx, waveId: string, by: string): Promise<SurveyResults> {
      const found = await compute(waveId);
      const wave = moveWave(await waves.get(waveId, tx), 'published', tx.now);
      await waves.save(tx, wave);
      await results.publish(tx, waveId, found, by);
      await recipients.lineUpNews(tx, waveId);
      await journal.append(tx, `survey:${wave.surveyId}`, {
        type: 'survey.wave_published',
        actor: { kind: 'operator', id: by },
        facts: { wave: wave.number, n: found.n },
      });
      return found;
    },

    /** Says what was heard and what changes; everybody who took part is told. */
    async fulfilDuty(
      tx: Tx,
      waveId: string,
      { findings, changes, by }: { findings: Words; changes: Words; by: string },
    ): Promise<SurveyDuty> {
      const wave = await waves.get(waveId, tx);
      if (wave.state !== 'published') throw new Refusal('survey.not_published');
      if (!(await duties.done(tx, waveId, { findings, changes }))) throw new Refusal('survey.duty_done_already');
      await recipients.lineUpNews(tx, waveId);
      await journal.append(tx, `survey:${wave.surveyId}`, {
        type: 'survey.duty_done',
        actor: { kind: 'operator', id: by },
        facts: { wave: wave.number },
      });
      return duties.get(waveId, tx);
    },

    /** CSV, XLSX, SPSS syntax, codebooks, JSON: rows in which nobody can be found, of waves that are over. */
    async exportFile(waveId: string, format: ExportFormat, language: Language): Promise<ExportFile> {
      const loaded = await load(waveId);
      return exportWave(await safeRows({ ...loaded, language, mask }), loaded.wave, format);
    },

    /** That somebody took a file of rows is written down. */
    async noteExport(tx: Tx, waveId: string, { by, format }: { by: string; format: ExportFormat }): Promise<void> {
      const wave = await waves.get(waveId, tx);
      await journal.append(tx, `survey:${wave.surveyId}`, {
        type: 'survey.rows_taken',
        actor: { kind: 'operator', id: by },
        facts: { wave: wave.number, format },
      });
    },

    duties: (): Promise<SurveyDuty[]> => duties.list(),
    dutyOf: (waveId: string): Promise<SurveyDuty> => duties.get(waveId),
    published: results.published,
    listPublished: results.listPublished,
    leftAt: results.leftAt,

    /** Open answers, masked, with the codes they have got so far. */
    async openAnswers(waveId: string, question: string) {
      return (await results.openAnswers(waveId, question)).map((answer) => ({ ...answer, text: mask(answer.text) }));
    },
    /** Themes that the words themselves suggest; nobody has coded anything yet. */
    async proposals(waveId: string, question: string): Promise<ProposedTheme[]> {
      return proposeThemes((await results.openAnswers(waveId, question)).map(({ text }) => mask(text)));
    },
    /** Only when the wave is over: before that the ids of answers still change. */
    async code(
      tx: Tx,
      waveId: string,
      coded: { submissionId: string; question: string; coderId: string; theme: string },
    ): Promise<void> {
      const { state } = await waves.get(waveId, tx);
      if (state !== 'closed' && state !== 'published') throw new Refusal('survey.coding_after_close');
      await results.code(tx, coded);
    },

    /** How far coders agree (Krippendorff's alpha); null while fewer than two have coded the same answers. */
    async agreement(waveId: string, question: string): Promise<number | null> {
      const answers = await results.openAnswers(waveId, question);
      return krippendorffAlpha(answers.map(({ codes }) => codes.map(({ theme }) => theme)));
    },
  };
}
/** Where people stopped; a handful is told together with others or not at all. */
function hideFew(leftAt: Readonly<Record<string, number>>, minCell: number): { step: string; people: number | null }[] {
  const steps = Object.entries(leftAt);
  const shown = suppressList(
    steps.map(([, people]) => people),
    minCell,
  );
  return steps.map(([step], at) => ({ step, people: shown?.[at] ?? null }));
}

export type ResultsService = ReturnType<typeof createResultsService>;
