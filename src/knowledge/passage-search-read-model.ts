import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { Language } from '../kernel/language.ts';
import { type Db, prepared } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { type Found, inLanguage, type Passage, type PassageSearch } from './passage.ts';
import { type RankedPassage, rank } from './rank.ts';
import { queryWords } from './term-analysis.ts';
import { NO_THESAURUS, type Thesaurus } from './thesaurus.ts';
import { type Concept, conceptsOf, createVocabulary } from './vocabulary.ts';

/** How many passages are looked at one by one; the rarest words of a question choose them. */
const MAX_CANDIDATES = 300;
/** As many again that are called what was asked: by two of the rarer words, and by the rarest alone. */
const MAX_CALLED_TWICE = 150;
const MAX_CALLED = 150;
const HEADING_WORDS = 4;
/** How many groups are ranked exactly, with their translations. */
const MAX_GROUPS = 40;
/** Keys of a concept from this weight on are the word itself or its synonym; the others only look like it. */
const STRONG = 0.7;
const WEAK_SHARE = 0.4;

const TermsRow = z.object({
  id: z.string(),
  group_key: z.string(),
  language: Language,
  phrases: z.array(z.string()),
  body_terms: z.array(z.string()),
});

const TextRow = z.object({
  id: z.string(),
  version_id: z.string(),
  source_id: z.string(),
  group_key: z.string(),
  language: Language,
  title: z.string(),
  body: z.string(),
  notice: z.string().nullable(),
  references: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
  owner_name: z.string(),
  source_on: Day,
});

interface Deps {
  readonly db: Db;
  readonly today: () => Promise<Day>;
  readonly thesaurus?: Thesaurus;
}

export interface DatabaseSearch extends PassageSearch {
  /** Reads what other processes published since. `find` does it by itself; exposed for the start, so that the first question is not slow. */
  refresh(): Promise<void>;
}

/**
 * The search behind PostgreSQL: a GIN index over our own keys picks candidates by the rarest words of the question,
 * the same pure ranking as in memory puts them in order. The vocabulary is kept in the process and follows the table.
 */
export function createPassageSearch({ db, today, thesaurus = NO_THESAURUS }: Deps): DatabaseSearch {
  const vocabulary = createVocabulary();
  let seen = -1n;
  let total = 0;

  async function refresh(): Promise<void> {
    const [state] = await prepared(db).$queryRaw<
      { passages: number; changed: bigint }[]
    >`select passages, changed from knowledge_index_state where id = 1`;
    if (!state || state.changed === seen) return;
    // The state row is locked by every writer until its commit, so changes become visible in their order.
    const terms = await db.$queryRaw<
      { term: string; passages: number }[]
    >`select term, passages from knowledge_terms where changed > ${seen} and changed <= ${state.changed}`;
    for (const { term, passages } of terms) vocabulary.set(term, passages);
    seen = state.changed;
    total = state.passages;
  }

  return {
    refresh,
    async open(group, language) {
      const row = inLanguage((await textsOf([group], await today())).get(group) ?? [], language);
      return row ? passageOf(row) : null;
    },
    async find(text, language, limit) {
      const [on] = await Promise.all([today(), refresh()]);
      const concepts = conceptsOf(queryWords(text), vocabulary, total, thesaurus);
      const plan = candidatePlan(concepts, (key) => vocabulary.frequency(key));
      if (!plan) return [];
      const rows = z.array(TermsRow).parse(await db.$queryRaw(candidatesSql(plan, on)));
      const best = rank(concepts, rows.map(rankedPassage), vocabulary, total).slice(0, limit);
      const texts = await textsOf(
        best.map(({ group }) => group),
        on,
      );
      return best.flatMap(({ group, ...figures }): Found[] => {
        const row = inLanguage(texts.get(group) ?? [], language);
        return row ? [{ passage: passageOf(row), ...figures }] : [];
      });
    },
  };

  async function textsOf(groups: readonly string[], on: Day): Promise<Map<string, z.infer<typeof TextRow>[]>> {
    const rows = z.array(TextRow).parse(
      await db.$queryRaw`
        select id::text, version_id::text, source_id, group_key, language, title, body, notice, "references", owner_name, source_on::text
        from knowledge_passages
        where group_key = any(${groups}) and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date)`,
    );
    return Map.groupBy(rows, ({ group_key }) => group_key);
  }
}

export interface CandidatePlan {
  /** In tsquery syntax: passages that hold the rarest words, are called by two of the rarer ones, or by the rarest. */
  readonly candidates: string;
  readonly calledTwice: string;
  readonly called: string;
  readonly calledNext: string;
  /** What a passage gains by holding a word of the question, or something that only looks like it. */
  readonly worths: readonly { readonly concept: number; readonly query: string; readonly worth: number }[];
}

/**
 * The passages worth ranking, their groups whole: a few hundred rows by three index scans, each with its limit, and of them
 * the groups that hold most of the question.
 */
export const candidatesSql = (plan: CandidatePlan, on: Day): Prisma.Sql => Prisma.sql`
    with worths as (
      select concept, query::tsquery as query, worth from jsonb_to_recordset(${JSON.stringify(plan.worths)}::jsonb) as c(concept integer, query text, worth double precision)
    ), wanted as (
      (select group_key, search from knowledge_passages
       where heading @@ ${plan.calledTwice}::tsquery and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date)
       limit ${MAX_CALLED_TWICE})
      union all (select group_key, search from knowledge_passages
       where heading @@ ${plan.called}::tsquery and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date)
       limit ${MAX_CALLED})
      union all (select group_key, search from knowledge_passages
       where heading @@ ${plan.calledNext}::tsquery and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date)
       limit ${MAX_CALLED})
      union all (select group_key, search from knowledge_passages
       where search @@ ${plan.candidates}::tsquery and valid_from <= ${on}::date and (valid_until is null or valid_until >= ${on}::date)
       limit ${MAX_CANDIDATES})
    ), matched as (
      select w.group_key, c.concept, max(c.worth) as worth
      from wanted w join worths c on w.search @@ c.query group by w.group_key, c.concept
    ), scored as (
      select group_key from matched group by group_key order by sum(worth) desc, group_key limit ${MAX_GROUPS}
    )
    select p.id::text, p.group_key, p.language, p.phrases, p.body_terms from scored join knowledge_passages p using (group_key)
    where p.valid_from <= ${on}::date and (p.valid_until is null or p.valid_until >= ${on}::date)`;

/** Null: nothing that was asked stands anywhere. */
export function candidatePlan(concepts: readonly Concept[], frequency: (key: string) => number): CandidatePlan | null {
  const known = concepts
    .filter(({ variants }) => variants.length > 0)
    .map((concept, index) => ({
      ...concept,
      index,
      ...strongest(concept, frequency),
    }))
    .sort((one, other) => one.passages - other.passages);
  const [rarest, second, third] = known;
  if (!rarest) return null;
  const worths = known.map(({ query, idf, share, index }) => ({ concept: index, query, worth: idf * share }));
  const rarer = known.slice(0, HEADING_WORDS);
  const pairs = rarer.flatMap((one, at) => rarer.slice(at + 1).map((other) => bothOf(one, other)));
  return {
    candidates: chosenQuery(known, rarest, second, third),
    calledTwice: pairs.join(' | '),
    called: rarest.query,
    calledNext: second?.query ?? '',
    worths,
  };
}

const bothOf = (one: Choosable, other: Choosable): string => `((${one.query}) & (${other.query}))`;

/** The word itself and its synonyms; only when it is nowhere, what looks like it. */
function strongest({ variants }: Concept, frequency: (key: string) => number) {
  const strong = variants.filter(({ weight }) => weight >= STRONG);
  const chosen = strong.length > 0 ? strong : variants;
  return {
    query: anyOf(chosen),
    share: strong.length > 0 ? 1 : WEAK_SHARE,
    passages: chosen.reduce((sum, { key }) => sum + frequency(key), 0),
  };
}

interface Choosable {
  readonly query: string;
  readonly passages: number;
}

function chosenQuery(known: readonly Choosable[], rarest: Choosable, second?: Choosable, third?: Choosable): string {
  if (rarest.passages > MAX_CANDIDATES && second) {
    // Only common words: a passage must hold two of the three rarest.
    const pairs = third
      ? [bothOf(rarest, second), bothOf(rarest, third), bothOf(second, third)]
      : [bothOf(rarest, second)];
    return pairs.join(' | ');
  }
  let sum = 0;
  const chosen = known.filter(({ passages }, index) => {
    sum += passages;
    return index === 0 || sum <= MAX_CANDIDATES;
  });
  return chosen.map(({ query }) => query).join(' | ');
}

const anyOf = (variants: readonly { readonly key: string }[]): string =>
  variants.map(({ key }) => quoted(key)).join(' | ');
const quoted = (key: string): string => `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const rankedPassage = (row: z.infer<typeof TermsRow>): RankedPassage => ({
  id: row.id,
  group: row.group_key,
  language: row.language,
  terms: { phrases: row.phrases.map((phrase) => phrase.split(' ')), body: row.body_terms },
});

const passageOf = (row: z.infer<typeof TextRow>): Passage => ({
  id: row.id,
  version: row.version_id,
  source: row.source_id,
  group: row.group_key,
  language: row.language,
  title: row.title,
  body: row.body,
  notice: row.notice,
  references: row.references,
  owner: row.owner_name,
  sourceOn: row.source_on,
});
