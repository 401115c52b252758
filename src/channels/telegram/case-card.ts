import { InlineKeyboard } from 'grammy';
import {
  type CitizenCaseView,
  type CitizenCommand,
  isOpenTicket,
  isPromiseBroken,
  isStatutoryOverdue,
  type MatterPart,
  NO_PROCEDURE,
  type RoutingChoice,
  type RoutingRecord,
  showCaseNumber,
  type Ticket,
} from '../../appeals/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { type CaseVerb, caseButton } from './callback-data.ts';
import type { Names } from './names.ts';
import { FormattedString, fmt, lines, type Piece } from './rich-text.ts';
import type { Screen } from './turn.ts';

export interface CardDeps {
  readonly t: Translate;
  readonly names: Names;
  /** What the service would promise if it were sent there now. */
  readonly promise: (proposal: Pick<MatterPart, 'agencyCode' | 'procedure' | 'topicId'>) => Day | null;
  /** Whether the addressee works with us. */
  readonly connected: (agencyCode: string) => boolean;
}

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
export function createCaseCard({ t, names, promise, connected }: CardDeps) {
  return function caseCard(view: CitizenCaseView, language: Language): Screen {
    return view.appeal.state === 'draft' ? draftCard(view, language) : sentCard(view, language);
  };

  function draftCard(view: CitizenCaseView, language: Language): Screen {
    const { appeal } = view;
    const { record } = appeal.routing;
    const head = FormattedString.b(
      appeal.title === ''
        ? t(language, 'card-wordless-head')
        : t(language, 'card-head', { kind: appeal.kind, title: appeal.title }),
    );
    const place = placeLine(view, language);
    const forWhom = appeal.sealedOnBehalfOf ? t(language, 'card-on-behalf') : null;
    const files = view.entries.reduce((sum, entry) => sum + entry.files.length, 0);
    const filesLine = files > 0 ? t(language, 'card-files', { count: files }) : null;
    const keyboard = new InlineKeyboard();
    const button = (verb: CaseVerb, key: string, index?: number) =>
      keyboard.text(t(language, key), caseButton(verb, appeal.id, index));
    switch (record?.type) {
      case 'proposal': {
        if (record.parts) return severalCard(view, record.parts, [place, forWhom, filesLine], language);
        const agency = names.agency(record.agencyCode, language);
        const isConnected = connected(record.agencyCode);
        const promised = isConnected ? promise(record) : null;
        const alike = isConnected ? (view.alike ?? 0) : 0;
        if (alike > 0) button('join_others', 'button-join-others').row();
        button('send', isConnected ? 'button-send' : 'button-keep');
        button('change', 'button-change').row();
        button('set_place', 'button-place');
        button('add_photo', 'button-photo');
        button('cancel', 'button-cancel').row();
        button('why_here', 'button-why-here');
        return {
          ...lines(
            head,
            fmt`${t(language, 'card-to', { agency })}`,
            place,
            forWhom,
            filesLine,
            promised ? promiseLine(language, promised) : null,
            alike > 0 ? fmt`${'\n'}${t(language, 'card-alike', { count: alike })}` : null,
            isConnected ? null : fmt`${'\n'}${t(language, 'card-not-connected')}`,
          ),
          keyboard,
        };
      }
      case 'needs_place':
        button('set_place', 'button-place').row();
        button('change', 'button-change');
        button('cancel', 'button-cancel');
        return { ...lines(head, filesLine, fmt`${'\n'}${t(language, 'card-needs-place')}`), keyboard };
      case 'ask':
        record.options.slice(0, 3).forEach((option, index) => {
          keyboard
            .text(choiceLabel(option, record.options, language), caseButton('choose_topic', appeal.id, index))
            .row();
        });
        button('send', 'button-other-send').row();
        button('cancel', 'button-cancel');
        return {
          ...lines(
            head,
            place,
            filesLine,
            fmt`${'\n'}${t(language, sameTopic(record.options) ? 'card-ask-owner' : 'card-ask')}`,
          ),
          keyboard,
        };
      default:
        button('send', 'button-send');
        button('change', 'button-change').row();
        button('set_place', 'button-place');
        button('add_photo', 'button-photo');
        button('cancel', 'button-cancel');
        return {
          ...lines(
            head,
            place,
            filesLine,
            fmt`${'\n'}${t(language, appeal.title === '' ? 'card-wordless' : 'card-triage')}`,
          ),
          keyboard,
        };
    }
  }

  /** A draft given up leaves one line of itself. */
  function discardedCard({ appeal }: CitizenCaseView, language: Language): Screen {
    return lines(appeal.title ? FormattedString.i(appeal.title) : null, t(language, 'state-discarded'));
  }

  /** Several matters: each with its body and date; the citizen keeps all or chooses one. */
  function severalCard(
    { appeal }: CitizenCaseView,
    parts: readonly MatterPart[],
    details: readonly (string | null)[],
    language: Language,
  ): Screen {
    const keyboard = new InlineKeyboard();
    const button = (verb: CaseVerb, key: string) => keyboard.text(t(language, key), caseButton(verb, appeal.id));
    button('send', 'button-send-all').row();
    for (const [index] of parts.entries())
      keyboard.text(t(language, 'button-send-only', { n: index + 1 }), caseButton('choose_topic', appeal.id, index));
    keyboard.row();
    button('change', 'button-change');
    button('set_place', 'button-place').row();
    button('add_photo', 'button-photo');
    button('cancel', 'button-cancel');
    return {
      ...lines(
        FormattedString.b(t(language, 'card-several', { count: parts.length })),
        '\n',
        ...parts.flatMap((part, index) => [...partLines(part, index, language), '\n']),
        ...details,
        t(language, 'card-several-how'),
      ),
      keyboard,
    };
  }

  function partLines(part: MatterPart, index: number, language: Language): (Piece | null)[] {
    const promised = connected(part.agencyCode) ? promise(part) : null;
    return [
      FormattedString.b(`${index + 1}. ${oneLine(part.text)}`),
      t(language, 'card-to', { agency: names.agency(part.agencyCode, language) }),
      connected(part.agencyCode) ? promised && promiseLine(language, promised) : t(language, 'card-part-not-connected'),
    ];
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

  /** What tells the options apart: the matter, or, when that is the same, whose it is. */
  function choiceLabel(option: RoutingChoice, among: readonly RoutingChoice[], language: Language): string {
    const same = among.filter(({ topicId }) => topicId === option.topicId).length > 1;
    const label =
      same && option.agencyCode ? names.agency(option.agencyCode, language) : names.topic(option.topicId, language);
    return [...label].slice(0, 60).join('');
  }

  function promiseLine(language: Language, on: Day, broken = false): FormattedString {
    return fmt`${t(language, broken ? 'card-promise-broken' : 'card-promise')} ${FormattedString.b(names.day(on, language))}`;
  }

  function placeLine({ appeal }: CitizenCaseView, language: Language): string | null {
    const { addressText, territoryCode, point } = appeal.place;
    const parts = [addressText, territoryCode ? names.territory(territoryCode, language) : null].filter(Boolean);
    if (parts.length === 0 && point) parts.push(`${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`);
    return parts.length > 0 ? t(language, 'card-where', { place: parts.join(', ') }) : null;
  }

  function stateLines({ appeal, tickets, today }: CitizenCaseView, language: Language): (Piece | null)[] {
    switch (appeal.state) {
      case 'in_triage':
        return [t(language, 'state-in-triage')];
      case 'watched':
        return [
          appeal.externalNumber
            ? t(language, 'state-watched-number', { number: appeal.externalNumber })
            : t(language, 'state-watched'),
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
        // Several bodies, several blocks: each with its own part, state and dates.
        return tickets.flatMap((ticket, index) => [
          index > 0 ? '\n' : null,
          ticket.matter ? FormattedString.b(`${index + 1}. ${oneLine(ticket.matter.text)}`) : null,
          ticketState(ticket, language),
          ...ticketDates(ticket, today, language),
        ]);
    }
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

const PART_CHARACTERS = 90;

const sameTopic = (options: readonly RoutingChoice[]): boolean =>
  new Set(options.map(({ topicId }) => topicId)).size < 2;

/** A part of the message on one line of the card. */
export function oneLine(text: string): string {
  const letters = [
    ...text
      .replaceAll(/\s+/gu, ' ')
      .replace(/[\s.!]+$/u, '')
      .trim(),
  ];
  return letters.length <= PART_CHARACTERS
    ? letters.join('')
    : `${letters
        .slice(0, PART_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;
}
