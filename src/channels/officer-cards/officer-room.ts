import { z } from 'zod';
import type { ChannelPolicy } from '../../agencies/index.ts';
import {
  type CasesReadModel,
  type ComplaintsService,
  type HearingService,
  showCaseNumber,
  type ThreadEntry,
  type TicketsService,
} from '../../appeals/index.ts';
import type { ClocksService } from '../../deadlines/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import { type AgencyCode, type AppealId, TicketId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Notification, NotificationsRepository } from '../../notifications/index.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { Sealing } from '../../privacy/index.ts';
import type { TerritoryTree } from '../../territories/index.ts';
import { createAgencyChannelsRepository } from './agency-channels-repository.ts';
import { createAgencyDelivery, type DeliverToChannel } from './agency-delivery.ts';
import type { ChannelKind } from './channel.ts';
import { createOfficerActs } from './officer-acts.ts';
import { createOfficerBindingsRepository, type OfficerChannel } from './officer-bindings-repository.ts';
import { createOfficerCards } from './officer-card.ts';
import { createOfficerCardsRepository } from './officer-cards-repository.ts';
import { createOfficerDesk, type DeskAnswers } from './officer-desk.ts';
import { createOfficerDigest } from './officer-digest.ts';
import { type BoundOfficer, createOfficerDirectory, type StaffFinder } from './officer-directory.ts';
import { createOfficerNotices, type OfficerText, type TellPerson } from './officer-notices.ts';
import { createOutboxReader } from './outbox-read-model.ts';

export interface OfficerNames {
  agency(code: string, language: Language): string;
  topic(id: string, language: Language): string;
  day(on: Day, language: Language): string;
}

const OfficerNewsFacts = z.object({ news: z.enum(['mentioned', 'watched', 'assigned']), ticketId: TicketId });

interface Deps {
  readonly db: Db;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly t: Translate;
  readonly sealing: Sealing;
  readonly tree: Pick<TerritoryTree, 'lineage'>;
  readonly names: OfficerNames;
  readonly casesView: CasesReadModel;
  readonly tickets: TicketsService;
  readonly hearings: Pick<HearingService, 'open'>;
  readonly complaints: Pick<ComplaintsService, 'forward'>;
  readonly clocks: Pick<ClocksService, 'offerHearing' | 'dayAt'>;
  readonly superiorOn: (code: AgencyCode, on: Day) => { readonly code: AgencyCode } | null;
  readonly answers: DeskAnswers;
  readonly thread: { of(appealId: AppealId, tx?: Tx): Promise<ThreadEntry[]> };
  readonly notifications: NotificationsRepository;
  readonly appeals: {
    getTicket(tx: Tx, id: TicketId): Promise<{ unitId: string | null; appealId: AppealId }>;
    get(tx: Tx, id: AppealId): Promise<{ topicId: string | null }>;
  };
  readonly staff: StaffFinder;
  readonly publicUrl: string;
  /** The most that the country's profile permits on servers abroad. */
  readonly abroadPolicy: ChannelPolicy;
  readonly policyOfAgency: (code: AgencyCode) => ChannelPolicy;
}

/** Everything the channels of officers share, built once. */
export function createOfficerRoom(deps: Deps) {
  const { db, uow, clock, timezone, t, sealing, names, casesView, notifications, appeals, publicUrl } = deps;
  const channels = createAgencyChannelsRepository(db, sealing);
  const cards = createOfficerCardsRepository(db);
  const bindings = createOfficerBindingsRepository(db, sealing);
  const directory = createOfficerDirectory({ bindings, staff: deps.staff });
  const outbox = createOutboxReader(db);
  const desk = createOfficerDesk({
    t,
    casesView,
    cards: createOfficerCards({
      t,
      names,
      tree: deps.tree,
      publicUrl,
      openWords: ({ sealedText, maskedText, appealId }) =>
        sealedText ? sealing.openText(sealedText, `entry:${appealId}`) : maskedText,
    }),
    acts: createOfficerActs(deps),
    bindings,
    directory,
    channels,
    policies: { abroad: deps.abroadPolicy, ofAgency: deps.policyOfAgency },
    answers: deps.answers,
    clocks: deps.clocks,
    superiorOn: deps.superiorOn,
    clock,
    timezone,
    names,
  });
  const digest = createOfficerDigest({
    uow,
    clock,
    timezone,
    channels,
    notifications,
    casesView,
    outbox,
    desk,
    t,
    names,
  });

  async function newsText(facts: Notification['facts'], officer: BoundOfficer): Promise<string | null> {
    const news = OfficerNewsFacts.safeParse(facts);
    if (!news.success) return null;
    const view = await casesView.officerCase(news.data.ticketId, officer).catch(() => null);
    if (!view) return null;
    const number = showCaseNumber(view.appeal.number ?? '');
    return [
      t(officer.language, 'officers-news', { news: news.data.news, number }),
      `${publicUrl}/console/tickets/${news.data.ticketId}`,
    ].join('\n');
  }

  return {
    channels,
    cards,
    bindings,
    directory,
    desk,
    digest,
    /** Drops previews that nobody confirmed; once a day is enough. */
    tidy: (): Promise<void> => bindings.dropOldHeld(),
    /** For recipients of kind `officer`. */
    createNotices: (tell: Partial<Record<OfficerChannel, TellPerson>>, moreTexts?: ReadonlyMap<string, OfficerText>) =>
      createOfficerNotices({ bindings, directory, digest, newsText, tell, ...(moreTexts ? { moreTexts } : {}) }),
    /** For recipients of kind `agency` and `agency_channel`. */
    createDelivery: (deliver: Partial<Record<ChannelKind, DeliverToChannel>>) =>
      createAgencyDelivery({
        uow,
        notifications,
        channels,
        cards,
        outbox,
        deliver,
        ticketOf: async (tx, id) => {
          const { unitId, appealId } = await appeals.getTicket(tx, id);
          return { unitId, topicId: (await appeals.get(tx, appealId)).topicId };
        },
      }),
  };
}
export type OfficerRoom = ReturnType<typeof createOfficerRoom>;
