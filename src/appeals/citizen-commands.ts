import { type Appeal, isForProvider, MAX_DISPUTES } from './appeal.ts';
import type { CaseLinks } from './complaints-repository.ts';
import type { CitizenPosition } from './ports.ts';
import { contestable, type Ticket } from './ticket.ts';

/** What a citizen may do with a case right now; every channel shows these and no others. */
export type CitizenCommand =
  | 'send'
  | 'change'
  | 'set_place'
  | 'add_photo'
  | 'cancel'
  | 'add'
  | 'history'
  | 'why_date'
  | 'withdraw'
  | 'wrong_body'
  | 'confirm'
  | 'dispute'
  | 'read_answer'
  | 'reply'
  | 'download'
  | 'more'
  | 'external_text'
  | 'external_number'
  | 'external_answered'
  | 'hearing_agree'
  | 'hearing_object'
  | 'hearing_attend'
  | 'complain_silence'
  | 'go_to_court'
  | 'remind';

/** What of a case decides the commands. */
interface Known {
  readonly tickets: readonly Ticket[];
  readonly pastTickets: readonly Ticket[];
  readonly links: CaseLinks;
  readonly openQuestion: object | null;
  readonly latestAnswer: object | null;
  readonly openHearing: { readonly position: CitizenPosition | null } | null;
  readonly lateness: readonly CitizenCommand[];
}

export function citizenCommands(
  appeal: Appeal,
  { tickets, pastTickets, links, openQuestion, latestAnswer, openHearing, lateness }: Known,
): CitizenCommand[] {
  const answerCommands: CitizenCommand[] = latestAnswer ? ['read_answer'] : [];
  switch (appeal.state) {
    case 'draft':
      return ['send', 'change', 'set_place', 'add_photo', 'cancel'];
    case 'in_triage':
      return [...answerCommands, 'add', 'history', 'withdraw', 'more'];
    case 'with_agency':
      return [
        ...(openHearing?.position === null ? (['hearing_agree', 'hearing_object', 'hearing_attend'] as const) : []),
        ...(openQuestion ? (['reply'] as const) : []),
        ...lateness,
        ...answerCommands,
        'add',
        ...(tickets.some(({ promisedOn, statutoryOn }) => promisedOn || statutoryOn) ? (['why_date'] as const) : []),
        'history',
        ...(links.about === null && contestable(tickets, pastTickets) ? (['wrong_body'] as const) : []),
        'withdraw',
        'more',
      ];
    case 'watched':
      return appeal.externalNumber
        ? [
            'external_answered',
            ...lateness.filter((command) => command === 'complain_silence'),
            ...(tickets.some(({ statutoryOn }) => statutoryOn) ? (['why_date'] as const) : []),
            'external_number',
            'external_text',
            'history',
            'withdraw',
          ]
        : [
            'external_text',
            ...(isForProvider(appeal) ? [] : (['external_number'] as const)),
            'history',
            'withdraw',
            'more',
          ];
    case 'answered':
      return [
        'read_answer',
        'confirm',
        ...(appeal.disputes < MAX_DISPUTES ? (['dispute'] as const) : []),
        'add',
        'history',
        'more',
      ];
    case 'closed':
      return [
        ...answerCommands,
        // Silence was no answer: the citizen may still give one.
        ...(latestAnswer && appeal.resolution === null ? (['confirm'] as const) : []),
        ...(appeal.disputes < MAX_DISPUTES && latestAnswer && appeal.resolution !== 'resolved'
          ? (['dispute'] as const)
          : []),
        'history',
        'more',
      ];
    case 'withdrawn':
      return ['history', 'download'];
    case 'discarded':
      return [];
  }
}
