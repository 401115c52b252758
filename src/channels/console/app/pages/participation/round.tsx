import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { ItemCard } from './item-card.tsx';
import { type RoundCase, RoundFacts, useAct, VOTES, VoteTabs } from './model.tsx';

type Command = Exclude<RoundCase['commands'][number], 'stop' | 'add-petition'>;

/** One round: what waits for the check, how it stands, what comes next. */
export function RoundPage({ me, params }: PageProps) {
  const roundId = params['roundId'] ?? '';
  const { t, name } = useTexts();
  const round = useQuery({
    queryKey: [VOTES, 'round', roundId],
    queryFn: () => answered(api.GET('/api/v1/vote-rounds/{roundId}', { params: { path: { roundId } } })),
  });
  if (round.error) return <ErrorNote error={round.error} />;
  if (!round.data) return <Skeleton rows={4} />;
  const { data } = round;
  const waiting = data.entries.filter(({ state }) => state === 'proposed');
  const others = data.entries
    .filter(({ state }) => state !== 'proposed')
    .toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || b.low - a.low);
  return (
    <>
      <PageTitle>{name(data.title)}</PageTitle>
      <VoteTabs />
      <RoundFacts round={data} />
      <p>{name(data.about)}</p>
      <p className="muted">
        {data.collectUntil && (
          <>
            {t('console-votes-collect-until')} <Day on={data.collectUntil} /> ·{' '}
          </>
        )}
        {t('console-votes-until')} <Day on={data.voteUntil} />
        {data.kind === 'budget' && ` · ${t('console-votes-ballots', { count: data.ballots })}`}
      </p>
      <RoundActs round={data} />
      {waiting.length > 0 && (
        <section className="petition-section">
          <h2 className="section-title">{t('console-votes-waiting', { count: waiting.length })}</h2>
          <ul className="petition-rows">
            {waiting.map((item) => (
              <ItemCard key={item.id} item={item} round={data} role={me.role} />
            ))}
          </ul>
        </section>
      )}
      <section className="petition-section">
        <h2 className="section-title">{t('console-votes-all')}</h2>
        {data.entries.length === 0 && <Empty title={t('console-votes-no-items')} />}
        <ul className="petition-rows">
          {others.map((item) => (
            <ItemCard key={item.id} item={item} round={data} role={me.role} />
          ))}
        </ul>
      </section>
      {data.territories.length > 0 && (
        <section className="petition-section">
          <h2 className="section-title">{t('console-votes-territories')}</h2>
          <ul>
            {data.territories.map(({ place, ballots }) => (
              <li key={place?.code ?? ''}>
                {place ? name(place.name) : t('console-votes-elsewhere')}: {ballots}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="hash">{t('console-votes-seed', { seed: data.seed })}</p>
      <p className="petition-acts">
        <a href={data.page} target="_blank" rel="noreferrer">
          {t('console-votes-page')}
        </a>
        <Link className="back" href={`/votes/${data.id}/integrity`}>
          {t('console-votes-to-integrity')}
        </Link>
      </p>
    </>
  );
}

function RoundActs({ round }: { round: RoundCase }) {
  const { t } = useTexts();
  const act = useAct();
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const path = { roundId: round.id };
  const commands = round.commands.filter(
    (command): command is Command => command !== 'stop' && command !== 'add-petition',
  );
  if (round.commands.length === 0) return null;
  return (
    <div className="petition-section">
      <div className="petition-acts">
        {commands.map((command) => (
          <button
            key={command}
            type="button"
            className="primary"
            disabled={act.isPending}
            onClick={() =>
              act.mutate((headers) =>
                answered(api.POST(`/api/v1/vote-rounds/{roundId}/${command}`, { params: { path }, headers })),
              )
            }
          >
            {t(`console-votes-act-${command}`)}
          </button>
        ))}
      </div>
      <ErrorNote error={act.error} />
      {round.commands.includes('add-petition') && (
        <form
          className="inline-form petition-section"
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate((headers) =>
              answered(
                api.POST('/api/v1/vote-rounds/{roundId}/petitions', { params: { path }, headers, body: { code } }),
              ),
            );
          }}
        >
          <Field label={t('console-votes-petition-code')} required value={code} onChange={setCode} />
          <button type="submit" disabled={act.isPending}>
            {t('console-votes-act-add-petition')}
          </button>
        </form>
      )}
      {round.commands.includes('stop') && (
        <details className="petition-section">
          <summary>{t('console-votes-act-stop')}</summary>
          <form
            className="inline-form"
            onSubmit={(event) => {
              event.preventDefault();
              act.mutate((headers) =>
                answered(
                  api.POST('/api/v1/vote-rounds/{roundId}/stop', { params: { path }, headers, body: { reason } }),
                ),
              );
            }}
          >
            <Field label={t('console-votes-stop-reason')} required value={reason} onChange={setReason} />
            <button type="submit" disabled={act.isPending}>
              {t('console-votes-act-stop')}
            </button>
          </form>
        </details>
      )}
    </div>
  );
}
