import type { Me } from './api.ts';

/** What every page is given: who looks, and what stands in the address. */
export interface PageProps {
  readonly me: Me;
  readonly params: Readonly<Record<string, string | undefined>>;
}
