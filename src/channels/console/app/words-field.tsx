import { useId } from 'react';
import { LANGUAGES, type Language, useTexts } from './texts.tsx';
import './styles/words.css';

type Words = Readonly<Partial<Record<Language, string>>>;

interface Props<Given extends Words> {
  readonly label: string;
  readonly words: Given;
  readonly hint?: string;
  readonly rows?: number;
  /** Smaller, without the languages' names over the boxes: they stand over the first row. */
  readonly isCompact?: boolean;
  readonly isReadOnly?: boolean;
  /** The browser asks for every language before it sends the form. */
  readonly isRequired?: boolean;
  onChange(words: Given & Words): void;
}

/** One sentence in all languages side by side: what is missing shows as an empty box, not as a warning far away. */
export function WordsField<Given extends Words>({
  label,
  words,
  hint,
  rows = 2,
  isCompact = false,
  isReadOnly = false,
  isRequired = false,
  onChange,
}: Props<Given>) {
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
              required={isRequired}
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
