import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answered, api } from '../api.ts';
import type { components } from '../api-types.ts';
import { ErrorNote, Skeleton } from '../bits.tsx';
import { Day } from '../dates.tsx';
import '../styles/terms.css';
import { AreaTexts, useTexts } from '../texts.tsx';
import { Field, PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { useCommand } from './use-command.ts';

type Offer = components['schemas']['ExtensionOffer'];

/** Offers what the law allows today and nothing else. */
export function ExtendPanel(props: PanelProps) {
  return (
    <AreaTexts area="terms" waiting={<Skeleton rows={2} />}>
      <Extend {...props} />
    </AreaTexts>
  );
}

/** The rulebook's own word for a ground, or nothing where nobody has worded it yet. */
const slug = (words: string): string => words.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** What the law offers; with a day chosen, also the words that the citizen would get. */
const useOffer = (ticketId: string, until: string) =>
  useQuery({
    queryKey: ['extension', ticketId, until],
    retry: false,
    placeholderData: (before: Offer | undefined) => before,
    queryFn: () =>
      answered(
        api.GET('/api/v1/tickets/{ticketId}/extension', {
          params: { path: { ticketId }, query: until ? { until } : {} },
        }),
      ),
  });

function Extend({ found, me, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [until, setUntil] = useState('');
  const open = useOffer(id, '');
  // A year that is still being typed is long past.
  const asked = useOffer(id, until > me.today ? until : '');
  const [decidedBy, setDecidedBy] = useState('');
  const [reason, setReason] = useKept(id, 'extend.reason');
  const extend = useCommand(id, 'extend', () => onClose(t('console-done-extend')));
  const draft = asked.data?.reasonDraft ?? '';
  const isDrafted = useRef(reason !== '');
  useEffect(() => {
    if (isDrafted.current || draft === '') return;
    isDrafted.current = true;
    setReason(draft);
  }, [draft, setReason]);
  if (open.error) return <ErrorNote error={open.error} />;
  if (!open.data) return <Skeleton rows={2} />;
  const { earliest, latest, deciders, allowedReason, noticeDueOn, notice } = asked.data ?? open.data;
  const key = `console-terms-ground-${slug(allowedReason ?? '')}`;
  const ground = t(key);
  const isWorded = allowedReason !== null && ground !== key;
  return (
    <PanelForm
      act={t('console-extend-act')}
      busy={extend.isPending}
      error={extend.error ?? asked.error}
      onCancel={onClose}
      onSubmit={() => extend.mutate({ until, reason, decidedBy: decidedBy || (deciders[0]?.id ?? '') })}
    >
      {isWorded && <p className="muted">{t('console-terms-extend-when', { reason: ground })}</p>}
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
        <label className="field">
          <span>{t('console-extend-by')}</span>
          <select value={decidedBy || deciders[0]?.id} required onChange={({ target }) => setDecidedBy(target.value)}>
            {deciders.map(({ id: staffId, name: person, post }) => (
              <option key={staffId} value={staffId}>
                {person}, {t(`console-terms-post-${post.replaceAll('_', '-')}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {deciders.length === 0 && <p className="warning">{t('console-terms-extend-nobody')}</p>}
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
        lang={found.language}
        onChange={setReason}
      />
      {notice && (
        <figure className="notice-draft" lang={found.language}>
          <figcaption className="muted">{t('console-terms-notice-draft')}</figcaption>
          <blockquote>
            <strong>{notice}</strong>
            <br />
            {reason}
          </blockquote>
        </figure>
      )}
    </PanelForm>
  );
}
