import { InlineKeyboard } from 'grammy';
import { type Appeal, KINDS, type Kind, showCaseNumber } from '../../../appeals/index.ts';
import type { AppealId } from '../../../kernel/ids.ts';
import { pointLines } from '../answer-points.ts';
import { caseButton } from '../callback-data.ts';
import { oneLine } from '../card-lines.ts';
import { proposalOf } from '../case-card.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';

/** Of a message with several bodies' answers, so that none pushes another out. */
const ANSWERS_CHARACTERS = 3_600;

/** What the buttons of a case show: never its card, always something to read or to choose from. */
export function createCaseScreens({
  casesView,
  names,
  dates,
  t,
}: Pick<TelegramDeps, 'casesView' | 'names' | 'dates' | 't'>) {
  function choicesOf({ routing: { record } }: Appeal) {
    if (record?.type === 'ask') return record.options;
    return proposalOf(record)?.alternatives ?? [];
  }

  function changeScreen(ctx: BotContext, appeal: Appeal) {
    const { language } = ctx.turn.citizen;
    const keyboard = new InlineKeyboard();
    choicesOf(appeal)
      .slice(0, 4)
      .forEach((choice, index) => {
        const label = choice.agencyCode
          ? `${names.topic(choice.topicId, language)} → ${names.agency(choice.agencyCode, language)}`
          : names.topic(choice.topicId, language);
        keyboard.text(shortLabel(label), caseButton('choose_topic', appeal.id, index)).row();
      });
    KINDS.forEach((kind: Kind, index) => {
      if (kind !== appeal.kind)
        keyboard.text(t(language, 'kind-name', { kind }), caseButton('choose_kind', appeal.id, index));
    });
    keyboard.row().text(ctx.t('button-on-behalf'), caseButton('on_behalf', appeal.id));
    keyboard.row().text(ctx.t('button-back'), caseButton('back', appeal.id));
    return { ...lines(FormattedString.b(ctx.t('change-title')), ctx.t('change-how')), keyboard };
  }

  /** What is needed once in a case's life, kept off its card. */
  function moreScreen(ctx: BotContext, { id, number }: Appeal) {
    return {
      text: ctx.t('more-title', { number: showCaseNumber(number ?? '') }),
      keyboard: new InlineKeyboard()
        .text(ctx.t('button-set-secret'), caseButton('set_secret', id))
        .row()
        .text(ctx.t('button-second-contact'), 'contact:menu')
        .row()
        .text(ctx.t('button-on-behalf'), caseButton('on_behalf', id))
        .row()
        .text(ctx.t('button-download'), caseButton('download', id)),
    };
  }

  async function historyScreen(ctx: BotContext, id: AppealId) {
    const { citizen } = ctx.turn;
    const view = await casesView.citizenCase(id, citizen.id);
    const items = view.entries.map((entry) => {
      const position = entry.details?.['position'];
      const who =
        entry.details?.['reminder'] === true
          ? ctx.t('history-reminder')
          : typeof position === 'string'
            ? `${ctx.t('history-position')}: ${ctx.t('position-name', { position })}`
            : ctx.t(`history-${entry.kind}`);
      const words = entry.maskedText.length > 300 ? `${entry.maskedText.slice(0, 299)}…` : entry.maskedText;
      const gap = entry.maskedText === '' ? '' : ' · ';
      const files = entry.files.length > 0 ? `${gap}${ctx.t('card-files', { count: entry.files.length })}` : '';
      return fmt`${FormattedString.b(`${names.dayOf(entry.at, citizen.language)} · ${who}`)}${'\n'}${words}${files}`;
    });
    const moves = [...view.pastTickets, ...view.tickets].map(
      (ticket) =>
        `${names.dayOf(ticket.deliveredAt, citizen.language)} → ${names.agency(ticket.agencyCode, citizen.language)}`,
    );
    return lines(
      FormattedString.b(ctx.t('history-title', { number: showCaseNumber(view.appeal.number ?? '') })),
      ...moves,
      '\n',
      ...items,
    );
  }

  async function answerScreen(ctx: BotContext, id: AppealId) {
    const { citizen } = ctx.turn;
    const { latestAnswer, answers, appeal } = await casesView.citizenCase(id, citizen.id);
    const title = FormattedString.b(ctx.t('answer-title', { number: showCaseNumber(appeal.number ?? '') }));
    if (!latestAnswer) return ctx.t('compose-nothing');
    if (answers.length < 2) {
      const points = pointLines(t, citizen.language, latestAnswer);
      return lines(title, '\n', ...points, points.length > 0 ? '\n' : null, latestAnswer.maskedText);
    }
    const each = Math.floor(ANSWERS_CHARACTERS / answers.length);
    return lines(
      title,
      ...answers.flatMap(({ ticket, entry }) => [
        '\n',
        FormattedString.b(names.agency(ticket.agencyCode, citizen.language)),
        ticket.matter ? FormattedString.i(oneLine(ticket.matter.text)) : null,
        entry.maskedText.length > each ? `${entry.maskedText.slice(0, each - 1).toWellFormed()}…` : entry.maskedText,
      ]),
    );
  }

  async function whyScreen(ctx: BotContext, id: AppealId, withLaw: boolean) {
    const explained = await dates.explain(id, ctx.turn.citizen.language);
    if (!explained) return ctx.t('why-none');
    const keyboard = new InlineKeyboard();
    if (!withLaw) keyboard.text(ctx.t('button-law'), caseButton('law', id));
    keyboard.text(ctx.t('button-calendar'), caseButton('calendar', id));
    const sources = withLaw ? explained.sources.map(({ label, url }) => fmt`${FormattedString.a(label, url)}`) : [];
    return {
      ...lines(explained.summary, withLaw ? '\n' : null, ...(withLaw ? explained.steps : []), ...sources),
      keyboard,
    };
  }

  function whyHereScreen(ctx: BotContext, appeal: Appeal) {
    const { language } = ctx.turn.citizen;
    const proposal = proposalOf(appeal.routing.record);
    if (!proposal) return ctx.t('compose-nothing');
    const said = proposal.explanation['words'];
    const words = Array.isArray(said) ? said.filter((word) => String(word).length > 2) : [];
    return lines(
      ctx.t('why-here', {
        topic: names.topic(proposal.topicId, language),
        agency: names.agency(proposal.agencyCode, language),
      }),
      words.length > 0 ? ctx.t('why-here-words', { words: words.join(', ') }) : null,
      appeal.place.territoryCode
        ? ctx.t('why-here-place', { place: names.territory(appeal.place.territoryCode, language) })
        : null,
      ctx.t('why-here-change'),
    );
  }

  return { choicesOf, changeScreen, moreScreen, historyScreen, answerScreen, whyScreen, whyHereScreen };
}

const LABEL_CHARACTERS = 60;
const shortLabel = (label: string): string => {
  const letters = [...label];
  return letters.length <= LABEL_CHARACTERS
    ? label
    : `${letters
        .slice(0, LABEL_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;
};
