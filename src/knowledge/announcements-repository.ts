import { Day } from '../kernel/day.ts';
import { AgencyCode, type CitizenId, newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { type Announcement, type AnnouncementForm, NewsSubject, type Subscriptions } from './announcement.ts';
import { type ContactBudget, hasRoom } from './answers-repository.ts';

interface Row {
  id: string;
  agency: string;
  subject: string;
  topics: string[];
  territory_code: string | null;
  content: AnnouncementForm['texts'];
  url: string | null;
  starts_on: string | null;
  ends_on: string | null;
  state: string;
  published_at: Date;
  waiting: number;
  told: number;
}

const announcementOf = (row: Row): Announcement & { waiting: number; told: number } => ({
  id: row.id,
  agency: AgencyCode.parse(row.agency),
  subject: NewsSubject.parse(row.subject),
  topics: row.topics,
  territoryCode: row.territory_code,
  texts: row.content,
  url: row.url,
  startsOn: row.starts_on === null ? null : Day.parse(row.starts_on),
  endsOn: row.ends_on === null ? null : Day.parse(row.ends_on),
  state: row.state as Announcement['state'],
  publishedAt: row.published_at,
  waiting: row.waiting,
  told: row.told,
});

/** Announcements of bodies and who asked for them. */
export function createAnnouncementsRepository(db: Db) {
  const select = (where: Prisma.Sql) => db.$queryRaw<Row[]>`
    select a.id::text, a.agency, a.subject, a.topics, a.territory_code, a.content, a.url, a.starts_on::text, a.ends_on::text, a.state, a.published_at,
      (select count(*) from announcement_readers r where r.announcement_id = a.id and r.told_at is null)::integer as waiting,
      (select count(*) from announcement_readers r where r.announcement_id = a.id and r.told_at is not null)::integer as told
    from announcements a where ${where} order by a.published_at desc limit 100`;

  return {
    list: async (agency: string | null) =>
      (await select(agency === null ? Prisma.sql`true` : Prisma.sql`a.agency = ${agency}`)).map(announcementOf),

    async find(id: string): Promise<Announcement | null> {
      const [row] = await select(Prisma.sql`a.id = ${id}::uuid`);
      return row ? announcementOf(row) : null;
    },

    /** Published and lined up for everybody whose choice it meets, in one transaction. @returns its id and for how many it is. */
    async publish(
      tx: Tx,
      form: AnnouncementForm,
      by: string,
      concerns: (territoryCode: string) => boolean,
    ): Promise<{ id: string; readers: number }> {
      const id = newId(tx.now.getTime());
      const { agency, subject, topics, territoryCode, texts, url, startsOn, endsOn } = form;
      await prismaOf(tx).$executeRaw`
        insert into announcements (id, agency, subject, topics, territory_code, content, url, starts_on, ends_on, state, published_by, published_at)
        values (${id}::uuid, ${agency}, ${subject}, ${topics}::text[], ${territoryCode}, ${JSON.stringify(texts)}::jsonb, ${url}, ${startsOn}::date, ${endsOn}::date,
          'published', ${by}, ${tx.now}::timestamptz(3))`;
      const chosen = await prismaOf(tx).$queryRaw<{ territory_code: string }[]>`
        select distinct territory_code from news_subscriptions where subject = ${subject}`;
      const territories = chosen.map((row) => row.territory_code).filter((code) => code === '' || concerns(code));
      const groups = topics.map((topic) => topic.split('.')[0] ?? topic);
      const readers = await prismaOf(tx).$executeRaw`
        insert into announcement_readers (announcement_id, citizen_id)
        select ${id}::uuid, s.citizen_id from news_subscriptions s
        where s.subject = ${subject} and s.territory_code = any(${territories}::text[])
          and (s.topic = '' or ${groups.length === 0} or split_part(s.topic, '.', 1) = any(${groups}::text[]))
        on conflict do nothing`;
      return { id, readers };
    },

    /** Who has not heard of it will not. */
    async withdraw(tx: Tx, id: string): Promise<void> {
      const { count } = await prismaOf(tx).announcement.updateMany({
        where: { id, state: 'published' },
        data: { state: 'withdrawn', endedAt: tx.now },
      });
      if (count === 0) throw new Refusal('knowledge.not_found', { announcement: id });
      await prismaOf(tx).announcementReader.deleteMany({ where: { announcementId: id, toldAt: null } });
    },

    /** The next people with room in their budget, each handed out once; what is over is told to nobody. */
    async takeReaders(
      tx: Tx,
      today: Day,
      limit: number,
      budget: ContactBudget,
    ): Promise<readonly { announcementId: string; citizenId: CitizenId }[]> {
      const rows = await prismaOf(tx).$queryRaw<{ announcement_id: string; citizen_id: CitizenId }[]>`
        with next as (
          select r.announcement_id, r.citizen_id from announcement_readers r join announcements a on a.id = r.announcement_id
          where r.told_at is null and a.state = 'published' and (a.ends_on is null or a.ends_on >= ${today}::date)
            and ${hasRoom(Prisma.raw('r.citizen_id'), budget, tx.now)}
          order by r.announcement_id limit ${limit} for update of r skip locked
        ), one_each as (select distinct on (citizen_id) announcement_id, citizen_id from next order by citizen_id, announcement_id)
        update announcement_readers r set told_at = ${tx.now}::timestamptz(3) from one_each o
        where r.announcement_id = o.announcement_id and r.citizen_id = o.citizen_id
        returning r.announcement_id::text, r.citizen_id::text`;
      return rows.map((row) => ({ announcementId: row.announcement_id, citizenId: row.citizen_id }));
    },

    async subscriptions(tx: Tx, citizenId: CitizenId): Promise<Subscriptions> {
      const rows = await prismaOf(tx).newsSubscription.findMany({ where: { citizenId }, orderBy: { subject: 'asc' } });
      return {
        subjects: rows.map(({ subject }) => NewsSubject.parse(subject)),
        topic: rows[0]?.topic ?? '',
        territoryCode: rows[0]?.territoryCode ?? '',
      };
    },

    /** Replaces the whole choice; no subject means nothing. */
    async choose(tx: Tx, citizenId: CitizenId, { subjects, topic, territoryCode }: Subscriptions): Promise<void> {
      await prismaOf(tx).newsSubscription.deleteMany({ where: { citizenId } });
      if (subjects.length > 0)
        await prismaOf(tx).newsSubscription.createMany({
          data: subjects.map((subject) => ({ citizenId, subject, topic, territoryCode, since: tx.now })),
        });
    },
  };
}
export type AnnouncementsRepository = ReturnType<typeof createAnnouncementsRepository>;
