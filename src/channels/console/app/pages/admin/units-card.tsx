import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { type Localised, useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { type AgencyDetail, agencyKey } from './agency.tsx';

export function UnitsCard({ agency }: { agency: AgencyDetail }) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const [wanted, setWanted] = useState<Localised>({ kk: '', ru: '', en: '' });
  const add = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/admin/agencies/{agencyCode}/units', {
          params: { path: { agencyCode: agency.code } },
          body: { name: wanted },
        }),
      ),
    onSuccess: () => {
      setWanted({ kk: '', ru: '', en: '' });
      return client.invalidateQueries({ queryKey: agencyKey(agency.code) });
    },
  });
  return (
    <section className="card" aria-labelledby="units-title">
      <h2 id="units-title" className="section-title">
        {t('console-admin-units')}
      </h2>
      {agency.units.length === 0 && <p className="muted">{t('console-admin-units-none')}</p>}
      <ul className="plain-list">
        {agency.units.map((unit) => (
          <li key={unit.id}>{name(unit.name)}</li>
        ))}
      </ul>
      {agency.mayManage && (
        <details>
          <summary>{t('console-admin-unit-add')}</summary>
          <form
            className="admin-form"
            onSubmit={(event) => {
              event.preventDefault();
              add.mutate();
            }}
          >
            <WordsField label={t('console-admin-unit-add')} words={wanted} rows={1} isRequired onChange={setWanted} />
            <ErrorNote error={add.error} kept />
            <button type="submit" disabled={add.isPending}>
              {t('console-admin-add')}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
