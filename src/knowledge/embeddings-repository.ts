import type { Db } from '../platform/db/database.ts';

export interface EmbeddedPassage {
  readonly group: string;
  readonly vector: Float32Array;
}

/** Vectors of the passages in the index; a passage that is withdrawn takes its vector along. */
export function createEmbeddingsRepository(db: Db) {
  return {
    /** Passages that this model has not read yet. */
    missing: (model: string, limit: number) =>
      db.$queryRaw<{ id: string; title: string; body: string }[]>`
        select p.id::text, p.title, p.body from knowledge_passages p left join knowledge_embeddings e on e.passage_id = p.id and e.model = ${model}
        where e.passage_id is null order by p.id limit ${limit}`,

    async save(model: string, rows: readonly { id: string; vector: Float32Array }[]): Promise<void> {
      for (const { id, vector } of rows)
        await db.$executeRaw`
          insert into knowledge_embeddings (passage_id, model, vector)
          select ${id}::uuid, ${model}, ${Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)} where exists (select 1 from knowledge_passages where id = ${id}::uuid)
          on conflict (passage_id) do update set model = excluded.model, vector = excluded.vector`;
    },

    /** Changes when a passage comes or goes, so that a process knows when to read again. */
    async edition(model: string): Promise<string> {
      const [row] = await db.$queryRaw<{ edition: string }[]>`
        select count(*)::text || ':' || coalesce(max(passage_id::text), '') || ':' || (select changed::text from knowledge_index_state where id = 1) as edition
        from knowledge_embeddings where model = ${model}`;
      return row?.edition ?? '';
    },

    async all(model: string): Promise<EmbeddedPassage[]> {
      const rows = await db.$queryRaw<{ group_key: string; vector: Uint8Array }[]>`
        select p.group_key, e.vector from knowledge_embeddings e join knowledge_passages p on p.id = e.passage_id where e.model = ${model}`;
      return rows.map(({ group_key, vector }) => ({
        group: group_key,
        vector: new Float32Array(Uint8Array.from(vector).buffer),
      }));
    },
  };
}
export type EmbeddingsRepository = ReturnType<typeof createEmbeddingsRepository>;
