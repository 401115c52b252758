import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { answered, api, type Me, queryClient } from './api.ts';
import { Icon, type IconName } from './bits.tsx';
import { LANGUAGES, type Language, useTexts } from './texts.tsx';
import { useTheme } from './theme.ts';

const PLACES: readonly { to: string; icon: IconName; key: string; roles: readonly Me['role'][] }[] = [
  {
    to: '/',
    icon: 'inbox',
    key: 'console-nav-inbox',
    roles: ['officer', 'supervisor', 'operator', 'monitor', 'auditor'],
  },
  { to: '/triage', icon: 'sort', key: 'console-nav-triage', roles: ['operator'] },
  { to: '/team', icon: 'people', key: 'console-nav-team', roles: ['officer', 'supervisor', 'operator', 'auditor'] },
  { to: '/parked', icon: 'alert', key: 'console-nav-parked', roles: ['operator'] },
  { to: '/journal', icon: 'book', key: 'console-nav-journal', roles: ['auditor', 'monitor', 'operator'] },
  {
    to: '/settings',
    icon: 'gear',
    key: 'console-nav-settings',
    roles: ['officer', 'supervisor', 'operator', 'monitor', 'auditor'],
  },
];

const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function LanguagePicker({ onChange }: { onChange?: (language: Language) => void }) {
  const { language, setLanguage, t } = useTexts();
  return (
    <select
      aria-label={t('console-language')}
      value={language}
      onChange={({ target }) => {
        setLanguage(target.value as Language);
        onChange?.(target.value as Language);
      }}
    >
      {LANGUAGES.map((one) => (
        <option key={one} value={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}

export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { t, name } = useTexts();
  const [location] = useLocation();
  useTheme();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('console-skip')}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          Дауыс
        </Link>
        <span className="who" title={me.name}>
          {me.agency ? name(me.agency.name) : t(`console-role-${me.role}`)}
          <span className="who-name"> · {me.name}</span>
        </span>
        <LanguagePicker
          onChange={(language) => void answered(api.PUT('/api/v1/session/language', { body: { language } }))}
        />
      </header>
      <nav className="places" aria-label={t('console-nav')}>
        {PLACES.filter(({ roles }) => roles.includes(me.role)).map(({ to, icon, key }) => (
          <Link
            key={to}
            href={to}
            aria-current={
              (to === '/' ? location === '/' || location.startsWith('/tickets') : location.startsWith(to))
                ? 'page'
                : undefined
            }
          >
            <Icon name={icon} />
            <span>{t(key)}</span>
          </Link>
        ))}
      </nav>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The page's name, in the window's title too; takes the focus, so that a reader hears where one has come. */
export function PageTitle({ children, quiet = false }: { children: string; quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} · Дауыс`;
    heading.current?.focus({ preventScroll: true });
  }, [children]);
  return (
    <h1 ref={heading} tabIndex={-1} className={quiet ? 'hidden-words' : 'page-title'}>
      {children}
    </h1>
  );
}

export async function signOut(): Promise<void> {
  await answered(api.DELETE('/api/v1/session')).catch(() => undefined);
  sessionStorage.clear();
  queryClient.clear();
  location.assign('/console/sign-in');
}
