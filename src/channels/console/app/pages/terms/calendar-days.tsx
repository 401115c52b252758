import { Day } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import type { Calendar } from './calendar.tsx';

type SpecialDay = Calendar['days'][number];

/** Days that differ from the plain week: first what the place has of its own, then what it has from around it. */
export function SpecialDays({ calendar: { place, days } }: { calendar: Calendar }) {
  const { t, name } = useTexts();
  if (!place) return <DayList title={t('console-terms-calendar-special')} days={days} />;
  const own = days.filter(({ instead }) => instead !== null);
  return (
    <>
      <DayList
        title={t('console-terms-calendar-own-days', { place: name(place.name) })}
        days={own}
        none={t('console-terms-calendar-no-own-days')}
      />
      <DayList title={t('console-terms-calendar-inherited-days')} days={days.filter((day) => !own.includes(day))} />
    </>
  );
}

function DayList({ title, days, none }: { title: string; days: readonly SpecialDay[]; none?: string }) {
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      {days.length === 0 && none && <p className="muted">{none}</p>}
      <ul className="plain-list special-days">
        {days.map((special) => (
          <SpecialLine key={special.on} special={special} />
        ))}
      </ul>
    </section>
  );
}

function SpecialLine({ special: { on, name: words, working, status, of, instead } }: { special: SpecialDay }) {
  const { t, name } = useTexts();
  const around =
    instead && (instead.name ? name(instead.name) : t(`console-terms-day-${instead.working ? 'plain' : 'off'}`));
  return (
    <li>
      <strong>
        <Day on={on} />
      </strong>{' '}
      {name(words)} {working && <span className="chip strong">{t('console-terms-day-worked')}</span>}{' '}
      {status && <span className="chip">{t('console-terms-day-uncertain')}</span>}{' '}
      {around && <span className="muted">{t('console-terms-day-instead', { around })}</span>}
      {of && !instead && <span className="chip">{name(of.name)}</span>}
    </li>
  );
}
