import { lazy, Suspense, useState } from 'react';
import { Skeleton } from '../../bits.tsx';
import { Field, PanelForm } from '../../case/form-parts.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { useTexts } from '../../texts.tsx';
import type { Calendar } from './calendar.tsx';
import { MoveCases } from './moved-cases.tsx';
import { useCalendarChange } from './use-calendar-change.ts';

const AgencyPicker = lazy(() =>
  import('../../case/redirect-panel.tsx').then(({ AgencyPicker }) => ({ default: AgencyPicker })),
);

const WHERE = ['country', 'territory', 'agency'] as const;

/** When offices are open, everywhere or at one body: warnings come in those hours, and a day ends with them. */
export function HoursForm({ hours }: { hours: Calendar['hours'] }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [times, setTimes] = useState({
    opens: hours.opens,
    closes: hours.closes,
    from: hours.lunch?.from ?? '',
    to: hours.lunch?.to ?? '',
  });
  const [code, setCode] = useState<string | null>(null);
  const [where, setWhere] = useState<(typeof WHERE)[number]>('country');
  const [isMissing, setMissing] = useState(false);
  const [reason, setReason] = useState('');
  const { saved, save } = useCalendarChange();
  const send = () =>
    save.mutate({
      change: {
        type: 'hours',
        hours: {
          opens: times.opens,
          closes: times.closes,
          lunch: times.from && times.to ? { from: times.from, to: times.to } : null,
        },
        scope: where === 'country' ? { type: where } : { type: where, code: code ?? '' },
      },
      reason,
    });
  return (
    <details className="card fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('console-terms-hours')}</summary>
      {isOpen && saved && <MoveCases edition={saved.edition} moved={saved.moved} />}
      {isOpen && !saved && (
        <PanelForm
          act={t('console-terms-hours-save')}
          busy={save.isPending}
          error={save.error}
          onCancel={() => setOpen(false)}
          onSubmit={() => {
            setMissing(where !== 'country' && code === null);
            if (where === 'country' || code !== null) send();
          }}
        >
          <div className="fields times">
            {(['opens', 'from', 'to', 'closes'] as const).map((name) => (
              <label key={name} className="field">
                <span>{t(`console-terms-hours-${name}`)}</span>
                <input
                  type="time"
                  value={times[name]}
                  required={name === 'opens' || name === 'closes'}
                  onChange={({ target }) => setTimes({ ...times, [name]: target.value })}
                />
              </label>
            ))}
          </div>
          <fieldset className="outcomes">
            <legend>{t('console-terms-hours-where')}</legend>
            {WHERE.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="where"
                  checked={where === one}
                  onChange={() => {
                    setWhere(one);
                    setCode(null);
                  }}
                />{' '}
                {t(`console-terms-hours-${one}`)}
              </label>
            ))}
          </fieldset>
          {where === 'agency' && (
            <Suspense fallback={<Skeleton rows={1} />}>
              <AgencyPicker label={t('console-terms-hours-body')} onChoose={setCode} />
            </Suspense>
          )}
          {where === 'territory' && (
            <TerritoryField
              label={t('console-terms-hours-place')}
              hint={t('console-terms-hours-place-hint')}
              onChoose={setCode}
            />
          )}
          {isMissing && (
            <p className="error-note" role="alert">
              {t('console-terms-hours-missing')}
            </p>
          )}
          <Field label={t('console-terms-reason')} value={reason} required onChange={setReason} />
        </PanelForm>
      )}
    </details>
  );
}
