import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answered, api, type Me } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { AudienceFields, type AudienceForm, audienceOf, EVERYBODY } from './audience-fields.tsx';
import { AudienceSize } from './audience-size.tsx';
import { instantOf } from './instant-of.ts';
import type { SurveyPageData } from './survey-query.ts';

const DAYS_OPEN = 14;
const DAYS_TO_ANSWER = 30;

const dayAfter = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

interface Props {
  readonly survey: SurveyPageData['survey'];
  readonly me: Me;
  readonly isOpen: boolean;
}

/** Whom, until when, and who answers for it. The list is drawn first; nobody is written to before "start". */
export function NewWave({ survey, me, isOpen }: Props) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const [audience, setAudience] = useState<AudienceForm>(EVERYBODY);
  const [closesOn, setClosesOn] = useState(dayAfter(me.today, DAYS_OPEN));
  const [dueOn, setDueOn] = useState(dayAfter(me.today, DAYS_TO_ANSWER));
  const [ownerId, setOwner] = useState(me.id);
  const [seed, setSeed] = useState('');
  const staff = useQuery({
    queryKey: ['staff', survey.agency.code],
    queryFn: () => answered(api.GET('/api/v1/staff', { params: { query: { agency: survey.agency.code } } })),
  });
  const prepare = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/surveys/{surveyId}/waves', {
          params: { path: { surveyId: survey.id } },
          body: {
            audience: audienceOf(audience),
            closesAt: instantOf(closesOn, '18:00', me.timezone),
            duty: { ownerId, dueOn },
            ...(seed.trim().length >= 4 ? { seed: seed.trim() } : {}),
          },
        }),
      ),
    onSuccess: ({ waveId }) => go(`/surveys/waves/${waveId}`),
  });
  const people = [
    { id: me.id, name: me.name },
    ...(staff.data?.items ?? [])
      .filter(({ id, state }) => id !== me.id && state === 'active')
      .map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` })),
  ];
  return (
    <details className="card begin" open={isOpen || undefined}>
      <summary>{t('console-wave-new')}</summary>
      <form
        className="wave-form"
        onSubmit={(event) => {
          event.preventDefault();
          prepare.mutate();
        }}
      >
        <AudienceFields
          audience={audience}
          earlierWaves={survey.waves.filter(({ state }) => state !== 'prepared')}
          onChange={setAudience}
        />
        <AudienceSize audience={audience} />
        <div className="fields">
          <Field
            label={t('console-wave-closes-on')}
            type="date"
            value={closesOn}
            min={me.today}
            required
            onChange={setClosesOn}
          />
          <Field
            label={t('console-wave-duty-on')}
            type="date"
            value={dueOn}
            min={closesOn}
            required
            onChange={setDueOn}
          />
          <label className="field">
            <span>{t('console-wave-duty-owner')}</span>
            <select value={ownerId} onChange={({ target }) => setOwner(target.value)}>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {audience.sample !== '' && <Field label={t('console-wave-seed')} value={seed} onChange={setSeed} />}
        </div>
        <p className="muted hint">{t('console-wave-duty-why')}</p>
        <ErrorNote error={prepare.error} kept />
        <button type="submit" className="primary" disabled={prepare.isPending}>
          {t('console-wave-prepare')}
        </button>
      </form>
    </details>
  );
}
