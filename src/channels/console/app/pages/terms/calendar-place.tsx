import { lazy, Suspense, useState } from 'react';
import { Skeleton } from '../../bits.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { useTexts } from '../../texts.tsx';

const AgencyPicker = lazy(() =>
  import('../../case/redirect-panel.tsx').then(({ AgencyPicker }) => ({ default: AgencyPicker })),
);

/** Whose calendar is looked at and changed. */
export type Place = { type: 'country' } | { type: 'territory' | 'agency'; code: string };

const WHERE = ['country', 'territory', 'agency'] as const;

export const queryOf = (place: Place): { territory?: string; agency?: string } =>
  place.type === 'country' ? {} : place.type === 'territory' ? { territory: place.code } : { agency: place.code };

/** The whole country, a place in it, or one body: everything below is about the one that is chosen. */
export function PlaceChooser({ onChoose }: { onChoose(place: Place): void }) {
  const { t } = useTexts();
  const [where, setWhere] = useState<(typeof WHERE)[number]>('country');
  const choose = (type: 'territory' | 'agency') => (code: string | null) =>
    onChoose(code === null ? { type: 'country' } : { type, code });
  return (
    <div className="calendar-place">
      <fieldset className="outcomes">
        <legend>{t('console-terms-where')}</legend>
        {WHERE.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="where"
              checked={where === one}
              onChange={() => {
                setWhere(one);
                onChoose({ type: 'country' });
              }}
            />{' '}
            {t(`console-terms-where-${one}`)}
          </label>
        ))}
      </fieldset>
      {where === 'agency' && (
        <Suspense fallback={<Skeleton rows={1} />}>
          <AgencyPicker label={t('console-terms-where-body')} onChoose={choose('agency')} />
        </Suspense>
      )}
      {where === 'territory' && (
        <TerritoryField
          label={t('console-terms-where-place')}
          hint={t('console-terms-where-place-hint')}
          onChoose={choose('territory')}
        />
      )}
    </div>
  );
}
