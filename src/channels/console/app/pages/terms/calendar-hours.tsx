import { useState } from 'react';
import { Field, PanelForm } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import type { Calendar } from './calendar.tsx';
import type { Place } from './calendar-place.tsx';
import { CalendarPreview, MoveCases } from './moved-cases.tsx';
import { type CalendarChange, useCalendarChange } from './use-calendar-change.ts';

/** When offices are open, everywhere or in the chosen place: warnings come in those hours, and a day ends with them. */
export function HoursForm({ hours, place }: { hours: Calendar['hours']; place: Place }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [times, setTimes] = useState({
    opens: hours.opens,
    closes: hours.closes,
    from: hours.lunch?.from ?? '',
    to: hours.lunch?.to ?? '',
  });
  const [reason, setReason] = useState('');
  const { saved, save } = useCalendarChange();
  const { opens, closes, from, to } = times;
  const change: CalendarChange = {
    type: 'hours',
    hours: { opens, closes, lunch: from && to ? { from, to } : null },
    scope: place,
  };
  const isWhole = opens !== '' && closes !== '' && opens < closes && (from === '') === (to === '');
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
          onSubmit={() => save.mutate({ change, reason })}
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
          <Field label={t('console-terms-reason')} value={reason} required onChange={setReason} />
          {isWhole && <CalendarPreview change={change} />}
        </PanelForm>
      )}
    </details>
  );
}
