import { InlineKeyboard } from 'grammy';
import { type Day, zoned } from '../../../../kernel/day.ts';
import type { CitizenId } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import {
  estimateSeconds,
  type QuestionResult,
  questionsOf,
  resultCard,
  type SurveyResults,
  type Surveys,
  statementText,
  wordsIn,
} from '../../../../surveys/index.ts';
import type { Names } from '../../names.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { Screen } from '../../turn.ts';
import { surveyButton } from './survey-buttons.ts';

interface Deps {
  readonly t: Translate;
  readonly surveys: Pick<Surveys, 'questionnaireOf' | 'results'>;
  readonly names: Pick<Names, 'agency' | 'day'>;
  readonly agencyOf: (waveId: string) => Promise<string>;
  readonly publicUrl: string;
  readonly timezone: string;
  /** A drawing as a PNG; without it results go out in words alone. */
  readonly renderPng?: (svg: string) => Uint8Array;
}

type Render = (
  facts: Readonly<Record<string, unknown>>,
  citizenId: CitizenId,
  language: Language,
) => Promise<Screen | null>;

/** What a person reads before they begin: how long, what is done with it, and what is true about anonymity. */
export function createInvitation({ t, surveys, names, agencyOf, timezone }: Omit<Deps, 'publicUrl'>) {
  return async (waveId: string, language: Language, { isReminder = false } = {}): Promise<Screen> => {
    const { wave, questionnaire } = await surveys.questionnaireOf(waveId);
    const say = (key: string, args?: Parameters<Translate>[2]) => t(language, key, args);
    const agency = names.agency(await agencyOf(waveId), language);
    const day = names.day(zoned(wave.closesAt, timezone).on, language);
    const keyboard = new InlineKeyboard()
      .text(say('survey-button-start'), surveyButton('begin', waveId))
      .row()
      .text(say('survey-button-not-now'), surveyButton('not_now', waveId))
      .row()
      .text(say('survey-button-no-more'), surveyButton('no_more', waveId));
    return {
      ...lines(
        FormattedString.b(wordsIn(questionnaire.title, language)),
        agency,
        isReminder && say('survey-reminder'),
        '\n',
        wordsIn(questionnaire.intro, language),
        say('survey-invite-length', {
          count: questionsOf(questionnaire).length,
          minutes: Math.floor((estimateSeconds(questionnaire, language) + 15) / 60),
          day,
        }),
        '\n',
        wave.mode === 'anonymous' ? say('survey-anonymous') : say('survey-confidential', { agency }),
        wave.mode === 'anonymous' &&
          wave.audience.sample &&
          wave.audience.sample.strata !== 'none' &&
          say('survey-anonymous-strata'),
        wordsIn(questionnaire.consent, language),
      ),
      keyboard,
    };
  };
}

/** Notifications of the surveys domain to citizens, for `createTelegramDelivery({ renderers })`. */
export function surveyRenderers(deps: Deps): ReadonlyMap<string, Render> {
  const invitation = createInvitation(deps);
  const { t, surveys, names, publicUrl, renderPng } = deps;
  const pictures = new Map<string, Uint8Array>();
  /** Drawn once: thousands of people get the same picture. */
  function drawn(key: string, draw: () => Uint8Array): Uint8Array {
    const known = pictures.get(key);
    if (known) return known;
    if (pictures.size > 30) pictures.clear();
    const picture = draw();
    pictures.set(key, picture);
    return picture;
  }
  return new Map<string, Render>([
    ['survey_invitation', ({ waveId }, _citizen, language) => invitation(String(waveId), language)],
    ['survey_reminder', ({ waveId }, _citizen, language) => invitation(String(waveId), language, { isReminder: true })],
    [
      'survey_news',
      async ({ waveId }, _citizen, language) => {
        const [{ results }, duty] = await Promise.all([
          surveys.results.published(String(waveId)),
          surveys.results.dutyOf(String(waveId)),
        ]);
        const say = (key: string, args?: Parameters<Translate>[2]) => t(language, key, args);
        const card =
          duty.doneAt === null
            ? resultCard(results, language, {
                notes: statementText(t, language, results.statement, names.day).slice(0, 2),
                footer: 'Дауыс',
              })
            : null;
        const screen = lines(
          FormattedString.b(say('survey-news-title', { title: wordsIn(results.title, language) })),
          '\n',
          ...headlines(t, results, language).slice(0, card ? 2 : 3),
          '\n',
          ...statementText(t, language, results.statement, names.day).slice(0, 2),
          '\n',
          duty.doneAt === null && say('survey-news-duty', { day: names.day(duty.dueOn as Day, language) }),
          duty.findings && say('survey-news-findings', { words: wordsIn(duty.findings, language) }),
          duty.changes && say('survey-news-changes', { words: wordsIn(duty.changes, language) }),
          say('survey-news-link', { url: `${publicUrl}/surveys/${String(waveId)}?lang=${language}` }),
        );
        if (!card || !renderPng) return screen;
        const key = `survey-card:${String(waveId)}:${language}`;
        const photo = { key, bytes: async () => drawn(key, () => renderPng(card)) };
        return { ...screen, photo };
      },
    ],
  ]);
}

const percent = (share: number): number => Math.round(share * 100);
const BAR = 10;

/** The three questions that can be said in one line each, with a bar of words' width. */
function headlines(t: Translate, { questions }: SurveyResults, language: Language): string[] {
  return questions
    .map((question) => headline(t, question, language))
    .filter((line): line is string => line !== null)
    .slice(0, 3);
}

function headline(t: Translate, question: QuestionResult, language: Language): string | null {
  const name = wordsIn(question.text, language);
  if (question.mean && question.type !== 'nps') {
    const { value, interval } = question.mean;
    return t(language, 'survey-news-mean', {
      question: name,
      mean: value.toFixed(1),
      low: interval.low.toFixed(1),
      high: interval.high.toFixed(1),
    });
  }
  const [top] = question.options
    .filter(({ share }) => share !== null)
    .toSorted((a, b) => (b.share?.value ?? 0) - (a.share?.value ?? 0));
  if (!top?.share) return null;
  const { value, interval } = top.share;
  const filled = Math.round(value * BAR);
  const line = t(language, 'survey-news-headline', {
    question: name,
    option: wordsIn(top.label, language),
    percent: percent(value),
    low: percent(interval.low),
    high: percent(interval.high),
  });
  return `${line}\n${'▰'.repeat(filled)}${'▱'.repeat(BAR - filled)}`;
}
