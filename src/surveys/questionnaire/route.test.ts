import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, given } from './answer.ts';
import { checkAnswer } from './check-answer.ts';
import { checkQuestionnaire } from './check-questionnaire.ts';
import { END, Questionnaire, type QuestionnaireInput, questionsOf } from './questionnaire.ts';
import {
  answersOnWay,
  nextStep,
  orderOf,
  positionOf,
  quotasOf,
  type Step,
  stepBefore,
  walk,
  withAnswer,
} from './route.ts';
import { optionsShown, textOf, wordingOf } from './wording.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const option = (key: string) => ({ key, label: words(key) });
const about = { title: words('t'), intro: words('i'), consent: words('c'), thanks: words('th') };
const survey = (rest: Partial<QuestionnaireInput>): Questionnaire =>
  Questionnaire.parse({ ...about, blocks: [], ...rest });
const chose = (key: string): Answer => given({ type: 'option', option: key });
const person = { seed: 'p1', language: 'ru' as const };

const branching = survey({
  blocks: [
    {
      key: 'b',
      questions: [
        {
          key: 'car',
          type: 'single',
          required: true,
          text: words('Есть машина?'),
          options: [option('yes'), option('no')],
          goTo: [{ when: { question: 'car', is: ['no'] }, to: 'bus' }],
        },
        { key: 'parking', type: 'scale', text: words('Парковка в {{car}}'), low: words('1'), high: words('5') },
        { key: 'why', type: 'long_text', text: words('Почему?'), when: { question: 'parking', atMost: 2 } },
        {
          key: 'bus',
          type: 'matrix',
          text: words('Автобусы'),
          rows: [option('clean'), option('timely')],
          columns: [option('bad'), option('good')],
        },
      ],
    },
  ],
  quotas: [{ key: 'drivers', label: words('Водители'), when: { question: 'car', is: ['yes'] }, limit: 2 }],
});

describe('the way through a questionnaire', () => {
  it('is found consistent by the checker', () => {
    expect(checkQuestionnaire(branching)).toEqual([]);
  });

  it('skips what does not apply and counts only what may come', () => {
    expect(nextStep(branching, {}, person)).toMatchObject({ type: 'ask', step: { key: 'car' }, position: 1, total: 5 });
    const noCar = { car: chose('no') };
    expect(nextStep(branching, noCar, person)).toMatchObject({ step: { key: 'bus.clean' }, position: 2, total: 3 });
    const happy = { car: chose('yes'), parking: given({ type: 'number', number: 5 }) };
    expect(nextStep(branching, happy, person)).toMatchObject({ step: { key: 'bus.clean' }, position: 3, total: 4 });
  });

  it('asks a matrix a row at a time and ends after the last', () => {
    let answers: Answers = { car: chose('no') };
    const ask = nextStep(branching, answers, person);
    if (ask.type !== 'ask') throw new Error('expected a question');
    answers = withAnswer(answers, ask.step, given({ type: 'rows', rows: { clean: 'good' } }));
    const second = nextStep(branching, answers, person);
    expect(second).toMatchObject({ type: 'ask', step: { key: 'bus.timely' }, position: 3 });
    if (second.type === 'ask') answers = withAnswer(answers, second.step, { kind: 'skipped' });
    expect(nextStep(branching, answers, person)).toEqual({ type: 'finished' });
    expect(answers.bus).toEqual(given({ type: 'rows', rows: { clean: 'good', timely: '-' } }));
  });

  it('goes back one step, and drops answers of a branch that a changed answer has closed', () => {
    const answers = {
      car: chose('yes'),
      parking: given({ type: 'number', number: 1 }),
      why: given({ type: 'text', text: 'мест нет' }),
    };
    expect(stepBefore(branching, answers, person, 'bus.clean')?.key).toBe('why');
    expect(positionOf(branching, answers, person, 'why')).toEqual({ position: 3, total: 5 });
    expect(Object.keys(answersOnWay(branching, { ...answers, car: chose('no') }, person))).toEqual(['car']);
  });

  it('puts an earlier answer into a later question, in the language of the reader', () => {
    const parking = questionsOf(branching)[1];
    if (!parking) throw new Error('no question');
    expect(textOf(branching, parking, { car: chose('yes') }, person)).toBe('Парковка в yes');
  });

  it('ends politely when a quota is full, and only for those whom it concerns', () => {
    const full = new Set(['drivers']);
    expect(nextStep(branching, { car: chose('yes') }, person, full)).toEqual({ type: 'quota_full', quota: 'drivers' });
    expect(nextStep(branching, { car: chose('no') }, person, full).type).toBe('ask');
  });
});

/** Small random questionnaires whose references only look back, as the checker demands. */
const anyQuestionnaire = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    picks: fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }),
    randomiseBlocks: fc.boolean(),
  })
  .map(({ sizes, picks, randomiseBlocks }) => {
    let at = 0;
    const pick = (below: number) => (picks[at++ % picks.length] ?? 0) % below;
    const flat: string[] = [];
    const blocks = sizes.map((size, block) => {
      const randomise = pick(3) === 0;
      const before = randomiseBlocks ? [] : [...flat];
      const questions = Array.from({ length: size }, (_, index) => {
        const key = `q${block}_${index}`;
        const earlier = randomise
          ? before
          : [...before, ...Array.from({ length: index }, (_unused, other) => `q${block}_${other}`)];
        const refers = earlier.length > 0 && pick(2) === 0 ? earlier[pick(earlier.length)] : undefined;
        const jumpsTo =
          !randomise && index + 2 < size && pick(3) === 0 ? `q${block}_${index + 2}` : pick(12) === 0 ? END : undefined;
        return {
          key,
          type: 'single' as const,
          text: words(key),
          randomise: pick(2) === 0,
          options: [option('x'), option('y'), option('z')],
          ...(refers ? { when: { question: refers, is: ['x', 'y'] } } : {}),
          ...(jumpsTo ? { goTo: [{ when: { question: key, is: ['x'] }, to: jumpsTo }] } : {}),
        };
      });
      flat.push(...questions.map(({ key }) => key));
      return { key: `b${block}`, questions, randomise };
    });
    return survey({
      blocks,
      randomiseBlocks,
      quotas: [{ key: 'quota', label: words('q'), when: { question: 'q0_0', is: ['z'] }, limit: 3 }],
    });
  });

const answerAt = (step: Step, choices: readonly number[], turn: number, answers: Answers, seed: string): Answer => {
  const choice = choices[turn % choices.length] ?? 0;
  if (choice % 5 === 4) return { kind: 'skipped' };
  if (step.question.type !== 'single') throw new Error('only single choice here');
  const shown = optionsShown(step.question, answers, { seed, language: 'kk' });
  return chose(shown[choice % shown.length]?.key ?? 'x');
};

describe('any questionnaire', () => {
  it('ends for everybody, never asks twice, and never asks what does not apply', () => {
    fc.assert(
      fc.property(
        anyQuestionnaire,
        fc.string({ minLength: 1 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }),
        (questionnaire, seed, choices) => {
          expect(checkQuestionnaire(questionnaire).filter(({ code }) => code !== 'jumps_back')).toEqual([]);
          const respondent = { seed, language: 'kk' as const };
          const asked: string[] = [];
          let answers: Answers = {};
          for (let turn = 0; turn < 100; turn += 1) {
            const next = nextStep(questionnaire, answers, respondent);
            if (next.type !== 'ask') break;
            expect(asked).not.toContain(next.step.key);
            expect(next.position).toBe(walk(questionnaire, answers, respondent).done.length + 1);
            expect(next.total).toBeGreaterThanOrEqual(next.position);
            asked.push(next.step.key);
            const answer = answerAt(next.step, choices, turn, answers, seed);
            expect(checkAnswer(next.step, answer, answers, respondent).type).toBe('valid');
            answers = withAnswer(answers, next.step, answer);
          }
          expect(nextStep(questionnaire, answers, respondent).type).toBe('finished');
          expect(answersOnWay(questionnaire, answers, respondent)).toEqual(answers);
          expect(asked.length).toBeLessThanOrEqual(questionsOf(questionnaire).length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shows the same person the same order and wordings every time', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.string(), (questionnaire, seed) => {
        const keys = () => orderOf(questionnaire, seed).map(({ key }) => key);
        expect(keys()).toEqual(keys());
        expect([...keys()].sort()).toEqual(
          questionsOf(questionnaire)
            .map(({ key }) => key)
            .sort(),
        );
      }),
    );
  });

  it('lets nobody in above a quota and turns away nobody below it', () => {
    fc.assert(
      fc.property(
        anyQuestionnaire,
        fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.array(fc.nat(9), { minLength: 1, maxLength: 9 })), {
          maxLength: 25,
        }),
        (questionnaire, people) => {
          const limit = questionnaire.quotas[0]?.limit ?? 0;
          let counted = 0;
          for (const [seed, choices] of people) {
            const respondent = { seed, language: 'kk' as const };
            const full = new Set(counted >= limit ? ['quota'] : []);
            let answers: Answers = {};
            let end = nextStep(questionnaire, answers, respondent, full);
            for (let turn = 0; end.type === 'ask'; turn += 1) {
              answers = withAnswer(answers, end.step, answerAt(end.step, choices, turn, answers, seed));
              end = nextStep(questionnaire, answers, respondent, full);
            }
            const counts = quotasOf(questionnaire, answers, respondent).includes('quota');
            expect(end.type).toBe(counts && full.size > 0 ? 'quota_full' : 'finished');
            if (counts && end.type === 'finished') counted += 1;
          }
          expect(counted).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  it('gives every order and every wording its share', () => {
    const question = questionsOf(
      survey({
        blocks: [
          {
            key: 'b',
            questions: [
              {
                key: 'q',
                type: 'single',
                randomise: true,
                text: words('a'),
                wordings: [
                  { key: 'b', text: words('b') },
                  { key: 'c', text: words('c') },
                ],
                options: [option('x'), option('y'), { ...option('last'), fixed: true }],
              },
            ],
          },
        ],
      }),
    )[0];
    if (question?.type !== 'single') throw new Error('no question');
    const wordings: Record<string, number> = {};
    let xFirst = 0;
    for (let index = 0; index < 3_000; index += 1) {
      const seed = `person-${index}`;
      const wording = wordingOf(question, seed);
      wordings[wording] = (wordings[wording] ?? 0) + 1;
      const shown = optionsShown(question, {}, { seed, language: 'kk' }).map(({ key }) => key);
      expect(shown[2]).toBe('last');
      if (shown[0] === 'x') xFirst += 1;
    }
    for (const share of Object.values(wordings)) expect(Math.abs(share - 1_000)).toBeLessThan(100);
    expect(Math.abs(xFirst - 1_500)).toBeLessThan(110);
  });
});
