import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** The Prisma client for reading outside a transaction. Writing goes through `UnitOfWork.run`. */
export type Db = Omit<PrismaClient, '$transaction'>;

export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export function openDatabase(url: string, { maxConnections = 20 }: { maxConnections?: number } = {}): Database {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, application_name: 'dauys' });
  // A lost idle connection is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
