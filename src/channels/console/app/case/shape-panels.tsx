import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api.ts';
import { caseKey } from '../queries.ts';
import { useTexts } from '../texts.tsx';
import { PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { AgencyPicker } from './redirect-panel.tsx';

function useRefresh(ticketId: string) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: caseKey(ticketId) }),
      client.invalidateQueries({ queryKey: ['inbox'] }),
      client.invalidateQueries({ queryKey: ['counts'] }),
    ]);
  };
}

/** The citizen says nothing: the case is closed as silent, never as resolved. */
export function ClosePanel({ found, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [reason, setReason] = useKept(id, 'close.reason');
  const refresh = useRefresh(id);
  const close = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/tickets/{ticketId}/close', { params: { path: { ticketId: id } }, body: { reason } })),
    onSuccess: async () => {
      setReason('');
      await refresh();
      onClose(t('console-case-closed'));
    },
  });
  return (
    <PanelForm
      act={t('console-case-close-act')}
      busy={close.isPending}
      error={close.error}
      onCancel={onClose}
      onSubmit={() => close.mutate()}
    >
      <p className="muted">{t('console-case-close-hint')}</p>
      <TextArea label={t('console-case-close-reason')} value={reason} onChange={setReason} />
    </PanelForm>
  );
}

/** A part of the matter goes its own way, with a clock of its own. */
export function SplitPanel({ found, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [text, setText] = useKept(id, 'split.text');
  const [to, setTo] = useState<string | null>(null);
  const refresh = useRefresh(id);
  const split = useMutation({
    mutationFn: (agency: string) =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/split', {
          params: { path: { ticketId: id } },
          body: { to: agency, topicId: found.topic?.code ?? 'other.other', text },
        }),
      ),
    onSuccess: async () => {
      setText('');
      await refresh();
      onClose(t('console-case-split-done'));
    },
  });
  return (
    <PanelForm
      act={t('console-case-split-act')}
      busy={split.isPending}
      error={split.error}
      onCancel={onClose}
      onSubmit={() => to !== null && split.mutate(to)}
    >
      <p className="muted">{t('console-case-split-hint')}</p>
      <AgencyPicker label={t('console-redirect-to')} onChoose={setTo} />
      <TextArea label={t('console-case-split-text')} value={text} onChange={setText} />
    </PanelForm>
  );
}
