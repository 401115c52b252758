import type { FastifyInstance } from 'fastify';
import type { Citizen, CitizensRepository, CitizensService } from '../../../citizens/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { CitizenId } from '../../../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import { formOf, readForms } from '../forms.ts';
import type { SitePages } from '../site-pages.ts';
import { confirmEntryPage, enterPage } from './enter-pages.ts';
import { type EntryLinks, placeToGo } from './entry-links.ts';
import type { SiteReaders } from './site-readers.ts';

const HIDDEN = { schema: { hide: true }, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } };

export interface ReaderPagesDeps {
  readonly pages: SitePages;
  readonly readers: SiteReaders;
  readonly links: EntryLinks;
  readonly citizens: Pick<CitizensRepository, 'read' | 'get'>;
  readonly people: Pick<CitizensService, 'consent'>;
  readonly t: Translate;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly botName: () => string | null;
  readonly hasEid: boolean;
}

/** Agreement to what the page said, with its exact words; repeated entering changes nothing. */
export async function agreeOnSite(
  tx: Tx,
  citizen: Citizen,
  { people, t, evidence }: { people: Pick<CitizensService, 'consent'>; t: Translate; evidence: string },
): Promise<void> {
  if (citizen.consentVersion) return;
  const text = `${t(citizen.language, 'consent-text')}\n${t(citizen.language, 'consent-details')}`;
  await people.consent(tx, citizen, { purpose: 'processing', given: true, text, evidence });
}

/** `/enter` and `/leave`: the site learns who reads it, and forgets it again. */
export async function registerReaderPages(app: FastifyInstance, deps: ReaderPagesDeps): Promise<void> {
  const { pages, readers, links, citizens, people, t, uow, clock, botName, hasEid } = deps;
  const waysTo = (to: string) => ({ botName: botName(), hasEid, to });

  await pages.register(app, async (scope) => {
    readForms(scope);

    scope.get('/enter', HIDDEN, async (request, reply) => {
      const view = pages.view(request, reply);
      const query = request.query as Readonly<Record<string, unknown>>;
      const to = placeToGo(query['to']);
      // The address holds a key: neither caches nor the next site may learn it.
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      if (typeof query['key'] !== 'string') return pages.send(reply, view, enterPage(view, waysTo(to)));
      const entry = links.open(query['key'], await clock.now());
      const citizen = entry && (await citizens.read(entry.citizenId));
      if (!citizen) return pages.send(reply, view, enterPage(view, waysTo(to), 'stale'), 403);
      const form = { key: query['key'], to, needsConsent: citizen.consentVersion === null };
      return pages.send(reply, view, confirmEntryPage(view, form));
    });

    scope.post('/enter', HIDDEN, async (request, reply) => {
      const view = pages.view(request, reply);
      const form = formOf(request);
      const to = placeToGo(form.get('to'));
      const entry = links.open(form.get('key') ?? '', await clock.now());
      const outcome =
        entry &&
        (await uow.run(`site.enter:${entry.once}`, async (tx): Promise<CitizenId> => {
          const citizen = await citizens.get(tx, entry.citizenId);
          await agreeOnSite(tx, citizen, { people, t, evidence: `site entry ${entry.once}` });
          return citizen.id;
        }));
      if (outcome?.type !== 'done') return pages.send(reply, view, enterPage(view, waysTo(to), 'stale'), 403);
      await readers.remember(reply, { citizenId: outcome.result, by: 'chat' });
      return reply.header('cache-control', 'no-store').redirect(to, 303);
    });

    scope.post('/leave', HIDDEN, async (_request, reply) => {
      readers.forget(reply);
      return reply.header('cache-control', 'no-store').redirect('/petitions', 303);
    });
  });
}
