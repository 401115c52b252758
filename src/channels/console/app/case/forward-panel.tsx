import { ErrorNote, Skeleton } from '../bits.tsx';
import { Day } from '../dates.tsx';
import { AreaTexts, useTexts } from '../texts.tsx';
import { PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { useCommand } from './use-command.ts';
import { useComplaint } from './use-complaint.ts';

export function ForwardPanel(props: PanelProps) {
  return (
    <AreaTexts area="terms" waiting={<Skeleton rows={2} />}>
      <Forward {...props} />
    </AreaTexts>
  );
}

function Forward({ found, onClose }: PanelProps) {
  const { t, name } = useTexts();
  const { id } = found.ticket;
  const complaint = useComplaint(found.ticket);
  const [note, setNote] = useKept(id, 'forward.note');
  const forward = useCommand(id, 'forward', () => onClose(t('console-done-forward')));
  if (complaint.error) return <ErrorNote error={complaint.error} />;
  if (!complaint.data) return <Skeleton rows={2} />;
  const duty = complaint.data.forward;
  return (
    <PanelForm
      act={t('console-terms-forward-act')}
      busy={forward.isPending}
      error={forward.error}
      onCancel={onClose}
      onSubmit={() => forward.mutate({ note })}
    >
      <p className="muted">{t('console-terms-forward-why')}</p>
      {duty?.to ? (
        <p>
          {t('console-terms-forward-to')} <strong>{name(duty.to.name)}</strong>
          {duty.dueOn && (
            <>
              {' · '}
              {t('console-terms-complaint-duty')} <Day on={duty.dueOn} />
            </>
          )}
        </p>
      ) : (
        <p className="warning">{t('console-terms-forward-nobody')}</p>
      )}
      <TextArea label={t('console-terms-forward-note')} value={note} isOptional onChange={setNote} />
    </PanelForm>
  );
}
