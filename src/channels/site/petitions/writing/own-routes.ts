import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isRefusal, Refusal } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import type { PetitionView } from '../../../../petitions/index.ts';
import { formOf } from '../../forms.ts';
import { enterPage, readerLine } from '../../reader/enter-pages.ts';
import type { Reader } from '../../reader/site-readers.ts';
import { refusalWords } from '../../refusal-words.ts';
import type { PetitionPagesDeps } from '../petition-pages-deps.ts';
import { minePage, ownPage } from './own-pages.ts';
import type { Problem, TextPart } from './writing-pages.ts';

const READ = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };
const WRITE = { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };
const Code = z.object({ code: z.string().regex(/^[a-z2-9]{10}$/) });

/** One's own petitions on the site: drafts, the sponsors' link, an objection, a withdrawal. */
export function addOwnRoutes(scope: FastifyInstance, deps: PetitionPagesDeps): void {
  const { pages, petitions, readers, names, uow, botName, identity, publicUrl } = deps;
  const { authoring } = petitions;

  /** Nobody else's; a stranger is asked who they are, an acquaintance is told that there is nothing. */
  async function own(request: FastifyRequest): Promise<{ reader: Reader; view: PetitionView }> {
    const reader = await readers.of(request);
    const { code } = Code.parse(request.params);
    const view = reader && (await petitions.view.view({ code }));
    if (!reader || !view || view.petition.citizenId !== reader.citizen.id) throw new Refusal('petition.not_found', {});
    return { reader, view };
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { reader, view: petition }: Awaited<ReturnType<typeof own>>,
    problem: Problem | null = null,
  ): FastifyReply {
    const view = pages.view(request, reply);
    const { code } = petition.petition;
    const address = `${publicUrl}/petitions/${code}`;
    const bot = botName();
    const mark = petitions.keys.referrer(reader.citizen.id);
    const link = bot ? `https://t.me/${bot}?start=p_${code}_${mark}` : address;
    const around = { names, link, address, problem, around: readerLine(view, reader) };
    reply.header('cache-control', 'no-store');
    return pages.send(reply, view, ownPage(view, petition, around), problem ? 422 : 200);
  }

  scope.get('/petitions/mine', READ, async (request, reply) => {
    const view = pages.view(request, reply);
    reply.header('cache-control', 'no-store');
    const reader = await readers.of(request);
    if (!reader) {
      const ways = { botName: botName(), hasEid: identity !== null, to: '/petitions/mine' };
      return pages.send(reply, view, enterPage(view, ways));
    }
    const items = await petitions.view.ofCitizen(reader.citizen.id, 50);
    return pages.send(reply, view, minePage(view, items, readerLine(view, reader)));
  });

  scope.get('/petitions/mine/:code', READ, async (request, reply) => show(request, reply, await own(request)));

  function act(verb: string, work: (tx: Tx, view: PetitionView, reader: Reader) => Promise<unknown>): void {
    scope.post(`/petitions/mine/:code/${verb}`, WRITE, async (request, reply) => {
      const mine = await own(request);
      await uow.run(`petition.${verb}:${randomUUID()}`, async (tx) => {
        await work(tx, mine.view, mine.reader);
        return null;
      });
      const to = verb === 'discard' ? '/petitions/mine' : `/petitions/mine/${mine.view.petition.code}`;
      return reply.header('cache-control', 'no-store').redirect(to, 303);
    });
  }
  act('submit', (tx, { petition }, { citizen }) => authoring.submit(tx, petition.id, citizen.id));
  act('discard', (tx, { petition }, { citizen }) => authoring.withdraw(tx, petition.id, citizen.id));
  act('withdraw', (tx, { petition }, { citizen }) => authoring.withdraw(tx, petition.id, citizen.id));
  act('appeal', (tx, { petition }, { citizen }) => authoring.appeal(tx, petition.id, citizen.id));

  scope.post('/petitions/mine/:code/amend', WRITE, async (request, reply) => {
    const mine = await own(request);
    const { petition } = mine.view;
    const form = formOf(request);
    const part = (name: TextPart) => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();
    const text = { ask: part('ask'), why: part('why'), details: part('details') };
    try {
      await uow.run(`petition.amend:${randomUUID()}`, async (tx) => {
        await authoring.amend(tx, petition.id, mine.reader.citizen.id, text);
        return null;
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const view = pages.view(request, reply);
      const field = z.enum(['ask', 'why', 'details']).catch('ask').parse(error.facts['part']);
      const problem = { field, words: refusalWords(view, error) };
      // What was typed stays in the form.
      const typed = { ...mine.view, petition: { ...petition, original: text } };
      return show(request, reply, { ...mine, view: typed }, problem);
    }
    return reply.header('cache-control', 'no-store').redirect(`/petitions/mine/${petition.code}`, 303);
  });
}
