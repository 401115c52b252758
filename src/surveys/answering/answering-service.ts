import { createHash } from 'node:crypto';
import { zoned } from '../../kernel/day.ts';
import type { CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Answer } from '../questionnaire/answer.ts';
import { checkAnswer, type WrongAnswer } from '../questionnaire/check-answer.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { readWrittenAnswer } from '../questionnaire/read-written-answer.ts';
import { nextStep, quotasOf, type Step, stepBefore, stepByKey, walk, withAnswer } from '../questionnaire/route.ts';
import type { SurveysRepository } from '../surveys-repository.ts';
import { takesAnswers, type Wave } from '../wave.ts';
import type { WavesRepository } from '../waves-repository.ts';
import { type AnswerChannel, type SurveySession, secondsAfter } from './session.ts';
import type { SessionsRepository } from './sessions-repository.ts';
import { answerOfOption, type StepView, stepMark, stepView, toggled } from './step-view.ts';
import { type Open, submissionOf } from './submission-of.ts';

/** What a person sees after each act. */
export type Turn =
  | {
      type: 'ask';
      view: StepView;
      session: SurveySession;
      questionnaire: Questionnaire;
      wrong: { reason: WrongAnswer | 'unreadable'; facts: Readonly<Record<string, string | number>> } | null;
    }
  | {
      type: 'finished' | 'screened';
      wave: Wave;
      questionnaire: Questionnaire;
      language: Language;
      messageId: number | null;
    };

interface Deps {
  readonly surveys: Pick<SurveysRepository, 'version'>;
  readonly waves: Pick<WavesRepository, 'get' | 'at'>;
  readonly sessions: SessionsRepository;
  readonly timezone: string;
}

/** Answering, one step at a time, in whatever channel; every act is one transaction and nothing lives in memory. */
export function createAnsweringService({ surveys, waves, sessions, timezone }: Deps) {
  async function opened(tx: Tx, session: SurveySession, wave: Wave): Promise<Open> {
    if (!takesAnswers(wave, tx.now)) throw new Refusal('survey.closed');
    return { session, wave, questionnaire: (await surveys.version(wave.versionId)).questionnaire };
  }

  const open = async (tx: Tx, session: SurveySession): Promise<Open> =>
    opened(tx, session, await waves.get(session.waveId, tx));

  async function own(tx: Tx, sessionId: string, citizenId: CitizenId | null): Promise<Open> {
    const { session, waveRevision } = await sessions.getWithWave(tx, sessionId);
    if (session.citizenId !== citizenId) throw new Refusal('survey.session_gone');
    return opened(tx, session, await waves.at(session.waveId, waveRevision, tx));
  }

  const limitsOf = ({ quotas }: Questionnaire): Map<string, number> =>
    new Map(quotas.map(({ key, limit }) => [key, limit]));

  function currentStep({ session, questionnaire }: Open): Step | null {
    const { stepKey, answers } = session;
    const gone = stepKey === null ? null : stepByKey(questionnaire, answers, session, stepKey);
    return gone ?? walk(questionnaire, answers, session).next;
  }

  const ask = (opened: Open, step: Step, wrong: Extract<Turn, { type: 'ask' }>['wrong'] = null): Turn => ({
    type: 'ask',
    view: stepView(opened.questionnaire, opened.session, step),
    session: opened.session,
    questionnaire: opened.questionnaire,
    wrong,
  });

  async function save(tx: Tx, opened: Open, changes: Partial<SurveySession>): Promise<Open> {
    const { session } = opened;
    const after = {
      ...session,
      ...changes,
      revision: session.revision + 1,
      seconds: secondsAfter(session, tx.now),
      touchedAt: tx.now,
    };
    await sessions.save(tx, after);
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
    const full = await sessions.fullQuotas(tx, session.waveId, limitsOf(questionnaire));
    const next = nextStep(questionnaire, answers, session, full);
    const changed = { ...session, answers, stepKey: null, chosen: null };
    if (next.type === 'quota_full') return screen(tx, { ...opened, session: changed });
    if (next.type === 'finished')
      return finish(tx, { ...opened, session: { ...changed, seconds: secondsAfter(session, tx.now) } });
    return ask(await save(tx, opened, { answers, stepKey: null, chosen: null }), next.step);
  }

  async function screen(tx: Tx, { session, wave, questionnaire }: Open): Promise<Turn> {
    if (session.citizenId) await sessions.finish(tx, session.waveId, session.citizenId, 'screened');
    await sessions.remove(tx, session.id);
    return { type: 'screened', wave, questionnaire, language: session.language, messageId: session.messageId };
  }

  /** Answers, "has answered" and the end of the conversation in one transaction: a crash loses nothing and repeats nothing. */
  async function finish(tx: Tx, opened: Open): Promise<Turn> {
    const { session, wave, questionnaire } = opened;
    const counted = await sessions.countIn(
      tx,
      wave.id,
      quotasOf(questionnaire, session.answers, session),
      limitsOf(questionnaire),
    );
    if (!counted) return screen(tx, opened);
    const recipient = session.citizenId ? await sessions.recipient(tx, wave.id, session.citizenId) : null;
    if (session.citizenId && !(await sessions.finish(tx, wave.id, session.citizenId, 'finished'))) {
      await sessions.remove(tx, session.id);
      throw new Refusal('survey.answered_already');
    }
    await sessions.submit(
      tx,
      submissionOf(opened, { stratum: recipient?.stratum ?? 'open', isComplete: true, on: zoned(tx.now, timezone).on }),
    );
    await sessions.remove(tx, session.id);
    return { type: 'finished', wave, questionnaire, language: session.language, messageId: session.messageId };
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
    /** Begins, or goes on where this person stopped. */
    async begin(
      tx: Tx,
      waveId: string,
      citizen: { id: CitizenId; language: Language },
      channel: AnswerChannel,
    ): Promise<Turn> {
      const wave = await waves.get(waveId, tx);
      if (!takesAnswers(wave, tx.now)) throw new Refusal('survey.closed');
      const recipient = await sessions.recipient(tx, waveId, citizen.id);
      if (!recipient && !wave.audience.open) throw new Refusal('survey.not_for_you');
      const response = await sessions.begin(tx, waveId, citizen.id);
      if (response === 'finished' || response === 'screened') throw new Refusal('survey.answered_already');
      const session =
        (await sessions.ofPerson(tx, waveId, citizen.id)) ??
        (await sessions.add(tx, { waveId, citizenId: citizen.id, channel, language: citizen.language }));
      return show(tx, await open(tx, session));
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
        return ask(await save(tx, opened, { chosen: toggled(step, before, option), stepKey: step.key }), step);
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
        return before ? ask(await save(tx, opened, { stepKey: before.key, chosen: null }), before) : ask(opened, step);
      }),

    /** Where the chat shows this conversation, so that it is edited there. */
    async shownAt(tx: Tx, sessionId: string, messageId: number | null): Promise<void> {
      const session = await sessions.get(tx, sessionId);
      if (session.messageId !== messageId)
        await sessions.save(tx, { ...session, messageId, revision: session.revision + 1 });
    },

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
      return show(
        tx,
        await open(
          tx,
          await sessions.add(tx, { waveId, citizenId: null, channel: 'web', language, tokenHash: hashOf(token) }),
        ),
      );
    },

    /** Shuffles anonymous answers of waves where enough have come together. */
    mixable: () => sessions.wavesToMix(),
    mix: (tx: Tx, waveId: string): Promise<number> => sessions.mix(tx, waveId),

    /** At the end of a wave: what was begun and not finished is kept apart, and nothing of it stays with the person. */
    async sweepUnfinished(tx: Tx, wave: Wave, limit = 500): Promise<number> {
      const { questionnaire } = await surveys.version(wave.versionId);
      const left = await sessions.unfinished(tx, wave.id, limit);
      for (const session of left) {
        const opened = { session, wave, questionnaire };
        const { next } = walk(questionnaire, session.answers, session);
        if (next) await sessions.leftAt(tx, wave.id, next.key);
        if (Object.keys(session.answers).length > 0)
          await sessions.submit(
            tx,
            submissionOf(opened, { stratum: 'open', isComplete: false, on: zoned(tx.now, timezone).on }),
          );
        await sessions.remove(tx, session.id);
      }
      if (left.length < limit) await sessions.mix(tx, wave.id, { evenFew: true });
      return left.length;
    },
  };
}
export type AnsweringService = ReturnType<typeof createAnsweringService>;

const hashOf = (token: string): Uint8Array<ArrayBuffer> => Uint8Array.from(createHash('sha256').update(token).digest());
