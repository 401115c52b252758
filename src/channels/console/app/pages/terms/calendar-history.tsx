import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';

import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Day, Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import type { Schemas } from './schemas.ts';

/** Who changed what, when and why; nothing is ever overwritten. */
export function CalendarHistory() {
  const { t } = useTexts();
  const history = useQuery({
    queryKey: ['calendar-history'],
    queryFn: () => answered(api.GET('/api/v1/calendar/history')),
  });
  if (history.error) return <ErrorNote error={history.error} />;
  if (!history.data) return <Skeleton rows={2} />;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title" className="section-title">
        {t('console-terms-history')}
      </h2>
      {history.data.items.length === 0 && <p className="muted">{t('console-terms-history-none')}</p>}
      <ol className="journal">
        {history.data.items.map((item) => (
          <li key={`${item.at} ${item.edition}`} className="card">
            <header>
              <strong>
                <What item={item} />
              </strong>
              <span className="muted">
                {item.by} · <Time at={item.at} />
              </span>
            </header>
            <p>{item.reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function What({ item }: { item: Schemas['CalendarHistoryItem'] }) {
  const { t, name } = useTexts();
  const where = item.scope && `${name(item.scope.name)}: `;
  if (item.year !== null)
    return (
      <>
        {where}
        {t('console-terms-history-year', { year: String(item.year) })}
      </>
    );
  if (item.on)
    return (
      <>
        {where}
        <Day on={item.on} /> {t('console-terms-history-inherited')}
      </>
    );
  if (item.type === 'timezone')
    return (
      <>
        {where}
        {t('console-terms-timezone')}: {item.timezone ?? t('console-terms-history-inherited')}
      </>
    );
  if (item.day)
    return (
      <>
        {where}
        <Day on={item.day.on} /> {name(item.day.name)}:{' '}
        {t(item.day.working ? 'console-terms-day-worked' : 'console-terms-day-off')}
      </>
    );
  const { hours } = item;
  return (
    <>
      {where}
      {t('console-terms-hours')}: {hours?.opens}–{hours?.closes}
      {hours?.lunch && `, ${t('console-terms-calendar-lunch')} ${hours.lunch.from}–${hours.lunch.to}`}
    </>
  );
}
