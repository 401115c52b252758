import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { ErrorNote } from '../bits.tsx';
import { useTexts } from '../texts.tsx';

interface FormProps {
  readonly act: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly className?: string;
  /** Nothing is left to fill in: the next key should send it. */
  readonly isReady?: boolean;
  onSubmit(): void;
  onCancel(): void;
  readonly children: ReactNode;
}

export function PanelForm({
  act,
  busy,
  error,
  className = 'primary',
  isReady = false,
  onSubmit,
  onCancel,
  children,
}: FormProps) {
  const { t } = useTexts();
  const send = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady) send.current?.focus();
  }, [isReady]);
  return (
    <form
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <ErrorNote error={error} kept />
      <div className="panel-acts">
        <button ref={send} type="submit" className={className} disabled={busy}>
          {busy ? t('console-sending') : act}
        </button>
        <button type="button" onClick={onCancel}>
          {t('console-cancel')}
        </button>
      </div>
    </form>
  );
}

interface TextAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly lang?: string;
  readonly isOptional?: boolean;
  /** Gets the focus when its panel opens, though something stands before it. */
  readonly isFirst?: boolean;
  onChange(value: string): void;
}

export function TextArea({
  label,
  hint,
  value,
  rows = 4,
  lang,
  isOptional = false,
  isFirst = false,
  onChange,
}: TextAreaProps) {
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
        lang={lang}
        data-first={isFirst || undefined}
        required={!isOptional}
        maxLength={8000}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly required?: boolean;
  readonly min?: string;
  readonly max?: string | undefined;
  onChange(value: string): void;
}

export function Field({ label, value, type = 'text', required = false, min, max, onChange }: InputProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type={type}
        value={value}
        required={required}
        min={min}
        max={max}
        maxLength={type === 'text' ? 200 : undefined}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

export function LanguageField({
  value,
  citizens,
  onChange,
}: {
  value: string;
  citizens: string;
  onChange(language: string): void;
}) {
  const { t } = useTexts();
  return (
    <label className="field">
      <span>{t('console-answer-language')}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {['kk', 'ru', 'en'].map((language) => (
          <option key={language} value={language}>
            {t(`console-language-${language}`)}
          </option>
        ))}
      </select>
      {value !== citizens && (
        <span className="warning">
          {t('console-language-differs', { language: t(`console-language-${citizens}`) })}
        </span>
      )}
    </label>
  );
}
