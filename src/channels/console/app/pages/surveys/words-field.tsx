import { useId } from 'react';
import { LANGUAGES, useTexts } from '../../texts.tsx';
import type { Words } from './model.ts';

interface Props {
  readonly label: string;
  readonly words: Words;
  readonly hint?: string;
  readonly rows?: number;
  /** Smaller, without the languages' names over the boxes: they stand over the first row. */
  readonly isCompact?: boolean;
  readonly isReadOnly?: boolean;
  onChange(words: Words): void;
}

/** One sentence in all languages side by side: what is missing shows as an empty box, not as a warning far away. */
export function WordsField({ label, words, hint, rows = 2, isCompact = false, isReadOnly = false, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset className={isCompact ? 'three-words compact' : 'three-words'}>
      <legend className={isCompact ? 'hidden-words' : undefined}>{label}</legend>
      {hint && (
        <p className="muted hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="three-boxes">
        {LANGUAGES.map((language) => (
          <label key={language}>
            <span className={isCompact ? 'language-mark' : 'language-name'}>
              {isCompact ? language : t(`console-language-${language}`)}
            </span>
            <textarea
              lang={language}
              rows={rows}
              value={words[language] ?? ''}
              readOnly={isReadOnly}
              maxLength={3000}
              aria-label={`${label}, ${t(`console-language-${language}`)}`}
              aria-describedby={hint ? `${id}-hint` : undefined}
              onChange={({ target }) => onChange({ ...words, [language]: target.value })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
