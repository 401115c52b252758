import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { PETITIONS, PetitionTabs, useAct } from './model.tsx';

const ACTS = ['start', 'publish', 'support'] as const;
type Act = (typeof ACTS)[number];

/** The election-period switch: what rests, until when, and who decided. */
export function PausesPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const act = useAct();
  const pauses = useQuery({
    queryKey: [PETITIONS, 'pauses'],
    queryFn: () => answered(api.GET('/api/v1/petition-pauses')),
  });
  const active = pauses.data?.profiles.filter((profile) => profile.active) ?? [];
  return (
    <>
      <PageTitle>{t('console-petitions-pauses')}</PageTitle>
      <PetitionTabs role={me.role} />
      <p className="muted">{t('console-petitions-pauses-hint')}</p>
      <ErrorNote error={pauses.error ?? act.error} />
      {pauses.isPending && <Skeleton rows={2} />}
      <ul className="petition-rows">
        {active.map((profile) => (
          <li key={profile.id} className="card petition-row">
            <strong>{name(profile.name)}</strong>
            <p>
              {profile.electionStops.length > 0
                ? t('console-petitions-pauses-rule', {
                    acts: profile.electionStops.map((one) => t(`console-petitions-pause-${one}`)).join(', '),
                  })
                : t('console-petitions-pauses-rule-none')}
            </p>
            <p className="muted">{name(profile.electionNote)}</p>
            {profile.electionPeriods.map((period) => (
              <p key={period.from}>
                {name(period.name)}: <Day on={period.from} /> – <Day on={period.until} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {me.role === 'operator' && active.length > 0 && <PauseForm profiles={active} today={me.today} />}
      <section className="petition-section">
        <h2 className="section-title">{t('console-petitions-pauses-decided')}</h2>
        {pauses.data?.items.length === 0 && <p className="muted">{t('console-petitions-pauses-none')}</p>}
        <ul className="petition-rows">
          {pauses.data?.items.map((pause) => (
            <li key={pause.id} className="card person">
              <div>
                <strong>{pause.stops.map((one) => t(`console-petitions-pause-${one}`)).join(', ')}</strong>{' '}
                <span className={pause.inForce ? 'chip strong' : 'chip'}>
                  {t(
                    pause.liftedAt
                      ? 'console-petitions-pause-lifted'
                      : pause.inForce
                        ? 'console-petitions-pause-in-force'
                        : 'console-petitions-pause-idle',
                  )}
                </span>
                <p>
                  {name(pause.profile.name)} · <Day on={pause.from} /> – <Day on={pause.until} />
                </p>
                <p className="muted">
                  {pause.reason} · {pause.by}
                </p>
              </div>
              {me.role === 'operator' && pause.liftedAt === null && (
                <button
                  type="button"
                  disabled={act.isPending}
                  onClick={() =>
                    act.mutate((headers) =>
                      answered(
                        api.POST('/api/v1/petition-pauses/{pauseId}/lift', {
                          params: { path: { pauseId: pause.id } },
                          headers,
                        }),
                      ),
                    )
                  }
                >
                  {t('console-petitions-pause-lift')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface FormProps {
  readonly profiles: readonly {
    readonly id: string;
    readonly name: Parameters<ReturnType<typeof useTexts>['name']>[0];
  }[];
  readonly today: string;
}

function PauseForm({ profiles, today }: FormProps) {
  const { t, name } = useTexts();
  const act = useAct();
  const [profileId, setProfileId] = useState(profiles[0]?.id ?? '');
  const [stops, setStops] = useState<readonly Act[]>(['publish']);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <section className="panel petition-section">
      <h2 className="section-title">{t('console-petitions-pause-new')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate((headers) =>
            answered(
              api.POST('/api/v1/petition-pauses', {
                headers,
                body: { profileId, stops: [...stops], from, until, reason },
              }),
            ),
          );
        }}
      >
        <label className="field">
          <span>{t('console-petitions-pause-rules')}</span>
          <select value={profileId} onChange={({ target }) => setProfileId(target.value)}>
            {profiles.map((profile) => (
              <option key={profile.id} value={profile.id}>
                {name(profile.name)}
              </option>
            ))}
          </select>
        </label>
        <fieldset className="checks">
          <legend>{t('console-petitions-pause-stops')}</legend>
          {ACTS.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={stops.includes(one)}
                onChange={({ target }) =>
                  setStops(target.checked ? [...stops, one] : stops.filter((other) => other !== one))
                }
              />
              {t(`console-petitions-pause-${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="fields">
          <Field label={t('console-petitions-since')} type="date" required value={from} onChange={setFrom} />
          <Field
            label={t('console-petitions-until')}
            type="date"
            required
            min={from}
            value={until}
            onChange={setUntil}
          />
        </div>
        <Field label={t('console-petitions-pause-reason')} required value={reason} onChange={setReason} />
        <ErrorNote error={act.error} kept />
        <div className="petition-acts">
          <button type="submit" className="primary" disabled={act.isPending || stops.length === 0}>
            {t('console-petitions-pause-decide')}
          </button>
        </div>
      </form>
    </section>
  );
}
