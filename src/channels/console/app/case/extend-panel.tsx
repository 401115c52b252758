import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api.ts';
import { ErrorNote, Skeleton } from '../bits.tsx';
import { Day } from '../dates.tsx';
import { useTexts } from '../texts.tsx';
import { Field, PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { useCommand } from './use-command.ts';

/** Offers what the law allows today and nothing else. */
export function ExtendPanel({ found, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const offer = useQuery({
    queryKey: ['extension', id],
    retry: false,
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/extension', { params: { path: { ticketId: id } } })),
  });
  const [until, setUntil] = useState('');
  const [decidedBy, setDecidedBy] = useState('');
  const [reason, setReason] = useKept(id, 'extend.reason');
  const extend = useCommand(id, 'extend', () => onClose(t('console-done-extend')));
  if (offer.error) return <ErrorNote error={offer.error} />;
  if (!offer.data) return <Skeleton rows={2} />;
  const { earliest, latest, decidedBy: posts, allowedReason, noticeDueOn } = offer.data;
  return (
    <PanelForm
      act={t('console-extend-act')}
      busy={extend.isPending}
      error={extend.error}
      onCancel={onClose}
      onSubmit={() => extend.mutate({ until, reason, decidedBy: decidedBy || (posts[0] ?? '') })}
    >
      {allowedReason && <p className="muted">{t('console-extend-when', { reason: allowedReason })}</p>}
      <div className="fields">
        <Field
          label={t('console-extend-until')}
          type="date"
          value={until}
          min={earliest}
          max={latest ?? undefined}
          required
          onChange={setUntil}
        />
        {posts.length > 0 ? (
          <label className="field">
            <span>{t('console-extend-by')}</span>
            <select value={decidedBy || posts[0]} onChange={({ target }) => setDecidedBy(target.value)}>
              {posts.map((post) => (
                <option key={post}>{post}</option>
              ))}
            </select>
          </label>
        ) : (
          <Field label={t('console-extend-by')} value={decidedBy} required onChange={setDecidedBy} />
        )}
      </div>
      {latest && (
        <p className="muted">
          {t('console-extend-latest')} <Day on={latest} />
          {noticeDueOn && (
            <>
              {' · '}
              {t('console-extend-notice')} <Day on={noticeDueOn} />
            </>
          )}
        </p>
      )}
      <TextArea
        label={t('console-extend-reason')}
        hint={t('console-reason-shown')}
        value={reason}
        onChange={setReason}
      />
    </PanelForm>
  );
}
