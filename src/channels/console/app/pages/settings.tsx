import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, type Me } from '../api.ts';
import { ErrorNote, Skeleton } from '../bits.tsx';
import { browserName } from '../browser-name.ts';
import { Time } from '../dates.tsx';
import { PageTitle, signOut } from '../shell.tsx';
import { TokensCard } from './admin/tokens-card.tsx';
import { ConnectCard } from './officers/connect-card.tsx';
import '../styles/lists.css';
import { useTexts } from '../texts.tsx';
import { THEMES, type Theme, useTheme } from '../theme.ts';

export function SettingsPage({ me }: { me: Me }) {
  const { t } = useTexts();
  const [theme, setTheme] = useTheme();
  return (
    <>
      <PageTitle>{t('console-nav-settings')}</PageTitle>
      <section className="card settings" aria-labelledby="me-title">
        <h2 id="me-title" className="section-title">
          {me.name}
        </h2>
        <p className="muted">
          {t(`console-role-${me.role}`)} · {me.email}
        </p>
        <label className="field">
          <span>{t('console-theme')}</span>
          <select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {t(`console-theme-${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => void signOut()}>
          {t('console-sign-out')}
        </button>
      </section>
      <SecondFactor me={me} />
      <Sessions />
      {me.agency && <ConnectCard />}
      <TokensCard />
    </>
  );
}

function Sessions() {
  const { t } = useTexts();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => answered(api.GET('/api/v1/sessions')) });
  const revoke = useMutation({
    mutationFn: (sessionId: string) =>
      answered(api.DELETE('/api/v1/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <section className="card settings" aria-labelledby="sessions-title">
      <h2 id="sessions-title" className="section-title">
        {t('console-sessions')}
      </h2>
      <ErrorNote error={sessions.error ?? revoke.error} />
      {sessions.isPending && <Skeleton rows={2} />}
      <ul className="plain-list">
        {sessions.data?.items.map(({ id, userAgent, lastSeenAt, current }) => (
          <li key={id} className="session">
            <span>
              {browserName(userAgent)}{' '}
              <span className="muted">
                <Time at={lastSeenAt} /> {current && `· ${t('console-session-this')}`}
              </span>
            </span>
            {!current && (
              <button type="button" onClick={() => revoke.mutate(id)}>
                {t('console-session-end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SecondFactor({ me }: { me: Me }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const offer = useMutation({ mutationFn: () => answered(api.POST('/api/v1/session/second-factor/offer')) });
  const onSuccess = () => {
    setCode('');
    offer.reset();
    return client.invalidateQueries({ queryKey: ['me'] });
  };
  const set = useMutation({
    mutationFn: (secret: string) => answered(api.PUT('/api/v1/session/second-factor', { body: { secret, code } })),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/session/second-factor', { params: { query: { code } } })),
    onSuccess,
  });
  const secret = offer.data?.secret;
  return (
    <section className="card settings" aria-labelledby="factor-title">
      <h2 id="factor-title" className="section-title">
        {t('console-factor')}
      </h2>
      <p className="muted">{t(me.hasSecondFactor ? 'console-factor-on' : 'console-factor-off')}</p>
      <ErrorNote error={offer.error ?? set.error ?? remove.error} />
      {!me.hasSecondFactor && !secret && (
        <button type="button" onClick={() => offer.mutate()}>
          {t('console-factor-start')}
        </button>
      )}
      {secret && !me.hasSecondFactor && <img className="qr" src={offer.data?.qr} alt={t('console-factor-qr')} />}
      {secret && !me.hasSecondFactor && (
        <p>
          {t('console-factor-secret')} <code className="secret">{secret.replace(/(.{4})/g, '$1 ')}</code>
        </p>
      )}
      {(secret || me.hasSecondFactor) && (
        <form
          className="inline-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (me.hasSecondFactor) remove.mutate();
            else if (secret) set.mutate(secret);
          }}
        >
          <label className="field">
            <span>{t('console-sign-in-code')}</span>
            <input
              value={code}
              onChange={({ target }) => setCode(target.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
            />
          </label>
          <button type="submit" className="primary">
            {t(me.hasSecondFactor ? 'console-factor-remove' : 'console-factor-set')}
          </button>
        </form>
      )}
    </section>
  );
}
