import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { answered, api, type Me, queryClient } from './api.ts';
import { commandKeyOf } from './keys.ts';
import { Menu } from './menu.tsx';
import { LANGUAGES, type Language, useTexts } from './texts.tsx';
import { useTheme } from './theme.ts';

const KeyHelp = lazy(() => import('./inbox/key-help.tsx').then(({ KeyHelp }) => ({ default: KeyHelp })));

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
  const [showsKeys, setShowsKeys] = useState(false);
  useTheme();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (commandKeyOf(event) === '?') setShowsKeys(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
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
      <Menu me={me} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {showsKeys && (
        <Suspense>
          <KeyHelp onClose={() => setShowsKeys(false)} />
        </Suspense>
      )}
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
