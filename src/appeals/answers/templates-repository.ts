import { type AgencyCode, newId, type StaffId, type TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import type { AnswerTemplate as TemplateRow } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import type { Template, TemplateContent, TemplateState, TemplateUse } from './template.ts';

/** How often a template was sent, and what citizens said of those answers. */
export interface TemplateFigures {
  readonly uses: number;
  readonly resolved: number;
  readonly partly: number;
  readonly unresolved: number;
  readonly disputed: number;
}

export function createTemplatesRepository(db: Db) {
  return {
    async add(
      tx: Tx,
      { agencyCode, createdBy, ...content }: TemplateContent & { agencyCode: AgencyCode | null; createdBy: StaffId },
    ): Promise<string> {
      const id = newId(tx.now.getTime());
      await prismaOf(tx).answerTemplate.create({
        data: { id, agencyCode, createdBy, ...columnsOf(content), state: 'draft', createdAt: tx.now },
      });
      return id;
    },

    async find(id: string, tx?: Tx): Promise<Template | null> {
      const row = await (tx ? prismaOf(tx) : db).answerTemplate.findUnique({ where: { id } });
      return row && toTemplate(row);
    },

    async change(
      tx: Tx,
      { id, revision }: Template,
      changes: Partial<TemplateContent> & { state?: TemplateState; decidedBy?: StaffId | null },
    ): Promise<void> {
      const { state, decidedBy, ...content } = changes;
      const { count } = await prismaOf(tx).answerTemplate.updateMany({
        where: { id, revision },
        data: {
          ...(Object.keys(content).length > 0 ? columnsOf(content as TemplateContent) : {}),
          ...(state ? { state, decidedAt: tx.now } : {}),
          ...(decidedBy === undefined ? {} : { decidedBy }),
          revision: revision + 1,
        },
      });
      if (count === 0) throw new Refusal('template.changed_meanwhile', {});
    },

    /** A body's own and those for every body. */
    async list(agencyCode: AgencyCode | null, states?: readonly TemplateState[]): Promise<Template[]> {
      const rows = await db.answerTemplate.findMany({
        where: {
          ...(agencyCode === null ? {} : { OR: [{ agencyCode }, { agencyCode: null }] }),
          ...(states ? { state: { in: [...states] } } : {}),
        },
        orderBy: [{ state: 'asc' }, { nameRu: 'asc' }],
        take: 500,
      });
      return rows.map(toTemplate);
    },

    async recordUse(
      tx: Tx,
      use: { templateId: string; ticketId: TicketId; appealId: string; staffId: StaffId },
    ): Promise<void> {
      await prismaOf(tx).templateUse.create({ data: { id: newId(tx.now.getTime()), ...use, at: tx.now } });
    },

    /** Only uses of cases that the reader's body had are counted: nobody counts another body's. */
    async figures(agencyCode: AgencyCode | null): Promise<ReadonlyMap<string, TemplateFigures>> {
      const rows = await db.$queryRaw<
        { template_id: string; uses: bigint; resolved: bigint; partly: bigint; unresolved: bigint; disputed: bigint }[]
      >`
        select u.template_id, count(*) as uses,
          count(*) filter (where a.resolution = 'resolved') as resolved,
          count(*) filter (where a.resolution = 'partly') as partly,
          count(*) filter (where a.resolution = 'unresolved') as unresolved,
          count(*) filter (where a.disputes > 0) as disputed
        from template_uses u join appeals a on a.id = u.appeal_id join tickets t on t.id = u.ticket_id
        where ${agencyCode}::text is null or t.agency_code = ${agencyCode}
        group by u.template_id`;
      return new Map(
        rows.map(({ template_id, ...counts }) => [
          template_id,
          {
            uses: Number(counts.uses),
            resolved: Number(counts.resolved),
            partly: Number(counts.partly),
            unresolved: Number(counts.unresolved),
            disputed: Number(counts.disputed),
          },
        ]),
      );
    },
  };
}
export type TemplatesRepository = ReturnType<typeof createTemplatesRepository>;

const columnsOf = ({ name, body, ...rest }: TemplateContent) => ({
  ...rest,
  nameKk: name.kk,
  nameRu: name.ru,
  nameEn: name.en,
  bodyKk: body.kk,
  bodyRu: body.ru,
  bodyEn: body.en,
});

const toTemplate = (row: TemplateRow): Template => ({
  id: row.id,
  revision: row.revision,
  agencyCode: row.agencyCode as AgencyCode | null,
  use: row.use as TemplateUse,
  name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn },
  body: { kk: row.bodyKk, ru: row.bodyRu, en: row.bodyEn },
  outcome: row.outcome,
  topic: row.topic,
  takes: row.takes,
  note: row.note,
  state: row.state as TemplateState,
  createdBy: row.createdBy as StaffId,
  decidedBy: row.decidedBy as StaffId | null,
});
