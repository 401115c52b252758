import { z } from 'zod';
import type { CasesReadModel, InboxView } from '../../appeals/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Day, zoned } from '../../kernel/day.ts';
import { AgencyCode, TicketId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Notification, NotificationsRepository } from '../../notifications/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { AgencyChannelsRepository } from './agency-channels-repository.ts';
import { CHANNEL_RECIPIENT } from './agency-delivery.ts';
import type { AgencyChannel, ChannelKind } from './channel.ts';
import { type OfficerDesk, viewerOf } from './officer-desk.ts';
import type { OutboxReader } from './outbox-read-model.ts';

const NINE = 9 * 60;
const DIGEST_KIND = 'officers_digest';
const TERMS_KIND = 'term_digest';
const KINDS: readonly ChannelKind[] = ['slack', 'staff_chat'];
const MAX_LINES = 20;
/** The figures wait so long for the terms of the same morning, and go with them. */
const FIGURES_WAIT_MS = 10 * 60_000;

/** Points of the terms' watch, as they travel in a notification. */
export const TermPoints = z.array(
  z.object({
    ticketId: TicketId,
    dueOn: Day,
    /** Whose case it is, for readers of no body. */
    agencyCode: AgencyCode.nullish(),
    clock: z.enum(['registration', 'promised', 'statutory', 'hearing', 'forward', 'review']),
  }),
);
type TermPoint = z.infer<typeof TermPoints>[number];

interface Deps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly channels: Pick<AgencyChannelsRepository, 'ofKind'>;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly casesView: Pick<CasesReadModel, 'counts'>;
  /** What became of the figures of a morning, by their key. */
  readonly outbox: OutboxReader;
  readonly desk: Pick<OfficerDesk, 'show' | 'today'>;
  readonly t: Translate;
  readonly names: {
    agency(code: string, language: AgencyChannel['language']): string;
    day(on: Day, language: AgencyChannel['language']): string;
  };
}

/** News that are no card: the morning's figures and the terms that are near or passed. No words of citizens, so every policy permits them. */
export function createOfficerDigest({
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
}: Deps) {
  async function figures(channel: AgencyChannel): Promise<string> {
    const counts: Record<InboxView, number> = await casesView.counts(viewerOf(channel));
    const { language } = channel;
    return [
      t(language, 'officers-digest-title', { agency: names.agency(channel.agencyCode, language) }),
      t(language, 'officers-digest-figures', {
        open: counts.open,
        unregistered: counts.not_registered,
        soon: counts.due_soon,
        overdue: counts.overdue,
      }),
    ].join('\n');
  }

  async function terms(
    points: readonly TermPoint[],
    channel: { readonly agencyCode: AgencyChannel['agencyCode'] | null; readonly language: AgencyChannel['language'] },
  ): Promise<string | null> {
    const { language } = channel;
    const today = await desk.today();
    const lines: string[] = [];
    for (const { ticketId, dueOn, clock: name, agencyCode: owner } of points.slice(0, MAX_LINES)) {
      const agencyCode = channel.agencyCode ?? owner;
      if (!agencyCode) continue;
      const asLink: AgencyChannel = { ...NO_CHANNEL, language, agencyCode };
      try {
        const { card } = await desk.show(ticketId, asLink);
        const state = dueOn < today ? 'passed' : dueOn === today ? 'today' : 'near';
        lines.push(
          t(language, 'officers-term-line', { title: card.title, clock: name, on: names.day(dueOn, language), state }),
        );
      } catch (error) {
        // Passed on or answered meanwhile: nothing to remind of.
        if (!isRefusal(error)) throw error;
      }
    }
    const more = points.length - MAX_LINES;
    return lines.length === 0
      ? null
      : [
          t(language, 'officers-term-title'),
          ...lines,
          ...(more > 0 ? [t(language, 'officers-home-more', { count: more })] : []),
        ].join('\n');
  }

  const keyOf = (channelId: string, on: string): string => `officers-digest:${channelId}:${on}`;

  async function claim(id: string, on: string): Promise<void> {
    await uow.run(keyOf(id, on), async (tx) => {
      await notifications.add(tx, {
        to: { kind: CHANNEL_RECIPIENT, id },
        kind: DIGEST_KIND,
        facts: { on },
        lane: 'official',
        dedupeKey: keyOf(id, on),
        dueAt: new Date(tx.now.getTime() + FIGURES_WAIT_MS),
      });
    });
  }

  /** Channels that have today's figures, so that a minute's round costs nothing; the database decides. */
  let told = { on: '', ids: new Set<string>() };

  return {
    terms,

    isDigest: (kind: string): boolean => kind === DIGEST_KIND || kind === TERMS_KIND,

    /** What a digest says in this channel; null when nothing of it concerns the body any more. */
    async text({ kind, facts }: Pick<Notification, 'kind' | 'facts'>, channel: AgencyChannel): Promise<string | null> {
      if (kind === DIGEST_KIND) return figures(channel);
      const lines = await terms(TermPoints.parse(facts['points']), channel);
      if (lines === null || !KINDS.includes(channel.kind)) return lines;
      const { on } = zoned(await clock.now(), timezone);
      if (await outbox.reached([keyOf(channel.id, on)])) return lines;
      // One message a morning: the figures go with the terms, and no more on their own.
      await claim(channel.id, on);
      await outbox.drop([keyOf(channel.id, on)]);
      return `${await figures(channel)}\n\n${lines}`;
    },

    /** Called every minute by whichever process; from nine on, each channel gets its figures once a day. */
    async round(): Promise<void> {
      const { on, minuteOfDay } = zoned(await clock.now(), timezone);
      if (minuteOfDay < NINE) return;
      if (told.on !== on) told = { on, ids: new Set() };
      for (const kind of KINDS)
        for (const { id } of await channels.ofKind(kind)) {
          if (told.ids.has(id)) continue;
          await claim(id, on);
          told.ids.add(id);
        }
    },
  };
}
export type OfficerDigest = ReturnType<typeof createOfficerDigest>;

/** Number, topic and date only, whatever the channel may show. */
const NO_CHANNEL: Omit<AgencyChannel, 'agencyCode' | 'language'> = {
  id: '00000000-0000-0000-0000-000000000000',
  unitId: null,
  topic: null,
  kind: 'slack',
  place: '',
  abroad: true,
  policy: 'link_only',
  settings: {},
  state: 'active',
  fallbackOrder: 0,
  fallbackAfterMinutes: 0,
  health: 'ok',
  healthProblem: null,
};
