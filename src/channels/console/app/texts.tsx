import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Localised = Readonly<Record<Language, string>>;
export type Translate = (key: string, values?: Readonly<Record<string, FluentVariable>>) => string;

/** The same texts as everywhere; one language is loaded at a time. */
const FILES: Record<Language, () => Promise<{ default: string }>> = {
  kk: () => import('../../../platform/texts/locales/kk/console.ftl?raw'),
  ru: () => import('../../../platform/texts/locales/ru/console.ftl?raw'),
  en: () => import('../../../platform/texts/locales/en/console.ftl?raw'),
};

const STORED = 'dauys.language';
const isLanguage = (text: string | null | undefined): text is Language =>
  (LANGUAGES as readonly (string | null | undefined)[]).includes(text);

export function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'ru';
}

/** Words of one area, loaded with its first page: `console-<area>.ftl`. */
const AREA_FILES = import.meta.glob('../../../platform/texts/locales/*/console-*.ftl', {
  query: '?raw',
  import: 'default',
});

function translate(language: Language, ...files: readonly string[]): Translate {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of files) bundle.addResource(new FluentResource(file));
  return (key, values) => {
    const pattern = bundle.getMessage(key)?.value;
    return pattern ? bundle.formatPattern(pattern, values ?? null, []) : key;
  };
}

const core = async (language: Language): Promise<string> => (await FILES[language]()).default;
const ofArea = async (language: Language, area: string): Promise<string> =>
  (await AREA_FILES[`../../../platform/texts/locales/${language}/console-${area}.ftl`]?.()) ?? '';

interface Texts {
  readonly language: Language;
  readonly t: Translate;
  setLanguage(language: Language): void;
  /** A name in the chosen language. */
  name(localised: Localised): string;
}

const Context = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = useContext(Context);
  if (!texts) throw new Error('texts are used outside their provider');
  return texts;
}

// Before the first render: the words travel while the page is still being built.
document.documentElement.lang = firstLanguage();
void FILES[firstLanguage()]();

export function TextsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; t: Translate } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void core(language).then((file) => {
      if (!isCurrent) return;
      document.documentElement.lang = language;
      setLoaded({ language, t: translate(language, file) });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const texts = useMemo<Texts | null>(
    () =>
      loaded && {
        ...loaded,
        setLanguage: (next) => {
          localStorage.setItem(STORED, next);
          setLanguage(next);
        },
        name: (localised) => localised[loaded.language],
      },
    [loaded],
  );
  return texts && <Context value={texts}>{children}</Context>;
}

/** The console's words and those of one area for the pages inside; shows nothing of them before both are there. */
export function AreaTexts({ area, children, waiting }: { area: string; children: ReactNode; waiting: ReactNode }) {
  const texts = useTexts();
  const { language } = texts;
  const [loaded, setLoaded] = useState<{ area: string; language: Language; t: Translate } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void Promise.all([core(language), ofArea(language, area)]).then((files) => {
      if (isCurrent) setLoaded({ area, language, t: translate(language, ...files) });
    });
    return () => {
      isCurrent = false;
    };
  }, [area, language]);

  const isReady = loaded?.area === area && loaded.language === language;
  const inside = useMemo(() => (isReady ? { ...texts, t: loaded.t } : null), [isReady, texts, loaded]);
  return inside ? <Context value={inside}>{children}</Context> : waiting;
}
