import { InlineKeyboard } from 'grammy';
import { type CitizenCaseView, isOpenTicket, showCaseNumber } from '../../appeals/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Notification } from '../../notifications/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { pointLines } from './answer-points.ts';
import { caseButton } from './callback-data.ts';
import { oneLine } from './card-lines.ts';
import type { Names } from './names.ts';
import { FormattedString, fmt, lines } from './rich-text.ts';
import { termNewsScreen } from './term-news.ts';
import type { Screen } from './turn.ts';

/** What is said about a case beside its card: an answer, a question, a registration; null for a kind it does not know. */
export function createCaseNewsScreen({ t, names }: { readonly t: Translate; readonly names: Names }) {
  return function newsScreen({ kind, facts }: Notification, view: CitizenCaseView, language: Language): Screen | null {
    const { appeal } = view;
    const number = showCaseNumber(appeal.number ?? '');
    const ticket = [...view.tickets, ...view.pastTickets].find(({ id }) => id === facts['ticketId']);
    const agency = ticket ? names.agency(ticket.agencyCode, language) : '';
    const entry = view.entries.find(({ id }) => id === facts['entryId']);
    const day = (on: Parameters<Names['day']>[0] | null | undefined) => (on ? names.day(on, language) : '—');
    const text = (key: string, args: Record<string, string> = {}) => t(language, key, { number, agency, ...args });
    const title = (key: string, args: Record<string, string> = {}) => FormattedString.b(text(key, args));
    const words = entry?.maskedText ?? '';
    const verdict = () =>
      new InlineKeyboard()
        .text(t(language, 'button-resolved'), caseButton('resolved', appeal.id))
        .text(t(language, 'button-partly'), caseButton('partly', appeal.id))
        .text(t(language, 'button-unresolved'), caseButton('unresolved', appeal.id));
    switch (kind) {
      case 'case_closed_in_silence':
        return { ...lines(title('news-closed-in-silence'), text('news-closed-in-silence-what')), keyboard: verdict() };
      case 'case_external_overdue':
        return {
          ...lines(
            title('news-external-overdue', { external: ticket?.registrationNumber ?? '' }),
            text('news-external-overdue-what'),
          ),
          keyboard: new InlineKeyboard()
            .text(t(language, 'button-external-answered'), caseButton('external_answered', appeal.id))
            .row()
            .text(t(language, 'button-complain-silence'), caseButton('complain_silence', appeal.id)),
        };
      case 'case_registered':
        return lines(
          title('news-registered'),
          text('news-registered-what', { register: ticket?.registrationNumber ?? '', day: day(ticket?.statutoryOn) }),
        );
      case 'case_registration_corrected':
        return lines(
          title('news-registration-corrected'),
          text('news-registration-corrected-what', {
            register: ticket?.registrationNumber ?? '',
            on: day(ticket?.registeredOn),
            day: day(ticket?.statutoryOn),
          }),
          words && fmt`${text('news-extended-why')} ${words}`,
        );
      case 'case_question':
        return {
          ...lines(title('news-question'), words),
          keyboard: new InlineKeyboard().text(t(language, 'button-reply'), caseButton('reply', appeal.id)),
        };
      case 'case_answer': {
        const points = entry ? pointLines(t, language, entry) : [];
        const outgoing = entry?.details?.['outgoingNumber'];
        const outcome = entry?.details?.['outcome'];
        const waiting = view.tickets.filter(({ id, state }) => id !== ticket?.id && isOpenTicket(state));
        return {
          ...lines(
            title('answer-title'),
            ticket?.matter ? text('answer-about', { matter: oneLine(ticket.matter.text) }) : null,
            fmt`${agency}${typeof outcome === 'string' ? ` · ${t(language, 'outcome-name', { outcome })}` : ''}`,
            '\n',
            ...points,
            points.length > 0 ? '\n' : null,
            words,
            typeof outgoing === 'string'
              ? fmt`${'\n'}${text('answer-outgoing', { outgoing, on: day(entry?.details?.['outgoingOn'] as Parameters<Names['day']>[0] | undefined) })}`
              : null,
            waiting.length > 0
              ? fmt`${'\n'}${text('answer-others', { others: waiting.map(({ agencyCode }) => names.agency(agencyCode, language)).join(', ') })}`
              : fmt`${'\n'}${t(language, 'answer-helped')}`,
          ),
          // Whether it helped is asked with the last body's answer.
          ...(waiting.length > 0 ? {} : { keyboard: verdict() }),
        };
      }
      default:
        return termNewsScreen({ kind, view, ticket, entry, number, agency, language }, { t, names });
    }
  };
}
