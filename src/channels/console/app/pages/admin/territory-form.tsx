import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Field } from '../../case/form-parts.tsx';
import { FormActs } from '../../form-acts.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { LANGUAGES, useTexts } from '../../texts.tsx';

type Detail = components['schemas']['TerritoryDetail'];
const LEVELS = [
  'region',
  'city_rep',
  'district',
  'city',
  'city_district',
  'town',
  'rural_district',
  'village',
] as const satisfies readonly Detail['level'][];

export const territoryKey = (code: string) => ['admin-territory', code] as const;

/** A new territory, or another name, place or end of a known one: from a day on, with the act that says so. */
export function TerritoryForm({ known }: { known: Detail | null }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const [names, setNames] = useState(known?.name ?? { kk: '', ru: '', en: '' });
  const [level, setLevel] = useState<Detail['level']>(known?.level ?? 'village');
  const [parent, setParent] = useState<string | null>(known?.within[0]?.code ?? null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [basis, setBasis] = useState('');
  const save = useMutation({
    mutationFn: () => {
      const body = {
        parentCode: parent,
        level,
        name: names,
        point: known?.point ?? null,
        effectiveFrom: from,
        effectiveUntil: until || null,
        basis,
      };
      const headers = { 'idempotency-key': newIdempotencyKey() };
      return known
        ? answered(
            api.PUT('/api/v1/admin/territories/{territoryCode}', {
              params: { path: { territoryCode: known.code } },
              headers,
              body,
            }),
          )
        : answered(api.POST('/api/v1/admin/territories', { headers, body: { ...body, code } }));
    },
    onSuccess: async () => {
      if (!known) return go(`/territories/${code}`);
      setBasis('');
      await client.invalidateQueries({ queryKey: territoryKey(known.code) });
    },
  });
  return (
    <form
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="fields">
        {LANGUAGES.map((language) => (
          <Field
            key={language}
            label={t(`console-admin-territory-name-${language}`)}
            value={names[language]}
            required
            onChange={(text) => setNames({ ...names, [language]: text })}
          />
        ))}
      </div>
      <div className="fields">
        {!known && <Field label={t('console-admin-territory-code')} value={code} required onChange={setCode} />}
        <label className="field">
          <span>{t('console-admin-level')}</span>
          <select value={level} onChange={({ target }) => setLevel(target.value as typeof level)}>
            {LEVELS.map((one) => (
              <option key={one} value={one}>
                {t(`console-admin-level-${one.replaceAll('_', '-')}`)}
              </option>
            ))}
          </select>
        </label>
        <TerritoryField
          label={t('console-admin-territory-within')}
          hint={t('console-admin-territory-hint')}
          first={known?.within[0] ?? null}
          onChoose={setParent}
        />
      </div>
      <div className="fields">
        <Field label={t('console-admin-from')} type="date" value={from} required onChange={setFrom} />
        <Field label={t('console-admin-until')} type="date" value={until} onChange={setUntil} />
        <Field label={t('console-admin-territory-basis')} value={basis} required onChange={setBasis} />
      </div>
      <FormActs
        act={t(known ? 'console-admin-save' : 'console-admin-add')}
        save={save}
        saved={t('console-admin-territory-saved')}
      />
    </form>
  );
}
