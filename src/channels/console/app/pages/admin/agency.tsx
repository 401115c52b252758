import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { FormActs } from '../../form-acts.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { LANGUAGES, type Localised, useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/officers.css';
import '../../styles/panel.css';
import { ChainCard } from './chain-card.tsx';
import { ChannelsCard } from './channels-card.tsx';
import { CompetencesCard } from './competences-card.tsx';
import { SuperiorsCard } from './superiors-card.tsx';
import { UnitsCard } from './units-card.tsx';

export type AgencyDetail = components['schemas']['AgencyDetail'];
const CONNECTIONS = ['register', 'connected', 'mailbox', 'none'] as const;
const POLICIES = ['link_only', 'masked', 'full'] as const;

export const agencyKey = (code: string) => ['admin-agency', code] as const;

export function AgencyPage({ me, params }: PageProps) {
  const { t, name } = useTexts();
  const code = params['code'] ?? '';
  const found = useQuery({
    queryKey: agencyKey(code),
    queryFn: () => answered(api.GET('/api/v1/admin/agencies/{agencyCode}', { params: { path: { agencyCode: code } } })),
  });
  if (found.error) return <ErrorNote error={found.error} />;
  if (!found.data) return <Skeleton rows={3} height="8rem" />;
  const agency = found.data;
  return (
    <>
      {me.agency === null && (
        <Link href="/agencies" className="back">
          <Icon name="back" /> {t('console-admin-agencies')}
        </Link>
      )}
      <PageTitle>{name(agency.name)}</PageTitle>
      <div className="admin-cards">
        {agency.mayEdit ? <EditAgency key={agency.code} agency={agency} /> : <AgencyFacts agency={agency} />}
        <UnitsCard agency={agency} />
        <SuperiorsCard code={agency.code} />
        <ChainCard agency={agency} />
        {agency.mayManage && <ChannelsCard agency={agency} />}
        <CompetencesCard agency={agency} />
      </div>
    </>
  );
}

function AgencyFacts({ agency }: { agency: AgencyDetail }) {
  const { t, name } = useTexts();
  const facts: readonly (readonly [string, string])[] = [
    [t('console-admin-connection'), t(`console-admin-connection-${agency.connection}`)],
    [t('console-admin-policy'), t(`console-admin-policy-${agency.channelPolicy.replace('_', '-')}`)],
    [t('console-admin-territory'), agency.territory ? name(agency.territory.name) : '–'],
  ];
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title" className="section-title">
        {t('console-facts')}
      </h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('console-admin-operator-edits')}</p>
    </section>
  );
}

/** Half-open dates: on the day it ends its successor is already competent. */
function EditAgency({ agency }: { agency: AgencyDetail }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [name, setName] = useState<Localised>(agency.name);
  const [shortName, setShortName] = useState<Localised>(agency.shortName);
  const [connection, setConnection] = useState(agency.connection);
  const [channelPolicy, setPolicy] = useState(agency.channelPolicy);
  const [territory, setTerritory] = useState(agency.territory?.code ?? '');
  const [from, setFrom] = useState(agency.effectiveFrom);
  const [until, setUntil] = useState(agency.effectiveUntil ?? '');
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.PUT('/api/v1/admin/agencies/{agencyCode}', {
          params: { path: { agencyCode: agency.code } },
          body: {
            name,
            shortName,
            connection,
            channelPolicy,
            superiorCode: agency.superior?.code ?? null,
            territoryCode: territory.trim() || null,
            effectiveFrom: from,
            effectiveUntil: until || null,
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: agencyKey(agency.code) }),
  });
  return (
    <form
      className="card admin-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2 className="section-title">{t('console-facts')}</h2>
      {LANGUAGES.map((language) => (
        <div key={language} className="fields">
          <Field
            label={`${t('console-admin-name')}, ${t(`console-language-${language}`)}`}
            value={name[language]}
            required
            onChange={(text) => setName({ ...name, [language]: text })}
          />
          <Field
            label={t('console-admin-short-name')}
            value={shortName[language]}
            required
            onChange={(text) => setShortName({ ...shortName, [language]: text })}
          />
        </div>
      ))}
      <div className="fields">
        <label className="field">
          <span>{t('console-admin-connection')}</span>
          <select value={connection} onChange={({ target }) => setConnection(target.value as typeof connection)}>
            {CONNECTIONS.map((one) => (
              <option key={one} value={one}>
                {t(`console-admin-connection-${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('console-admin-policy')}</span>
          <select value={channelPolicy} onChange={({ target }) => setPolicy(target.value as typeof channelPolicy)}>
            {POLICIES.map((one) => (
              <option key={one} value={one}>
                {t(`console-admin-policy-${one.replace('_', '-')}`)}
              </option>
            ))}
          </select>
        </label>
        <TerritoryField
          label={t('console-admin-territory')}
          hint={t('console-admin-territory-hint')}
          first={agency.territory}
          onChoose={(chosen) => setTerritory(chosen ?? '')}
        />
        <Field label={t('console-admin-from')} type="date" value={from} required onChange={setFrom} />
        <Field label={t('console-admin-until')} type="date" value={until} onChange={setUntil} />
      </div>
      <FormActs act={t('console-admin-save')} save={save} saved={t('console-admin-saved')} />
    </form>
  );
}
