import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import { isRefusal } from '../../../kernel/refusal.ts';
import { ITEM_LIMITS, type RoundView, VERDICTS } from '../../../participation/index.ts';
import { formOf } from '../forms.ts';
import type { Html, View } from '../layout.ts';
import { notice, number } from '../parts.ts';
import { readerLine } from '../reader/enter-pages.ts';
import { refusalWords } from '../refusal-words.ts';
import type { createVoters } from './vote-voters.ts';
import type { VotePagesDeps } from './votes-deps.ts';

/** Judging takes reading: nobody reads faster. */
const JUDGE = { schema: { hide: true }, config: { rateLimit: { max: 40, timeWindow: '1 minute' } } };
const Judged = z.object({ item: z.uuid(), verdict: z.enum(VERDICTS) });

/** One thing at a time by a form: for, against, skip, and one reason. */
export function addJudgingRoutes(
  scope: FastifyInstance,
  { pages, votes, uow }: VotePagesDeps,
  voters: ReturnType<typeof createVoters>,
  found: (request: FastifyRequest) => Promise<RoundView>,
): void {
  async function next(request: FastifyRequest, reply: FastifyReply, work: 'judge' | 'reason'): Promise<FastifyReply> {
    const { round } = await found(request);
    const { voter, reader, isNew } = await voters.of(request, reply, round.id);
    const view = { ...pages.view(request, reply), address: `/votes/${round.code}` };
    reply.header('cache-control', 'no-store');
    const form = Object.fromEntries(formOf(request));
    const judged = Judged.safeParse(form);
    const item = z.uuid().safeParse(form['item']);
    let said: string | null = null;
    const { result } = await uow.run(`votes.site:${randomUUID()}`, async (tx) => {
      try {
        if (work === 'judge' && judged.success && !isNew)
          await votes.voting.judge(tx, judged.data.item, voter, judged.data.verdict);
        if (work === 'reason' && item.success) {
          await votes.voting.reason(tx, item.data, voter, form['reason'] ?? '');
          said = view.t('votes-why-done');
        }
      } catch (error) {
        if (!isRefusal(error)) throw error;
        said = refusalWords(view, error);
      }
      const asked = judged.success && !isNew && judged.data.verdict !== 'skip' ? judged.data.item : null;
      const before = asked && { id: asked, title: await votes.voting.titleOf(tx, asked) };
      const found = await votes.voting.next(tx, round.id, voter);
      if (!found) return { before, item: null };
      const { id, title, body, cost, language } = found.item;
      const { judged: at, total, currency } = found;
      return { before, item: { id, title, body, cost, language }, judged: at, total, currency };
    });
    const { before } = result;
    const shown = result.item ? result : null;
    const around = html`!${reader ? readerLine(view, reader) : html`<p class="quiet">${view.t('votes-site-browser-note')} <a href="/enter?to=/votes/${round.code}">${view.t('votes-site-enter')}</a></p>`}
!${said ? notice(html`<p role="status">${said}</p>`) : ''}`;
    return pages.send(reply, view, {
      title: shown ? shown.item.title : view.t('votes-seen-all'),
      section: 'petitions',
      hidden: true,
      trail: [{ href: `/votes/${round.code}`, label: round.title[view.language] }],
      body: html`!${around}!${shown ? oneItem(view, round.code, shown) : html`<p><a href="/votes/${round.code}">${view.t('votes-results')}</a></p>`}
!${before ? reasonForm(view, round.code, before) : ''}`,
    });
  }

  scope.post('/votes/:code/next', JUDGE, (request, reply) => next(request, reply, 'judge'));
  scope.post('/votes/:code/reason', JUDGE, (request, reply) => next(request, reply, 'reason'));
}

interface OneItem {
  readonly item: {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly cost: number | null;
    readonly language: string;
  };
  readonly judged: number;
  readonly total: number;
  readonly currency: string | null;
}

function oneItem({ t, language }: View, code: string, { item, judged, total, currency }: OneItem): Html {
  return html`<p class="quiet">${t('votes-progress', { at: judged + 1, total })}</p>
<p class="plain" lang="${item.language}">${item.body}</p>
!${item.cost === null ? '' : html`<p>${t('votes-cost', { sum: number(language, item.cost), currency: currency ?? '' })}</p>`}
<form class="verdicts" method="post" action="/votes/${code}/next"><input type="hidden" name="item" value="${item.id}">
!${VERDICTS.map((verdict) => html`<button name="verdict" value="${verdict}"!${verdict === 'skip' ? ' class="minor"' : ''}>${t(`votes-${verdict}`)}</button> `)}</form>`;
}

/** One sentence about what was judged a moment ago; nobody has to give one. */
function reasonForm({ t }: View, code: string, { id, title }: { id: string; title: string }): Html {
  const { min, max } = ITEM_LIMITS.reason;
  return html`<details><summary>${t('votes-site-reason', { title })}</summary><form class="writing" method="post" action="/votes/${code}/reason">
<input type="hidden" name="item" value="${id}"><label for="reason">${t('votes-site-reason-label', { limit: max })}</label>
<textarea id="reason" name="reason" rows="3" minlength="${min}" maxlength="${max}" required></textarea><button>${t('votes-site-reason-send')}</button></form></details>`;
}
