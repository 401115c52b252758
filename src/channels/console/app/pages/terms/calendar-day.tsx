import { useState } from 'react';
import { Icon } from '../../bits.tsx';
import { Field, PanelForm } from '../../case/form-parts.tsx';
import { Day } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import type { Calendar } from './calendar.tsx';
import type { Place } from './calendar-place.tsx';
import { CalendarPreview, MoveCases } from './moved-cases.tsx';
import { type CalendarChange, useCalendarChange } from './use-calendar-change.ts';
import { kindOf } from './year-view.tsx';

const KINDS = ['public', 'transferred', 'decree_day_off', 'decree_working_day', 'religious_day_off'] as const;
/** `inherited`: the place gives up its own word, and the day is again as around it. */
type Kind = (typeof KINDS)[number] | 'inherited';
const UNNAMED = { kk: '-', ru: '-', en: '-' };

interface Props {
  readonly calendar: Calendar;
  readonly place: Place;
  readonly on: string;
  onDone(): void;
}

/** What one day is here, and why; the cases it would move are shown before anything is saved. */
export function DayForm({ calendar, place, on, onDone }: Props) {
  const { t } = useTexts();
  const known = calendar.days.find((one) => one.on === on);
  const isOff = ['public', 'transferred', 'weekend'].includes(kindOf(on, calendar));
  const [kind, setKind] = useState<Kind>(isOff ? 'decree_working_day' : 'decree_day_off');
  const [names, setNames] = useState({ kk: known?.name.kk ?? '', ru: known?.name.ru ?? '', en: known?.name.en ?? '' });
  const [reason, setReason] = useState('');
  const { saved, save } = useCalendarChange();
  const changeWith = (name: typeof names): CalendarChange => {
    if (kind !== 'inherited')
      return { type: 'day', day: { on, working: kind === 'decree_working_day', kind, name }, scope: place };
    if (place.type === 'country') throw new Error('the country inherits from nobody');
    return { type: 'inherited', on, scope: place };
  };
  const kinds: readonly Kind[] = known?.instead ? [...KINDS, 'inherited'] : KINDS;
  return (
    <section className="panel" aria-labelledby="day-title">
      <header className="panel-head">
        <h2 id="day-title">
          <Day on={on} />
        </h2>
        <button type="button" className="plain" aria-label={t('console-close')} onClick={onDone}>
          <Icon name="close" />
        </button>
      </header>
      {saved ? (
        <MoveCases edition={saved.edition} moved={saved.moved} />
      ) : (
        <PanelForm
          act={t('console-terms-day-save')}
          busy={save.isPending}
          error={save.error}
          onCancel={onDone}
          onSubmit={() => save.mutate({ change: changeWith(names), reason })}
        >
          <label className="field">
            <span>{t('console-terms-day-kind')}</span>
            <select value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`console-terms-kind-${one.replaceAll('_', '-')}`)}
                </option>
              ))}
            </select>
          </label>
          {kind !== 'inherited' && (
            <WordsField label={t('console-terms-day-name')} words={names} rows={1} isRequired onChange={setNames} />
          )}
          <Field label={t('console-terms-reason')} value={reason} required onChange={setReason} />
          <CalendarPreview change={changeWith(UNNAMED)} />
        </PanelForm>
      )}
    </section>
  );
}
