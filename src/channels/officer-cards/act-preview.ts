import type { AnswersService, CasesReadModel } from '../../appeals/index.ts';
import type { ClocksService } from '../../deadlines/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import type { AgencyCode, TicketId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { OfficerAct } from './officer-acts.ts';
import type { BoundOfficer } from './officer-directory.ts';

interface Deps {
  readonly t: Translate;
  readonly casesView: Pick<CasesReadModel, 'officerCase'>;
  readonly answers: Pick<AnswersService, 'check' | 'chainOf' | 'draftFor'>;
  readonly clocks: Pick<ClocksService, 'offerHearing' | 'dayAt'>;
  readonly superiorOn: (code: AgencyCode, on: Day) => { readonly code: AgencyCode } | null;
  readonly clock: Clock;
  readonly names: {
    agency(code: string, language: Language): string;
    day(on: Day, language: Language): string;
  };
}

/** What will leave, in the officer's language, before it does. */
export function createActPreview({ t, casesView, answers, clocks, superiorOn, clock, names }: Deps) {
  type Answer = Extract<OfficerAct, { type: 'answer' }>;

  /** The words with the points they take up, whose hand comes next, and the same warnings as in the console. */
  async function answerPreview(officer: BoundOfficer, ticketId: TicketId, act: Answer): Promise<string> {
    const { language } = officer;
    const { ticket, appeal } = await casesView.officerCase(ticketId, officer);
    const [{ warnings, points }, chain] = await Promise.all([
      answers.check({ ticket, appeal, officer }, { ...act, addressed: act.addressed }, await clock.now()),
      answers.chainOf(ticket.agencyCode),
    ]);
    const missed = points.filter(({ addressed }) => !addressed).map(({ position }) => position);
    const hand = chain.approverIds.length > 0 ? 'approver' : chain.signatoryIds.length > 0 ? 'signatory' : null;
    return [
      t(language, hand ? 'officers-preview-answer-on' : 'officers-preview-answer', { hand: hand ?? '' }),
      '',
      act.text,
      ...act.files.map(({ fileName }) => `📎 ${fileName ?? ''}`),
      ...outgoingLine(act, language),
      '',
      t(language, 'officers-points'),
      ...points.map(({ position, text, addressed }) => `${addressed ? '✔' : '—'} ${position}. ${text}`),
      ...(act.addressed ? [] : [t(language, 'officers-points-how')]),
      ...(chain.wantsNumber && !act.outgoingNumber ? [t(language, 'officers-number-how')] : []),
      ...(warnings.length > 0 ? ['', `⚠ ${t(language, 'officers-warnings')}`] : []),
      ...warnings.map((warning) => `• ${t(language, 'officers-warning', { warning, points: missed.join(', ') })}`),
    ].join('\n');
  }

  /** What somebody else wrote, for the hand that lets it go. */
  async function passPreview(
    officer: BoundOfficer,
    ticketId: TicketId,
    act: Extract<OfficerAct, { type: 'pass' }>,
  ): Promise<string> {
    const { ticket } = await casesView.officerCase(ticketId, officer);
    const open = await answers.draftFor({ ticket, officer }, await clock.now());
    return [
      t(officer.language, 'officers-preview-pass'),
      '',
      open?.answer.text ?? '',
      ...(open?.answer.files ?? []).map(({ fileName }) => `📎 ${fileName ?? ''}`),
      ...outgoingLine({ ...open?.answer, ...act }, officer.language),
    ].join('\n');
  }

  /** The intended decision, until when the citizen may answer it, and from when the act may come. */
  async function hearPreview(officer: BoundOfficer, ticketId: TicketId, text: string): Promise<string> {
    const { language } = officer;
    const offer = await clocks.offerHearing(ticketId, await clock.now());
    const on = (day: Day | null | undefined) => (day ? names.day(day, language) : '—');
    const { objectionDueOn, earliestActOn } = offer?.ifSent ?? {};
    return [
      t(language, 'officers-preview-hear', { until: on(objectionDueOn), from: on(earliestActOn) }),
      '',
      text,
      ...(offer?.isLate ? ['', `⚠ ${t(language, 'officers-hear-late', { due: on(offer.statutoryOn) })}`] : []),
    ].join('\n');
  }

  async function forwardPreview(officer: BoundOfficer, ticketId: TicketId, note: string): Promise<string> {
    const { language } = officer;
    const { ticket } = await casesView.officerCase(ticketId, officer);
    const superior = superiorOn(ticket.agencyCode, clocks.dayAt(ticket.agencyCode, await clock.now()));
    if (!superior) throw new Refusal('ticket.no_superior', { agencyCode: ticket.agencyCode });
    const agency = names.agency(superior.code, language);
    return [t(language, 'officers-preview-forward', { agency }), ...(note ? ['', note] : [])].join('\n');
  }

  const outgoingLine = (
    { outgoingNumber, outgoingOn }: { outgoingNumber?: string | undefined; outgoingOn?: Day | undefined },
    language: Language,
  ): string[] =>
    outgoingNumber
      ? [
          t(language, 'officers-outgoing', {
            number: outgoingNumber,
            on: outgoingOn ? names.day(outgoingOn, language) : '—',
          }),
        ]
      : [];

  return async function preview(officer: BoundOfficer, ticketId: TicketId, act: OfficerAct): Promise<string> {
    const { language } = officer;
    switch (act.type) {
      case 'ask':
        return `${t(language, 'officers-preview-ask')}\n\n${act.text}`;
      case 'answer':
        return answerPreview(officer, ticketId, act);
      case 'hear':
        return hearPreview(officer, ticketId, act.text);
      case 'forward':
        return forwardPreview(officer, ticketId, act.note);
      case 'pass':
        return passPreview(officer, ticketId, act);
      case 'extend':
        return `${t(language, 'officers-preview-extend', { until: names.day(act.until, language) })}\n\n${act.reason}`;
      case 'redirect':
        return `${t(language, 'officers-preview-redirect', { agency: names.agency(act.to, language) })}\n\n${act.reason}`;
      default:
        return '';
    }
  };
}
