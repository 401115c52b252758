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
import { CalendarHistory } from './calendar-history.tsx';
import { HoursForm } from './calendar-hours.tsx';
import { ImportForm } from './calendar-import.tsx';
import { YearView } from './year-view.tsx';

export type Calendar = Schemas['Calendar'];

/** The year at a glance; operators change a day, the hours, or bring in a year, and see first what that would move. */
export function CalendarPage({ me }: PageProps) {
  const { t } = useTexts();
  const [year, setYear] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const mayEdit = me.role === 'operator';
  const calendar = useQuery({
    queryKey: ['calendar', year],
    placeholderData: (before: Calendar | undefined) => before,
    queryFn: () => answered(api.GET('/api/v1/calendar', { params: { query: year === null ? {} : { year } } })),
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
      <PageTitle>{`${t('console-terms-calendar')} ${data.year}`}</PageTitle>
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
          · {data.timezone}
        </p>
      </div>
      {data.isWeekendsOnly && <p className="warning">{t('console-terms-calendar-incomplete')}</p>}
      <YearView calendar={data} today={me.today} chosen={chosen} {...(mayEdit ? { onChoose: setChosen } : {})} />
      {mayEdit && chosen && <DayForm key={chosen} calendar={data} on={chosen} onDone={() => setChosen(null)} />}
      <ul className="legend muted">
        {(['public', 'transferred', 'worked', 'weekend'] as const).map((kind) => (
          <li key={kind}>
            <span className={`day day-${kind}`} aria-hidden="true" /> {t(`console-terms-day-${kind}`)}
          </li>
        ))}
      </ul>
      <section aria-labelledby="special-title">
        <h2 id="special-title" className="section-title">
          {t('console-terms-calendar-special')}
        </h2>
        <ul className="plain-list special-days">
          {data.days.map((special) => (
            <SpecialLine key={special.on} special={special} />
          ))}
        </ul>
      </section>
      {mayEdit && (
        <>
          <HoursForm hours={data.hours} />
          <ImportForm next={Number(data.coveredUntil.slice(0, 4)) + 1} onImported={show} />
        </>
      )}
      <CalendarHistory />
    </div>
  );
}

function SpecialLine({ special }: { special: Calendar['days'][number] }) {
  const { t, name } = useTexts();
  return (
    <li>
      <strong>
        <Day on={special.on} />
      </strong>{' '}
      {name(special.name)} {special.working && <span className="chip strong">{t('console-terms-day-worked')}</span>}{' '}
      {special.status && <span className="chip">{t('console-terms-day-uncertain')}</span>}
    </li>
  );
}
