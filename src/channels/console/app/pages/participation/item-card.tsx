import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { type RoundCase, useAct, type VoteItem } from './model.tsx';

const REFUSALS = ['not_competent', 'too_costly', 'not_lawful', 'duplicate', 'insulting', 'unclear'] as const;
const STAGES = ['planned', 'tender', 'works', 'done', 'dropped'] as const;
const percent = (share: number): number => Math.round(share * 100);

interface CardProps {
  readonly item: VoteItem;
  readonly round: RoundCase;
  readonly role: string;
}

/** One proposal: its words, how it was judged, and what may be done with it. */
export function ItemCard({ item, round, role }: CardProps) {
  const { t, name } = useTexts();
  const isDesk = role === 'operator';
  return (
    <li className="card petition-row">
      <header>
        <span className="chip">№ {item.number}</span>
        <span className="chip">{t('console-votes-item-state', { state: item.state })}</span>
        {item.cost !== null && (
          <span className="chip">
            {item.cost} {round.currency ?? ''}
          </span>
        )}
        {item.votes !== null && <span className="chip strong">{t('console-votes-votes', { count: item.votes })}</span>}
      </header>
      <p className="petition-ask" lang={item.language}>
        {item.title}
      </p>
      <p className="words" lang={item.language}>
        {item.body}
      </p>
      {item.place && <p className="muted">{name(item.place.name)}</p>}
      {item.exposures > 0 && (
        <p className="muted">
          {t('console-votes-judged', {
            exposures: item.exposures,
            for: item.inFavour,
            against: item.against,
            skipped: item.skipped,
          })}{' '}
          {item.share !== null &&
            t('console-votes-share', {
              share: percent(item.share),
              low: percent(item.low),
              high: percent(item.high),
              places: [...new Set(item.places)].join('–'),
            })}
        </p>
      )}
      {item.refusal && (
        <p className="petition-hint">
          {t('console-votes-refusal', { code: item.refusal.code })} {item.refusal.note}
        </p>
      )}
      {item.progress.length > 0 && (
        <ol className="petition-timeline">
          {item.progress.map(({ stage, note, at }) => (
            <li key={at}>
              <Time at={at} /> · {t('console-votes-stage', { stage })} · {note}
            </li>
          ))}
        </ol>
      )}
      {isDesk && item.state === 'proposed' && <CheckForm item={item} isBudget={round.kind === 'budget'} />}
      {isDesk && item.state === 'chosen' && <ProgressForm itemId={item.id} />}
    </li>
  );
}

function CheckForm({ item, isBudget }: { item: VoteItem; isBudget: boolean }) {
  const { t } = useTexts();
  const act = useAct();
  const [cost, setCost] = useState(item.cost === null ? '' : String(item.cost));
  const [code, setCode] = useState<(typeof REFUSALS)[number]>('not_competent');
  const [note, setNote] = useState('');
  const path = { itemId: item.id };
  return (
    <>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate((headers) =>
            answered(
              api.POST('/api/v1/vote-items/{itemId}/admit', {
                params: { path },
                headers,
                body: isBudget ? { cost: Number(cost) } : {},
              }),
            ),
          );
        }}
      >
        {isBudget && (
          <label className="field">
            <span>{t('console-votes-cost')}</span>
            <input type="number" min={1} required value={cost} onChange={({ target }) => setCost(target.value)} />
          </label>
        )}
        <button type="submit" className="primary" disabled={act.isPending}>
          {t('console-votes-admit')}
        </button>
      </form>
      <details>
        <summary>{t('console-votes-refuse')}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate((headers) =>
              answered(
                api.POST('/api/v1/vote-items/{itemId}/refuse', { params: { path }, headers, body: { code, note } }),
              ),
            );
          }}
        >
          <label className="field">
            <span>{t('console-votes-refuse-reason')}</span>
            <select value={code} onChange={({ target }) => setCode(target.value as (typeof REFUSALS)[number])}>
              {REFUSALS.map((one) => (
                <option key={one} value={one}>
                  {t('console-votes-refusal', { code: one })}
                </option>
              ))}
            </select>
          </label>
          <Field label={t('console-votes-refuse-note')} value={note} onChange={setNote} />
          <div className="petition-acts">
            <button type="submit" disabled={act.isPending}>
              {t('console-votes-refuse')}
            </button>
          </div>
        </form>
      </details>
      <ErrorNote error={act.error} kept />
    </>
  );
}

function ProgressForm({ itemId }: { itemId: string }) {
  const { t } = useTexts();
  const [stage, setStage] = useState<(typeof STAGES)[number]>('planned');
  const [note, setNote] = useState('');
  const act = useAct(() => setNote(''));
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate((headers) =>
          answered(
            api.POST('/api/v1/vote-items/{itemId}/progress', {
              params: { path: { itemId } },
              headers,
              body: { stage, note },
            }),
          ),
        );
      }}
    >
      <label className="field">
        <span>{t('console-votes-progress-stage')}</span>
        <select value={stage} onChange={({ target }) => setStage(target.value as (typeof STAGES)[number])}>
          {STAGES.map((one) => (
            <option key={one} value={one}>
              {t('console-votes-stage', { stage: one })}
            </option>
          ))}
        </select>
      </label>
      <Field label={t('console-votes-progress-note')} required value={note} onChange={setNote} />
      <button type="submit" disabled={act.isPending}>
        {t('console-votes-progress-act')}
      </button>
      <ErrorNote error={act.error} kept />
    </form>
  );
}
