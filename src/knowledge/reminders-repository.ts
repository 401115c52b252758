import type { Day } from '../kernel/day.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** `new`: just given to the body. `soon`: its day is near. `late`: its day is over. */
export type ReminderStage = 'new' | 'soon' | 'late';

/** What the editors of one body are told at once: how many there are, and the first day among them. */
export interface Reminder {
  readonly agency: string;
  readonly about: 'tasks' | 'reviews';
  readonly stage: ReminderStage;
  readonly count: number;
  readonly firstOn: Day;
}

/** Each stage of a task or a review is handed out once; another day or another body begins again. */
export interface RemindersRepository {
  takeTasks(tx: Tx, today: Day, soonUntil: Day): Promise<readonly Reminder[]>;
  takeReviews(tx: Tx, today: Day, soonUntil: Day): Promise<readonly Reminder[]>;
  /** Ids of the people who have written sources of this body. */
  writersOf(tx: Tx, agency: string): Promise<readonly string[]>;
}

type Row = Omit<Reminder, 'about'>;

export function createRemindersRepository(): RemindersRepository {
  return {
    async takeTasks(tx, today, soonUntil) {
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        with staged as (
          select id, agency, due_on, case when due_on < ${today}::date then 'late' when due_on <= ${soonUntil}::date then 'soon' else 'new' end as stage
          from knowledge_gaps where state = 'assigned' and agency is not null and due_on is not null
        ), told as (
          update knowledge_gaps g set told = concat_ws(' ', s.stage, s.agency, s.due_on) from staged s
          where g.id = s.id and g.told is distinct from concat_ws(' ', s.stage, s.agency, s.due_on) returning s.agency, s.stage, s.due_on
        )
        select agency, stage, count(*)::integer as count, min(due_on)::text as "firstOn" from told group by agency, stage order by agency, stage`;
      return rows.map((row) => ({ ...row, about: 'tasks' }));
    },

    async takeReviews(tx, today, soonUntil) {
      const rows = await prismaOf(tx).$queryRaw<Row[]>`
        with staged as (
          select id, owner, review_on, case when review_on <= ${today}::date then 'late' else 'soon' end as stage
          from knowledge_sources where state = 'approved' and review_on <= ${soonUntil}::date
        ), told as (
          update knowledge_sources k set review_told = concat_ws(' ', s.stage, s.owner, s.review_on) from staged s
          where k.id = s.id and k.review_told is distinct from concat_ws(' ', s.stage, s.owner, s.review_on) returning s.owner as agency, s.stage, s.review_on
        )
        select agency, stage, count(*)::integer as count, min(review_on)::text as "firstOn" from told group by agency, stage order by agency, stage`;
      return rows.map((row) => ({ ...row, about: 'reviews' }));
    },

    async writersOf(tx, agency) {
      const rows = await prismaOf(tx).knowledgeVersion.findMany({
        where: { source: { owner: agency } },
        distinct: ['writtenBy'],
        select: { writtenBy: true },
      });
      return rows.map(({ writtenBy }) => writtenBy.replace(/^.*:/, ''));
    },
  };
}
