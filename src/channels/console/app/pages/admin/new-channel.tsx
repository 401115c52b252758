import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import type { AgencyDetail } from './agency.tsx';
import { channelsKey } from './channels-card.tsx';

type Kind = components['schemas']['OfficerChannel']['kind'];
const POLICIES = ['link_only', 'masked', 'full'] as const;

interface Props {
  readonly agency: AgencyDetail;
  readonly kinds: readonly Kind[];
  readonly slackManifest: string;
}

/** Adds a channel step by step: what to paste, what to type, what is shown once. */
export function NewChannel({ agency, kinds, slackManifest }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'staff_chat');
  const [place, setPlace] = useState('');
  const [topic, setTopic] = useState('');
  const [policy, setPolicy] = useState('');
  const [fallback, setFallback] = useState(false);
  const [topicPerCase, setTopicPerCase] = useState(false);
  const [team, setTeam] = useState('');
  const [botToken, setBotToken] = useState('');
  const [signingSecret, setSigningSecret] = useState('');
  const [once, setOnce] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/admin/agencies/{agencyCode}/channels', {
          params: { path: { agencyCode: agency.code } },
          body: {
            kind,
            topic: topic.trim() || null,
            policy: (policy || null) as (typeof POLICIES)[number] | null,
            fallbackOrder: fallback ? 1 : 0,
            topicPerCase,
            ...(kind === 'staff_chat' ? {} : { place }),
            ...(kind === 'slack' && botToken ? { secrets: { teamId: team, botToken, signingSecret } } : {}),
          },
        }),
      ),
    onSuccess: ({ secret, code }) => {
      setOnce(secret ?? (code ? `/bind ${code}` : t('console-admin-added')));
      setPlace('');
      setBotToken('');
      setSigningSecret('');
      return client.invalidateQueries({ queryKey: channelsKey(agency.code) });
    },
  });
  return (
    <details className="new-channel">
      <summary>{t('console-admin-channel-add')}</summary>
      <form
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <div className="fields">
          <label className="field">
            <span>{t('console-admin-channel-kind')}</span>
            <select
              value={kind}
              onChange={({ target }) => {
                setKind(target.value as Kind);
                setOnce(null);
              }}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t(`console-admin-kind-${one.replace('_', '-')}`)}
                </option>
              ))}
            </select>
          </label>
          {kind !== 'staff_chat' && (
            <Field label={t(`console-admin-place-${kind}`)} value={place} required onChange={setPlace} />
          )}
          <Field label={t('console-admin-channel-topic')} value={topic} onChange={setTopic} />
          <label className="field">
            <span>{t('console-admin-policy')}</span>
            <select value={policy} onChange={({ target }) => setPolicy(target.value)}>
              <option value="">{t('console-admin-policy-as-body')}</option>
              {POLICIES.map((one) => (
                <option key={one} value={one}>
                  {t(`console-admin-policy-${one.replace('_', '-')}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {kind === 'slack' && (
          <>
            <ol className="steps">
              <li>{t('console-admin-slack-step-app')}</li>
              <li>{t('console-admin-slack-step-channel')}</li>
              <li>{t('console-admin-slack-step-test')}</li>
            </ol>
            <label className="field">
              <span>{t('console-admin-slack-manifest')}</span>
              <textarea readOnly rows={6} value={slackManifest} onFocus={({ target }) => target.select()} />
            </label>
            <details>
              <summary>{t('console-admin-slack-own')}</summary>
              <div className="fields">
                <Field label="Team ID" value={team} onChange={setTeam} />
                <Field label="Bot token" value={botToken} onChange={setBotToken} />
                <Field label="Signing secret" value={signingSecret} onChange={setSigningSecret} />
              </div>
            </details>
          </>
        )}
        {kind === 'staff_chat' && (
          <>
            <p className="muted">{t('console-admin-staff-chat-hint')}</p>
            <label className="check">
              <input
                type="checkbox"
                checked={topicPerCase}
                onChange={({ target }) => setTopicPerCase(target.checked)}
              />
              {t('console-admin-topic-per-case')}
            </label>
          </>
        )}
        <label className="check">
          <input type="checkbox" checked={fallback} onChange={({ target }) => setFallback(target.checked)} />
          {t('console-admin-as-fallback')}
        </label>
        <ErrorNote error={add.error} kept />
        <button type="submit" className="primary" disabled={add.isPending}>
          {t('console-admin-add')}
        </button>
        {once && (
          <p className="once" role="status">
            {t('console-admin-once')} <code>{once}</code>
          </p>
        )}
      </form>
    </details>
  );
}
