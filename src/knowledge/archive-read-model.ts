import type { Day } from '../kernel/day.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import type { PassageSearch } from './passage.ts';
import type { Reference } from './record.ts';
import { SourceContent } from './source.ts';

export interface PublicSourceLine {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** The reader's language where the source speaks it. */
  readonly shownIn: Language;
}

export interface PublicSource {
  readonly id: string;
  readonly content: SourceContent;
  readonly shown: {
    readonly language: Language;
    readonly title: string;
    readonly body: string;
    readonly notice: string | null;
    readonly owner: string;
    readonly references: readonly Reference[];
  };
}

/** What everybody may read: approved, in force today, as the chat answers it. */
export interface PublicArchive {
  count(): Promise<number>;
  list(language: Language, page: { offset: number; limit: number }): Promise<readonly PublicSourceLine[]>;
  /** By the same search as the chat's, one line a source. */
  find(words: string, language: Language, limit: number): Promise<readonly PublicSourceLine[]>;
  source(id: string, language: Language): Promise<PublicSource | null>;
}

interface Deps {
  readonly db: Db;
  readonly search: PassageSearch;
  readonly today: () => Promise<Day>;
}

export function createPublicArchive({ db, search, today }: Deps): PublicArchive {
  const inForce = (on: Day): Prisma.Sql => Prisma.sql`
    knowledge_sources s join knowledge_versions v on v.id = s.current_version_id
    where s.state = 'approved' and v.state = 'approved' and v.valid_from <= ${on}::date and (v.valid_until is null or v.valid_until >= ${on}::date)`;

  const lineOf = ({ id, content }: { id: string; content: SourceContent }, wanted: Language): PublicSourceLine => {
    const shownIn = [wanted, ...LANGUAGES].find((each) => content.translations[each]) ?? wanted;
    const owner = content.ownerName[wanted] ?? Object.values(content.ownerName)[0] ?? '';
    return { id, title: content.translations[shownIn]?.title ?? id, owner, shownIn };
  };

  async function rows(where: Prisma.Sql): Promise<{ id: string; content: SourceContent }[]> {
    const found = await db.$queryRaw<
      { id: string; content: unknown }[]
    >`select s.id, v.content from ${inForce(await today())} ${where}`;
    return found.map(({ id, content }) => ({ id, content: SourceContent.parse(content) }));
  }

  return {
    async count() {
      const [row] = await db.$queryRaw<
        { total: number }[]
      >`select count(*)::integer as total from ${inForce(await today())}`;
      return row?.total ?? 0;
    },

    async list(language, { offset, limit }) {
      const found = await rows(Prisma.sql`order by s.owner, s.id offset ${offset} limit ${limit}`);
      return found.map((row) => lineOf(row, language));
    },

    async find(words, language, limit) {
      const found = await search.find(words, language, limit);
      const lines = new Map<string, PublicSourceLine>();
      for (const { passage } of found)
        if (!lines.has(passage.source))
          lines.set(passage.source, {
            id: passage.source,
            title: passage.title,
            owner: passage.owner,
            shownIn: passage.language,
          });
      return [...lines.values()];
    },

    async source(id, language) {
      const [row] = await rows(Prisma.sql`and s.id = ${id}`);
      if (!row) return null;
      const { shownIn, owner } = lineOf(row, language);
      const translation = row.content.translations[shownIn];
      if (!translation) return null;
      const { title, body, notice, references } = translation;
      return { id, content: row.content, shown: { language: shownIn, title, body, notice, owner, references } };
    },
  };
}
