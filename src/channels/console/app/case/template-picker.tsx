import type { Language } from '../texts.tsx';
import { useTexts } from '../texts.tsx';
import type { OfferedTemplate } from './answer-work.ts';

interface Props {
  readonly templates: readonly OfferedTemplate[];
  readonly use: OfferedTemplate['use'];
  readonly language: string;
  onPick(template: OfferedTemplate, text: string): void;
}

/** Approved words of the body, filled in for this case. Nothing is shown where there are none. */
export function TemplatePicker({ templates, use, language, onPick }: Props) {
  const { t, name } = useTexts();
  const offered = templates.filter((template) => template.use === use);
  if (offered.length === 0) return null;
  return (
    <label className="field">
      <span>{t('console-case-template')}</span>
      <select
        value=""
        onChange={({ target }) => {
          const picked = offered.find(({ id }) => id === target.value);
          if (picked) onPick(picked, picked.text[language as Language]);
        }}
      >
        <option value="">{t('console-case-template-none')}</option>
        {offered.map((template) => (
          <option key={template.id} value={template.id}>
            {name(template.name)}
            {(template.takes || template.note) && ` · ${t('console-case-template-macro')}`}
          </option>
        ))}
      </select>
    </label>
  );
}
