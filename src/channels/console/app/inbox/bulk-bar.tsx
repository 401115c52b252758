import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type InboxRow, newIdempotencyKey } from '../api.ts';
import { ErrorNote, Icon, showNumber } from '../bits.tsx';
import { AgencyPicker } from '../case/redirect-panel.tsx';
import { AreaTexts, useTexts } from '../texts.tsx';
import '../styles/bulk.css';

type Act = 'take' | 'assign' | 'register' | 'redirect' | 'join';

interface Props {
  readonly rows: readonly InboxRow[];
  readonly isSupervisor: boolean;
  onClear(): void;
}

/** The same act on all that was ticked; what could not be done says why and stays ticked. */
export function BulkBar(props: Props) {
  return (
    <AreaTexts area="inbox" waiting={null}>
      <Bar {...props} />
    </AreaTexts>
  );
}

function Bar({ rows, isSupervisor, onClear }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [open, setOpen] = useState<Act | null>(null);
  const [told, setTold] = useState('');
  const [failed, setFailed] = useState<readonly { ticketId: string; title: string | null }[]>([]);
  const ticketIds = rows.map(({ ticketId }) => ticketId);
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['inbox'] }),
      client.invalidateQueries({ queryKey: ['counts'] }),
    ]);
  };
  const bulk = useMutation({
    mutationFn: (act: BulkAct) =>
      answered(
        api.POST('/api/v1/tickets/bulk', {
          body: { ticketIds, act },
          headers: { 'idempotency-key': newIdempotencyKey() },
        }),
      ),
    onSuccess: async ({ items }) => {
      const refused = items.filter(({ done }) => !done);
      setFailed(refused);
      setTold(t('console-inbox-bulk-done', { count: items.length - refused.length }));
      setOpen(null);
      await refresh();
      if (refused.length === 0) onClear();
    },
  });
  const join = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/join', {
          params: { path: { ticketId: ticketIds[0] ?? '' } },
          body: { ticketIds: ticketIds.slice(1) },
        }),
      ),
    onSuccess: async () => {
      setTold(t('console-inbox-joined'));
      setOpen(null);
      await refresh();
      onClear();
    },
  });
  const acts: readonly Act[] = ['take', ...(isSupervisor ? (['assign'] as const) : []), 'register', 'redirect', 'join'];
  return (
    <section className="bulk card" aria-label={t('console-inbox-bulk')}>
      <div className="bulk-acts">
        <strong aria-live="polite">{t('console-inbox-chosen', { count: rows.length })}</strong>
        {acts
          .filter((act) => act !== 'join' || rows.length > 1)
          .map((act) => (
            <button
              key={act}
              type="button"
              aria-expanded={act === 'take' ? undefined : open === act}
              disabled={bulk.isPending}
              onClick={() => (act === 'take' ? bulk.mutate({ type: 'take' }) : setOpen(open === act ? null : act))}
            >
              {t(`console-inbox-act-${act}`)}
            </button>
          ))}
        <button type="button" className="plain link" onClick={onClear}>
          {t('console-inbox-clear')}
        </button>
      </div>
      {open === 'assign' && <AssignForm onAct={bulk.mutate} />}
      {open === 'register' && <RegisterForm onAct={bulk.mutate} />}
      {open === 'redirect' && <RedirectForm onAct={bulk.mutate} />}
      {open === 'join' && (
        <div className="bulk-form">
          <p>{t('console-inbox-join-hint', { number: showNumber(rows[0]?.number ?? '') })}</p>
          <button type="button" className="primary" disabled={join.isPending} onClick={() => join.mutate()}>
            {t('console-inbox-act-join')}
          </button>
        </div>
      )}
      <ErrorNote error={bulk.error ?? join.error} />
      {told && <p role="status">{told}</p>}
      {failed.length > 0 && (
        <ul className="bulk-failed">
          {failed.map(({ ticketId, title }) => (
            <li key={ticketId}>
              <Icon name="alert" /> {showNumber(rows.find((row) => row.ticketId === ticketId)?.number ?? '')}: {title}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type BulkAct =
  | { type: 'take' }
  | { type: 'assign'; to: string | null; unitId: null }
  | { type: 'register'; firstNumber: string }
  | { type: 'redirect'; to: string; reason: string };

function AssignForm({ onAct }: { onAct(act: BulkAct): void }) {
  const { t } = useTexts();
  const team = useQuery({ queryKey: ['staff'], queryFn: () => answered(api.GET('/api/v1/staff')) });
  const [to, setTo] = useState('');
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAct({ type: 'assign', to: to || null, unitId: null });
      }}
    >
      <label className="field">
        <span>{t('console-assign-to')}</span>
        <select value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t('console-assign-nobody')}</option>
          {(team.data?.items ?? [])
            .filter(({ state }) => state === 'active')
            .map(({ id, givenName, familyName, openTickets }) => (
              <option key={id} value={id}>
                {givenName} {familyName} — {t('console-workload', { count: openTickets })}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="primary">
        {t('console-inbox-act-assign')}
      </button>
    </form>
  );
}

function RegisterForm({ onAct }: { onAct(act: BulkAct): void }) {
  const { t } = useTexts();
  const [firstNumber, setFirstNumber] = useState('');
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAct({ type: 'register', firstNumber });
      }}
    >
      <label className="field">
        <span>{t('console-inbox-first-number')}</span>
        <input
          value={firstNumber}
          required
          maxLength={50}
          autoComplete="off"
          onChange={({ target }) => setFirstNumber(target.value)}
        />
      </label>
      <span className="muted hint">{t('console-inbox-first-number-hint')}</span>
      <button type="submit" className="primary">
        {t('console-inbox-act-register')}
      </button>
    </form>
  );
}

function RedirectForm({ onAct }: { onAct(act: BulkAct): void }) {
  const { t } = useTexts();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (to) onAct({ type: 'redirect', to, reason });
      }}
    >
      <AgencyPicker label={t('console-redirect-to')} onChoose={setTo} />
      <label className="field">
        <span>{t('console-redirect-reason')}</span>
        <textarea required rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <button type="submit" className="primary" disabled={to === null}>
        {t('console-inbox-act-redirect')}
      </button>
    </form>
  );
}
