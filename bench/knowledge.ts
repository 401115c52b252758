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
import { MaskedText } from '../src/kernel/masked-text.ts';
import {
  createAnswerPipeline,
  createKnowledgeRepository,
  createKnowledgeService,
  createPassageSearch,
  type LabelledQuestion,
  loadConversation,
  loadRecords,
  loadThesaurus,
  measureRecall,
  parseQuestions,
} from '../src/knowledge/index.ts';
import { candidatePlan, candidatesSql } from '../src/knowledge/passage-search-read-model.ts';
import { queryWords } from '../src/knowledge/term-analysis.ts';
import type { Thesaurus } from '../src/knowledge/thesaurus.ts';
import { conceptsOf, createVocabulary } from '../src/knowledge/vocabulary.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { createUnitOfWork } from '../src/platform/db/unit-of-work.ts';
import { createLog } from '../src/platform/log/log.ts';
import { withBenchDatabase } from './support/bench-database.ts';
import { fillWithHay, hay } from './support/knowledge-hay.ts';

const DIRECTORY = join(import.meta.dirname, '../jurisdictions/kz/knowledge');
const LANGUAGES = 3;
/** As the product installs its sources: a command has a time limit. */
const AT_ONCE = 10;

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

/** Milliseconds of CPU spent so far by this process and, where the kernel tells (Linux), by the whole server. */
async function createCpuMeter(pool: pg.Pool): Promise<() => number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const stat = `/proc/${rows[0]?.pid}/stat`;
  const server = existsSync(stat)
    ? (/\) \S (?<parent>\d+)/.exec(readFileSync(stat, 'utf8'))?.groups?.parent ?? '')
    : '';
  const children = `/proc/${server}/task/${server}/children`;
  // A connection that the pool has closed keeps what it had spent.
  const spent = new Map<string, number>();
  return () => {
    for (const pid of existsSync(children) ? readFileSync(children, 'utf8').trim().split(' ') : [])
      if (existsSync(`/proc/${pid}/schedstat`))
        spent.set(pid, Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  };
}

/** What the server says of the statement, for every question; the plans of the middling and of a slow one in full. */
async function explainAll(pool: pg.Pool, questions: readonly LabelledQuestion[], thesaurus: Thesaurus) {
  const vocabulary = createVocabulary();
  const terms = await pool.query<{ term: string; passages: number }>('select term, passages from knowledge_terms');
  for (const { term, passages } of terms.rows) vocabulary.set(term, passages);
  const { rows } = await pool.query<{ passages: number }>('select passages from knowledge_index_state');
  const asked = [];
  for (const { question } of questions) {
    const concepts = conceptsOf(queryWords(question), vocabulary, rows[0]?.passages ?? 0, thesaurus);
    const plan = candidatePlan(concepts, (key) => vocabulary.frequency(key));
    if (!plan) continue;
    const { text, values } = candidatesSql(plan, day('2026-11-22'));
    const explained = await pool.query(`explain (analyze, format json) ${text}`, values as unknown[]);
    const [figures] = explained.rows[0]['QUERY PLAN'];
    asked.push({ text, values, execution: figures['Execution Time'], planning: figures['Planning Time'] });
  }
  asked.sort((one, other) => one.execution - other.execution);
  const plans: string[] = [];
  for (const share of [0.5, 0.95]) {
    const one = asked[Math.floor(asked.length * share)];
    if (!one) continue;
    const shown = await pool.query(`explain (analyze, costs off, timing off, summary on) ${one.text}`, [...one.values]);
    plans.push(`-- the question at ${share}`, ...shown.rows.map((row) => row['QUERY PLAN']));
  }
  return {
    executions: asked.map(({ execution }) => execution),
    plannings: asked.map(({ planning }) => planning),
    plans,
  };
}

export async function benchKnowledge({ passages, rounds }: { passages: number; rounds: number }) {
  return withBenchDatabase(async ({ url }) => {
    const db = openDatabase(url, { maxConnections: 3 });
    const records = loadRecords(DIRECTORY);
    const uow = createUnitOfWork(db.prisma, createLog('silent'));
    const service = createKnowledgeService({
      knowledge: createKnowledgeRepository(),
      journal: createJournal(db.prisma),
      timezone: 'Asia/Almaty',
    });
    const filledAt = performance.now();
    for (let at = 0; at < records.length; at += AT_ONCE)
      await uow.run(`bench:needles:${at}`, (tx) =>
        service.install(tx, records.slice(at, at + AT_ONCE), { kind: 'machine', id: 'bench' }),
      );
    await fillWithHay(db.pool, hay(records, Math.max(0, Math.ceil(passages / LANGUAGES) - records.length)));
    const fillSeconds = Math.round((performance.now() - filledAt) / 1000);
    await db.pool.query('vacuum analyze knowledge_passages');
    await db.pool.query('vacuum analyze knowledge_terms');

    const thesaurus = loadThesaurus(join(DIRECTORY, 'synonyms.txt'));
    const search = createPassageSearch({
      db: db.prisma,
      today: async () => day('2026-11-22'),
      thesaurus,
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
    const statements = await explainAll(db.pool, questions, thesaurus);
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
      /** The one statement that looks for passages, by the server's own clock. */
      executionP50Ms: percentile(statements.executions, 0.5),
      executionP95Ms: percentile(statements.executions, 0.95),
      planningP95Ms: percentile(statements.plannings, 0.95),
      plans: statements.plans,
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
