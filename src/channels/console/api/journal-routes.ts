import { z } from 'zod';
import { parseCaseNumber } from '../../../appeals/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AddRoutes } from './routes.ts';
import { JournalItem } from './schemas.ts';

export const addJournalRoutes: AddRoutes = (server, { journal, view, access, present }) => {
  server.get(
    '/journal/:number',
    {
      config: { access: { who: 'roles', roles: ['auditor', 'monitor', 'operator'], scope: 'journal' } },
      schema: {
        tags: ['journal'],
        summary: 'Everything that happened to a case, with the hashes of its chain',
        params: z.object({ number: z.string().max(20) }),
        response: { 200: z.object({ number: z.string(), items: z.array(JournalItem) }) },
      },
    },
    async (request) => {
      const number = parseCaseNumber(request.params.number);
      const appealId = number && (await view.appealByNumber(number));
      if (!number || !appealId) throw new Refusal('appeal.unknown', {});
      const entries = await journal.read(`appeal:${appealId}`);
      const names = await access.namesOf(
        entries.flatMap(({ actor }) => (actor.kind === 'citizen' ? [] : (actor.id ?? []))),
      );
      return {
        number,
        items: entries.map(({ seq, at, type, actor, facts, text, hash }) => ({
          seq,
          at: present.iso(at),
          type,
          actorKind: actor.kind,
          actorName: (actor.id && names.get(actor.id)) || null,
          facts,
          text,
          hash: Buffer.from(hash).toString('hex'),
        })),
      };
    },
  );
};
