import type { TermsDesk } from '../channels/console/index.ts';
import type { Services } from './compose.ts';

/** What the console's pages about terms work with. */
export function createTermsDesk({ hearings, clocks }: Services): TermsDesk {
  return { hearings, clocks };
}
