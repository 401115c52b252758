import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';

import { ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import type { Schemas } from './schemas.ts';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/terms.css';
import { useTexts } from '../../texts.tsx';
import { DayForm } from './calendar-day.tsx';
import { SpecialDays } from './calendar-days.tsx';
import { CalendarHistory } from './calendar-history.tsx';
import { HoursForm } from './calendar-hours.tsx';
import { ImportForm } from './calendar-import.tsx';
import { type Place, PlaceChooser, queryOf } from './calendar-place.tsx';
import { TimezoneForm } from './calendar-timezone.tsx';
import { YearView } from './year-view.tsx';

export type Calendar = Schemas['Calendar'];

/** The year at a glance; operators change a day, the hours, or bring in a year, and see first what that would move. */
export function CalendarPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const [year, setYear] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [place, setPlace] = useState<Place>({ type: 'country' });
  const mayEdit = me.role === 'operator';
  const calendar = useQuery({
    queryKey: ['calendar', year, place],
    placeholderData: (before: Calendar | undefined) => before,
    queryFn: () =>
      answered(
        api.GET('/api/v1/calendar', { params: { query: { ...queryOf(place), ...(year === null ? {} : { year }) } } }),
      ),
  });
  if (calendar.error) return <ErrorNote error={calendar.error} />;
  if (!calendar.data) return <Skeleton rows={4} height="9rem" />;
  const { data } = calendar;
  const show = (next: number) => {
    setYear(next);
    setChosen(null);
  };
  return (
    <div className="terms">
      <PageTitle>
        {[t('console-terms-calendar'), data.year, data.place && name(data.place.name)].filter(Boolean).join(' · ')}
      </PageTitle>
      <PlaceChooser
        onChoose={(next) => {
          setPlace(next);
          setChosen(null);
        }}
      />
      {data.endsInDays !== null && (
        <p className="error-note" role="alert">
          <Icon name="alert" /> {t('console-terms-calendar-ends', { days: data.endsInDays })}{' '}
          <Day on={data.coveredUntil} />
        </p>
      )}
      <div className="terms-bar">
        <fieldset className="years">
          <legend className="hidden-words">{t('console-terms-calendar-years')}</legend>
          {data.years.map((each) => (
            <button
              key={each}
              type="button"
              className={each === data.year ? 'primary' : ''}
              aria-pressed={each === data.year}
              onClick={() => show(each)}
            >
              {each}
            </button>
          ))}
        </fieldset>
        <p className="muted">
          {t('console-terms-calendar-working', { days: data.workingDays })} · {data.hours.opens}–{data.hours.closes}
          {data.hours.lunch && `, ${t('console-terms-calendar-lunch')} ${data.hours.lunch.from}–${data.hours.lunch.to}`}{' '}
          {data.own.hours && <Own />} · {data.timezone} {data.own.timezone && <Own />}
        </p>
      </div>
      {data.isWeekendsOnly && <p className="warning">{t('console-terms-calendar-incomplete')}</p>}
      <YearView calendar={data} today={me.today} chosen={chosen} {...(mayEdit ? { onChoose: setChosen } : {})} />
      {mayEdit && chosen && (
        <DayForm key={chosen} calendar={data} place={place} on={chosen} onDone={() => setChosen(null)} />
      )}
      <ul className="legend muted">
        {(['public', 'transferred', 'worked', 'weekend', ...(data.place ? (['own'] as const) : [])] as const).map(
          (kind) => (
            <li key={kind}>
              <span className={`day day-${kind}`} aria-hidden="true" /> {t(`console-terms-day-${kind}`)}
            </li>
          ),
        )}
      </ul>
      <SpecialDays calendar={data} />
      {mayEdit && (
        <>
          <HoursForm key={`hours ${keyOf(place)}`} hours={data.hours} place={place} />
          {place.type !== 'country' && <TimezoneForm key={`zone ${keyOf(place)}`} calendar={data} place={place} />}
          <ImportForm
            key={`import ${keyOf(place)}`}
            next={place.type === 'country' ? Number(data.coveredUntil.slice(0, 4)) + 1 : data.year}
            place={place}
            onImported={show}
          />
        </>
      )}
      <CalendarHistory />
    </div>
  );
}

const keyOf = (place: Place): string => (place.type === 'country' ? place.type : `${place.type} ${place.code}`);

function Own() {
  const { t } = useTexts();
  return <span className="chip">{t('console-terms-own-word')}</span>;
}
