import { negotiateLanguages } from '@fluent/langneg';
import { Language } from '../../kernel/language.ts';

/** The best of our languages for an `Accept-Language` header; the first one where none fits. */
export function acceptedLanguage(header: string | undefined, fallback: Language = 'ru'): Language {
  const wished = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(/\s*;\s*/);
      return { tag, quality: Number(quality.slice(2)) };
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
  const [best] = negotiateLanguages(wished, Language.options, { strategy: 'lookup', defaultLocale: fallback });
  return Language.catch(fallback).parse(best);
}
