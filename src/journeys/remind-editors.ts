import { addDays, type Day, zoned } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import type { RemindersRepository } from '../knowledge/index.ts';
import type { NotificationsRepository } from '../notifications/index.ts';

/** The kind under which a reminder travels to an editor. */
export const EDITOR_REMINDER = 'knowledge_reminder';

interface Deps {
  readonly uow: UnitOfWork;
  readonly reminders: RemindersRepository;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
  readonly timezone: string;
  /** A task is called near from this day on. */
  readonly soonUntil: (today: Day) => Day;
  /** Who writes for the body; whoever stands in where it has nobody here. */
  readonly editorsOf: (agency: string, writers: readonly string[]) => Promise<readonly string[]>;
  readonly now: () => Date;
}

/** Somebody needs a fortnight to have a text looked at by lawyers. */
const REVIEW_DAYS = 14;

/** Tells the editors of a body what they are to write, what is due, and which sources want another look; each stage once. */
export function createEditorReminders({ uow, reminders, notifications, timezone, soonUntil, editorsOf, now }: Deps) {
  return {
    /** @returns how many messages are on their way. */
    async round(): Promise<number> {
      const { result } = await uow.run(`knowledge:reminders:${newId(now().getTime())}`, async (tx) => {
        const today = zoned(tx.now, timezone).on;
        const due = [
          ...(await reminders.takeTasks(tx, today, soonUntil(today))),
          ...(await reminders.takeReviews(tx, today, addDays(today, REVIEW_DAYS))),
        ];
        let told = 0;
        for (const { agency, ...facts } of due) {
          const editors = await editorsOf(agency, await reminders.writersOf(tx, agency));
          told += await notifications.addMany(
            tx,
            editors.map((id) => ({
              to: { kind: 'officer', id },
              kind: EDITOR_REMINDER,
              facts: { agency, ...facts },
              lane: 'petitions',
              dedupeKey: `knowledge:reminder:${tx.key}:${facts.about}:${facts.stage}:${agency}:${id}`,
            })),
          );
        }
        return told;
      });
      return result;
    },
  };
}
export type EditorReminders = ReturnType<typeof createEditorReminders>;
