import type { Day } from '../kernel/day.ts';
import type { Language, Localised } from '../kernel/language.ts';
import type { Translate } from '../kernel/translate.ts';
import type { CalendarPlace } from './calendar-data.ts';
import type { DueDate, Step } from './compute-due.ts';
import { dayText } from './day-text.ts';
import type { Length } from './rule.ts';

const UNIT_KEYS = {
  working_days: 'deadline-working-days',
  calendar_days: 'deadline-calendar-days',
  months: 'deadline-months',
  service_hours: 'deadline-service-hours',
} as const;

/** `15 рабочих дней`. */
export function lengthText(length: Length, language: Language, t: Translate): string {
  return t(language, UNIT_KEYS[length.unit], { count: Math.abs(length.value) });
}

const daysOf = (step: Step): Day[] =>
  Object.entries(step)
    .filter(([key]) => ['on', 'from', 'to', 'until', 'decisionOn', 'noticeDueOn'].includes(key))
    .map(([, value]) => value)
    .filter((value): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));

/**
 * "Why this date?" as sentences, one idea each. Plain weekends are counted in one sentence, every other skipped day is
 * named; the year is said only when more than one is touched.
 */
export function describeSteps(steps: readonly Step[], language: Language, t: Translate): string[] {
  const years = new Set(steps.flatMap(daysOf).map((on) => on.slice(0, 4)));
  const on = (value: Day) => dayText(language, value, years.size > 1);
  const say = (key: string, args?: Readonly<Record<string, string | number>>) => t(language, key, args);
  const sentences: string[] = [];
  const reasonOf = (name: Localised, of: CalendarPlace | undefined) =>
    of ? say('deadline-step-own-day', { name: name[language], place: of.name[language] }) : name[language];
  let weekends = 0;
  let counting = false;

  const closeCount = () => {
    if (weekends > 0) sentences.push(say('deadline-step-weekends', { count: weekends }));
    weekends = 0;
    counting = false;
  };

  for (const step of steps) {
    if (step.type !== 'skipped' && step.type !== 'worked_weekend' && counting) closeCount();
    switch (step.type) {
      case 'term':
        sentences.push(termSentence(step, language, t));
        break;
      case 'started':
        sentences.push(say('deadline-step-started', { event: say(eventKey(step.event)), day: on(step.on) }));
        break;
      case 'moved_start':
        sentences.push(
          step.reason === 'day_off'
            ? say('deadline-step-moved-day-off', { day: on(step.on) })
            : say('deadline-step-moved-after-hours', { day: on(step.on), closes: step.closesAt }),
        );
        break;
      case 'first_day':
        sentences.push(say('deadline-step-first-day', { day: on(step.on) }));
        break;
      case 'skipped':
        counting = true;
        if (step.name)
          sentences.push(say('deadline-step-skipped', { day: on(step.on), name: reasonOf(step.name, step.of) }));
        else weekends += 1;
        break;
      case 'worked_weekend':
        sentences.push(say('deadline-step-worked', { day: on(step.on), name: reasonOf(step.name, step.of) }));
        break;
      case 'last_day':
        sentences.push(say('deadline-step-last-day', { day: on(step.on) }));
        break;
      case 'redirected':
        sentences.push(
          step.to
            ? say('deadline-step-redirected-to', { day: on(step.on), to: step.to })
            : say('deadline-step-redirected', { day: on(step.on) }),
        );
        break;
      case 'paused':
        sentences.push(say('deadline-step-paused', { from: on(step.from), until: on(step.until), count: step.added }));
        break;
      case 'extended':
        sentences.push(...extensionSentences(step, on, language, t));
        break;
      case 'rolled': {
        const key = step.settled ? 'deadline-step-rolled' : 'deadline-step-rolled-unsettled';
        sentences.push(say(key, { from: on(step.from), to: on(step.to) }));
        break;
      }
      case 'calendar_incomplete':
        sentences.push(say('deadline-step-calendar-incomplete', { year: String(step.year) }));
        break;
      case 'source':
        sentences.push(say('deadline-step-source', { article: step.citation[language] }));
        if (step.trust !== 'high') sentences.push(say(`deadline-trust-${step.trust}`));
        break;
    }
  }
  return sentences;
}

/** One sentence for the date itself, then the steps. */
export function describeDue(due: DueDate, language: Language, t: Translate): { summary: string; steps: string[] } {
  const summary = t(language, 'deadline-summary', { day: dayText(language, due.dueOn, true) });
  return { summary, steps: describeSteps(due.steps, language, t) };
}

const eventKey = (event: string) => `deadline-event-${event.replaceAll('_', '-')}`;

function termSentence(step: Extract<Step, { type: 'term' }>, language: Language, t: Translate): string {
  const length = lengthText(step.length, language, t);
  if (step.length.value === 0) return t(language, 'deadline-step-term-same-day');
  if (step.length.value < 0) return t(language, 'deadline-step-term-before', { length });
  return t(language, step.basis === 'promise' ? 'deadline-step-term-promise' : 'deadline-step-term-law', { length });
}

/** Posts that the rulebooks name; anything else is a person's own words. */
const POSTS: readonly string[] = ['head', 'deputy_head', 'head_of_office'];

const postText = (by: string, language: Language, t: Translate): string =>
  POSTS.includes(by) ? t(language, `deadline-post-${by.replaceAll('_', '-')}`) : by;

function extensionSentences(
  step: Extract<Step, { type: 'extended' }>,
  on: (value: Day) => string,
  language: Language,
  t: Translate,
): string[] {
  const sentences = [
    step.by
      ? t(language, 'deadline-step-extended-by', {
          until: on(step.until),
          day: on(step.decisionOn),
          by: [postText(step.by, language, t), step.signedBy].filter(Boolean).join(', '),
        })
      : t(language, 'deadline-step-extended', { until: on(step.until), day: on(step.decisionOn) }),
  ];
  if (step.reason) sentences.push(t(language, 'deadline-step-extension-reason', { reason: step.reason }));
  if (step.max) {
    sentences.push(t(language, 'deadline-step-extension-max', { length: lengthText(step.max, language, t) }));
  }
  if (step.noticeDueOn) sentences.push(t(language, 'deadline-step-extension-notice', { day: on(step.noticeDueOn) }));
  return sentences;
}
