import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { Field } from '../../case/form-parts.tsx';
import { FormActs } from '../../form-acts.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { useTexts } from '../../texts.tsx';
import { type AgencyDetail, agencyKey } from './agency.tsx';
import { LongDay } from './long-day.tsx';

type Row = AgencyDetail['competences'][number];
const OWNERSHIPS = ['any', 'republican', 'communal', 'private'] as const;

/** What the body is competent for, where and since when; rows end, they are never deleted. */
export function CompetencesCard({ agency }: { agency: AgencyDetail }) {
  const { t } = useTexts();
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <section className="card" aria-labelledby="competences-title">
      <h2 id="competences-title" className="section-title">
        {t('console-admin-competences')}
      </h2>
      {agency.competences.length === 0 && <p className="muted">{t('console-admin-competences-none')}</p>}
      <ul className="plain-list">
        {agency.competences.map((row) => (
          <li key={row.id} className={row.inForce ? '' : 'muted'}>
            <CompetenceLine row={row} />{' '}
            {agency.mayEdit && edited !== row.id && (
              <button type="button" className="plain link" onClick={() => setEdited(row.id)}>
                {t('console-admin-competence-change')}
              </button>
            )}
            {edited === row.id && <CompetenceForm agency={agency} row={row} onClose={() => setEdited(null)} />}
          </li>
        ))}
      </ul>
      {agency.mayEdit && (
        <details open={edited === ''} onToggle={({ currentTarget }) => currentTarget.open && setEdited('')}>
          <summary>{t('console-admin-competence-add')}</summary>
          {edited === '' && <CompetenceForm agency={agency} row={null} onClose={() => setEdited(null)} />}
        </details>
      )}
    </section>
  );
}

function CompetenceLine({ row }: { row: Row }) {
  const { t, name } = useTexts();
  const what = row.topics.length > 0 ? row.topics.map((topic) => name(topic.name)).join(', ') : null;
  return (
    <>
      {row.roleName ? name(row.roleName) : row.role}
      {what && `: ${what}`}{' '}
      <span className="muted">
        {row.territory && `${name(row.territory.name)} · `}
        {row.ownership !== 'any' && `${t(`console-admin-ownership-${row.ownership}`)} · `}
        {t('console-admin-from')} <LongDay on={row.effectiveFrom} />
        {row.effectiveUntil && (
          <>
            {' '}
            · {t('console-admin-until')} <LongDay on={row.effectiveUntil} />
          </>
        )}
      </span>
    </>
  );
}

interface FormProps {
  readonly agency: AgencyDetail;
  readonly row: Row | null;
  onClose(): void;
}

function CompetenceForm({ agency, row, onClose }: FormProps) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const roles = useQuery({
    queryKey: ['competence-roles'],
    queryFn: () => answered(api.GET('/api/v1/admin/competence-roles')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [role, setRole] = useState(row?.role ?? '');
  const [topics, setTopics] = useState<readonly string[]>(row?.topics.map(({ code }) => code) ?? []);
  const [territory, setTerritory] = useState(row ? (row.territory?.code ?? null) : (agency.territory?.code ?? null));
  const [ownership, setOwnership] = useState(row?.ownership ?? 'any');
  const [from, setFrom] = useState(row?.effectiveFrom ?? '');
  const [until, setUntil] = useState(row?.effectiveUntil ?? '');
  const save = useMutation({
    mutationFn: () => {
      const body = {
        role,
        topics: [...topics],
        territoryCode: territory,
        ownership,
        effectiveFrom: from,
        effectiveUntil: until || null,
      };
      const path = { agencyCode: agency.code };
      return row
        ? answered(
            api.PUT('/api/v1/admin/agencies/{agencyCode}/competences/{competenceId}', {
              params: { path: { ...path, competenceId: row.id } },
              body,
            }),
          )
        : answered(api.POST('/api/v1/admin/agencies/{agencyCode}/competences', { params: { path }, body }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: agencyKey(agency.code) });
      onClose();
    },
  });
  const offered = roles.data?.items.find((one) => one.role === role)?.topics ?? [];
  return (
    <form
      className="admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="fields">
        <label className="field">
          <span>{t('console-admin-role')}</span>
          <select
            value={role}
            required
            disabled={row !== null}
            onChange={({ target }) => {
              setRole(target.value);
              setTopics([]);
            }}
          >
            <option value="">–</option>
            {(roles.data?.items ?? []).map((one) => (
              <option key={one.role} value={one.role}>
                {name(one.name)}
              </option>
            ))}
          </select>
        </label>
        <TerritoryField
          label={t('console-admin-territory')}
          hint={t('console-admin-territory-hint')}
          first={row ? row.territory : agency.territory}
          onChoose={setTerritory}
        />
        <label className="field">
          <span>{t('console-admin-ownership')}</span>
          <select value={ownership} onChange={({ target }) => setOwnership(target.value as typeof ownership)}>
            {OWNERSHIPS.map((one) => (
              <option key={one} value={one}>
                {t(`console-admin-ownership-${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Field label={t('console-admin-from')} type="date" value={from} required onChange={setFrom} />
        <Field label={t('console-admin-until')} type="date" value={until} onChange={setUntil} />
      </div>
      {offered.length > 0 && (
        <fieldset className="topic-boxes">
          <legend>{t('console-admin-competence-topics')}</legend>
          {offered.map((topic) => (
            <label key={topic.code} className="check">
              <input
                type="checkbox"
                checked={topics.includes(topic.code)}
                onChange={({ target }) =>
                  setTopics(target.checked ? [...topics, topic.code] : topics.filter((code) => code !== topic.code))
                }
              />
              {name(topic.name)}
            </label>
          ))}
        </fieldset>
      )}
      <FormActs act={t('console-admin-save')} save={save} error={roles.error} onCancel={onClose} />
    </form>
  );
}
