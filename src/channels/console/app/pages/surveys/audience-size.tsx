import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { type AudienceForm, audienceOf } from './audience-fields.tsx';
import { useSlowly } from './use-slowly.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** How many that is, how long it takes, and what is kept to whatever is chosen. */
export function AudienceSize({ audience }: { audience: AudienceForm }) {
  const { t, name } = useTexts();
  const asked = useSlowly(audience);
  const size = useQuery({
    queryKey: ['survey-audience', asked],
    queryFn: () => answered(api.POST('/api/v1/survey-audiences/estimate', { body: { audience: audienceOf(asked) } })),
    placeholderData: (before) => before,
  });
  if (size.error) return <ErrorNote error={size.error} />;
  if (!size.data) return null;
  const { people, asked: written, strata, endsAt, perSecond, budget, quiet, isQuietNow } = size.data;
  return (
    <div className="audience-size" aria-live="polite">
      <p className="big-number">{t('console-wave-size', { asked: written, people })}</p>
      {strata.length > 1 && (
        <ul className="chips">
          {strata.map(({ key, place, people: count }) => (
            <li key={key} className="chip">
              {place ? name(place.name) : key || t('console-wave-stratum-unknown')}: {count}
            </li>
          ))}
        </ul>
      )}
      <p className="muted hint">
        {t('console-wave-pace', { rate: perSecond })}{' '}
        {endsAt && (
          <>
            {t('console-wave-ends')} <Time at={endsAt} />.
          </>
        )}{' '}
        {t('console-wave-rules', {
          messages: budget.messages,
          days: budget.days,
          from: clock(quiet.from),
          until: clock(quiet.until),
        })}{' '}
        {isQuietNow && <strong>{t('console-wave-quiet-now')}</strong>}
      </p>
    </div>
  );
}
