import { useId, useState } from 'react';
import { useTexts } from '../../texts.tsx';
import { CARD_KEYS, type SourceForm, type TextForm } from './source-text.tsx';

interface Props {
  readonly language: 'kk' | 'ru' | 'en';
  readonly kind: SourceForm['kind'];
  readonly text: TextForm;
  readonly isWide: boolean;
  onChange(text: TextForm): void;
}

const EMPTY_CARD = { who: '', documents: '', term: '', fee: '', where: '' };

/** One language of a source; lists are typed a line each, as people write them down. */
export function LanguageFields({ language, kind, text, isWide, onChange }: Props) {
  const { t } = useTexts();
  const change = (part: Partial<TextForm>): void => onChange({ ...text, ...part });
  const card = text.card ?? EMPTY_CARD;
  return (
    <fieldset className={isWide ? 'card language-fields wide' : 'card language-fields'} lang={language}>
      <legend>{t(`console-knowledge-language-${language}`)}</legend>
      <Area label={t('console-knowledge-title')} value={text.title} rows={2} onChange={(title) => change({ title })} />
      {kind === 'service_card' ? (
        CARD_KEYS.map((key) => (
          <Area
            key={key}
            label={t(`console-knowledge-card-${key}`)}
            value={card[key]}
            rows={2}
            onChange={(line) => change({ card: { ...card, [key]: line.replaceAll('\n', ' ') } })}
          />
        ))
      ) : (
        <Area label={t('console-knowledge-body')} value={text.body} rows={9} onChange={(body) => change({ body })} />
      )}
      <Lines
        label={t('console-knowledge-synonyms')}
        hint={t('console-knowledge-synonyms-hint')}
        first={text.synonyms.join('\n')}
        onChange={(lines) => change({ synonyms: lines })}
      />
      <Lines
        label={t('console-knowledge-references')}
        hint={t('console-knowledge-references-hint')}
        first={text.references.map(({ title, url }) => (url ? `${title} | ${url}` : title)).join('\n')}
        onChange={(lines) => change({ references: lines.map(referenceOf) })}
      />
    </fieldset>
  );
}

function referenceOf(line: string): TextForm['references'][number] {
  const [title = '', url = ''] = line.split('|').map((part) => part.trim());
  return { title: title || url, url: URL.canParse(url) ? url : null };
}

interface AreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  onChange(value: string): void;
}

function Area({ label, hint, value, rows, onChange }: AreaProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="muted hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        value={value}
        rows={rows}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

/** Keeps what is typed as it is typed; hands on the lines that say something. */
function Lines({
  first,
  onChange,
  ...rest
}: Omit<AreaProps, 'value' | 'rows' | 'onChange'> & { first: string; onChange(lines: string[]): void }) {
  const [value, setValue] = useState(first);
  return (
    <Area
      {...rest}
      value={value}
      rows={3}
      onChange={(words) => {
        setValue(words);
        onChange(words.split('\n').flatMap((line) => line.trim() || []));
      }}
    />
  );
}
