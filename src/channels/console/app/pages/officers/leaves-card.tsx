import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Me, type Staff } from '../../api.ts';
import { ErrorNote, Icon } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Day } from '../../dates.tsx';
import { FormActs } from '../../form-acts.tsx';
import { useTexts } from '../../texts.tsx';

/** Who is away and who works for them: the work shows there by itself. */
export function LeavesCard({ me, people }: { me: Me; people: readonly Staff[] }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const leaves = useQuery({ queryKey: ['leaves'], queryFn: () => answered(api.GET('/api/v1/leaves')) });
  const [staffId, setStaffId] = useState(me.id);
  const [substituteId, setSubstituteId] = useState('');
  const [fromOn, setFrom] = useState(me.today);
  const [untilOn, setUntil] = useState(me.today);
  const refresh = () => client.invalidateQueries({ queryKey: ['leaves'] });
  const add = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/leaves', { body: { staffId, substituteId, fromOn, untilOn } })),
    onSuccess: refresh,
  });
  const end = useMutation({
    mutationFn: (leaveId: string) =>
      answered(api.DELETE('/api/v1/leaves/{leaveId}', { params: { path: { leaveId } } })),
    onSuccess: refresh,
  });
  const active = people.filter(({ state }) => state === 'active');
  const choose = me.role === 'officer' ? active.filter(({ id }) => id === me.id) : active;
  return (
    <section className="card leaves" aria-labelledby="leaves-title">
      <h2 id="leaves-title" className="section-title">
        {t('console-officers-leaves')}
      </h2>
      {leaves.data?.items.length === 0 && <p className="muted">{t('console-officers-leaves-none')}</p>}
      <ul className="plain-list">
        {(leaves.data?.items ?? []).map((leave) => (
          <li key={leave.id} className="related">
            <span>
              {t('console-officers-leave-line', { name: leave.name, substitute: leave.substitute })}{' '}
              <span className="muted">
                <Day on={leave.fromOn} /> – <Day on={leave.untilOn} />
              </span>
            </span>
            {(me.role !== 'officer' || leave.staffId === me.id) && (
              <button
                type="button"
                className="plain"
                aria-label={t('console-officers-leave-end', { name: leave.name })}
                onClick={() => end.mutate(leave.id)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('console-officers-leave-add')}</summary>
        <form
          className="admin-form"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <div className="fields">
            <Person label={t('console-officers-leave-who')} people={choose} value={staffId} onChange={setStaffId} />
            <Person
              label={t('console-officers-leave-substitute')}
              people={active.filter(({ id }) => id !== staffId)}
              value={substituteId}
              onChange={setSubstituteId}
            />
            <Field label={t('console-officers-leave-from')} type="date" value={fromOn} required onChange={setFrom} />
            <Field
              label={t('console-officers-leave-until')}
              type="date"
              value={untilOn}
              min={fromOn}
              required
              onChange={setUntil}
            />
          </div>
          <ErrorNote error={add.error} kept />
          <button type="submit" disabled={add.isPending}>
            {t('console-officers-leave-save')}
          </button>
        </form>
      </details>
      <ErrorNote error={leaves.error ?? end.error} />
    </section>
  );
}

function Person({
  label,
  people,
  value,
  onChange,
}: {
  label: string;
  people: readonly Staff[];
  value: string;
  onChange(id: string): void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} required onChange={({ target }) => onChange(target.value)}>
        <option value="">–</option>
        {people.map(({ id, givenName, familyName }) => (
          <option key={id} value={id}>
            {givenName} {familyName}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What citizens say of the answers: three figures, never one. */
export function ClosingCard() {
  const { t } = useTexts();
  const found = useQuery({ queryKey: ['closing'], queryFn: () => answered(api.GET('/api/v1/closing-figures')) });
  if (!found.data) return null;
  const { answered: all, confirmed, disputed, silent } = found.data;
  return (
    <section className="card" aria-labelledby="closing-title">
      <h2 id="closing-title" className="section-title">
        {t('console-officers-closing', { count: all })}
      </h2>
      <dl className="three">
        {[
          ['confirmed', confirmed],
          ['disputed', disputed],
          ['silent', silent],
        ].map(([what, count]) => (
          <div key={what}>
            <dt>{t(`console-officers-closing-${what}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Another role, other units: by whoever manages the person. */
export function EditPerson({ person, me, onClose }: { person: Staff; me: Me; onClose(): void }) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const code = person.agency?.code ?? '';
  const [role, setRole] = useState(person.role);
  const [unitIds, setUnitIds] = useState<readonly string[]>(person.unitIds);
  const [post, setPost] = useState(person.post);
  const agency = useQuery({
    queryKey: ['admin-agency', code],
    enabled: code !== '',
    queryFn: () => answered(api.GET('/api/v1/admin/agencies/{agencyCode}', { params: { path: { agencyCode: code } } })),
  });
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/v1/staff/{staffId}', {
          params: { path: { staffId: person.id } },
          body: { role, unitIds: [...unitIds], post },
        }),
      ),
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  const roles = code === '' ? (['operator', 'monitor', 'auditor'] as const) : (['officer', 'supervisor'] as const);
  return (
    <form
      className="admin-form edit-person"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label className="field">
        <span>{t('console-role')}</span>
        <select
          value={role}
          disabled={person.id === me.id}
          onChange={({ target }) => setRole(target.value as typeof role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`console-role-${one}`)}
            </option>
          ))}
        </select>
      </label>
      {code !== '' && (
        <label className="field">
          <span>{t('console-officers-post')}</span>
          <select value={post ?? ''} onChange={({ target }) => setPost((target.value || null) as typeof post)}>
            <option value="">–</option>
            {(['head', 'deputy_head', 'head_of_office'] as const).map((one) => (
              <option key={one} value={one}>
                {t(`console-officers-post-${one.replaceAll('_', '-')}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {(agency.data?.units.length ?? 0) > 0 && (
        <fieldset className="hands">
          <legend>{t('console-officers-units')}</legend>
          {agency.data?.units.map((unit) => (
            <label key={unit.id} className="check">
              <input
                type="checkbox"
                checked={unitIds.includes(unit.id)}
                onChange={({ target }) =>
                  setUnitIds(target.checked ? [...unitIds, unit.id] : unitIds.filter((one) => one !== unit.id))
                }
              />
              {name(unit.name)}
            </label>
          ))}
        </fieldset>
      )}
      <FormActs act={t('console-officers-person-save')} save={save} onCancel={onClose} />
    </form>
  );
}
