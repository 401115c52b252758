import { createHash } from 'node:crypto';
import type { CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Answer } from '../questionnaire/answer.ts';
import { checkAnswer } from '../questionnaire/check-answer.ts';
import { readWrittenAnswer } from '../questionnaire/read-written-answer.ts';
import { nextStep, type Step, stepBefore, stepByKey, walk, withAnswer } from '../questionnaire/route.ts';
import type { SurveysRepository } from '../surveys-repository.ts';
import { takesAnswers, type Wave } from '../wave.ts';
import type { WavesRepository } from '../waves-repository.ts';
import { createFinishing } from './finishing.ts';
import type { PlacesRepository } from './places-repository.ts';
import { type AnswerChannel, type SurveySession, secondsAfter } from './session.ts';
import type { SessionInWave, SessionsRepository } from './sessions-repository.ts';
import { answerOfOption, stepMark, stepView, toggled } from './step-view.ts';
import type { Open } from './submission-of.ts';
import type { SubmissionsRepository } from './submissions-repository.ts';
import { ask, type Turn } from './turn.ts';

interface Deps {
  readonly surveys: Pick<SurveysRepository, 'version'>;
  readonly waves: Pick<WavesRepository, 'get' | 'at'>;
  readonly sessions: SessionsRepository;
  readonly submissions: SubmissionsRepository;
  readonly places: PlacesRepository;
  readonly timezone: string;
}

/** Answering, one step at a time, in whatever channel; every act is one transaction and nothing lives in memory. */
export function createAnsweringService({ surveys, waves, sessions, submissions, places, timezone }: Deps) {
  const { finish, screen, mix, sweepUnfinished } = createFinishing({
    surveys,
    sessions,
    submissions,
    places,
    timezone,
  });

  async function opened(tx: Tx, session: SurveySession, wave: Wave, taken: Open['taken'] = {}): Promise<Open> {
    if (!takesAnswers(wave, tx.now)) throw new Refusal('survey.closed');
    return { session, wave, taken, questionnaire: (await surveys.version(wave.versionId)).questionnaire };
  }

  const foreseen = new WeakMap<object, { readonly sessionId: string; readonly held: Promise<SessionInWave> }>();

  /** What was foreseen holds for the first look only: after it this transaction may have changed the session. */
  function hold(tx: Tx, sessionId: string): Promise<SessionInWave> {
    const known = foreseen.get(tx);
    return foreseen.delete(tx) && known?.sessionId === sessionId ? known.held : sessions.hold(tx, sessionId);
  }

  async function own(tx: Tx, sessionId: string, citizenId: CitizenId | null): Promise<Open> {
    const { session, waveRevision, taken } = await hold(tx, sessionId);
    if (session.citizenId !== citizenId) throw new Refusal('survey.session_gone');
    return opened(tx, session, await waves.at(session.waveId, waveRevision, tx), taken);
  }

  function currentStep({ session, questionnaire }: Open): Step | null {
    const { stepKey, answers } = session;
    const gone = stepKey === null ? null : stepByKey(questionnaire, answers, session, stepKey);
    return gone ?? walk(questionnaire, answers, session).next;
  }

  function save(tx: Tx, opened: Open, changes: Partial<SurveySession>): Open {
    const { session } = opened;
    const after = {
      ...session,
      ...changes,
      revision: session.revision + 1,
      seconds: secondsAfter(session, tx.now),
      touchedAt: tx.now,
    };
    sessions.save(tx, after);
    return { ...opened, session: after };
  }

  async function show(tx: Tx, opened: Open): Promise<Turn> {
    const step = currentStep(opened);
    return step ? ask(opened, step) : finish(tx, opened);
  }

  async function record(tx: Tx, opened: Open, step: Step, answer: Answer): Promise<Turn> {
    const { session, questionnaire } = opened;
    const checked = checkAnswer(step, answer, session.answers, session);
    if (checked.type === 'wrong') return ask(opened, step, { reason: checked.reason, facts: checked.facts });
    const answers = withAnswer(session.answers, step, checked.answer);
    const full = new Set(
      questionnaire.quotas.filter(({ key, limit }) => (opened.taken[key] ?? 0) >= limit).map(({ key }) => key),
    );
    const next = nextStep(questionnaire, answers, session, full);
    const changed = { ...session, answers, stepKey: null, chosen: null };
    if (next.type === 'quota_full') return screen(tx, { ...opened, session: changed });
    if (next.type === 'finished')
      return finish(tx, { ...opened, session: { ...changed, seconds: secondsAfter(session, tx.now) } });
    return ask(save(tx, opened, { answers, stepKey: null, chosen: null }), next.step);
  }

  /** An act on a step that is no longer the current one changes nothing: the current one is shown again. */
  async function atStep(
    tx: Tx,
    sessionId: string,
    citizenId: CitizenId | null,
    stepKey: string,
    act: (opened: Open, step: Step) => Promise<Turn>,
  ): Promise<Turn> {
    const opened = await own(tx, sessionId, citizenId);
    const step = currentStep(opened);
    return step && (step.key === stepKey || stepMark(step.key) === stepKey) ? act(opened, step) : show(tx, opened);
  }

  return {
    /** An act on this session will come: it is asked for while the transaction opens. */
    foresee(tx: Pick<Tx, 'key'>, sessionId: string): void {
      const held = sessions.hold(tx as Tx, sessionId);
      held.catch(() => undefined);
      foreseen.set(tx, { sessionId, held });
    },

    /** Begins, or goes on where this person stopped. */
    async begin(
      tx: Tx,
      waveId: string,
      citizen: { id: CitizenId; language: Language },
      channel: AnswerChannel,
    ): Promise<Turn> {
      // Asked together: what is refused below is undone.
      const [{ waveRevision, isListed }, response, known] = await Promise.all([
        sessions.inviting(tx, waveId, citizen.id),
        places.begin(tx, waveId, citizen.id),
        sessions.ofPerson(tx, waveId, citizen.id),
      ]);
      const wave = await waves.at(waveId, waveRevision, tx);
      if (!takesAnswers(wave, tx.now)) throw new Refusal('survey.closed');
      if (!isListed && !wave.audience.open) throw new Refusal('survey.not_for_you');
      if (response === 'finished' || response === 'screened') throw new Refusal('survey.answered_already');
      const session = known ?? sessions.add(tx, { waveId, citizenId: citizen.id, channel, language: citizen.language });
      return show(tx, await opened(tx, session, wave));
    },

    /** The session as it stands, for a page or a message that is drawn again. */
    view: async (tx: Tx, sessionId: string, citizenId: CitizenId | null): Promise<Turn> =>
      show(tx, await own(tx, sessionId, citizenId)),

    give: (tx: Tx, sessionId: string, citizenId: CitizenId | null, stepKey: string, answer: Answer): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, (opened, step) => record(tx, opened, step, answer)),

    /** A button (by key, or by its place among those shown): the answer itself, or a box ticked and unticked where several may be chosen. */
    choose: (
      tx: Tx,
      sessionId: string,
      citizenId: CitizenId | null,
      stepKey: string,
      pressed: string | number,
    ): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, async (opened, step) => {
        const view = stepView(opened.questionnaire, opened.session, step);
        const option = typeof pressed === 'string' ? pressed : view.options[pressed]?.key;
        if (option === undefined) return ask(opened, step);
        const single = answerOfOption(step, option);
        if (single) return record(tx, opened, step, single);
        const before = opened.session.chosen ?? view.options.filter(({ chosen }) => chosen).map(({ key }) => key);
        return ask(save(tx, opened, { chosen: toggled(step, before, option), stepKey: step.key }), step);
      }),

    /** Sends the ticked boxes of a multiple choice, or the order of a ranking. */
    done: (tx: Tx, sessionId: string, citizenId: CitizenId | null, stepKey: string): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, (opened, step) => {
        const chosen =
          opened.session.chosen ??
          stepView(opened.questionnaire, opened.session, step)
            .options.filter((option) => option.chosen)
            .map(({ key }) => key);
        return record(tx, opened, step, {
          kind: 'given',
          value:
            step.question.type === 'ranking'
              ? { type: 'order', order: [...chosen] }
              : { type: 'options', options: [...chosen] },
        });
      }),

    /** Words typed at this step: its answer, or "other" where that is offered. */
    write: (tx: Tx, sessionId: string, citizenId: CitizenId | null, stepKey: string, text: string): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, async (opened, step) => {
        const { question } = step;
        if ('other' in question && question.other && text.trim() !== '') {
          const other = text.trim().slice(0, 500);
          const chosen = opened.session.chosen ?? [];
          return record(tx, opened, step, {
            kind: 'given',
            value:
              question.type === 'single'
                ? { type: 'option', option: 'other', other }
                : { type: 'options', options: [...chosen, 'other'], other },
          });
        }
        const answer = readWrittenAnswer(step, text, opened.session.answers, opened.session);
        return answer ? record(tx, opened, step, answer) : ask(opened, step, { reason: 'unreadable', facts: {} });
      }),

    skip: (tx: Tx, sessionId: string, citizenId: CitizenId | null, stepKey: string): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, (opened, step) => record(tx, opened, step, { kind: 'skipped' })),

    decline: (tx: Tx, sessionId: string, citizenId: CitizenId | null, stepKey: string): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, (opened, step) => record(tx, opened, step, { kind: 'declined' })),

    back: (tx: Tx, sessionId: string, citizenId: CitizenId | null, stepKey: string): Promise<Turn> =>
      atStep(tx, sessionId, citizenId, stepKey, async (opened, step) => {
        const before = stepBefore(opened.questionnaire, opened.session.answers, opened.session, step.key);
        return before ? ask(save(tx, opened, { stepKey: before.key, chosen: null }), before) : ask(opened, step);
      }),

    /** Where the chat shows this conversation, so that it is edited there. */
    shownAt: (tx: Tx, sessionId: string, messageId: number | null): void => sessions.shownAt(tx, sessionId, messageId),

    /** A one-time address for answering on a page: the session goes on there. */
    async giveLink(tx: Tx, sessionId: string, citizenId: CitizenId | null, token: string): Promise<void> {
      const { session } = await own(tx, sessionId, citizenId);
      await sessions.giveToken(tx, session.id, hashOf(token));
    },

    async byToken(tx: Tx, token: string): Promise<{ sessionId: string; citizenId: CitizenId | null } | null> {
      const session = await sessions.byToken(tx, hashOf(token));
      return session && { sessionId: session.id, citizenId: session.citizenId as CitizenId | null };
    },

    /** Somebody who came by an open link on the site, without being known. */
    async beginUnknown(tx: Tx, waveId: string, language: Language, token: string): Promise<Turn> {
      const wave = await waves.get(waveId, tx);
      if (!wave.audience.open) throw new Refusal('survey.not_for_you');
      const session = sessions.add(tx, { waveId, citizenId: null, channel: 'web', language, tokenHash: hashOf(token) });
      return show(tx, await opened(tx, session, wave));
    },

    /** Shuffles anonymous answers of waves where enough have come together. */
    mixable: () => submissions.wavesToMix(),
    async mix(tx: Tx, { waveId, all }: { waveId: string; all: boolean }): Promise<number> {
      return mix(tx, waveId, (await waves.get(waveId, tx)).versionId, { all });
    },
    sweepUnfinished,
  };
}
export type AnsweringService = ReturnType<typeof createAnsweringService>;

const hashOf = (token: string): Uint8Array<ArrayBuffer> => Uint8Array.from(createHash('sha256').update(token).digest());
