import type { PetitionId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';
import type { Tier } from './supports-repository.ts';

/** A page that everybody opens must not count a crowd each time. */
const FRESH_MS = 60_000;
const MOST = 500;

/** How sure the service is of those who support: an account, or one whose telephone was confirmed. */
export function createTiersReadModel({ db }: { db: Db }) {
  const known = new Map<PetitionId, { at: number; tiers: Promise<Readonly<Record<Tier, number>>> }>();

  async function count(id: PetitionId): Promise<Readonly<Record<Tier, number>>> {
    const rows = await db.petitionSupport.groupBy({
      by: ['tier'],
      where: { petitionId: id, state: 'counted' },
      _count: { tier: true },
    });
    const of = (tier: Tier) => rows.find((row) => row.tier === tier)?._count.tier ?? 0;
    return { account: of('account'), confirmed_phone: of('confirmed_phone') };
  }

  return function tiers(id: PetitionId): Promise<Readonly<Record<Tier, number>>> {
    const now = performance.now();
    const fresh = known.get(id);
    if (fresh && now - fresh.at < FRESH_MS) return fresh.tiers;
    if (known.size >= MOST) known.clear();
    const counted = count(id);
    known.set(id, { at: now, tiers: counted });
    counted.catch(() => known.delete(id));
    return counted;
  };
}
