import type { Services } from '../../src/app/compose.ts';
import { type Day, zoned } from '../../src/kernel/day.ts';

/** The day where the product works: late in the evening it is not the day of Greenwich. */
export const dayAt = ({ timezone }: Pick<Services, 'timezone'>, instant: Date): Day => zoned(instant, timezone).on;

export const todayOf = async (services: Pick<Services, 'clock' | 'timezone'>): Promise<Day> =>
  dayAt(services, await services.clock.now());
