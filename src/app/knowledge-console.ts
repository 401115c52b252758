import type { ConsoleKnowledge } from '../channels/console/index.ts';
import { zoned } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import { contentOf, createEditorDesk, createKnowledgeReadModel, previewOf } from '../knowledge/index.ts';
import type { Services } from './compose.ts';

/** The editors' side of knowledge: rights, lists and the desk behind the console's pages. */
export function createKnowledgeConsole({
  db,
  clock,
  timezone,
  register,
  knowledge,
  mask,
  tree,
  t,
  names,
}: Services): ConsoleKnowledge {
  const ownerName = (code: string) => {
    const parsed = AgencyCode.safeParse(code);
    return parsed.success ? (register.agency(parsed.data)?.name ?? null) : null;
  };
  return {
    desk: createEditorDesk({
      knowledge: knowledge.repository,
      service: knowledge.service,
      gaps: knowledge.gaps,
      ownerName,
    }),
    view: createKnowledgeReadModel(db),
    announcements: knowledge.announcements,
    announce: (tx, form, by) =>
      knowledge.announcements.publish(tx, form, by, (code) => {
        const place = form.territoryCode;
        // Works in a district concern who follows the city, and works in the city who follows the district.
        return (
          place === null || tree.isWithin(place as never, code as never) || tree.isWithin(code as never, place as never)
        );
      }),
    preview: (form) =>
      previewOf(contentOf(form, ownerName(form.owner), null), {
        t,
        formatDay: (language, on) => names.day(on, language),
      }),
    mask: (text) => mask(text).masked,
    today: async () => zoned(await clock.now(), timezone).on,
    ownerName,
  };
}
