import { createStaffRepository, type Staff } from '../access/index.ts';
import type { Officer } from '../appeals/index.ts';
import { createEditorReminders, EDITOR_REMINDER } from '../journeys/remind-editors.ts';
import { Day } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { createRemindersRepository } from '../knowledge/index.ts';
import type { Notification } from '../notifications/index.ts';
import type { Services } from './compose.ts';

export { EDITOR_REMINDER };

/** Working days before its day from which a task is called near. */
const SOON_DAYS = 2;
const PAGES = { tasks: 'gaps?state=assigned', reviews: 'knowledge?view=review' } as const;

/** What the editors of bodies are told, and in which words. */
export function composeKnowledgeEditors(services: Services, publicUrl: string) {
  const { db, uow, notifications, timezone, calendars, t, names } = services;
  const staff = createStaffRepository(db);
  const isActive = ({ state }: Staff): boolean => state === 'active';

  /** The heads of the body and whoever has written for it; where it has no such people here, the operators. */
  async function editorsOf(agency: string, writers: readonly string[]): Promise<readonly string[]> {
    const code = AgencyCode.safeParse(agency);
    const people = code.success ? (await staff.list(code.data)).filter(isActive) : [];
    const heads = people.filter(({ role }) => role === 'supervisor').map(({ id }) => id);
    const known = people.filter(({ id, role }) => role === 'officer' && writers.includes(id)).map(({ id }) => id);
    const found = [...new Set([...heads, ...known])];
    return found.length > 0 ? found : staff.activeOf('operator');
  }

  return {
    ...createEditorReminders({
      uow,
      reminders: createRemindersRepository(),
      notifications,
      timezone,
      soonUntil: (today) => calendars.current().addWorkingDays(today, SOON_DAYS),
      editorsOf,
      now: () => new Date(),
    }),

    /** Numbers, days and a page of ours, never the words of citizens: every channel may show it. */
    async text(
      facts: Notification['facts'],
      { agencyCode, language }: Pick<Officer, 'agencyCode'> & { language: Language },
    ): Promise<string | null> {
      const on = Day.safeParse(facts['firstOn']);
      const about = facts['about'] === 'reviews' ? 'reviews' : 'tasks';
      if (!on.success) return null;
      const agency = AgencyCode.safeParse(facts['agency']);
      const isOwn = agency.success && agency.data === agencyCode;
      return [
        t(language, `knowledge-reminder-${about}-${String(facts['stage'])}`, {
          count: Number(facts['count']),
          day: names.day(on.data, language),
        }),
        ...(isOwn || !agency.success ? [] : [names.agency(agency.data, language)]),
        `${publicUrl}/console/${PAGES[about]}`,
      ].join('\n');
    },
  };
}
export type KnowledgeEditors = ReturnType<typeof composeKnowledgeEditors>;
