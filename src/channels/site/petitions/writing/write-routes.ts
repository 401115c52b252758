import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isRefusal } from '../../../../kernel/refusal.ts';
import { TEXT_LIMITS } from '../../../../petitions/index.ts';
import { formOf } from '../../forms.ts';
import type { View } from '../../layout.ts';
import { readerLine, waysIn } from '../../reader/enter-pages.ts';
import type { Reader } from '../../reader/site-readers.ts';
import { refusalWords } from '../../refusal-words.ts';
import type { PetitionPagesDeps } from '../petition-pages-deps.ts';
import { askPage, beginPage, optionKey, type Problem, type Written, whomPage } from './writing-pages.ts';

const READ = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
/** Writing is slow; a form sent twenty times a minute is not written by anybody. */
const WRITE = { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };
const NOTHING: Written = { ask: '', place: '', why: '', details: '', option: '' };
const Once = z.uuid();

/** Petitions are written here as in the chat: what you ask, of whom, why; each step a form that needs no script. */
export function addWriteRoutes(scope: FastifyInstance, deps: PetitionPagesDeps): void {
  const {
    pages,
    petitions,
    readers,
    names,
    clock,
    uow,
    rememberPlace,
    suggestAddressees,
    findPlace,
    botName,
    identity,
  } = deps;
  const { profiles } = petitions;

  const open = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

  /** The reader, or the way to become one. */
  async function known(
    request: FastifyRequest,
    reply: FastifyReply,
    go: (reader: Reader, view: View) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const view = { ...pages.view(request, reply), address: '/petitions/new' };
    open(reply);
    const reader = await readers.of(request);
    if (reader) return go(reader, view);
    const ways = { botName: botName(), hasEid: identity !== null, to: '/petitions/new' };
    return pages.send(reply, view, beginPage(view, profiles, waysIn(view, ways)));
  }

  const first = (reply: FastifyReply, view: View, reader: Reader, written: Written, problem: Problem | null = null) =>
    pages.send(
      reply,
      view,
      askPage(view, { written, problem, profiles, around: readerLine(view, reader) }),
      problem ? 422 : 200,
    );

  function read(request: FastifyRequest): Written {
    const form = formOf(request);
    const part = (name: keyof Written) => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
    return {
      ask: part('ask'),
      place: part('place'),
      why: part('why'),
      details: part('details'),
      option: part('option'),
    };
  }

  function lengthProblem({ t }: View, written: Written, field: keyof typeof TEXT_LIMITS): Problem | null {
    const { min, max } = TEXT_LIMITS[field];
    const { length } = written[field];
    if (length < min) return { field, words: t('refusal-petition-text-too-short', { limit: min }) };
    return length > max ? { field, words: t('refusal-petition-text-too-long', { limit: max }) } : null;
  }

  async function second(
    reply: FastifyReply,
    view: View,
    reader: Reader,
    { written, problem = null, once = randomUUID() }: { written: Written; problem?: Problem | null; once?: string },
  ) {
    const short = lengthProblem(view, written, 'ask');
    if (short) return first(reply, view, reader, written, short);
    const territory = findPlace(written.place, reader.citizen.territoryCode);
    if (!territory) return first(reply, view, reader, written, { field: 'place', words: view.t('place-not-found') });
    const suggested = suggestAddressees(written.ask, territory, petitions.terms.today(await clock.now()));
    if (suggested.options.length === 0)
      return first(reply, view, reader, written, { field: 'place', words: view.t('petition-new-nobody') });
    const similar = await petitions.view.similar(written.ask);
    const shown = { written, problem, suggested, similar, profiles, names, once };
    return pages.send(reply, view, whomPage(view, shown), problem ? 422 : 200);
  }

  scope.get('/petitions/new', READ, (request, reply) =>
    known(request, reply, async (reader, view) => {
      const { territoryCode } = reader.citizen;
      const place = territoryCode ? names.territory(territoryCode, view.language) : '';
      return first(reply, view, reader, { ...NOTHING, place });
    }),
  );

  scope.post('/petitions/new/back', WRITE, (request, reply) =>
    known(request, reply, async (reader, view) => first(reply, view, reader, read(request))),
  );

  scope.post('/petitions/new/whom', WRITE, (request, reply) =>
    known(request, reply, async (reader, view) => second(reply, view, reader, { written: read(request) })),
  );

  scope.post('/petitions/new/draft', WRITE, (request, reply) =>
    known(request, reply, async (reader, view) => {
      const written = read(request);
      const given = Once.safeParse(formOf(request).get('once'));
      const once = given.success ? given.data : randomUUID();
      const again = (problem: Problem) => second(reply, view, reader, { written, problem, once });
      const territory = findPlace(written.place, reader.citizen.territoryCode);
      const today = petitions.terms.today(await clock.now());
      const option = suggestAddressees(written.ask, territory, today).options.find(
        (each) => optionKey(each) === written.option,
      );
      if (!territory || !option) return again({ field: 'option', words: view.t('writing-whom-missing') });
      for (const part of ['ask', 'why', 'details'] as const) {
        const problem = lengthProblem(view, written, part);
        if (problem) return again(problem);
      }
      const { profileId, authorityKey, agencyCode, territoryCode } = option;
      const { ask, why, details } = written;
      try {
        const { result: code } = await uow.run(`petition.draft:${reader.citizen.id}:${once}`, async (tx) => {
          await rememberPlace(tx, reader.citizen.id, territory);
          const draft = await petitions.authoring.draft(tx, {
            citizenId: reader.citizen.id,
            language: view.language,
            profileId,
            authorityKey,
            agencyCode,
            territoryCode,
            text: { ask, why, details },
          });
          return draft.code;
        });
        return reply.redirect(`/petitions/mine/${code}`, 303);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const words = refusalWords(view, error);
        return again({ field: 'option', words });
      }
    }),
  );
}
