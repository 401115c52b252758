import { z } from 'zod';
import { Refusal } from '../../../../kernel/refusal.ts';
import { AnnouncementForm } from '../../../../knowledge/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Coded, Done, instant, named } from '../schema-parts.ts';

const tags = ['announcements'];
const lead = { access: { who: 'roles', roles: ['supervisor', 'operator'], scope: 'knowledge' } } as const;
const Form = named('AnnouncementForm', AnnouncementForm);
const Announcement = named(
  'Announcement',
  z.object({
    id: z.string(),
    agency: Coded,
    form: Form,
    territory: Coded.nullable(),
    state: z.enum(['published', 'withdrawn']),
    publishedAt: instant,
    /** People it was for: told, and still waiting for room in their contact budget. */
    told: z.number().int(),
    waiting: z.number().int(),
  }),
);

/** What bodies tell those who chose to hear it. A supervisor speaks for the own body, an operator for any. */
export const addAnnouncementRoutes: AddRoutes = (server, deps) => {
  server.get(
    '/announcements',
    {
      config: lead,
      schema: {
        tags,
        summary: 'Announcements and how far they got',
        response: { 200: z.object({ items: z.array(Announcement) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const found = await deps.knowledge.announcements.list(staff.agencyCode);
      return {
        items: found.map(({ id, state, publishedAt, told, waiting, ...form }) => ({
          id,
          state,
          told,
          waiting,
          form: { ...form, topics: [...form.topics] },
          agency: deps.present.agency(form.agency),
          territory: form.territoryCode === null ? null : deps.present.territory(form.territoryCode as never),
          publishedAt: deps.present.iso(publishedAt),
        })),
      };
    },
  );

  server.post(
    '/announcements',
    {
      config: lead,
      schema: {
        tags,
        summary: 'Tell everybody who chose this subject, topic and place',
        body: Form,
        response: { 200: z.object({ id: z.string(), readers: z.number().int() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const form = request.body;
      if (staff.agencyCode !== null && staff.agencyCode !== form.agency)
        throw new Refusal('knowledge.not_allowed', { owner: form.agency });
      if (!deps.knowledge.ownerName(form.agency)) throw new Refusal('knowledge.no_such_owner', { owner: form.agency });
      return deps.runCommand(request, (tx) => deps.knowledge.announce(tx, form, staff.id));
    },
  );

  server.post(
    '/announcements/:announcementId/withdrawal',
    {
      config: lead,
      schema: {
        tags,
        summary: 'Tell it to nobody else',
        params: z.object({ announcementId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { announcementId } = request.params;
      const found = await deps.knowledge.announcements.find(announcementId);
      if (!found || (staff.agencyCode !== null && staff.agencyCode !== found.agency))
        throw new Refusal('knowledge.not_found', { announcement: announcementId });
      await deps.runCommand(request, async (tx) => {
        await deps.knowledge.announcements.withdraw(tx, announcementId);
        return null;
      });
      return { done: true } as const;
    },
  );
};
