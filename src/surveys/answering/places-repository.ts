import type { Tx } from '../../kernel/unit-of-work.ts';
import { prismaOf, unanswered } from '../../platform/db/unit-of-work.ts';

export type Response = 'none' | 'started' | 'finished' | 'screened';

/** Who has answered, and the places of quotas: what two people who finish at once must not both take. */
export function createPlacesRepository() {
  return {
    /** Notes on the list of the wave that somebody began; people from the open link are added to it. */
    async begin(tx: Tx, waveId: string, citizenId: string): Promise<Response> {
      const [row] = await prismaOf(tx).$queryRaw<{ response: Response }[]>`
        insert into survey_recipients as r (wave_id, citizen_id, ordinal, stratum, contact, response)
        values (${waveId}::uuid, ${citizenId}::uuid, 0, 'open', 'none', 'started')
        on conflict (wave_id, citizen_id) do update set response = case when r.response = 'none' then 'started' else r.response end
        returning response`;
      return row?.response ?? 'started';
    },

    /** One person, one response: null when this person has finished before; otherwise the stratum they were drawn in. */
    async finish(tx: Tx, waveId: string, citizenId: string): Promise<{ stratum: string } | null> {
      const [row] = await prismaOf(tx).$queryRaw<{ stratum: string }[]>`
        update survey_recipients set response = 'finished'
        where wave_id = ${waveId}::uuid and citizen_id = ${citizenId}::uuid and response in ('none', 'started') returning stratum`;
      return row ?? null;
    },

    screen(tx: Tx, waveId: string, citizenId: string): void {
      unanswered(
        tx,
        prismaOf(tx)
          .$executeRaw`update survey_recipients set response = 'screened' where wave_id = ${waveId}::uuid and citizen_id = ${citizenId}::uuid`,
      );
    },

    /** Whether each of these quotas has a place; until the commit nobody else can take it. */
    async hasPlaces(
      tx: Tx,
      waveId: string,
      keys: readonly string[],
      limits: ReadonlyMap<string, number>,
    ): Promise<boolean> {
      if (keys.length === 0) return true;
      const rows = await prismaOf(tx).$queryRaw<{ quota_key: string; finished: number }[]>`
        select quota_key, finished from survey_quota_counts where wave_id = ${waveId}::uuid and quota_key = any(${keys}::text[]) order by quota_key for update`;
      return !rows.some(({ quota_key, finished }) => finished >= (limits.get(quota_key) ?? 0));
    },

    /** What is shown of a quota moves on with the answers that are counted, so that a look before and after tells nobody. */
    async showPlaces(tx: Tx, waveId: string, added: ReadonlyMap<string, number>): Promise<void> {
      if (added.size === 0) return;
      await prismaOf(tx).$executeRaw`
        update survey_quota_counts c set shown = shown + a.added
        from unnest(${[...added.keys()]}::text[], ${[...added.values()]}::int[]) as a (quota_key, added)
        where c.wave_id = ${waveId}::uuid and c.quota_key = a.quota_key`;
    },

    takePlaces(tx: Tx, waveId: string, keys: readonly string[]): void {
      if (keys.length === 0) return;
      unanswered(
        tx,
        prismaOf(tx)
          .$executeRaw`update survey_quota_counts set finished = finished + 1 where wave_id = ${waveId}::uuid and quota_key = any(${keys}::text[])`,
      );
    },
  };
}
export type PlacesRepository = ReturnType<typeof createPlacesRepository>;
