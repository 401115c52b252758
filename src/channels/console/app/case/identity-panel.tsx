import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api.ts';
import { useTexts } from '../texts.tsx';
import { PanelForm, TextArea } from './form-parts.tsx';
import type { PanelProps } from './panel.tsx';

interface Props extends PanelProps {
  onOriginals(originals: ReadonlyMap<string, string>): void;
}

/** Who the citizen is, only for a purpose, and the citizen sees that somebody looked. */
export function IdentityPanel({ found, onClose, onOriginals }: Props) {
  const { t } = useTexts();
  const [purpose, setPurpose] = useState('');
  const read = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/identity', {
          params: { path: { ticketId: found.ticket.id } },
          body: { purpose },
        }),
      ),
    onSuccess: ({ originals }) => onOriginals(new Map(originals.map(({ entryId, text }) => [entryId, text]))),
  });
  if (read.data) {
    const details = Object.entries(read.data.details);
    return (
      <>
        {details.length === 0 && <p>{t('console-identity-none')}</p>}
        <dl className="facts">
          {details.map(([detail, value]) => (
            <div key={detail}>
              <dt>{t(`console-detail-${detail.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {read.data.originals.length > 0 && <p>{t('console-identity-originals')}</p>}
        <button type="button" onClick={() => onClose()}>
          {t('console-close')}
        </button>
      </>
    );
  }
  return (
    <PanelForm
      act={t('console-identity-act')}
      busy={read.isPending}
      error={read.error}
      onCancel={onClose}
      onSubmit={() => read.mutate()}
    >
      <p className="muted">{t('console-identity-hint')}</p>
      <TextArea label={t('console-identity-purpose')} rows={2} value={purpose} onChange={setPurpose} />
    </PanelForm>
  );
}
