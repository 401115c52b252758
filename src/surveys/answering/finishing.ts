import { zoned } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { quotasOf, walk } from '../questionnaire/route.ts';
import type { SurveysRepository } from '../surveys-repository.ts';
import type { Wave } from '../wave.ts';
import type { PlacesRepository } from './places-repository.ts';
import type { SessionsRepository } from './sessions-repository.ts';
import { type Open, submissionOf } from './submission-of.ts';
import type { SubmissionsRepository } from './submissions-repository.ts';
import type { Turn } from './turn.ts';

interface Deps {
  readonly surveys: Pick<SurveysRepository, 'version'>;
  readonly sessions: SessionsRepository;
  readonly submissions: SubmissionsRepository;
  readonly places: PlacesRepository;
  readonly timezone: string;
}

/** How a conversation ends: with answers, without a place, or unfinished when the wave is over. */
export function createFinishing({ surveys, sessions, submissions, places, timezone }: Deps) {
  const last = (type: 'finished' | 'screened', { session, wave, questionnaire }: Open): Turn => ({
    type,
    wave,
    questionnaire,
    language: session.language,
    messageId: session.messageId,
  });

  function screen(tx: Tx, opened: Open): Turn {
    const { id, waveId, citizenId } = opened.session;
    if (citizenId) places.screen(tx, waveId, citizenId);
    sessions.remove(tx, id);
    return last('screened', opened);
  }

  /** Shuffles what has come together, and shows of the quotas what is counted now. */
  async function mix(tx: Tx, waveId: string, versionId: string, options: { all: boolean }): Promise<number> {
    const counted = await submissions.mix(tx, waveId, options);
    const { questionnaire } = await surveys.version(versionId);
    const taken = counted.flatMap(({ answers, language }) => quotasOf(questionnaire, answers, { seed: '', language }));
    const byQuota = Map.groupBy(taken, (key) => key);
    await places.showPlaces(tx, waveId, new Map([...byQuota].map(([key, all]) => [key, all.length])));
    return counted.length;
  }

  return {
    screen,
    mix,

    /** Answers, "has answered" and the end of the conversation in one transaction: a crash loses nothing and repeats nothing. */
    async finish(tx: Tx, opened: Open): Promise<Turn> {
      const { session, wave, questionnaire } = opened;
      const quotas = quotasOf(questionnaire, session.answers, session);
      const limits = new Map(questionnaire.quotas.map(({ key, limit }) => [key, limit]));
      const [hasPlaces, drawn] = await Promise.all([
        places.hasPlaces(tx, wave.id, quotas, limits),
        session.citizenId ? places.finish(tx, wave.id, session.citizenId) : { stratum: 'open' },
      ]);
      if (!drawn) throw new Refusal('survey.answered_already');
      if (!hasPlaces) return screen(tx, opened);
      places.takePlaces(tx, wave.id, quotas);
      submissions.submit(
        tx,
        submissionOf(opened, { stratum: drawn.stratum, isComplete: true, on: zoned(tx.now, timezone).on }),
      );
      sessions.remove(tx, session.id);
      return last('finished', opened);
    },

    /** At the end of a wave: what was begun and not finished is kept apart, and nothing of it stays with the person. */
    async sweepUnfinished(tx: Tx, wave: Wave, limit = 500): Promise<number> {
      const { questionnaire } = await surveys.version(wave.versionId);
      const left = await sessions.unfinished(tx, wave.id, limit);
      for (const session of left) {
        const opened = { session, wave, questionnaire };
        const { next } = walk(questionnaire, session.answers, session);
        if (next) await submissions.leftAt(tx, wave.id, next.key);
        if (Object.keys(session.answers).length > 0)
          submissions.submit(
            tx,
            submissionOf(opened, { stratum: 'open', isComplete: false, on: zoned(tx.now, timezone).on }),
          );
        sessions.remove(tx, session.id);
      }
      if (left.length < limit) await mix(tx, wave.id, wave.versionId, { all: true });
      return left.length;
    },
  };
}
