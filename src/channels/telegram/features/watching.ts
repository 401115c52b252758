import { Composer, InlineKeyboard } from 'grammy';
import type { CitizenCaseView } from '../../../appeals/index.ts';
import { Day, zoned } from '../../../kernel/day.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { caseButton, readCaseButton } from '../callback-data.ts';
import { proposalOf } from '../case-card.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import type { WordsHandler } from './waiting-words.ts';

const FORM = 'external_number';
const DAY_MS = 86_400_000;
/** `12.11`, `12.11.2026`, `2026-11-12` */
const WRITTEN_DAY = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}))?$/;

/** A body that does not work here: the text to file at the portal, the number given there, and what becomes of its term. */
export function watching({
  forms,
  drafts,
  casesView,
  watches,
  texts,
  names,
  statePortal,
  wayTo,
  citizens,
  timezone,
}: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    const { tx, citizen, owner } = ctx.turn;
    switch (button?.verb) {
      case 'external_text': {
        const view = await casesView.citizenCase(AppealId.parse(button.id), citizen.id);
        ctx.toast();
        return ctx.show(await readyText(ctx, view));
      }
      case 'external_number': {
        const { id } = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
        await forms.begin(tx, { owner, formId: FORM, formVersion: 2, stepKey: 'number', subjectId: id });
        ctx.toast();
        return ctx.show({ text: ctx.t('ask-external-number'), keyboard: cancelKeyboard(ctx) });
      }
      case 'external_answered': {
        const { id, state } = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
        if (button.index === null || state !== 'watched') {
          ctx.toast();
          return ctx.show({ text: ctx.t('answer-helped'), keyboard: verdictKeyboard(ctx, id) });
        }
        const resolution = (['resolved', 'partly', 'unresolved'] as const)[button.index];
        if (!resolution) return ctx.toast(ctx.t('button-expired'), true);
        await watches.answeredElsewhere(tx, id, citizen.id, resolution);
        ctx.toast();
        return ctx.edit(ctx.t(resolution === 'unresolved' ? 'external-unresolved' : 'toast-thanks'));
      }
      case 'complain_silence': {
        const { id, state } = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
        if (state !== 'watched') return next();
        ctx.toast();
        return ctx.show(complaintText(ctx, await casesView.citizenCase(id, citizen.id)));
      }
      default:
        return next();
    }
  });

  composer.callbackQuery(/^external-day:(0|1)$/, async (ctx) => {
    const { tx, owner } = ctx.turn;
    const session = await forms.current(tx, owner);
    if (session?.formId !== FORM || session.stepKey !== 'day') return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    const on = zoned(new Date(tx.now.getTime() - Number(ctx.match[1]) * DAY_MS), timezone).on;
    await keep(ctx, AppealId.parse(session.subjectId), String(session.answers['number']), on);
  });

  const words: WordsHandler = async (ctx, session) => {
    const { tx, owner } = ctx.turn;
    const text = ctx.message?.text?.trim() ?? '';
    if (session.stepKey === 'day') {
      const on = readDay(text, zoned(tx.now, timezone).on);
      if (!on) return ctx.show(ctx.t('external-day-wrong'));
      return keep(ctx, AppealId.parse(session.subjectId), String(session.answers['number']), on);
    }
    if (!/^[\p{L}\p{N}][\p{L}\p{N}\-/. №]{2,59}$/u.test(text))
      return ctx.show({ text: ctx.t('ask-external-number'), keyboard: cancelKeyboard(ctx) });
    await forms.advance(tx, owner, { stepKey: 'day', answers: { number: text } });
    ctx.show({
      text: ctx.t('external-day'),
      keyboard: new InlineKeyboard()
        .text(ctx.t('button-today'), 'external-day:0')
        .text(ctx.t('button-yesterday'), 'external-day:1')
        .row()
        .text(ctx.t('button-form-cancel'), 'form:cancel'),
    });
  };

  async function keep(ctx: BotContext, id: AppealId, number: string, on: Day): Promise<void> {
    const { tx, citizen, owner } = ctx.turn;
    const { statutoryOn } = await watches.watch(tx, id, citizen.id, { number, on });
    await forms.end(tx, owner);
    ctx.show(
      statutoryOn
        ? ctx.t('external-watched', { day: names.day(statutoryOn, citizen.language) })
        : ctx.t('external-watched-no-term'),
    );
  }

  /** Everything the portal's form asks for, in its order; the words are the citizen's own, unmasked. */
  async function readyText(ctx: BotContext, view: CitizenCaseView) {
    const { citizen } = ctx.turn;
    const { appeal } = view;
    const proposal = proposalOf(appeal.routing.record);
    const details = await citizens.readDetails(citizen.id);
    const place = [
      appeal.place.addressText,
      appeal.place.territoryCode ? names.territory(appeal.place.territoryCode, citizen.language) : null,
    ].filter(Boolean);
    const body = lines(
      proposal ? ctx.t('card-to', { agency: names.agency(proposal.agencyCode, citizen.language) }) : null,
      proposal ? ctx.t('external-about', { topic: names.topic(proposal.topicId, citizen.language) }) : null,
      place.length > 0 ? ctx.t('card-where', { place: place.join(', ') }) : null,
      details.name ? `${ctx.t('detail-name')}: ${details.name}` : null,
      details.postalAddress ? `${ctx.t('detail-postal-address')}: ${details.postalAddress}` : null,
      '\n',
      texts.original(view) || ctx.t('card-no-words'),
    ).text;
    if (proposal && wayTo(proposal.agencyCode) === 'directly')
      return lines(FormattedString.b(ctx.t('external-directly')), '\n', FormattedString.pre(body, ''));
    return {
      ...lines(
        FormattedString.b(ctx.t('external-how', { portal: statePortal.name })),
        '\n',
        FormattedString.pre(body, ''),
      ),
      keyboard: new InlineKeyboard()
        .url(ctx.t('button-open-portal', { portal: statePortal.name }), statePortal.url)
        .row()
        .text(ctx.t('button-external-number'), caseButton('external_number', appeal.id)),
    };
  }

  /** Nobody here can pass the complaint on: it is filed where the first text was. */
  function complaintText(ctx: BotContext, { tickets }: CitizenCaseView) {
    const { language } = ctx.turn.citizen;
    const ticket = tickets.find(({ state }) => state === 'watched');
    const body = ctx.t('external-complaint', {
      agency: ticket ? names.agency(ticket.agencyCode, language) : '—',
      external: ticket?.registrationNumber ?? '—',
      on: ticket?.registeredOn ? names.day(ticket.registeredOn, language) : '—',
      day: ticket?.statutoryOn ? names.day(ticket.statutoryOn, language) : '—',
    });
    return {
      ...lines(
        FormattedString.b(ctx.t('external-complaint-how', { portal: statePortal.name })),
        '\n',
        FormattedString.pre(body, ''),
      ),
      keyboard: new InlineKeyboard().url(ctx.t('button-open-portal', { portal: statePortal.name }), statePortal.url),
    };
  }

  return { composer, words: { [FORM]: words } };
}

const cancelKeyboard = (ctx: BotContext): InlineKeyboard =>
  new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel');

function verdictKeyboard(ctx: BotContext, id: AppealId): InlineKeyboard {
  return new InlineKeyboard()
    .text(ctx.t('button-resolved'), caseButton('external_answered', id, 0))
    .text(ctx.t('button-partly'), caseButton('external_answered', id, 1))
    .text(ctx.t('button-unresolved'), caseButton('external_answered', id, 2));
}

/** A day as people write it; without a year, the newest one that is not in the future. */
export function readDay(written: string, today: Day): Day | null {
  const iso = Day.safeParse(written);
  if (iso.success) return iso.data <= today ? iso.data : null;
  const [, date = '', month = '', year] = WRITTEN_DAY.exec(written) ?? [];
  const inYear = (full: number) => Day.safeParse(`${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`).data;
  const thisYear = Number(today.slice(0, 4));
  const candidates = year ? [Number(year)] : [thisYear, thisYear - 1];
  return candidates.map(inYear).find((day) => day !== undefined && day <= today) ?? null;
}
