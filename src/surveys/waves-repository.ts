import type { Day } from '../kernel/day.ts';
import { newId, SurveyId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma, type SurveyWave as WaveRow } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { allocate } from './fielding/sampling.ts';
import type { SurveyMode } from './survey.ts';
import { Audience, DatedMargins, Draw, type Wave, type WaveState } from './wave.ts';

/** People written into a list in one transaction: a second's work on a busy server. */
const SLICE = 50_000;

/** Waves and the lists of people they are for. */
export function createWavesRepository(db: Db) {
  /** Opted in, not stopped, reachable: nobody else is ever in a frame. */
  const frame = (
    { territories, languages, topics, panelOf }: Audience,
    territoryCodes: readonly string[],
  ) => Prisma.sql`
    from citizens c
    where c.state = 'active' and c.settings ->> 'surveys' = 'true'
      and exists (select 1 from citizen_accounts a where a.citizen_id = c.id and a.reachable)
      and (${panelOf}::uuid is null or exists (select 1 from survey_recipients p where p.wave_id = ${panelOf}::uuid and p.citizen_id = c.id))
      and (${territories.length === 0} or c.territory_code = any(${territoryCodes}::text[]))
      and (${languages.length === 0} or c.language = any(${languages}::text[]))
      and (${topics.length === 0} or exists (select 1 from appeals p where p.citizen_id = c.id and p.topic_id = any(${topics}::text[])))`;

  const stratumOf = ({ sample }: Audience) =>
    sample?.strata === 'territory'
      ? Prisma.sql`coalesce(c.territory_code, '')`
      : sample?.strata === 'language'
        ? Prisma.sql`c.language`
        : Prisma.sql`''::text`;

  async function strata(audience: Audience, territoryCodes: readonly string[], tx?: Tx): Promise<Map<string, number>> {
    const rows = await (tx ? prismaOf(tx) : db).$queryRaw<{ stratum: string; people: bigint }[]>`
      select ${stratumOf(audience)} as stratum, count(*) as people ${frame(audience, territoryCodes)} group by 1 order by 1`;
    return new Map(rows.map(({ stratum, people }) => [stratum, Number(people)]));
  }

  const known = new Map<string, Wave>();

  return {
    /** The wave at this revision: read again only after it has changed. */
    async at(id: string, revision: number, tx: Tx): Promise<Wave> {
      const kept = known.get(id);
      if (kept?.revision === revision) return kept;
      const row = await prismaOf(tx).surveyWave.findUniqueOrThrow({ where: { id } });
      const wave = toWave(row);
      known.set(id, wave);
      return wave;
    },

    /** How many people the audience has, by stratum. */
    strata,

    async add(
      tx: Tx,
      wave: Omit<Wave, 'id' | 'revision' | 'state' | 'number' | 'frameSize' | 'draw' | 'startedAt' | 'closedAt'> & {
        by: string;
      },
    ): Promise<Wave> {
      const { by, audience, margins, dutyDueOn, ...columns } = wave;
      const last = await prismaOf(tx).surveyWave.aggregate({
        where: { surveyId: wave.surveyId },
        _max: { number: true },
      });
      const row = await prismaOf(tx).surveyWave.create({
        data: {
          ...columns,
          id: newId(tx.now.getTime()),
          number: (last._max.number ?? 0) + 1,
          state: 'prepared',
          audience: audience as Prisma.InputJsonObject,
          margins: margins ? (margins as Prisma.InputJsonObject) : Prisma.DbNull,
          dutyDueOn: new Date(dutyDueOn),
          createdBy: by,
          createdAt: tx.now,
        },
      });
      return toWave(row);
    },

    /**
     * Decides who is in: how many of each stratum, and the last lot that is. The lot of each person is a hash of seed
     * and person, so that the same seed on the same frame draws the same people again.
     */
    async planDraw(
      tx: Tx,
      { id, audience, seed }: Wave,
      territoryCodes: readonly string[],
    ): Promise<{ frameSize: number; drawn: number }> {
      const sizes = await strata(audience, territoryCodes, tx);
      const frameSize = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      const shares = allocate(sizes, audience.sample?.size ?? frameSize);
      const partly = [...shares].filter(([stratum, share]) => share < (sizes.get(stratum) ?? 0));
      const last = await prismaOf(tx).$queryRaw<{ stratum: string; lot: string }[]>`
        select picked.stratum, picked.lot::text as lot from (
          select ${stratumOf(audience)} as stratum, md5(${seed} || c.id::text)::uuid as lot,
            row_number() over (partition by ${stratumOf(audience)} order by md5(${seed} || c.id::text)::uuid) as place
          ${frame(audience, territoryCodes)}
        ) picked
        join unnest(${partly.map(([stratum]) => stratum)}::text[], ${partly.map(([, share]) => share)}::int[]) as share (stratum, size)
          on share.stratum = picked.stratum and picked.place = share.size
        where ${partly.length > 0}`;
      const limits: Draw['limits'] = Object.fromEntries(
        [...shares].filter(([, share]) => share > 0).map(([stratum]) => [stratum, null]),
      );
      for (const { stratum, lot } of last) limits[stratum] = lot;
      const draw: Draw = { slices: Math.max(1, Math.ceil(frameSize / SLICE)), next: 0, drawn: 0, limits };
      await prismaOf(tx).surveyWave.update({ where: { id }, data: { frameSize, draw } });
      return { frameSize, drawn: [...shares.values()].reduce((sum, share) => sum + share, 0) };
    },

    /** Writes the next slice of the list down, in the order of the lots. @returns how far it is; null when it is complete. */
    async drawSlice(tx: Tx, id: string, codesOf: (audience: Audience) => readonly string[]): Promise<Draw | null> {
      await prismaOf(tx).$queryRaw`select id from survey_waves where id = ${id}::uuid for update`;
      const row = await prismaOf(tx).surveyWave.findUniqueOrThrow({ where: { id } });
      const { draw, audience, seed } = toWave(row);
      if (!draw) return null;
      const edge = (slice: number): string =>
        `${Math.min(0xffff, Math.round((slice * 0x10000) / draw.slices))
          .toString(16)
          .padStart(4, '0')}0000-0000-0000-0000-000000000000`;
      const isLast = draw.next + 1 >= draw.slices;
      const strataIn = Object.keys(draw.limits);
      const drawn = await prismaOf(tx).$executeRaw`
        insert into survey_recipients (wave_id, citizen_id, ordinal, stratum, contact, response)
        select ${id}::uuid, picked.id, ${draw.drawn} + row_number() over (order by picked.lot), picked.stratum, 'waiting', 'none'
        from (
          select c.id, ${stratumOf(audience)} as stratum, md5(${seed} || c.id::text)::uuid as lot ${frame(audience, codesOf(audience))}
        ) picked
        join unnest(${strataIn}::text[], ${strataIn.map((stratum) => draw.limits[stratum] ?? null)}::uuid[]) as share (stratum, lot)
          on share.stratum = picked.stratum
        where (share.lot is null or picked.lot <= share.lot)
          and picked.lot >= ${edge(draw.next)}::uuid and (${isLast} or picked.lot < ${edge(draw.next + 1)}::uuid)
        on conflict do nothing`;
      const after: Draw | null = isLast ? null : { ...draw, next: draw.next + 1, drawn: draw.drawn + drawn };
      await prismaOf(tx).surveyWave.update({ where: { id }, data: { draw: after ?? Prisma.DbNull } });
      return after;
    },

    async drawing(): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`select id from survey_waves where draw is not null limit 20`;
      return rows.map(({ id }) => id);
    },

    async get(id: string, tx?: Tx): Promise<Wave> {
      const row = await (tx ? prismaOf(tx) : db).surveyWave.findUnique({ where: { id } });
      if (!row) throw new Refusal('survey.wave_not_found');
      return toWave(row);
    },

    async byOpenCode(openCode: string): Promise<Wave | null> {
      const row = await db.surveyWave.findUnique({ where: { openCode } });
      return row && toWave(row);
    },

    async ofSurvey(surveyId: SurveyId): Promise<Wave[]> {
      return (await db.surveyWave.findMany({ where: { surveyId }, orderBy: { number: 'asc' } })).map(toWave);
    },

    async inState(states: readonly WaveState[]): Promise<Wave[]> {
      return (
        await db.surveyWave.findMany({
          where: { state: { in: [...states] } },
          orderBy: { createdAt: 'asc' },
          take: 1_000,
        })
      ).map(toWave);
    },

    async due(now: Date): Promise<string[]> {
      const rows = await db.surveyWave.findMany({
        where: { state: { in: ['fielding', 'paused'] }, closesAt: { lte: now } },
        select: { id: true },
        take: 100,
      });
      return rows.map(({ id }) => id);
    },

    async leftBehind(): Promise<string[]> {
      const rows = await db.$queryRaw<{ wave_id: string }[]>`
        select distinct s.wave_id from survey_sessions s join survey_waves w on w.id = s.wave_id where w.state in ('closed', 'published') limit 100`;
      return rows.map(({ wave_id }) => wave_id);
    },

    async save(tx: Tx, { id, revision, state, startedAt, closedAt, margins, closesAt }: Wave): Promise<void> {
      const { count } = await prismaOf(tx).surveyWave.updateMany({
        where: { id, revision: revision - 1 },
        data: {
          revision,
          state,
          startedAt,
          closedAt,
          closesAt,
          margins: margins ? (margins as Prisma.InputJsonObject) : Prisma.DbNull,
        },
      });
      if (count === 0) throw new Refusal('survey.changed_meanwhile');
    },

    /** Waves this person may answer now: asked for and not answered yet. */
    async openFor(
      tx: Tx,
      citizenId: string,
    ): Promise<{ waveId: string; title: unknown; response: string; closesAt: Date }[]> {
      return prismaOf(tx).$queryRaw`
        select w.id as "waveId", s.title, r.response, w.closes_at as "closesAt"
        from survey_recipients r join survey_waves w on w.id = r.wave_id join surveys s on s.id = w.survey_id
        where r.citizen_id = ${citizenId}::uuid and r.response in ('none', 'started')
          and w.state in ('fielding', 'paused') and w.closes_at > ${tx.now}::timestamptz(3)
        order by w.closes_at limit 20`;
    },
  };
}
export type WavesRepository = ReturnType<typeof createWavesRepository>;

function toWave(row: WaveRow): Wave {
  return {
    id: row.id,
    revision: row.revision,
    surveyId: SurveyId.parse(row.surveyId),
    versionId: row.versionId,
    number: row.number,
    mode: row.mode as SurveyMode,
    state: row.state as WaveState,
    audience: Audience.parse(row.audience),
    seed: row.seed,
    openCode: row.openCode,
    frameSize: row.frameSize,
    draw: row.draw === null ? null : Draw.parse(row.draw),
    minCell: row.minCell,
    margins: row.margins === null ? null : DatedMargins.parse(row.margins),
    closesAt: row.closesAt,
    dutyOwnerId: row.dutyOwnerId,
    dutyDueOn: row.dutyDueOn.toISOString().slice(0, 10) as Day,
    startedAt: row.startedAt,
    closedAt: row.closedAt,
  };
}
