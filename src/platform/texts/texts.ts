import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { LANGUAGES, type Language } from '../../kernel/language.ts';

export type TextArguments = Readonly<Record<string, FluentVariable>>;

/** Words for people. An unknown key is a bug and throws; `npm run check` finds it first. */
export type Translate = (language: Language, key: string, args?: TextArguments) => string;

const LOCALES = fileURLToPath(new URL('./locales/', import.meta.url));

/** Loads every `locales/<language>/<area>.ftl`. Isolation marks are off: they show as boxes on old phones. */
export function loadTexts(directory: string = LOCALES): {
  t: Translate;
  has(language: Language, key: string): boolean;
  keys(language: Language): string[];
} {
  const bundles = new Map(LANGUAGES.map((language) => [language, loadBundle(`${directory}/${language}`, language)]));
  const bundleOf = (language: Language): FluentBundle => {
    const bundle = bundles.get(language);
    if (!bundle) throw new Error(`no texts in ${language}`);
    return bundle;
  };
  return {
    t(language, key, args) {
      const bundle = bundleOf(language);
      const [id = key, attribute] = key.split('.');
      const message = bundle.getMessage(id);
      const pattern = attribute ? message?.attributes[attribute] : message?.value;
      if (!pattern) throw new Error(`no text ${key} in ${language}`);
      const errors: Error[] = [];
      const text = bundle.formatPattern(pattern, args ?? null, errors);
      if (errors[0]) throw new Error(`text ${key} in ${language}`, { cause: errors[0] });
      return text;
    },
    has: (language, key) => bundleOf(language).hasMessage(key),
    keys: (language) => [...bundleOf(language)._messages.keys()],
  };
}

function loadBundle(directory: string, language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.ftl'))
    .sort()) {
    const errors = bundle.addResource(new FluentResource(readFileSync(`${directory}/${file}`, 'utf8')));
    if (errors[0]) throw new Error(`${directory}/${file}: ${errors[0].message}`);
  }
  return bundle;
}
