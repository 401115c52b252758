import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Journal, SYSTEM } from '../journal/index.ts';
import { createAskJourney } from '../journeys/ask-question.ts';
import type { Clock } from '../kernel/clock.ts';
import { type Day, zoned } from '../kernel/day.ts';
import type { LanguageModel } from '../kernel/language-model.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import {
  createAnnouncementsRepository,
  createAnswerPipeline,
  createAnswersRepository,
  createEmbeddingsRepository,
  createFusedSearch,
  createGapsRepository,
  createKnowledgeRepository,
  createKnowledgeService,
  createPassageSearch,
  createPublicArchive,
  type Embedder,
  loadConversation,
  loadRecords,
  loadThesaurus,
  ofLengthOne,
} from '../knowledge/index.ts';
import type { Database } from '../platform/db/database.ts';
import { createEmbeddingClient } from '../platform/llm/index.ts';
import type { Mask } from '../privacy/index.ts';

interface Inputs {
  readonly database: Database;
  readonly uow: UnitOfWork;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly mask: Mask;
  readonly model: LanguageModel;
  readonly timezone: string;
  readonly folder: string;
  /** A text model is configured: answers may be said shorter after they are shown. */
  readonly hasModel: boolean;
  /** Unset: passages are found by words alone. */
  readonly embeddingModel?: {
    readonly apiKey: string | undefined;
    readonly baseUrl: string | undefined;
    readonly model: string;
  };
}

/** What the build learnt of questions that must not be answered. */
const LEARNT = fileURLToPath(new URL('../../dist/knowledge/', import.meta.url));
const SOURCES_AT_ONCE = 3;
const EMBEDDED_AT_ONCE = 32;

function embedderOf(model: NonNullable<Inputs['embeddingModel']>): Embedder {
  const client = createEmbeddingClient(model);
  return {
    model: client.model,
    embed: async (texts) =>
      (await client.embed(texts, texts.length > 1 ? 30_000 : undefined))?.map(ofLengthOne) ?? null,
  };
}

/** Approved sources, their search and the answering pipeline; the shipped records are installed once per edition. */
export function composeKnowledge({
  database,
  uow,
  journal,
  clock,
  mask,
  model,
  timezone,
  folder,
  hasModel,
  embeddingModel,
}: Inputs) {
  const directory = join(folder, 'knowledge');
  const knowledge = createKnowledgeRepository();
  const answers = createAnswersRepository();
  const service = createKnowledgeService({ knowledge, journal, timezone });
  const today = async (): Promise<Day> => zoned(await clock.now(), timezone).on;
  const search = createPassageSearch({
    db: database.prisma,
    today,
    thesaurus: loadThesaurus(join(directory, 'synonyms.txt')),
  });
  const embeddings = createEmbeddingsRepository(database.prisma);
  const embedder = embeddingModel ? embedderOf(embeddingModel) : null;
  const found = embedder ? createFusedSearch({ words: search, embedder, embeddings }) : search;
  const conversation = loadConversation(
    join(directory, 'conversation.yaml'),
    join(LEARNT, `${basename(folder)}.refusals.json`),
  );
  const without: LanguageModel = { ask: async () => ({ type: 'unavailable', reason: 'not_configured' }) };
  const pipeline = createAnswerPipeline({ conversation, search: found, model: without });
  const writing = hasModel ? createAnswerPipeline({ conversation, search: found, model }) : null;
  return {
    repository: knowledge,
    gaps: createGapsRepository(),
    archive: createPublicArchive({ db: database.prisma, search, today }),
    announcements: createAnnouncementsRepository(database.prisma),
    service,
    search,
    answers,
    ask: createAskJourney({ pipeline, writing, uow, answers, mask }),
    /** Has the embedding model read some passages it has not read. @returns true while there are more. */
    async embedSome(): Promise<boolean> {
      if (!embedder) return false;
      const missing = await embeddings.missing(embedder.model, EMBEDDED_AT_ONCE);
      if (missing.length === 0) return false;
      const vectors = await embedder.embed(missing.map(({ title, body }) => `${title}\n${body}`));
      if (!vectors) return false;
      await embeddings.save(
        embedder.model,
        missing.flatMap(({ id }, at) => (vectors[at] ? [{ id, vector: vectors[at] }] : [])),
      );
      return missing.length === EMBEDDED_AT_ONCE;
    },
    /** Brings in what ships with the product, a few sources at a time, once per edition of the files. */
    async install(demo: boolean): Promise<void> {
      const records = loadRecords(directory, { demo });
      const digest = createHash('sha256').update(JSON.stringify(records)).digest('hex');
      const { rows } = await database.pool.query<{ digest: string }>(
        "select digest from seeds where name = 'knowledge'",
      );
      if (rows[0]?.digest !== digest) {
        for (let at = 0; at < records.length; at += SOURCES_AT_ONCE) {
          const some = records.slice(at, at + SOURCES_AT_ONCE);
          await uow.run(
            `knowledge:install:${digest}:${at}`,
            async (tx) => void (await service.install(tx, some, SYSTEM)),
          );
        }
        await database.pool.query(
          "insert into seeds (name, digest, at) values ('knowledge', $1, business_now()) on conflict (name) do update set digest = excluded.digest, at = excluded.at",
          [digest],
        );
      }
      await search.refresh();
      // Learns now what it would learn with the first question.
      conversation.suspicion('?');
    },
  };
}
