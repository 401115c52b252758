import { InlineKeyboard } from 'grammy';
import { type StepView, type SurveyTurn, stepMark } from '../../../../surveys/index.ts';
import { FormattedString, fmt, lines } from '../../rich-text.ts';
import type { BotContext, Screen } from '../../turn.ts';
import { surveyButton } from './survey-buttons.ts';

type Words = BotContext['t'];
type Ask = Extract<SurveyTurn, { type: 'ask' }>;

/** Eleven numbers in one column would hide the question; words get a line each. */
const NUMBERS_IN_ROW = 6;

/** One question as one message: where we are, what is asked, how to answer, and the way back, on and out. */
export function stepScreen(t: Words, { view, wrong }: Pick<Ask, 'view' | 'wrong'>): Screen {
  return {
    ...lines(
      t('survey-position', { position: view.position, total: view.total }),
      '\n',
      FormattedString.b(view.text),
      view.row && fmt`${'\n'}${FormattedString.b(view.row)}`,
      view.hint && FormattedString.i(view.hint),
      view.ends &&
        t('survey-ends', {
          from: view.options[0]?.key ?? '',
          low: view.ends.low,
          to: view.options.at(-1)?.key ?? '',
          high: view.ends.high,
        }),
      how(t, view),
      view.expects === 'shares' && view.options.map(({ label }, index) => `${index + 1}. ${label}`).join('\n'),
      wrong &&
        fmt`${'\n'}${FormattedString.b(t(`survey-wrong-${wrong.reason.replaceAll('_', '-')}`, { ...wrong.facts }))}`,
    ),
    keyboard: keyboard(t, view),
  };
}

function how(t: Words, { expects, takesOther, atMost, total100, options }: StepView): string | null {
  const other = takesOther ? ` ${t('survey-ask-other')}` : '';
  switch (expects) {
    case 'one':
      return takesOther ? t('survey-ask-other') : null;
    case 'many':
      return `${atMost === null ? t('survey-ask-many') : t('survey-ask-many-limit', { limit: atMost })}${other}`;
    case 'order':
      return atMost === null ? t('survey-ask-order') : t('survey-ask-order-limit', { limit: atMost });
    case 'shares':
      return t('survey-ask-shares', { total: total100 ?? 100, count: options.length });
    default:
      return t(`survey-ask-${expects}`);
  }
}

function keyboard(t: Words, view: StepView): InlineKeyboard {
  const { sessionId, expects, options, type } = view;
  const mark = stepMark(view.stepKey);
  const board = new InlineKeyboard();
  const isNumber = type === 'scale' || type === 'nps' || type === 'stars';
  if (expects === 'one' || expects === 'many' || expects === 'order') {
    options.forEach(({ label, chosen, rank }, index) => {
      board.text(
        rank === null ? (chosen ? `✓ ${label}` : label) : `${rank}. ${label}`,
        surveyButton('choose', sessionId, mark, index),
      );
      if (!isNumber || (index + 1) % NUMBERS_IN_ROW === 0) board.row();
    });
    board.row();
    if (expects !== 'one' && options.some(({ chosen }) => chosen))
      board.text(t('survey-button-done'), surveyButton('done', sessionId, mark)).row();
  }
  if (view.canDecline) board.text(t('survey-button-decline'), surveyButton('decline', sessionId, mark)).row();
  if (view.canBack) board.text(t('survey-button-back'), surveyButton('back', sessionId, mark));
  if (view.canSkip) board.text(t('survey-button-skip'), surveyButton('skip', sessionId, mark));
  return board.row().text(t('survey-button-later'), surveyButton('later', sessionId, mark));
}

/** Steps answered with words, a file or a place: what is sent next belongs to them. */
export const waitsForMessage = ({ expects, takesOther }: StepView): boolean =>
  takesOther || !['one', 'many', 'order'].includes(expects);
