import { Composer, InlineKeyboard } from 'grammy';
import { type Appeal, KINDS, type Kind, showCaseNumber } from '../../../appeals/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { type CaseButton, caseButton, readCaseButton } from '../callback-data.ts';
import { oneLine, proposalOf } from '../case-card.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import { askPlace } from './place.ts';

/** Of a message with several bodies' answers, so that none pushes another out. */
const ANSWERS_CHARACTERS = 3_600;

/** The buttons under a case card. Each checks anew whose case it is: buttons outlive their moment and can be forged. */
export function caseButtons(deps: TelegramDeps) {
  const { drafts, cases, casesView, cards, citizens, forms, names, dates, t } = deps;
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    if (!button) return next();
    const { tx, citizen } = ctx.turn;
    const appeal = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
    const pressed = ctx.callbackQuery.message?.message_id ?? 0;
    const stale = await deps.cards.adopt(tx, { appealId: appeal.id, citizenId: citizen.id }, ctx.turn.chatId, pressed);
    for (const messageId of stale) ctx.turn.effects.push({ type: 'delete', messageId });
    await press(ctx, button, appeal);
  });

  async function press(ctx: BotContext, { verb, index }: CaseButton, appeal: Appeal): Promise<void> {
    const { tx, citizen, chatId } = ctx.turn;
    const { id } = appeal;
    switch (verb) {
      case 'join_others':
      case 'send': {
        if (!citizen.consentVersion) return ctx.toast(ctx.t('consent-first'), true);
        const sent = await cases.submit(tx, id, citizen.id);
        if (verb === 'join_others') await deps.joinOthers(tx, id, citizen.id);
        if (sent.place.territoryCode)
          ctx.turn.citizen = await citizens.rememberTerritory(tx, citizen, sent.place.territoryCode);
        return ctx.toast(ctx.t('toast-sent', { number: showCaseNumber(sent.number ?? '') }));
      }
      case 'cancel':
        await drafts.discard(tx, id, citizen.id);
        return ctx.toast();
      case 'change':
        ctx.toast();
        await cards.unsettle(tx, chatId, ctx.callbackQuery?.message?.message_id ?? 0);
        return ctx.edit(changeScreen(ctx, appeal));
      case 'back':
        ctx.toast();
        return ctx.edit(deps.caseCard(await casesView.citizenCase(id, citizen.id), citizen.language));
      case 'choose_kind': {
        const kind = KINDS[index ?? -1];
        if (!kind) return ctx.toast(ctx.t('button-expired'), true);
        await drafts.choose(tx, id, citizen.id, { kind }, citizen.territoryCode);
        return ctx.toast();
      }
      case 'choose_topic': {
        const choice = choicesOf(appeal)[index ?? -1];
        if (!choice) return ctx.toast(ctx.t('button-expired'), true);
        await drafts.choose(
          tx,
          id,
          citizen.id,
          { topicId: choice.topicId, agencyCode: choice.agencyCode },
          citizen.territoryCode,
        );
        return ctx.toast();
      }
      case 'set_place':
        ctx.toast();
        return askPlace(ctx, deps, id);
      case 'add_photo':
        ctx.toast();
        return ctx.show(ctx.t('ask-photo'));
      case 'add':
      case 'reply':
        return askWords(ctx, 'case_addition', id, 'ask-addition');
      case 'dispute':
      case 'unresolved':
        return disputeOf(ctx, id, index);
      case 'external_number':
      case 'resolved':
        await cases.confirm(tx, id, citizen.id, 'resolved');
        return ctx.toast(ctx.t('toast-thanks'));
      case 'partly':
        await cases.confirm(tx, id, citizen.id, 'partly');
        return ctx.toast(ctx.t('toast-partly'));
      case 'withdraw':
        ctx.toast();
        return ctx.show({
          text: ctx.t('withdraw-sure', { number: showCaseNumber(appeal.number ?? '') }),
          keyboard: new InlineKeyboard()
            .text(ctx.t('button-withdraw-sure'), caseButton('withdraw_sure', id))
            .text(ctx.t('button-form-cancel'), 'form:cancel'),
        });
      case 'withdraw_sure':
        await cases.withdraw(tx, id, citizen.id);
        ctx.toast();
        return ctx.edit(ctx.t('toast-withdrawn'));
      case 'history':
        ctx.toast();
        return ctx.show(await historyScreen(ctx, id));
      case 'read_answer':
        ctx.toast();
        return ctx.show(await answerScreen(ctx, id));
      case 'why_date':
      case 'law':
        ctx.toast();
        return ctx.show(await whyScreen(ctx, id, verb === 'law'));
      case 'calendar': {
        ctx.toast();
        const ics = await dates.ics(id, citizen.language);
        if (ics)
          ctx.turn.effects.push({
            type: 'document',
            fileName: `dauys-${appeal.number}.ics`,
            bytes: async () => ics,
            caption: ctx.t('calendar-caption'),
          });
        return;
      }
      case 'why_here':
        ctx.toast();
        return ctx.show(whyHereScreen(ctx, appeal));
      case 'external_text':
      case 'download':
        ctx.toast();
        ctx.turn.effects.push(
          {
            type: 'document',
            fileName: `dauys-${appeal.number}.html`,
            bytes: () => deps.casePage(id, citizen.id, citizen.language),
            caption: ctx.t('download-caption'),
          },
          {
            type: 'document',
            fileName: `dauys-${appeal.number}.json`,
            bytes: () => deps.exportCase(id, citizen.id),
            caption: ctx.t('download-data-caption'),
          },
        );
        return;
      case 'hearing_agree':
      case 'hearing_object':
      case 'hearing_attend':
      case 'complain_silence':
      case 'complain_file':
      case 'complain_wait':
      case 'go_to_court':
      case 'remind':
        // The terms' own composer takes them before us.
        return;
      case 'more':
        ctx.toast();
        return ctx.show(moreScreen(ctx, appeal));
      case 'on_behalf':
      case 'relation':
      case 'basis':
      case 'set_secret':
      case 'give_details':
      case 'as_message':
      case 'external_answered':
      case 'attach_pending':
      case 'new_pending':
        return ctx.toast(ctx.t('button-expired'), true);
    }
  }

  /** With several bodies' answers, first which of them: only that body has to look again. */
  async function disputeOf(ctx: BotContext, id: AppealId, index: number | null): Promise<void> {
    const { citizen } = ctx.turn;
    const { answers } = await casesView.citizenCase(id, citizen.id);
    if (answers.length < 2) return askWords(ctx, 'case_dispute', id, 'ask-dispute');
    const chosen = index === null ? undefined : answers[index];
    if (chosen) return askWords(ctx, 'case_dispute', id, 'ask-dispute', { ticketId: chosen.ticket.id });
    if (index === answers.length) return askWords(ctx, 'case_dispute', id, 'ask-dispute');
    const keyboard = new InlineKeyboard();
    for (const [at, { ticket }] of answers.entries())
      keyboard
        .text(names.agency(ticket.agencyCode, citizen.language).slice(0, 60), caseButton('dispute', id, at))
        .row();
    keyboard.text(ctx.t('button-dispute-all'), caseButton('dispute', id, answers.length));
    ctx.toast();
    ctx.show({ text: ctx.t('ask-dispute-which'), keyboard });
  }

  async function askWords(
    ctx: BotContext,
    formId: string,
    subjectId: AppealId,
    question: string,
    answers: Record<string, string> = {},
  ): Promise<void> {
    const { tx, owner } = ctx.turn;
    await forms.begin(tx, { owner, formId, formVersion: 1, stepKey: 'words', subjectId, answers });
    ctx.toast();
    ctx.show({
      text: ctx.t(question),
      keyboard: new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel'),
    });
  }

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
    if (answers.length < 2) return lines(title, '\n', latestAnswer.maskedText);
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

  return composer;
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
