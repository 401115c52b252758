import { useState } from 'react';
import { Field, PanelForm } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import type { Calendar } from './calendar.tsx';
import type { Place } from './calendar-place.tsx';
import { CalendarPreview, MoveCases } from './moved-cases.tsx';
import { useCalendarChange } from './use-calendar-change.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

interface Props {
  readonly calendar: Calendar;
  readonly place: Exclude<Place, { type: 'country' }>;
}

/** The wall clock of a place: when its working day ends, and on which day something came. */
export function TimezoneForm({ calendar, place }: Props) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [isInherited, setInherited] = useState(false);
  const [zone, setZone] = useState(calendar.timezone);
  const [reason, setReason] = useState('');
  const { saved, save } = useCalendarChange();
  const change = { type: 'timezone' as const, timezone: isInherited ? null : zone, scope: place };
  const isKnown = isInherited || ZONES.includes(zone);
  return (
    <details className="card fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('console-terms-timezone')}</summary>
      {isOpen && saved && <MoveCases edition={saved.edition} moved={saved.moved} />}
      {isOpen && !saved && (
        <PanelForm
          act={t('console-terms-timezone-save')}
          busy={save.isPending}
          error={save.error}
          onCancel={() => setOpen(false)}
          onSubmit={() => save.mutate({ change, reason })}
        >
          <label className="field">
            <span>{t('console-terms-timezone-name')}</span>
            <input
              value={zone}
              list="timezones"
              required
              disabled={isInherited}
              onChange={({ target }) => setZone(target.value.trim())}
            />
            <datalist id="timezones">
              {ZONES.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </label>
          {calendar.own.timezone && (
            <label>
              <input type="checkbox" checked={isInherited} onChange={() => setInherited(!isInherited)} />{' '}
              {t('console-terms-inherit')}
            </label>
          )}
          <Field label={t('console-terms-reason')} value={reason} required onChange={setReason} />
          {isKnown && <CalendarPreview change={change} />}
        </PanelForm>
      )}
    </details>
  );
}
