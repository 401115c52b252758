import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { Icon } from '../../bits.tsx';
import { Field, PanelForm } from '../../case/form-parts.tsx';
import { Day } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import type { Calendar } from './calendar.tsx';
import { MoveCases, MovedList } from './moved-cases.tsx';
import { useCalendarChange } from './use-calendar-change.ts';
import { kindOf } from './year-view.tsx';

const KINDS = ['public', 'transferred', 'decree_day_off', 'decree_working_day', 'religious_day_off'] as const;
type Kind = (typeof KINDS)[number];
const isWorked = (kind: Kind): boolean => kind === 'decree_working_day';

/** What one day is, and why; the cases it would move are shown before anything is saved. */
export function DayForm({ calendar, on, onDone }: { calendar: Calendar; on: string; onDone(): void }) {
  const { t } = useTexts();
  const known = calendar.days.find((one) => one.on === on);
  const isOff = ['public', 'transferred', 'weekend'].includes(kindOf(on, calendar));
  const [kind, setKind] = useState<Kind>(isOff ? 'decree_working_day' : 'decree_day_off');
  const [names, setNames] = useState({ kk: known?.name.kk ?? '', ru: known?.name.ru ?? '', en: known?.name.en ?? '' });
  const [reason, setReason] = useState('');
  const change = { type: 'day' as const, day: { on, working: isWorked(kind), kind, name: names } };
  const preview = useQuery({
    queryKey: ['calendar-preview', on, kind],
    queryFn: () =>
      answered(
        api.POST('/api/v1/calendar/preview', {
          body: { change: { ...change, day: { ...change.day, name: { kk: '-', ru: '-', en: '-' } } } },
        }),
      ),
  });
  const { saved, save } = useCalendarChange();
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
          error={save.error ?? preview.error}
          onCancel={onDone}
          onSubmit={() => save.mutate({ change, reason })}
        >
          <label className="field">
            <span>{t('console-terms-day-kind')}</span>
            <select value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`console-terms-kind-${one.replaceAll('_', '-')}`)}
                </option>
              ))}
            </select>
          </label>
          <WordsField label={t('console-terms-day-name')} words={names} rows={1} isRequired onChange={setNames} />
          <Field label={t('console-terms-reason')} value={reason} required onChange={setReason} />
          {preview.data && <MovedList moved={preview.data} />}
        </PanelForm>
      )}
    </section>
  );
}
