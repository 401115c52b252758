import type { TermHistory } from '../appeals/index.ts';
import { type CalendarsRepository, risksOf } from '../deadlines/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { zoned } from '../kernel/day.ts';

interface Deps {
  readonly termHistory: Pick<TermHistory, 'openTerms' | 'answeredBefore' | 'keepBands'>;
  readonly calendars: Pick<CalendarsRepository, 'current'>;
  readonly clock: Clock;
  readonly timezone: string;
}

const OPEN_LIMIT = 500_000;

/** Estimates every open ticket anew and keeps the band, so that an inbox can be narrowed to it without asking twice. */
export function createRiskRound({ termHistory, calendars, clock, timezone }: Deps) {
  return async function round(): Promise<void> {
    const now = await clock.now();
    const [open, history] = await Promise.all([
      termHistory.openTerms(null, OPEN_LIMIT),
      termHistory.answeredBefore(now),
    ]);
    const risks = risksOf(open, history, calendars.current, zoned(now, timezone).on);
    // Without any history a number would only be our own prejudice.
    await termHistory.keepBands(
      risks.map(({ ticketId, band, basis }) => ({ ticketId, band: basis === 'no_history' ? null : band })),
    );
  };
}
