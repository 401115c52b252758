import type { Journal } from '../../journal/index.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { variablesOf } from '../exports/variables.ts';
import type { SurveysRepository } from '../surveys-repository.ts';
import type { WavesRepository } from '../waves-repository.ts';
import type { ResultsReadModel } from './results-read-model.ts';

/** Columns that say how somebody answered, not what. */
const ABOUT = new Set(['language', 'channel', 'answered_on', 'time_band', 'stratum']);
const LEAST_PURPOSE = 10;

export interface PersonAnswers {
  readonly citizenId: string;
  readonly answeredOn: string;
  readonly isComplete: boolean;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

interface Deps {
  readonly surveys: Pick<SurveysRepository, 'version'>;
  readonly waves: Pick<WavesRepository, 'get'>;
  readonly results: Pick<ResultsReadModel, 'ofPersons'>;
  readonly journal: Journal;
  readonly mask: (text: string) => string;
}

/** Who answered what, of confidential waves only; each look has a purpose, is written down, and the people see it. */
export function createPersonAnswers({ surveys, waves, results, journal, mask }: Deps) {
  return {
    /** Writes the look down; only then may the answers be read. */
    async look(
      tx: Tx,
      waveId: string,
      { purpose, by, role, agencyCode }: { purpose: string; by: string; role: string; agencyCode: string },
    ): Promise<void> {
      const wave = await waves.get(waveId, tx);
      if (wave.mode !== 'confidential') throw new Refusal('survey.anonymous');
      if (purpose.trim().length < LEAST_PURPOSE) throw new Refusal('survey.purpose_missing');
      await journal.append(tx, `survey:${wave.surveyId}`, {
        type: 'survey.persons_read',
        actor: { kind: 'operator', id: by },
        facts: { wave: wave.number, waveId, role, agencyCode },
        text: { purpose: purpose.trim() },
      });
    },

    async read(waveId: string, language: Language): Promise<PersonAnswers[]> {
      const wave = await waves.get(waveId);
      if (wave.mode !== 'confidential') throw new Refusal('survey.anonymous');
      const { questionnaire } = await surveys.version(wave.versionId);
      const variables = variablesOf(questionnaire, language, mask).filter(({ name }) => !ABOUT.has(name));
      return (await results.ofPersons(waveId)).map(({ citizenId, submission }) => ({
        citizenId,
        answeredOn: submission.answeredOn,
        isComplete: submission.isComplete,
        answers: variables.flatMap(({ label, values, read }) => {
          const value = read(submission);
          if (value === null || value === '') return [];
          const answer = values.find(({ code }) => code === value)?.label ?? String(value);
          return [{ question: label, answer }];
        }),
      }));
    },
  };
}
export type PersonAnswersService = ReturnType<typeof createPersonAnswers>;
