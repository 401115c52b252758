import { createHash } from 'node:crypto';
import type { ChannelPolicy } from '../../agencies/index.ts';
import type { AnswersService, CasesReadModel, Officer, OfficerCaseView, OUTCOMES } from '../../appeals/index.ts';
import type { ClocksService } from '../../deadlines/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Day, zoned } from '../../kernel/day.ts';
import { AgencyCode, type MessageId, StaffId, type TicketId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { createActPreview } from './act-preview.ts';
import type { AgencyChannelsRepository } from './agency-channels-repository.ts';
import { type AgencyChannel, type PolicySources, policyOf } from './channel.ts';
import type { ActFile, ActResult, OfficerAct, OfficerActs } from './officer-acts.ts';
import type { OfficerBindingsRepository, PendingAct } from './officer-bindings-repository.ts';
import type { OfficerCard, OfficerCards } from './officer-card.ts';
import type { BoundOfficer, OfficerDirectory } from './officer-directory.ts';
import type { ReplyIntent } from './read-reply.ts';

const NOBODY = StaffId.parse('00000000-0000-0000-0000-000000000000');

/** What the channels ask about answers on their way. */
export type DeskAnswers = Pick<AnswersService, 'check' | 'offered' | 'chainOf' | 'draftFor' | 'stageOf' | 'pointsOf'>;

interface Deps {
  readonly t: Translate;
  readonly casesView: Pick<CasesReadModel, 'officerCase'>;
  readonly cards: OfficerCards;
  readonly acts: OfficerActs;
  readonly bindings: Pick<OfficerBindingsRepository, 'hold' | 'takeHeld' | 'peekHeld'>;
  readonly directory: OfficerDirectory;
  readonly channels: Pick<AgencyChannelsRepository, 'find'>;
  readonly policies: PolicySources;
  readonly answers: DeskAnswers;
  readonly clocks: Pick<ClocksService, 'offerHearing' | 'dayAt'>;
  readonly superiorOn: (code: AgencyCode, on: Day) => { readonly code: AgencyCode } | null;
  readonly clock: Clock;
  readonly timezone: string;
  readonly names: {
    agency(code: string, language: Language): string;
    day(on: Day, language: Language): string;
  };
}

export interface ShownTicket {
  readonly card: OfficerCard;
  readonly hash: string;
  /** What a thread under the card carries, oldest first; empty where the policy lets nothing through. */
  readonly entries: readonly { readonly id: string; readonly text: string }[];
  readonly view: OfficerCaseView;
}

/** What everybody in the channel may see: all that the body may do, whoever looks. Rights are checked at the act. */
export const viewerOf = ({ agencyCode }: Pick<AgencyChannel, 'agencyCode'>): Officer => ({
  id: NOBODY,
  role: 'supervisor',
  agencyCode,
  unitIds: [],
});

/** What every channel of officers does with a ticket; a channel only draws the result and reads the hands. */
export function createOfficerDesk({
  t,
  casesView,
  cards,
  acts,
  bindings,
  directory,
  channels,
  policies,
  answers,
  clocks,
  superiorOn,
  clock,
  timezone,
  names,
}: Deps) {
  const policy = (channel: AgencyChannel): ChannelPolicy => policyOf(channel, policies);
  const today = async (): Promise<Day> => zoned(await clock.now(), timezone).on;

  async function drawn(view: OfficerCaseView, shown: ChannelPolicy, language: Language): Promise<OfficerCard> {
    const [taker, stage] = await Promise.all([
      view.ticket.officerId ? directory.byStaffId(view.ticket.officerId) : null,
      answers.stageOf(view.ticket.id),
    ]);
    return cards.card(view, { policy: shown, language, today: await today(), takenBy: taker?.name ?? null, stage });
  }

  return {
    policy,
    today,

    preview: createActPreview({ t, casesView, answers, clocks, superiorOn, clock, names }),

    /** Approved words of the body, filled in for this case; the exact place only where the channel may show it. */
    async templates(
      officer: BoundOfficer,
      ticketId: TicketId,
      channel: AgencyChannel,
    ): Promise<readonly { readonly id: string; readonly name: string; readonly text: string }[]> {
      const { ticket, appeal } = await casesView.officerCase(ticketId, officer);
      const place = policy(channel) === 'full' ? appeal.place : { ...appeal.place, addressText: null, point: null };
      const offered = await answers.offered({ ticket, appeal: { ...appeal, place }, officer }, await clock.now());
      return offered
        .filter(({ use }) => use === 'answer')
        .map(({ id, name, filled }) => ({ id, name: name[officer.language], text: filled[appeal.language] }));
    },

    /** What a form for an answer asks besides its words. */
    async answerAsks(
      officer: BoundOfficer,
      ticketId: TicketId,
    ): Promise<{ readonly points: readonly { position: number; text: string }[]; readonly wantsNumber: boolean }> {
      const { ticket, appeal } = await casesView.officerCase(ticketId, officer);
      const [{ points }, chain] = await Promise.all([
        answers.pointsOf({ ticket, appeal }),
        answers.chainOf(ticket.agencyCode),
      ]);
      return { points, wantsNumber: chain.wantsNumber };
    },

    async show(ticketId: TicketId, channel: AgencyChannel): Promise<ShownTicket> {
      const view = await casesView.officerCase(ticketId, viewerOf(channel));
      const card = await drawn(view, policy(channel), channel.language);
      const entries = view.entries
        .filter(({ kind, ticketId: of }) => kind !== 'note' || of === ticketId)
        .flatMap((entry) => {
          const text = cards.entryText(entry, policy(channel), channel.language);
          return text === null ? [] : [{ id: entry.id as string, text }];
        });
      return {
        card,
        entries,
        view,
        hash: createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22),
      };
    },

    /** The same ticket for one officer alone, with what this officer may do. */
    async showTo(
      officer: BoundOfficer,
      ticketId: TicketId,
      channel: AgencyChannel,
    ): Promise<{ card: OfficerCard; view: OfficerCaseView }> {
      const view = await casesView.officerCase(ticketId, officer);
      return { view, card: await drawn(view, policy(channel), officer.language) };
    },

    async assertOffered(
      officer: BoundOfficer,
      ticketId: TicketId,
      channel: AgencyChannel,
      type: OfficerAct['type'],
    ): Promise<OfficerCaseView> {
      acts.assertAllowed(policy(channel), type);
      const view = await casesView.officerCase(ticketId, officer);
      if (type === 'pass' || type === 'return') {
        const open = await answers.draftFor({ ticket: view.ticket, officer }, await clock.now());
        if (!open?.isMine || open.draft.stage === 'author') throw new Refusal('answer.not_in_hand', {});
      } else if (!view.commands.includes(type))
        throw new Refusal(
          type === 'answer' && view.ticket.state === 'delivered' ? 'ticket.not_registered' : 'ticket.not_allowed',
          { command: type, role: officer.role },
        );
      return view;
    },

    act: (
      tx: Tx,
      officer: BoundOfficer,
      channel: AgencyChannel,
      ticketId: TicketId,
      act: OfficerAct,
    ): Promise<MessageId | null> =>
      acts.carryOut(tx, officer, ticketId, act, policy(channel)).then(({ entryId }) => entryId),

    async hold(
      tx: Tx,
      officer: BoundOfficer,
      channel: AgencyChannel,
      ticketId: TicketId,
      act: OfficerAct,
    ): Promise<string> {
      acts.assertAllowed(policy(channel), act.type);
      return bindings.hold(tx, { staffId: officer.id, ticketId, channelId: channel.id, act });
    },

    /** What was previewed now happens; the outcome of an answer is chosen with the confirmation. */
    async confirmHeld(
      tx: Tx,
      officer: BoundOfficer,
      pendingId: string,
      outcome: (typeof OUTCOMES)[number] | null,
      files?: readonly ActFile[],
    ): Promise<PendingAct & ActResult> {
      const pending = await bindings.takeHeld(tx, pendingId, officer.id);
      const channel = await channels.find(pending.channelId, tx);
      if (channel?.state !== 'active') throw new Refusal('channel.not_found', {});
      const act =
        pending.act.type === 'answer'
          ? { ...pending.act, ...(outcome ? { outcome } : {}), ...(files ? { files: [...files] } : {}) }
          : pending.act;
      return { ...pending, act, ...(await acts.carryOut(tx, officer, pending.ticketId, act, policy(channel))) };
    },

    /** Files of a held answer that are still with the channel. */
    async filesOfHeld(officer: BoundOfficer, pendingId: string): Promise<readonly ActFile[]> {
      const act = await bindings.peekHeld(pendingId, officer.id);
      return act?.type === 'answer' ? act.files : [];
    },

    drop: (tx: Tx, officer: BoundOfficer, pendingId: string): Promise<PendingAct> =>
      bindings.takeHeld(tx, pendingId, officer.id),

    /** Fills in what a short reply leaves out: the citizen's language, today, who decides. */
    async actOf(
      intent: Exclude<ReplyIntent, { type: 'incomplete' }>,
      officer: BoundOfficer,
      view: OfficerCaseView,
    ): Promise<OfficerAct> {
      switch (intent.type) {
        case 'take':
        case 'note':
        case 'pass':
        case 'return':
        case 'forward':
          return intent;
        case 'ask':
        case 'hear':
          return { ...intent, language: view.appeal.language };
        case 'answer':
          return { ...intent, language: view.appeal.language, outcome: 'explained', files: [] };
        case 'register':
          return { ...intent, on: await today() };
        case 'extend':
          return { ...intent, decidedBy: officer.id };
        case 'redirect': {
          const to = AgencyCode.safeParse(intent.to);
          if (!to.success) throw new Refusal('agency.not_found', {});
          return { ...intent, to: to.data };
        }
      }
    },
  };
}
export type OfficerDesk = ReturnType<typeof createOfficerDesk>;
