import type { CasesReadModel, InboxView } from '../../appeals/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { zoned } from '../../kernel/day.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../../notifications/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { AgencyChannelsRepository } from './agency-channels-repository.ts';
import { CHANNEL_RECIPIENT } from './agency-delivery.ts';
import type { AgencyChannel, ChannelKind } from './channel.ts';
import { viewerOf } from './officer-desk.ts';

const NINE = 9 * 60;
export const DIGEST_KIND = 'officers_digest';
const KINDS: readonly ChannelKind[] = ['slack', 'staff_chat'];

interface Deps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly channels: Pick<AgencyChannelsRepository, 'ofKind'>;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  readonly casesView: Pick<CasesReadModel, 'counts'>;
  readonly t: Translate;
  readonly agencyName: (code: string, language: AgencyChannel['language']) => string;
}

/** Once a day, at nine where the body is: how many, and how urgent. Figures only, so every policy permits it. */
export function createOfficerDigest({ uow, clock, timezone, channels, notifications, casesView, t, agencyName }: Deps) {
  return {
    /** Called every minute by whichever process; each channel gets one a day. */
    async round(): Promise<void> {
      const { on, minuteOfDay } = zoned(await clock.now(), timezone);
      if (minuteOfDay < NINE) return;
      for (const kind of KINDS)
        for (const { id } of await channels.ofKind(kind))
          await uow.run(`officers-digest:${id}:${on}`, async (tx) => {
            await notifications.add(tx, {
              to: { kind: CHANNEL_RECIPIENT, id },
              kind: DIGEST_KIND,
              facts: { on },
              lane: 'official',
              dedupeKey: `officers-digest:${id}:${on}`,
            });
          });
    },

    async text(channel: AgencyChannel): Promise<string> {
      const counts: Record<InboxView, number> = await casesView.counts(viewerOf(channel));
      const { language } = channel;
      return [
        t(language, 'officers-digest-title', { agency: agencyName(channel.agencyCode, language) }),
        t(language, 'officers-digest-figures', {
          open: counts.open,
          unregistered: counts.not_registered,
          soon: counts.due_soon,
          overdue: counts.overdue,
        }),
      ].join('\n');
    },
  };
}
export type OfficerDigest = ReturnType<typeof createOfficerDigest>;
