import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Field, PanelForm, TextArea } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';
import { SourceDates } from './source-chips.tsx';
import { SourceTexts } from './source-text.tsx';
import { TopicChips } from './topics-field.tsx';

type Source = components['schemas']['Source'];
type Version = components['schemas']['SourceVersion'];
type Act = 'approve' | 'reject' | 'withdraw' | 'review' | 'submit';

export const sourceKey = (id: string): readonly string[] => ['knowledge', 'source', id];

/** One source: what it says, who stands behind it, and what may be done with it now. */
export function SourcePage({ params }: PageProps) {
  const id = params['sourceId'] ?? '';
  const { t, language } = useTexts();
  const source = useQuery({
    queryKey: sourceKey(id),
    queryFn: () => answered(api.GET('/api/v1/knowledge/sources/{sourceId}', { params: { path: { sourceId: id } } })),
  });
  const [shownId, setShownId] = useState<string | null>(null);
  if (source.error) return <ErrorNote error={source.error} />;
  if (!source.data) return <Skeleton rows={4} height="6rem" />;
  const { versions, undecidedVersionId, currentVersionId } = source.data;
  const find = (versionId: string | null): Version | undefined => versions.find((one) => one.id === versionId);
  const shown = find(shownId) ?? find(undecidedVersionId) ?? find(currentVersionId) ?? versions[0];
  if (!shown) return <ErrorNote error={new Error('no version')} />;
  const { texts } = shown.form;
  return (
    <>
      <p>
        <Link href="/knowledge">
          <Icon name="back" /> {t('console-knowledge-back')}
        </Link>
      </p>
      <PageTitle>{(texts[language] ?? texts.ru ?? texts.kk ?? texts.en)?.title ?? id}</PageTitle>
      <Facts source={source.data} shown={shown} />
      <TopicChips codes={shown.form.topics} />
      <Acts source={source.data} />
      <SourceTexts form={shown.form} />
      <Versions source={source.data} shown={shown} onShow={setShownId} />
    </>
  );
}

function Facts({ source, shown }: { source: Source; shown: Version }) {
  const { t, name } = useTexts();
  return (
    <p className="source-facts">
      <span>{name(source.owner.name)}</span>
      <span className={source.state === 'approved' ? 'chip strong' : 'chip'}>
        {t(`console-knowledge-state-${source.state}`)}
      </span>
      <span className="chip">{t(`console-knowledge-kind-${shown.form.kind}`)}</span>
      <span className="chip">{t(`console-knowledge-origin-${source.origin}`)}</span>
      <SourceDates row={{ reviewOn: source.reviewOn, validUntil: shown.form.validUntil }} />
      <span className="muted">{t('console-knowledge-answers', source.answers)}</span>
    </p>
  );
}

function Acts({ source }: { source: Source }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'reject' | 'withdraw' | 'review' | null>(null);
  const [told, setTold] = useState('');
  const { id, may, undecidedVersionId } = source;
  const undecided = source.versions.find((one) => one.id === undecidedVersionId);
  const act = useSourceAct(id, undecidedVersionId, (done) => {
    setOpen(null);
    setTold(t(`console-knowledge-${done}`));
  });
  return (
    <>
      <p className="told" role="status">
        {told}
      </p>
      <ErrorNote error={open === null ? act.error : null} />
      <div className="page-acts source-facts">
        {may.approveUndecided && (
          <button
            type="button"
            className="primary"
            disabled={act.isPending}
            onClick={() => act.mutate({ act: 'approve' })}
          >
            <Icon name="check" /> {t('console-knowledge-approve')}
          </button>
        )}
        {may.write && undecided?.state === 'draft' && (
          <button
            type="button"
            className="primary"
            disabled={act.isPending}
            onClick={() => act.mutate({ act: 'submit' })}
          >
            <Icon name="move" /> {t('console-knowledge-submit')}
          </button>
        )}
        {may.write && (
          <Link href={`/knowledge/${id}/edit`} className="button">
            <Icon name="pen" /> {t('console-knowledge-edit')}
          </Link>
        )}
        {may.approveUndecided && (
          <button type="button" onClick={() => setOpen('reject')}>
            {t('console-knowledge-reject')}
          </button>
        )}
        {may.approve && source.state === 'approved' && (
          <>
            <button type="button" onClick={() => setOpen('review')}>
              <Icon name="calendar" /> {t('console-knowledge-review-act')}
            </button>
            <button type="button" onClick={() => setOpen('withdraw')}>
              {t('console-knowledge-withdraw')}
            </button>
          </>
        )}
        {undecided?.state === 'proposed' && may.approve && !may.approveUndecided && (
          <span className="muted">{t('console-knowledge-approve-own')}</span>
        )}
      </div>
      {open && (
        <ActPanel
          key={open}
          what={open}
          busy={act.isPending}
          error={act.error}
          onClose={() => setOpen(null)}
          onAct={act.mutate}
        />
      )}
    </>
  );
}

interface ActPanelProps {
  readonly what: 'reject' | 'withdraw' | 'review';
  readonly busy: boolean;
  readonly error: unknown;
  onClose(): void;
  onAct(wanted: { act: Act; reason?: string; reviewOn?: string }): void;
}

function ActPanel({ what, busy, error, onClose, onAct }: ActPanelProps) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const send = () => onAct(what === 'review' ? { act: what, reviewOn: words } : { act: what, reason: words });
  return (
    <section className="panel">
      <PanelForm act={t('console-knowledge-do')} busy={busy} error={error} onSubmit={send} onCancel={onClose}>
        {what === 'review' ? (
          <Field label={t('console-knowledge-review-next')} type="date" value={words} required onChange={setWords} />
        ) : (
          <TextArea
            label={t('console-knowledge-reason')}
            hint={t(`console-knowledge-${what}-hint`)}
            value={words}
            rows={2}
            onChange={setWords}
          />
        )}
      </PanelForm>
    </section>
  );
}

const DONE: Record<Act, string> = {
  approve: 'done-approved',
  reject: 'done-rejected',
  withdraw: 'done-withdrawn',
  review: 'done-reviewed',
  submit: 'saved-submitted',
};

function useSourceAct(sourceId: string, versionId: string | null, onDone: (told: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, reason = '', reviewOn = '' }: { act: Act; reason?: string; reviewOn?: string }) => {
      const headers = { 'idempotency-key': newIdempotencyKey() };
      const ofVersion = { path: { versionId: versionId ?? '' } };
      const ofSource = { path: { sourceId } };
      switch (act) {
        case 'approve':
          return answered(api.POST('/api/v1/knowledge/versions/{versionId}/approval', { params: ofVersion, headers }));
        case 'submit':
          return answered(
            api.POST('/api/v1/knowledge/versions/{versionId}/submission', { params: ofVersion, headers }),
          );
        case 'reject':
          return answered(
            api.POST('/api/v1/knowledge/versions/{versionId}/rejection', {
              params: ofVersion,
              headers,
              body: { reason },
            }),
          );
        case 'withdraw':
          return answered(
            api.POST('/api/v1/knowledge/sources/{sourceId}/withdrawal', {
              params: ofSource,
              headers,
              body: { reason },
            }),
          );
        case 'review':
          return answered(
            api.POST('/api/v1/knowledge/sources/{sourceId}/review', { params: ofSource, headers, body: { reviewOn } }),
          );
      }
    },
    onSuccess: async (_done, { act }) => {
      onDone(DONE[act]);
      await client.invalidateQueries({ queryKey: ['knowledge'] });
    },
  });
}

function Versions({ source, shown, onShow }: { source: Source; shown: Version; onShow(id: string): void }) {
  const { t } = useTexts();
  return (
    <section className="source-section">
      <h2 className="section-title">{t('console-knowledge-versions')}</h2>
      <ul className="rows">
        {source.versions.map((version) => (
          <li key={version.id} className="source-version">
            <strong>{t('console-knowledge-version', { number: version.number })}</strong>
            <span className="chip">{t(`console-knowledge-version-state-${version.state}`)}</span>
            <span className="muted">
              {t('console-knowledge-written-by', { name: version.writtenBy })} · <Time at={version.createdAt} />
            </span>
            {version.decidedBy && version.decidedAt && (
              <span className="muted">
                {t('console-knowledge-decided-by', { name: version.decidedBy })} · <Time at={version.decidedAt} />
              </span>
            )}
            {version.id === shown.id ? (
              <span className="muted">{t('console-knowledge-shown-version')}</span>
            ) : (
              <button type="button" onClick={() => onShow(version.id)}>
                {t('console-knowledge-show')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
