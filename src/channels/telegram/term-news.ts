import { InlineKeyboard } from 'grammy';
import type { CitizenCaseView, ThreadEntry, Ticket } from '../../appeals/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { type CaseVerb, caseButton } from './callback-data.ts';
import type { Names } from './names.ts';
import { FormattedString, fmt, lines } from './rich-text.ts';
import type { Screen } from './turn.ts';

interface News {
  readonly kind: string;
  readonly view: CitizenCaseView;
  readonly ticket: Ticket | undefined;
  readonly entry: ThreadEntry | undefined;
  readonly number: string;
  readonly agency: string;
  readonly language: Language;
}

/** What the law or the promise makes us tell, each with the next steps one tap away. Null: no news of a term. */
export function termNewsScreen(
  { kind, view, ticket, entry, number, agency, language }: News,
  { t, names }: { t: Translate; names: Names },
): Screen | null {
  const { id } = view.appeal;
  const words = entry?.maskedText ?? '';
  const text = (key: string, args: Record<string, string> = {}) => t(language, key, { number, agency, ...args });
  const title = (key: string, args: Record<string, string> = {}) => FormattedString.b(text(key, args));
  const day = (on: unknown) => (typeof on === 'string' ? names.day(on as Day, language) : '—');
  const buttons = (...verbs: readonly CaseVerb[]) =>
    verbs.reduce(
      (keyboard, verb) => keyboard.text(text(`button-${verb.replaceAll('_', '-')}`), caseButton(verb, id)).row(),
      new InlineKeyboard(),
    );
  switch (kind) {
    case 'case_preliminary_decision': {
      const { objectionDueOn, earliestActOn } = entry?.details ?? {};
      return {
        ...lines(
          title('news-preliminary'),
          text('news-preliminary-intro'),
          '\n',
          entry?.maskedText ?? '',
          '\n',
          text('news-preliminary-when', { day: day(objectionDueOn), act: day(earliestActOn) }),
        ),
        keyboard: buttons('hearing_agree', 'hearing_object', 'hearing_attend'),
      };
    }
    case 'case_routed':
      return {
        ...lines(title('news-routed'), words && fmt`${text('news-routed-why')} ${words}`),
        keyboard: buttons('why_date'),
      };
    case 'case_redirected':
      return {
        ...lines(
          title('news-redirected'),
          words && fmt`${text('news-redirected-why')} ${words}`,
          ticket && ticket.redirects > 1 ? text('news-redirected-times', { times: String(ticket.redirects) }) : null,
          text('news-redirected-date', { day: day(ticket?.promisedOn) }),
        ),
        keyboard: buttons('why_date', 'history'),
      };
    case 'case_forwarded':
      return lines(title('news-forwarded'), words && fmt`${text('news-redirected-why')} ${words}`);
    case 'case_forward_overdue':
      return {
        ...lines(title('news-forward-overdue'), text('news-forward-overdue-what')),
        keyboard: buttons('remind'),
      };
    case 'case_review_overdue':
      return { ...lines(title('news-review-overdue'), text('news-review-overdue-what')), keyboard: buttons('history') };
    case 'case_extended':
      return {
        ...lines(
          title('news-extended', { day: day(ticket?.statutoryOn) }),
          words && fmt`${text('news-extended-why')} ${words}`,
        ),
        keyboard: buttons('why_date', 'calendar'),
      };
    case 'case_overdue':
      return view.links.about
        ? { ...lines(title('news-overdue'), text('news-overdue-court')), keyboard: buttons('go_to_court', 'remind') }
        : {
            ...lines(title('news-overdue'), text('news-overdue-what')),
            keyboard: buttons('complain_silence', 'remind', 'complain_wait'),
          };
    case 'case_promise_broken':
      return {
        ...lines(title('news-promise-broken'), text('news-promise-broken-what')),
        keyboard: buttons('remind', 'complain_wait'),
      };
    case 'case_moved':
      return {
        ...lines(title('news-moved'), text('news-moved-what', { day: day(ticket?.statutoryOn ?? ticket?.promisedOn) })),
        keyboard: buttons('why_date', 'calendar'),
      };
    case 'case_heard':
      return lines(title('news-heard'), agency, '\n', entry?.maskedText ?? '');
    default:
      return null;
  }
}
