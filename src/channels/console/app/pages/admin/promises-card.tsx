import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import '../../styles/panel.css';
import { useTexts } from '../../texts.tsx';

type Length = components['schemas']['Category']['promise'];
const UNITS = ['working_days', 'calendar_days'] as const;

/** What the service promises where a topic has no word of its own, and every change with its reason. */
export function PromisesCard({ mayEdit }: { mayEdit: boolean }) {
  const { t, name } = useTexts();
  const length = useLengthText();
  const found = useQuery({ queryKey: ['promises'], queryFn: () => answered(api.GET('/api/v1/admin/promises')) });
  if (found.error) return <ErrorNote error={found.error} />;
  if (!found.data) return null;
  const { general, history } = found.data;
  return (
    <section className="card" aria-labelledby="promises-title">
      <h2 id="promises-title" className="section-title">
        {t('console-admin-promise-general')}
      </h2>
      <div>
        <strong>{length(general)}</strong> <span className="muted">{t('console-admin-promise-hint')}</span>{' '}
        {mayEdit && <EditPromise topic="default" length={general} isOwn={false} />}
      </div>
      {history.length > 0 && (
        <details>
          <summary>{t('console-admin-promise-history')}</summary>
          <ul className="plain-list">
            {history.map((edit) => (
              <li key={edit.at}>
                {edit.topic ? name(edit.topic.name) : t('console-admin-promise-all')}:{' '}
                {edit.length ? length(edit.length) : t('console-admin-promise-withdrawn')}{' '}
                <span className="muted">
                  {edit.reason} · {edit.by} · <Time at={edit.at} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function useLengthText() {
  const { t } = useTexts();
  return ({ unit, value }: Length) => t(`console-admin-length-${unit.replaceAll('_', '-')}`, { value });
}

/** Cases that came before keep their promise; no date of law moves. */
export function EditPromise({ topic, length, isOwn }: { topic: string; length: Length; isOwn: boolean }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [value, setValue] = useState(length.value);
  const [unit, setUnit] = useState<(typeof UNITS)[number]>('working_days');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: (next: { value: number; unit: (typeof UNITS)[number] } | null) =>
      answered(
        api.PUT('/api/v1/admin/promises/{topic}', {
          params: { path: { topic } },
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: { length: next, reason },
        }),
      ),
    onSuccess: () => {
      setOpen(false);
      setReason('');
      void client.invalidateQueries({ queryKey: ['promises'] });
      return client.invalidateQueries({ queryKey: ['categories'] });
    },
  });
  if (!isOpen)
    return (
      <button type="button" className="plain link" onClick={() => setOpen(true)}>
        {t('console-admin-promise-change')}
      </button>
    );
  return (
    <form
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ value, unit });
      }}
    >
      <div className="fields">
        <label className="field">
          <span>{t('console-admin-promise-value')}</span>
          <input
            type="number"
            min={1}
            max={120}
            required
            value={value}
            onChange={({ target }) => setValue(Number(target.value))}
          />
        </label>
        <label className="field">
          <span>{t('console-admin-promise-unit')}</span>
          <select value={unit} onChange={({ target }) => setUnit(target.value as typeof unit)}>
            {UNITS.map((one) => (
              <option key={one} value={one}>
                {t(`console-admin-promise-unit-${one.replaceAll('_', '-')}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Field label={t('console-admin-promise-reason')} value={reason} required onChange={setReason} />
      <ErrorNote error={save.error} kept />
      <div className="panel-acts">
        <button type="submit" disabled={save.isPending}>
          {t('console-admin-save')}
        </button>
        {isOwn && (
          <button type="button" disabled={save.isPending || reason.trim().length < 3} onClick={() => save.mutate(null)}>
            {t('console-admin-promise-withdraw')}
          </button>
        )}
        <button type="button" onClick={() => setOpen(false)}>
          {t('console-cancel')}
        </button>
      </div>
    </form>
  );
}
