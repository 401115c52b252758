import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api, type Case } from '../api.ts';
import { ErrorNote, Icon, Skeleton, showNumber } from '../bits.tsx';
import { Day } from '../dates.tsx';
import { AreaTexts, useTexts } from '../texts.tsx';
import { PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { useCommand } from './use-command.ts';

function useComplaint({ id, revision }: Case['ticket']) {
  return useQuery({
    queryKey: ['complaint', id, revision],
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/complaint', { params: { path: { ticketId: id } } })),
  });
}

/** What the case is tied to by a complaint about silence; nothing for the many that are not. */
export function ComplaintCard({ found }: { found: Case }) {
  return (
    <AreaTexts area="terms" waiting={null}>
      <Links found={found} />
    </AreaTexts>
  );
}

function Links({ found }: { found: Case }) {
  const { t, name } = useTexts();
  const { data } = useComplaint(found.ticket);
  if (!data || (!data.about && data.complaints.length === 0)) return null;
  const { about, complaints, forward } = data;
  return (
    <section className="card" aria-labelledby="complaint-title">
      <h2 id="complaint-title" className="section-title">
        {t('console-terms-complaint')}
      </h2>
      {about && (
        <p>
          {t('console-terms-complaint-about')}{' '}
          <Link href={`/cases/${showNumber(about.number)}`}>№ {showNumber(about.number)}</Link>:{' '}
          {name(about.agency.name)}, {t('console-terms-complaint-silent')} <Day on={about.silentSince} />
        </p>
      )}
      {about?.forwardedTo && (
        <p>
          {t('console-terms-complaint-forwarded')} {name(about.forwardedTo.name)}
        </p>
      )}
      {forward && (
        <p className={forward.passed ? 'late' : 'muted'}>
          <Icon name="clock" /> {t('console-terms-complaint-duty')} {forward.dueOn && <Day on={forward.dueOn} />}
        </p>
      )}
      {complaints.map(({ number, state }) => (
        <p key={number}>
          {t('console-terms-complaint-filed')} № {showNumber(number)}{' '}
          <span className="chip">{t(`console-terms-case-${state.replaceAll('_', '-')}`)}</span>
        </p>
      ))}
    </section>
  );
}

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
