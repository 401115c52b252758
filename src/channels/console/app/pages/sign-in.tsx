import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { answered, api, queryClient, type Staff } from '../api.ts';
import { ErrorNote } from '../bits.tsx';
import { LanguagePicker, PageTitle } from '../shell.tsx';
import '../styles/sign-in.css';
import { useTexts } from '../texts.tsx';

const NEXT = 'dauys.next';

function enter(): void {
  const next = sessionStorage.getItem(NEXT) ?? '/console/';
  sessionStorage.removeItem(NEXT);
  queryClient.clear();
  location.replace(next.startsWith('/console/') && !next.startsWith('/console/sign-in') ? next : '/console/');
}

/** A link carries its token behind `#`, where no server and no log sees it. */
const tokenOfLink = (): string => location.hash.slice(1);

export function SignInPage() {
  const { t } = useTexts();
  const [error, setError] = useState<unknown>(null);
  const [code, setCode] = useState<string | null>(null);
  const [token, setToken] = useState(tokenOfLink);
  const wished = new URLSearchParams(useSearch()).get('as');
  const demo = useQuery({
    queryKey: ['demo-staff'],
    retry: false,
    queryFn: () => answered(api.GET('/api/v1/demo/staff')).catch(() => ({ items: [] as Staff[] })),
  });

  async function byLink(event: FormEvent) {
    event.preventDefault();
    setError(null);
    try {
      const written = token.trim().split('#').at(-1) ?? '';
      const body = code === null ? { token: written } : { token: written, code };
      const { codeNeeded } = await answered(api.POST('/api/v1/session', { body }));
      if (codeNeeded) setCode('');
      else enter();
    } catch (problem) {
      setError(problem);
    }
  }

  async function asDemo(staffId: string) {
    setError(null);
    try {
      await answered(api.POST('/api/v1/demo/session', { body: { staffId } }));
      enter();
    } catch (problem) {
      setError(problem);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish in the address is followed once
  useEffect(() => {
    if (wished) void asDemo(wished);
  }, [wished]);

  const people = demo.data?.items ?? [];
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <span className="brand">Дауыс</span>
        <LanguagePicker />
      </div>
      <PageTitle>{t('console-sign-in')}</PageTitle>
      <ErrorNote error={error} />
      {people.length > 0 && <DemoPeople people={people} onChoose={(id) => void asDemo(id)} />}
      <form onSubmit={byLink} className="card">
        <p>{t('console-sign-in-hint')}</p>
        <label className="field">
          <span>{t('console-sign-in-link')}</span>
          <input
            value={token}
            onChange={({ target }) => setToken(target.value)}
            required
            autoComplete="off"
            spellCheck={false}
          />
        </label>
        {code !== null && (
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
        )}
        <button type="submit" className="primary">
          {t('console-sign-in-act')}
        </button>
      </form>
    </main>
  );
}

/** Every word begins a word of the names. */
const isWished = (wished: string, names: readonly (string | null)[]): boolean =>
  wished
    .toLowerCase()
    .split(/\s+/)
    .every((word) =>
      names.some((one) =>
        one
          ?.toLowerCase()
          .split(/[\s«»-]+/)
          .some((part) => part.startsWith(word)),
      ),
    );

function DemoPeople({ people, onChoose }: { people: readonly Staff[]; onChoose: (id: string) => void }) {
  const { t, name } = useTexts();
  const [wished, setWished] = useState('');
  const found = people.filter((person) =>
    isWished(wished, [person.givenName, person.familyName, person.agency && name(person.agency.name)]),
  );
  const groups = [...Map.groupBy(found, ({ agency }) => agency?.code ?? '')].sort(
    ([a], [b]) => Number(a !== '') - Number(b !== ''),
  );
  return (
    <section className="card" aria-labelledby="demo">
      <h2 id="demo">{t('console-demo')}</h2>
      <p className="muted">{t('console-demo-hint')}</p>
      <input
        type="search"
        className="demo-search"
        value={wished}
        onChange={({ target }) => setWished(target.value)}
        aria-label={t('console-demo-search')}
        placeholder={t('console-demo-search')}
      />
      <div className="demo-groups">
        {groups.map(([code, group]) => (
          <div key={code} className="demo-group">
            <h3>{group[0]?.agency ? name(group[0].agency.name) : t('console-demo-service')}</h3>
            <ul>
              {group.map(({ id, givenName, familyName, role }) => (
                <li key={id}>
                  <button type="button" onClick={() => onChoose(id)}>
                    <strong>
                      {givenName} {familyName}
                    </strong>
                    <span className="muted">{t(`console-role-${role}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
