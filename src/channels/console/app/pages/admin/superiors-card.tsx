import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import { FormActs } from '../../form-acts.tsx';
import { useTexts } from '../../texts.tsx';
import { LongDay } from './long-day.tsx';

type Row = components['schemas']['Superiors']['rows'][number];

const keyOf = (code: string) => ['superiors', code] as const;

/** Who stands over the body from when until when: to them it passes a complaint about itself. */
export function SuperiorsCard({ code }: { code: string }) {
  const { t, name } = useTexts();
  const found = useQuery({
    queryKey: keyOf(code),
    queryFn: () =>
      answered(api.GET('/api/v1/admin/agencies/{agencyCode}/superiors', { params: { path: { agencyCode: code } } })),
  });
  return (
    <section className="card" aria-labelledby="superiors-title">
      <h2 id="superiors-title" className="section-title">
        {t('console-admin-superiors')}
      </h2>
      <p className="muted">{t('console-admin-superiors-hint')}</p>
      <ErrorNote error={found.error} />
      {found.isPending && <Skeleton rows={2} />}
      {found.data && (
        <>
          <p>
            {t('console-admin-superior-now')}{' '}
            <strong>{found.data.now ? name(found.data.now.name) : t('console-admin-superior-none')}</strong>
          </p>
          <ul className="plain-list">
            {found.data.rows.map((row) => (
              <SuperiorLine key={`${row.source} ${row.effectiveFrom} ${row.superior?.code}`} row={row} />
            ))}
          </ul>
          {found.data.mayEdit && <NewSuperior code={code} />}
        </>
      )}
    </section>
  );
}

function SuperiorLine({ row }: { row: Row }) {
  const { t, name } = useTexts();
  return (
    <li className={row.counts ? undefined : 'muted'}>
      {row.superior ? name(row.superior.name) : t('console-admin-superior-none')}{' '}
      <span className="muted">
        {t('console-admin-from')} <LongDay on={row.effectiveFrom} />
        {row.effectiveUntil && (
          <>
            {' '}
            {t('console-admin-until')} <LongDay on={row.effectiveUntil} />
          </>
        )}
        {' · '}
        {row.basis || t('console-admin-superior-directory')}
        {row.by && ` · ${row.by}`}
      </span>
    </li>
  );
}

function NewSuperior({ code }: { code: string }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [superior, setSuperior] = useState<string | null>(null);
  const [isNobody, setNobody] = useState(false);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [basis, setBasis] = useState('');
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/admin/agencies/{agencyCode}/superiors', {
          params: { path: { agencyCode: code } },
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: {
            superiorCode: isNobody ? null : superior,
            effectiveFrom: from,
            effectiveUntil: until || null,
            basis,
          },
        }),
      ),
    onSuccess: () => {
      setBasis('');
      return client.invalidateQueries({ queryKey: keyOf(code) });
    },
  });
  return (
    <details>
      <summary>{t('console-admin-superior-add')}</summary>
      <form
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {!isNobody && <AgencyPicker label={t('console-admin-superior')} onChoose={setSuperior} />}
        <label className="check">
          <input type="checkbox" checked={isNobody} onChange={({ target }) => setNobody(target.checked)} />{' '}
          {t('console-admin-superior-none')}
        </label>
        <div className="fields">
          <Field label={t('console-admin-from')} type="date" value={from} required onChange={setFrom} />
          <Field label={t('console-admin-until')} type="date" value={until} onChange={setUntil} />
        </div>
        <Field label={t('console-admin-superior-basis')} value={basis} required onChange={setBasis} />
        <FormActs
          act={t('console-admin-add')}
          save={save}
          isDisabled={!isNobody && superior === null}
          saved={t('console-admin-saved')}
        />
      </form>
    </details>
  );
}
