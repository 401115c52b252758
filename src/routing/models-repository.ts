import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import type { Prisma, RoutingModel as Row } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Comparison } from './compare-models.ts';
import type { SuspectBatch } from './learnt-examples.ts';

export type ModelState = 'current' | 'candidate' | 'retired' | 'refused';

/** A trained version with what it was compared on. Version 0 is the one that was shipped. */
export interface ModelVersion {
  readonly version: number;
  readonly state: ModelState;
  readonly trainedAt: Date;
  readonly trainedBy: string | null;
  readonly examples: number;
  readonly excluded: readonly Omit<SuspectBatch, 'ids'>[];
  readonly figures: Readonly<Record<string, Comparison>>;
  readonly verdict: string;
  readonly contentHash: Uint8Array | null;
  readonly rulesHash: Uint8Array | null;
  readonly promotedAt: Date | null;
  readonly promotedBy: string | null;
}

const toVersion = (row: Row): ModelVersion => ({
  ...row,
  state: row.state as ModelState,
  excluded: row.excluded as unknown as ModelVersion['excluded'],
  figures: row.figures as unknown as ModelVersion['figures'],
});

export function createModelsRepository(db: Db) {
  return {
    async list(): Promise<readonly ModelVersion[]> {
      return (await db.routingModel.findMany({ orderBy: { version: 'desc' }, take: 30 })).map(toVersion);
    },

    /** Null: the shipped one. */
    async current(): Promise<ModelVersion | null> {
      const row = await db.routingModel.findFirst({ where: { state: 'current' }, orderBy: { version: 'desc' } });
      return row && toVersion(row);
    },

    async find(tx: Tx, version: number): Promise<ModelVersion | null> {
      const row = await prismaOf(tx).routingModel.findUnique({ where: { version } });
      return row && toVersion(row);
    },

    async add(tx: Tx, model: Omit<ModelVersion, 'version' | 'promotedAt' | 'promotedBy'>): Promise<number> {
      const last = await prismaOf(tx).routingModel.findFirst({ orderBy: { version: 'desc' } });
      const version = (last?.version ?? 0) + 1;
      await prismaOf(tx).routingModel.create({
        data: {
          ...model,
          version,
          contentHash: model.contentHash ? new Uint8Array(model.contentHash) : null,
          rulesHash: model.rulesHash ? new Uint8Array(model.rulesHash) : null,
          excluded: model.excluded as unknown as Prisma.InputJsonValue,
          figures: model.figures as unknown as Prisma.InputJsonValue,
        },
      });
      return version;
    },

    /** One version routes; null puts the shipped one back. */
    async promote(tx: Tx, version: number | null, by: string | null): Promise<void> {
      const models = prismaOf(tx).routingModel;
      await models.updateMany({ where: { state: 'current' }, data: { state: 'retired' } });
      if (version !== null)
        await models.update({ where: { version }, data: { state: 'current', promotedAt: tx.now, promotedBy: by } });
    },
  };
}
export type ModelsRepository = ReturnType<typeof createModelsRepository>;
