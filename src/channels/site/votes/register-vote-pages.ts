import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import { Refusal } from '../../../kernel/refusal.ts';
import { type RoundView, VERDICTS } from '../../../participation/index.ts';
import { toCsv } from '../open-data/csv.ts';
import { number } from '../parts.ts';
import { roundPage, roundsPage } from './vote-pages.ts';
import type { VotePagesDeps } from './votes-deps.ts';

const READ = { schema: { hide: true }, config: { rateLimit: { max: 300, timeWindow: '1 minute' } } };
/** Judging takes reading: nobody reads faster. */
const JUDGE = { schema: { hide: true }, config: { rateLimit: { max: 40, timeWindow: '1 minute' } } };
const COOKIE = 'dauys_vote';
const KEEP_SECONDS = 180 * 86_400;
const Code = z.object({ code: z.string().regex(/^[a-z2-9]{10}$/) });
const Judged = z.object({ item: z.uuid(), verdict: z.enum(VERDICTS) });

const COLUMNS = [
  'number',
  'kind',
  'state',
  'title',
  'cost',
  'exposures',
  'for',
  'against',
  'skipped',
  'share',
  'wilson_low',
  'wilson_high',
  'site_exposures',
  'site_for',
  'site_against',
  'site_skipped',
  'votes',
] as const;

/** `/votes`: rounds, one item at a time by a form, results and exposures as data. */
export async function registerVotePages(app: FastifyInstance, deps: VotePagesDeps): Promise<void> {
  const { pages, votes, names, clock, uow, sealing, publicUrl, botName } = deps;

  async function found(request: FastifyRequest): Promise<RoundView> {
    const code = Code.safeParse(request.params);
    const view = code.success ? await votes.view.view({ code: code.data.code }) : null;
    if (!view || view.round.state === 'draft') throw new Refusal('round.not_found', {});
    return view;
  }

  /** A browser keeps a number of its own, sealed so that it cannot be made up; it knows nobody. */
  function browserOf(request: FastifyRequest): string | null {
    try {
      const sealed = Buffer.from(request.cookies[COOKIE] ?? '', 'base64url');
      return z.uuid().parse(sealing.openText(sealed, COOKIE));
    } catch {
      return null;
    }
  }

  function remember(reply: FastifyReply, browser: string): void {
    reply.setCookie(COOKIE, Buffer.from(sealing.seal(browser, COOKIE)).toString('base64url'), {
      path: '/votes',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: KEEP_SECONDS,
    });
  }

  /** What budgets count stays closed until the end, as data too. */
  const rowsOf = ({ items, ranking, round }: RoundView) => {
    const isHidden = round.kind === 'budget' && round.state !== 'closed';
    return items
      .filter(({ state }) => !['proposed', 'withdrawn'].includes(state))
      .map((item) => {
        const ranked = ranking.find((one) => one.item.id === item.id);
        const open = <Value>(value: Value): Value | null => (isHidden ? null : value);
        return [
          item.number,
          item.kind,
          item.state,
          item.title,
          item.cost,
          item.exposures,
          open(item.inFavour),
          open(item.against),
          open(item.skipped),
          open(ranked?.share ?? null),
          open(ranked?.low ?? null),
          open(ranked?.high ?? null),
          item.site.exposures,
          open(item.site.inFavour),
          open(item.site.against),
          open(item.site.skipped),
          item.votes,
        ];
      });
  };

  await pages.register(app, async (scope) => {
    scope.get('/votes', READ, async (request, reply) => {
      const view = pages.view(request, reply);
      const [open, closed] = await Promise.all([
        votes.view.list(['collecting', 'checking', 'voting']),
        votes.view.list(['closed', 'stopped']),
      ]);
      return pages.send(reply, view, roundsPage(view, open, closed, names));
    });

    scope.get('/votes/:code', READ, async (request, reply) => {
      const shown = await found(request);
      const view = pages.view(request, reply);
      const territories = shown.round.state === 'closed' ? await votes.view.byTerritory(shown.round.id) : [];
      const today = votes.today(await clock.now());
      const around = { names, today, botName: botName(), territories, reader: browserOf(request) ?? randomUUID() };
      reply.header('cache-control', 'no-store');
      return pages.send(reply, view, roundPage(view, shown, around));
    });

    scope.get('/votes/:code.json', READ, async (request, reply) => {
      const shown = await found(request);
      const { code, kind, state, title, seed, rule, budget, currency, voteUntil } = shown.round;
      const items = rowsOf(shown).map((row) => Object.fromEntries(row.map((value, at) => [COLUMNS[at], value])));
      const territories = state === 'closed' ? await votes.view.itemVotesByTerritory(shown.round.id) : [];
      return reply
        .type('application/json; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .send(
          JSON.stringify({ code, kind, state, title, seed, rule, budget, currency, voteUntil, items, territories }),
        );
    });
    scope.get('/votes/:code.csv', READ, async (request, reply) => {
      const shown = await found(request);
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('access-control-allow-origin', '*')
        .send(toCsv(COLUMNS, rowsOf(shown)));
    });

    await scope.register(async (forms) => {
      forms.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: 2_000 },
        (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      );
      forms.post('/votes/:code/next', JUDGE, async (request, reply) => {
        const { round } = await found(request);
        const known = browserOf(request);
        const browser = known ?? randomUUID();
        if (!known) remember(reply, browser);
        const voter = { id: browser, channel: 'site' } as const;
        const judged = Judged.safeParse(request.body);
        const { result: shown } = await uow.run(`votes.site:${randomUUID()}`, async (tx) => {
          if (judged.success && known) await votes.voting.judge(tx, judged.data.item, voter, judged.data.verdict);
          const next = await votes.voting.next(tx, round.id, voter);
          return (
            next && {
              ...next,
              item: {
                id: next.item.id,
                title: next.item.title,
                body: next.item.body,
                cost: next.item.cost,
                language: next.item.language,
              },
            }
          );
        });
        const view = pages.view(request, reply);
        const { t, language } = view;
        reply.header('cache-control', 'no-store');
        return pages.send(reply, view, {
          title: shown ? shown.item.title : t('votes-seen-all'),
          section: 'petitions',
          hidden: true,
          trail: [{ href: `/votes/${round.code}`, label: round.title[language] }],
          body: shown
            ? html`<p class="quiet">${t('votes-progress', { at: shown.judged + 1, total: shown.total })}</p>
<p class="plain" lang="${shown.item.language}">${shown.item.body}</p>
!${shown.item.cost === null ? '' : html`<p>${t('votes-cost', { sum: number(language, shown.item.cost), currency: shown.currency ?? '' })}</p>`}
<form method="post" action="/votes/${round.code}/next"><input type="hidden" name="item" value="${shown.item.id}">
!${VERDICTS.map((verdict) => html`<button name="verdict" value="${verdict}">${t(`votes-${verdict}`)}</button> `)}</form>`
            : html`<p><a href="/votes/${round.code}">${t('votes-results')}</a></p>`,
        });
      });
    });
  });
}
