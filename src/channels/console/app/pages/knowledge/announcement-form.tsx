import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, type Me, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field, TextArea } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { TerritoryField } from '../../territory-field.tsx';
import { useTexts } from '../../texts.tsx';
import { TopicsField } from './topics-field.tsx';

type Form = components['schemas']['AnnouncementForm'];
const SUBJECTS = ['outages', 'works', 'decisions', 'acts'] as const;
const KEY = ['announcements'];

const emptyForm = (me: Me): Form => ({
  agency: me.agency?.code ?? '',
  subject: 'outages',
  topics: [],
  territoryCode: null,
  texts: { kk: { title: '', body: '' }, ru: { title: '', body: '' }, en: null },
  url: null,
  startsOn: null,
  endsOn: null,
});

/** In Kazakh and in Russian, in English too where there is somebody to read it. */
export function NewAnnouncement({ me }: { me: Me }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [form, setForm] = useState(() => emptyForm(me));
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const publish = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/announcements', {
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: form,
        }),
      ),
    onSuccess: () => {
      setForm(emptyForm(me));
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <details className="card invite">
      <summary>{t('console-knowledge-announce-new')}</summary>
      <form
        className="source-form source-section"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        <div className="fields">
          <label className="field">
            <span>{t('console-knowledge-announce-subject')}</span>
            <select
              value={form.subject}
              onChange={({ target }) => change({ subject: target.value as Form['subject'] })}
            >
              {SUBJECTS.map((subject) => (
                <option key={subject} value={subject}>
                  {t(`console-knowledge-subject-${subject}`)}
                </option>
              ))}
            </select>
          </label>
          {me.agency === null && (
            <AgencyPicker label={t('console-knowledge-owner')} onChoose={(code) => change({ agency: code ?? '' })} />
          )}
          <TerritoryField
            label={t('console-knowledge-announce-place')}
            hint={t('console-knowledge-everywhere')}
            onChoose={(territoryCode) => change({ territoryCode })}
          />
          <TopicsField chosen={form.topics} onChange={(topics) => change({ topics })} />
          <Field
            label={t('console-knowledge-announce-from')}
            type="date"
            value={form.startsOn ?? ''}
            onChange={(on) => change({ startsOn: on || null })}
          />
          <Field
            label={t('console-knowledge-announce-to')}
            type="date"
            value={form.endsOn ?? ''}
            onChange={(on) => change({ endsOn: on || null })}
          />
        </div>
        <div className="columns">
          {(['kk', 'ru', 'en'] as const).map((language) => {
            const words = form.texts[language] ?? { title: '', body: '' };
            const put = (part: Partial<typeof words>): void => {
              const next = { ...words, ...part };
              const isEmpty = language === 'en' && next.title === '' && next.body === '';
              change({ texts: { ...form.texts, [language]: isEmpty ? null : next } });
            };
            return (
              <fieldset
                key={language}
                className={language === 'en' ? 'card language-fields wide' : 'card language-fields'}
                lang={language}
              >
                <legend>
                  {t(
                    language === 'en' ? 'console-knowledge-announce-english' : `console-knowledge-language-${language}`,
                  )}
                </legend>
                <Field
                  label={t('console-knowledge-announce-title')}
                  value={words.title}
                  required={language !== 'en' || form.texts.en !== null}
                  onChange={(title) => put({ title })}
                />
                <TextArea
                  label={t('console-knowledge-announce-body')}
                  value={words.body}
                  rows={5}
                  lang={language}
                  isOptional={language === 'en' && form.texts.en === null}
                  onChange={(body) => put({ body })}
                />
              </fieldset>
            );
          })}
        </div>
        <ErrorNote error={publish.error} kept />
        {publish.data && (
          <p className="told" role="status">
            {t('console-knowledge-announced', { readers: publish.data.readers })}
          </p>
        )}
        <div className="panel-acts">
          <button type="submit" className="primary" disabled={publish.isPending || form.agency === ''}>
            {t('console-knowledge-announce-act')}
          </button>
        </div>
      </form>
    </details>
  );
}
