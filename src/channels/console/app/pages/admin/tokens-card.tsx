import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/officers.css';

type Scope = components['schemas']['ApiToken']['scopes'][number];
const SCOPES = [
  'tickets:read',
  'tickets:write',
  'triage',
  'staff',
  'journal',
  'operations',
] as const satisfies readonly Scope[];
const DAYS = 90;

/** Machines act for the person who made their token, within its scopes. */
export function TokensCard() {
  const { t } = useTexts();
  const client = useQueryClient();
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => answered(api.GET('/api/v1/tokens')) });
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['tickets:read']);
  const refresh = () => client.invalidateQueries({ queryKey: ['tokens'] });
  const make = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/tokens', { body: { name, scopes: [...scopes], days: DAYS } })),
    onSuccess: () => {
      setName('');
      return refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (tokenId: string) =>
      answered(api.DELETE('/api/v1/tokens/{tokenId}', { params: { path: { tokenId } } })),
    onSuccess: refresh,
  });
  return (
    <section className="card settings" aria-labelledby="tokens-title">
      <h2 id="tokens-title" className="section-title">
        {t('console-admin-tokens')}
      </h2>
      <p className="muted">{t('console-admin-tokens-hint')}</p>
      <ul className="plain-list">
        {(tokens.data?.items ?? []).map((token) => (
          <li key={token.id} className="session">
            <span>
              <strong>{token.name}</strong> <span className="muted">{token.scopes.join(' ')}</span>
              <br />
              <span className="muted">
                {token.expiresAt && (
                  <>
                    {t('console-admin-until')} <Time at={token.expiresAt} />
                  </>
                )}
              </span>
            </span>
            <button type="button" disabled={revoke.isPending} onClick={() => revoke.mutate(token.id)}>
              {t('console-admin-token-revoke')}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="admin-form"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Field label={t('console-admin-token-name')} value={name} required onChange={setName} />
        <fieldset className="hands">
          <legend>{t('console-admin-token-scopes')}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} className="check">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={({ target }) =>
                  setScopes(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                }
              />
              <code>{scope}</code>
            </label>
          ))}
        </fieldset>
        <ErrorNote error={make.error ?? tokens.error ?? revoke.error} kept />
        <button type="submit" disabled={make.isPending || scopes.length === 0}>
          {t('console-admin-token-make', { days: DAYS })}
        </button>
        {make.data && (
          <p className="once" role="status">
            {t('console-admin-once')} <code>{make.data.token}</code>
          </p>
        )}
      </form>
    </section>
  );
}
