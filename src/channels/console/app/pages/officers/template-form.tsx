import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Me } from '../../api.ts';
import { Field, TextArea } from '../../case/form-parts.tsx';
import { FormActs } from '../../form-acts.tsx';
import { LANGUAGES, type Localised, useTexts } from '../../texts.tsx';
import type { Template } from './templates.tsx';
import '../../styles/panel.css';

const USES = ['answer', 'question', 'note'] as const;
const OUTCOMES = ['done', 'explained', 'partly', 'planned', 'refused'] as const;
const EMPTY: Localised = { kk: '', ru: '', en: '' };

interface Props {
  readonly me: Me;
  /** Null: a new one. */
  readonly template: Template | null;
  readonly variables: readonly string[];
  onClose(): void;
}

export function TemplateForm({ me, template, variables, onClose }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [use, setUse] = useState<Template['use']>(template?.use ?? 'answer');
  const [name, setName] = useState<Localised>(template?.name ?? EMPTY);
  const [body, setBody] = useState<Localised>(template?.body ?? EMPTY);
  const [outcome, setOutcome] = useState<string>(template?.outcome ?? '');
  const [topic, setTopic] = useState(template?.topic ?? '');
  const [takes, setTakes] = useState(template?.takes ?? false);
  const [note, setNote] = useState(template?.note ?? '');
  const save = useMutation({
    mutationFn: async (): Promise<void> => {
      const content = {
        use,
        name,
        body,
        outcome: (outcome || null) as Template['outcome'],
        topic: topic.trim() || null,
        takes,
        note: note.trim() || null,
      };
      if (template) {
        const params = { path: { templateId: template.id } };
        await answered(api.PUT('/api/v1/templates/{templateId}', { params, body: content }));
      } else
        await answered(api.POST('/api/v1/templates', { body: { ...content, agencyCode: me.agency?.code ?? null } }));
    },
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  return (
    <form
      className="card template-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2 className="section-title">
        {t(template ? 'console-officers-template-edit' : 'console-officers-template-new')}
      </h2>
      <div className="fields">
        <label className="field">
          <span>{t('console-officers-use')}</span>
          <select value={use} onChange={({ target }) => setUse(target.value as Template['use'])}>
            {USES.map((one) => (
              <option key={one} value={one}>
                {t(`console-officers-use-${one}`)}
              </option>
            ))}
          </select>
        </label>
        {use === 'answer' && (
          <label className="field">
            <span>{t('console-answer-outcome')}</span>
            <select value={outcome} onChange={({ target }) => setOutcome(target.value)}>
              <option value="">–</option>
              {OUTCOMES.map((one) => (
                <option key={one} value={one}>
                  {t(`console-outcome-${one}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Field label={t('console-officers-topic')} value={topic} onChange={setTopic} />
      </div>
      <p className="muted hint">
        {t('console-officers-variables')} <code>{variables.map((variable) => `{${variable}}`).join(' ')}</code>
      </p>
      {LANGUAGES.map((language) => (
        <fieldset key={language} className="template-language">
          <legend>{t(`console-language-${language}`)}</legend>
          <Field
            label={t('console-officers-name')}
            value={name[language]}
            required
            onChange={(text) => setName({ ...name, [language]: text })}
          />
          <TextArea
            label={t('console-officers-words')}
            value={body[language]}
            lang={language}
            onChange={(text) => setBody({ ...body, [language]: text })}
          />
        </fieldset>
      ))}
      {use === 'answer' && (
        <fieldset className="template-language">
          <legend>{t('console-officers-macro')}</legend>
          <label className="check">
            <input type="checkbox" checked={takes} onChange={({ target }) => setTakes(target.checked)} />{' '}
            {t('console-officers-macro-takes')}
          </label>
          <Field label={t('console-officers-macro-note')} value={note} onChange={setNote} />
        </fieldset>
      )}
      <FormActs act={t('console-officers-propose')} save={save} onCancel={onClose} />
    </form>
  );
}
