import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { answered, api, type Me, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Field, PanelForm } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';

type Gap = components['schemas']['KnowledgeGap'];
const STATES = ['open', 'assigned', 'published', 'dismissed'] as const;

/** What people asked and nobody could answer: a task per matter, the most asked first. */
export function GapsPage({ me }: PageProps) {
  const { t } = useTexts();
  const query = new URLSearchParams(useSearch());
  const isOfBody = me.role === 'officer' || me.role === 'supervisor';
  const state = STATES.find((one) => one === query.get('state')) ?? (isOfBody ? 'assigned' : 'open');
  const gaps = useQuery({
    queryKey: ['knowledge', 'gaps', state],
    queryFn: () => answered(api.GET('/api/v1/knowledge/gaps', { params: { query: { state } } })),
  });
  return (
    <>
      <PageTitle>{t('console-nav-gaps')}</PageTitle>
      <p className="muted source-facts">{t('console-knowledge-gaps-hint')}</p>
      <nav className="views source-facts" aria-label={t('console-knowledge-views')}>
        {STATES.map((one) => (
          <Link key={one} href={`/gaps?state=${one}`} aria-current={one === state ? 'page' : undefined}>
            {t(`console-knowledge-gap-state-${one}`)}
          </Link>
        ))}
      </nav>
      <ErrorNote error={gaps.error} />
      {gaps.isPending && <Skeleton rows={4} height="6rem" />}
      {gaps.data?.items.length === 0 && <Empty title={t('console-knowledge-gaps-empty')} />}
      <ul className="gap-list">
        {gaps.data?.items.map((gap) => (
          <GapCard key={gap.id} gap={gap} me={me} />
        ))}
      </ul>
    </>
  );
}

function GapCard({ gap, me }: { gap: Gap; me: Me }) {
  const { t, name } = useTexts();
  return (
    <li className="card gap-card">
      <h2>{gap.label}</h2>
      <p className="source-facts">
        <span className="chip strong">{t('console-knowledge-gap-questions', { count: gap.questions })}</span>
        {gap.agency && <span>{name(gap.agency.name)}</span>}
        {gap.dueOn && (
          <span className={gap.isLate ? 'late' : 'muted'}>
            {t('console-knowledge-gap-due')} <Day on={gap.dueOn} />
          </span>
        )}
        {gap.state === 'published' && gap.untold > 0 && (
          <span className="muted">{t('console-knowledge-gap-untold', { count: gap.untold })}</span>
        )}
      </p>
      <details>
        <summary>{t('console-knowledge-gap-samples')}</summary>
        <ul className="samples">
          {gap.samples.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </details>
      <GapActs gap={gap} me={me} />
    </li>
  );
}

function GapActs({ gap, me }: { gap: Gap; me: Me }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [isAssigning, setAssigning] = useState(false);
  const [agency, setAgency] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState('');
  const isOpen = gap.state === 'open' || gap.state === 'assigned';
  const leads = me.role === 'operator' || (me.role === 'supervisor' && gap.agency !== null);
  const writes = me.role === 'operator' || me.role === 'supervisor' || me.role === 'officer';
  const act = useMutation({
    mutationFn: (what: 'assign' | 'dismiss') => {
      const params = { path: { gapId: gap.id } };
      const headers = { 'idempotency-key': newIdempotencyKey() };
      return what === 'dismiss'
        ? answered(api.POST('/api/v1/knowledge/gaps/{gapId}/dismissal', { params, headers }))
        : answered(
            api.POST('/api/v1/knowledge/gaps/{gapId}/assignment', {
              params,
              headers,
              body: { agency: agency ?? gap.agency?.code ?? '', dueOn },
            }),
          );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  return (
    <>
      <div className="page-acts">
        {gap.sourceId ? (
          <Link href={`/knowledge/${gap.sourceId}`} className="button">
            {t('console-knowledge-gap-source')}
          </Link>
        ) : (
          isOpen &&
          writes && (
            <Link
              href={`/knowledge/new?${new URLSearchParams({ gap: gap.id, title: gap.label })}`}
              className="button primary"
            >
              <Icon name="pen" /> {t('console-knowledge-gap-write')}
            </Link>
          )
        )}
        {isOpen && leads && (
          <>
            <button type="button" onClick={() => setAssigning(!isAssigning)}>
              {t('console-knowledge-gap-assign')}
            </button>
            <button type="button" disabled={act.isPending} onClick={() => act.mutate('dismiss')}>
              {t('console-knowledge-gap-dismiss')}
            </button>
          </>
        )}
      </div>
      {!isAssigning && <ErrorNote error={act.error} />}
      {isAssigning && (
        <section className="panel">
          <PanelForm
            act={t('console-knowledge-gap-assign')}
            busy={act.isPending}
            error={act.error}
            onCancel={() => setAssigning(false)}
            onSubmit={() => act.mutate('assign')}
          >
            <AgencyPicker label={t('console-knowledge-gap-body')} onChoose={setAgency} />
            <Field
              label={t('console-knowledge-gap-due-on')}
              type="date"
              value={dueOn}
              min={me.today}
              required
              onChange={setDueOn}
            />
          </PanelForm>
        </section>
      )}
    </>
  );
}
