/**
 * Answering without a model among 100,000 passages: the shipped cards as the needles, and synthetic cards of many
 * invented towns around them. Uses its own embedded PostgreSQL, or the server in TEST_DATABASE_URL.
 *
 *   node bench/knowledge.ts [--json] [--passages N] [--rounds N]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { createJournal } from '../src/journal/index.ts';
import { day } from '../src/kernel/day.ts';
import { newId } from '../src/kernel/ids.ts';
import { MaskedText } from '../src/kernel/masked-text.ts';
import {
  createAnswerPipeline,
  createKnowledgeRepository,
  createKnowledgeService,
  createPassageSearch,
  type KnowledgeRecord,
  type LabelledQuestion,
  loadConversation,
  loadRecords,
  loadThesaurus,
  measureRecall,
  parseQuestions,
} from '../src/knowledge/index.ts';
import { passagesOf } from '../src/knowledge/passage.ts';
import { allTerms, termsOf } from '../src/knowledge/rank.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { createUnitOfWork } from '../src/platform/db/unit-of-work.ts';
import { createLog } from '../src/platform/log/log.ts';
import { withBenchDatabase } from './support/bench-database.ts';

const DIRECTORY = join(import.meta.dirname, '../jurisdictions/kz/knowledge');
const BATCH = 200;
const LANGUAGES = ['kk', 'ru', 'en'] as const;

/** Repeatable, so that two runs measure the same corpus. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Cards made of the shipped cards' own words, shuffled, plus words of invented towns: the hardest kind of hay, because
 * every common word of a question stands in tens of thousands of passages.
 */
function hay(records: readonly KnowledgeRecord[], count: number): KnowledgeRecord[] {
  const random = createRandom(20_261_122);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const syllables = 'ба ке та мар ғұл сай нұр тал дың шо ре ла кі жан бұ қо зар ай мыр тө'.split(' ');
  const latin = 'ba ke ta mar gul say nur tal ding sho re la ki zhan bu ko zar ay myr to'.split(' ');
  const town = (alphabet: readonly string[]): string =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(alphabet)).join('');
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      records.flatMap(({ translations }) => translations[language].body.split(/\s+/)),
    ]),
  );
  const titles = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      records.flatMap(({ translations }) => translations[language].title.split(/\s+/)),
    ]),
  );
  const text = (items: readonly string[], length: number): string =>
    Array.from({ length }, () => pick(items)).join(' ');
  return Array.from({ length: count }, (_, number): KnowledgeRecord => {
    const base = pick(records);
    const translations = Object.fromEntries(
      LANGUAGES.map((language) => {
        const place = town(language === 'en' ? latin : syllables);
        const body = `${text(words[language] ?? [], 40)} ${place}`;
        return [
          language,
          {
            title: `${text(titles[language] ?? [], 1)} ${place} ${town(language === 'en' ? latin : syllables)}`,
            body,
            synonyms: [],
            notice: null,
            references: [],
          },
        ];
      }),
    ) as unknown as KnowledgeRecord['translations'];
    return { ...base, id: `bench.hay_${number}`, topics: [], translations };
  });
}

/** All hay in one source, straight into the index: approving sources one by one is not what is measured here. */
async function fillWithHay(pool: pg.Pool, records: readonly KnowledgeRecord[]): Promise<void> {
  const [source, version] = ['bench.hay', newId()];
  await pool.query(
    `insert into knowledge_sources (id, kind, owner, origin, state, review_on, created_at) values ($1, 'faq', 'bench', 'written', 'approved', '2027-01-01', now())`,
    [source],
  );
  await pool.query(
    `insert into knowledge_versions (id, source_id, number, state, content, content_hash, valid_from, source_on, written_by, created_at)
     values ($1, $2, 1, 'approved', '{}', '', '2026-01-01', '2026-01-01', 'bench', now())`,
    [version, source],
  );
  for (let at = 0; at < records.length; at += BATCH) {
    const rows = records
      .slice(at, at + BATCH)
      .flatMap(passagesOf)
      .map((passage) => {
        const terms = termsOf(passage);
        return {
          id: newId(),
          group_key: passage.group,
          language: passage.language,
          title: passage.title,
          body: passage.body,
          phrases: terms.phrases.map((keys) => keys.join(' ')),
          body_terms: terms.body,
          terms: allTerms(terms),
          heading: [...new Set(terms.phrases.flat())],
        };
      });
    await pool.query(
      `insert into knowledge_passages (id, version_id, source_id, group_key, language, title, body, "references", owner_name, source_on, valid_from, phrases, body_terms, search, heading)
       select id, $1, $2, group_key, language, title, body, '[]', 'bench', '2026-01-01', '2026-01-01', phrases, body_terms, array_to_tsvector(terms), array_to_tsvector(heading)
       from jsonb_to_recordset($3) as r(id uuid, group_key text, language text, title text, body text, phrases text[], body_terms text[], terms text[], heading text[])`,
      [version, source, JSON.stringify(rows)],
    );
  }
  await pool.query(
    `with state as (update knowledge_index_state set changed = changed + 1, passages = (select count(*)::integer from knowledge_passages) returning changed)
     insert into knowledge_terms as t (term, passages, changed)
     select word.lexeme, count(*)::integer, max(state.changed) from knowledge_passages, state, unnest(search) as word where source_id = $1 group by word.lexeme
     on conflict (term) do update set passages = t.passages + excluded.passages, changed = excluded.changed`,
    [source],
  );
}

/** What PostgreSQL alone does with the same questions on the same rows: its Russian configuration, any word, ranked by `ts_rank`. */
async function measurePlainFullText(pool: pg.Pool, questions: readonly LabelledQuestion[], rounds: number) {
  await pool.query(
    `alter table knowledge_passages add column plain tsvector generated always as (to_tsvector('russian', title || ' ' || body)) stored`,
  );
  await pool.query('create index on knowledge_passages using gin (plain)');
  await pool.query('vacuum analyze knowledge_passages');
  const times: number[] = [];
  let hits = 0;
  for (let round = -1; round < rounds; round += 1) {
    for (const { question, records } of questions) {
      const begun = performance.now();
      const { rows } = await pool.query<{ source_id: string }>(
        `select source_id from knowledge_passages, (select replace(plainto_tsquery('russian', $1)::text, ' & ', ' | ')::tsquery as wanted) as q
         where plain @@ wanted order by ts_rank(plain, wanted) desc limit 15`,
        [question],
      );
      if (round < 0) continue;
      times.push(performance.now() - begun);
      if (round === 0 && [...new Set(rows.map((row) => row.source_id))].slice(0, 5).some((id) => records.includes(id)))
        hits += 1;
    }
  }
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    recallAt5: Math.round((hits / questions.length) * 1000) / 1000,
  };
}

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
};

/** Milliseconds of CPU spent so far by this process and, where the kernel tells (Linux), by the connection's backend. */
async function createCpuMeter(pool: pg.Pool): Promise<() => number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const file = `/proc/${rows[0]?.pid}/schedstat`;
  const backendMs = (): number => (existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : 0);
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + backendMs();
  };
}

export async function benchKnowledge({ passages, rounds }: { passages: number; rounds: number }) {
  return withBenchDatabase(async ({ url }) => {
    // One connection, so that its backend's work can be told from others'.
    const db = openDatabase(url, { maxConnections: 1 });
    const records = loadRecords(DIRECTORY);
    const uow = createUnitOfWork(db.prisma, createLog('silent'));
    const service = createKnowledgeService({
      knowledge: createKnowledgeRepository(),
      journal: createJournal(db.prisma),
      timezone: 'Asia/Almaty',
    });
    const filledAt = performance.now();
    await uow.run('bench:needles', (tx) => service.install(tx, records, { kind: 'machine', id: 'bench' }));
    await fillWithHay(db.pool, hay(records, Math.max(0, Math.ceil(passages / LANGUAGES.length) - records.length)));
    const fillSeconds = Math.round((performance.now() - filledAt) / 1000);
    await db.pool.query('vacuum analyze knowledge_passages');
    await db.pool.query('vacuum analyze knowledge_terms');

    const plans: string[] = [];
    const search = createPassageSearch({
      db: db.prisma,
      today: async () => day('2026-11-22'),
      thesaurus: loadThesaurus(join(DIRECTORY, 'synonyms.txt')),
    });
    const loadedAt = performance.now();
    await search.refresh();
    const vocabularyMs = Math.round(performance.now() - loadedAt);
    const pipeline = createAnswerPipeline({
      conversation: loadConversation(join(DIRECTORY, 'conversation.yaml')),
      search,
      model: { ask: async () => ({ type: 'unavailable', reason: 'not_configured' }) },
    });
    const questions = parseQuestions(readFileSync(join(DIRECTORY, 'eval/questions.tsv'), 'utf8'));
    const cpu = await createCpuMeter(db.pool);
    const busy: number[] = [];
    const elapsed: number[][] = [];
    for (let round = -1; round < rounds; round += 1) {
      const times: number[] = [];
      for (const { question, language } of questions) {
        const begun = performance.now();
        const cpuBegun = cpu();
        await pipeline.answer({
          text: MaskedText.parse(question),
          language: language === 'mixed' ? 'kk' : language,
          mode: 'asked',
          context: null,
        });
        times.push(performance.now() - begun);
        if (round >= 0) busy.push(cpu() - cpuBegun);
      }
      if (round >= 0) elapsed.push(times);
    }
    const { groups } = await measureRecall(questions, search);
    const [rows] = (
      await db.pool.query(
        'select count(*)::integer as passages, (select count(*)::integer from knowledge_terms) as terms, pg_size_pretty(pg_total_relation_size($1)) as size from knowledge_passages',
        ['knowledge_passages'],
      )
    ).rows;
    for (const [column, limit] of [
      ['search', 300],
      ['heading', 1500],
    ]) {
      const plan = await db.pool.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, costs off, timing off, summary on) select id from knowledge_passages
         where ${column} @@ $1::tsquery and valid_from <= '2026-11-22' and (valid_until is null or valid_until >= '2026-11-22') limit ${limit}`,
        ["'балабакша' | 'кезек'"],
      );
      plans.push(...plan.rows.map((row) => row['QUERY PLAN']));
    }
    const floor: number[] = [];
    for (let at = 0; at < 300; at += 1) {
      const begun = performance.now();
      await db.pool.query('select 1');
      floor.push(performance.now() - begun);
    }
    const peer = await measurePlainFullText(db.pool, questions, rounds);
    await db.close();
    const medians = (share: number): number =>
      percentile(
        elapsed.map((times) => percentile(times, share)),
        0.5,
      );
    return {
      bench: 'knowledge',
      rounds,
      ...rows,
      fillSeconds,
      vocabularyMs,
      questions: questions.length,
      p50Ms: medians(0.5),
      p95Ms: medians(0.95),
      p99Ms: medians(0.99),
      /** Work of this process and of its backend: what stays when nobody else uses the machine. */
      cpuP50Ms: percentile(busy, 0.5),
      cpuP95Ms: percentile(busy, 0.95),
      recallAt5: groups.all?.recallAt5,
      /** A round trip that asks nothing: how busy the machine was. */
      emptyQueryP95Ms: percentile(floor, 0.95),
      plainFullText: peer,
      ratioToPlainP95: Math.round((medians(0.95) / peer.p95Ms) * 100) / 100,
      plans,
      node: process.version,
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const option = (name: string, fallback: number): number => {
    const at = process.argv.indexOf(name);
    return at > 0 ? Number(process.argv[at + 1]) : fallback;
  };
  const report = await benchKnowledge({ passages: option('--passages', 100_000), rounds: option('--rounds', 3) });
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else {
    const { plans, plainFullText, ...figures } = report;
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(14)} ${value}`);
    console.log(`plain full text ${JSON.stringify(plainFullText)}`);
    console.log(plans.join('\n'));
  }
}
