import { InlineKeyboard } from 'grammy';
import {
  type CitizenCaseView,
  type CitizenCommand,
  isForProvider,
  isOpenTicket,
  isPromiseBroken,
  isStatutoryOverdue,
  NO_PROCEDURE,
  type RoutingRecord,
  showCaseNumber,
  type Ticket,
} from '../../appeals/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import { type CaseVerb, caseButton } from './callback-data.ts';
import { type CardDeps, createCardLines, oneLine } from './card-lines.ts';
import { createDraftCard } from './draft-card.ts';
import { FormattedString, fmt, lines, type Piece } from './rich-text.ts';
import type { Screen } from './turn.ts';

const VERB_OF_COMMAND: Partial<Record<CitizenCommand, CaseVerb>> = {
  send: 'send',
  change: 'change',
  set_place: 'set_place',
  add_photo: 'add_photo',
  cancel: 'cancel',
  add: 'add',
  reply: 'reply',
  history: 'history',
  why_date: 'why_date',
  withdraw: 'withdraw',
  wrong_body: 'wrong_body',
  read_answer: 'read_answer',
  dispute: 'dispute',
  external_text: 'external_text',
  external_number: 'external_number',
  external_answered: 'external_answered',
  complain_silence: 'complain_silence',
  go_to_court: 'go_to_court',
  remind: 'remind',
  hearing_agree: 'hearing_agree',
  hearing_object: 'hearing_object',
  hearing_attend: 'hearing_attend',
  download: 'download',
  more: 'more',
};

/** The one message that shows a case for its whole life. */
export function createCaseCard(deps: CardDeps) {
  const { t, names } = deps;
  const { promiseLine, placeLine } = createCardLines(deps);
  const draftCard = createDraftCard(deps);

  return function caseCard(view: CitizenCaseView, language: Language): Screen {
    return view.appeal.state === 'draft' ? draftCard(view, language) : sentCard(view, language);
  };

  /** A draft given up leaves one line of itself. */
  function discardedCard({ appeal }: CitizenCaseView, language: Language): Screen {
    return lines(appeal.title ? FormattedString.i(appeal.title) : null, t(language, 'state-discarded'));
  }

  function sentCard(view: CitizenCaseView, language: Language): Screen {
    const { appeal } = view;
    if (appeal.state === 'discarded') return discardedCard(view, language);
    const keyboard = new InlineKeyboard();
    let inRow = 0;
    for (const command of view.commands) {
      if (command === 'confirm') {
        keyboard
          .text(t(language, 'button-resolved'), caseButton('resolved', appeal.id))
          .text(t(language, 'button-partly'), caseButton('partly', appeal.id));
        keyboard.text(t(language, 'button-unresolved'), caseButton('unresolved', appeal.id)).row();
        inRow = 0;
        continue;
      }
      const verb = VERB_OF_COMMAND[command];
      if (!verb) continue;
      keyboard.text(t(language, `button-${verb.replaceAll('_', '-')}`), caseButton(verb, appeal.id));
      inRow += 1;
      if (inRow === 2) {
        keyboard.row();
        inRow = 0;
      }
    }
    const number = showCaseNumber(appeal.number ?? '');
    const sentOn = appeal.submittedAt ? names.dayOf(appeal.submittedAt, language) : '';
    return {
      ...lines(
        FormattedString.b(t(language, 'card-number', { number, on: sentOn })),
        // Several matters speak for themselves below.
        view.tickets.some(({ matter }) => matter)
          ? null
          : t(language, 'card-head', { kind: appeal.kind, title: appeal.title || t(language, 'card-no-words') }),
        placeLine(view, language),
        appeal.sealedOnBehalfOf ? t(language, 'card-on-behalf') : null,
        '\n',
        ...stateLines(view, language),
        ...linkLines(view, language),
        view.openHearing ? hearingLine(view.openHearing, language) : null,
        view.openQuestion
          ? fmt`${'\n'}${FormattedString.b(t(language, 'card-question'))}${'\n'}${view.openQuestion.maskedText}`
          : null,
      ),
      keyboard,
    };
  }

  function linkLines({ links: { about, complaints } }: CitizenCaseView, language: Language): string[] {
    return [
      ...(about ? [t(language, 'card-complains-of', { number: showCaseNumber(about.number) })] : []),
      ...complaints.map(({ number }) => t(language, 'card-complained', { number: showCaseNumber(number) })),
    ];
  }

  function hearingLine({ until, position }: NonNullable<CitizenCaseView['openHearing']>, language: Language): Piece {
    if (position !== null) return `${t(language, 'card-hearing-said')} ${t(language, 'position-name', { position })}`;
    return fmt`${t(language, 'card-hearing')} ${FormattedString.b(until ? names.day(until, language) : '—')}`;
  }

  function stateLines({ appeal, tickets, today }: CitizenCaseView, language: Language): (Piece | null)[] {
    switch (appeal.state) {
      case 'in_triage':
        // Of several matters some may be with their bodies already.
        return [
          t(language, 'state-in-triage'),
          ...(tickets.length > 0 ? ['\n', ...bodyLines(tickets, today, language)] : []),
        ];
      case 'watched':
        return [
          appeal.externalNumber
            ? t(language, 'state-watched-number', { number: appeal.externalNumber })
            : t(language, isForProvider(appeal) ? 'state-watched-directly' : 'state-watched'),
          ...tickets
            .filter(({ state, statutoryOn }) => state === 'watched' && statutoryOn)
            .map(
              (ticket) =>
                fmt`${t(language, isStatutoryOverdue(ticket, today) ? 'card-statutory-passed' : 'card-watched-until')} ${FormattedString.b(names.day(ticket.statutoryOn as Day, language))}`,
            ),
        ];
      case 'withdrawn':
        return [t(language, 'state-withdrawn')];
      case 'discarded':
        return [t(language, 'state-discarded')];
      case 'closed':
        return [t(language, 'state-closed', { resolution: appeal.resolution ?? 'silent' })];
      default:
        return bodyLines(tickets, today, language);
    }
  }

  /** Several bodies, several blocks: each with its own part, state and dates. */
  function bodyLines(tickets: readonly Ticket[], today: Day, language: Language): (Piece | null)[] {
    return tickets.flatMap((ticket, index) => [
      index > 0 ? '\n' : null,
      ticket.matter ? FormattedString.b(`${index + 1}. ${oneLine(ticket.matter.text)}`) : null,
      ticketState(ticket, language),
      ...ticketDates(ticket, today, language),
    ]);
  }

  function ticketState(ticket: Ticket, language: Language): string {
    const agency = names.agency(ticket.agencyCode, language);
    return ticket.state === 'registered'
      ? t(language, 'state-registered', {
          agency,
          number: ticket.registrationNumber ?? '',
          on: ticket.registeredOn ? names.day(ticket.registeredOn, language) : '',
        })
      : ticket.procedure === NO_PROCEDURE && ticket.state === 'delivered'
        ? t(language, 'state-delivered-provider', { agency })
        : t(language, `state-${ticket.state.replaceAll('_', '-')}`, { agency });
  }

  function ticketDates(ticket: Ticket, today: Day, language: Language): (Piece | null)[] {
    if (!isOpenTicket(ticket.state)) return [];
    // Of a disputed answer the second look is waited for: the other dates were kept or broken by the first answer.
    if (ticket.reviewOn)
      return [fmt`${t(language, 'card-review')} ${FormattedString.b(names.day(ticket.reviewOn, language))}`];
    return [
      ticket.promisedOn ? promiseLine(language, ticket.promisedOn, isPromiseBroken(ticket, today)) : null,
      ticket.statutoryOn
        ? fmt`${t(language, isStatutoryOverdue(ticket, today) ? 'card-statutory-passed' : 'card-statutory')} ${FormattedString.b(names.day(ticket.statutoryOn, language))}`
        : null,
    ];
  }
}
export type CaseCard = ReturnType<typeof createCaseCard>;

export const proposalOf = (record: RoutingRecord | null): Extract<RoutingRecord, { type: 'proposal' }> | null =>
  record?.type === 'proposal' ? record : null;
