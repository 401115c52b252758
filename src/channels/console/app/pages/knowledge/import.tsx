import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import { ErrorNote, Icon } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { LANGUAGES, type Language, useTexts } from '../../texts.tsx';

/** A file becomes drafts, which people then read, correct and submit. */
export function ImportPage({ me }: PageProps) {
  const { t, language: reader } = useTexts();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [language, setLanguage] = useState<Language>(reader);
  const [owner, setOwner] = useState(me.agency?.code ?? '');
  const [reviewOn, setReviewOn] = useState(`${Number(me.today.slice(0, 4)) + 1}${me.today.slice(4)}`);
  const bring = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ language, owner, reviewOn })) form.append(name, value);
      form.append('file', chosen);
      return answered(
        api.POST('/api/v1/knowledge/imports', {
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: form as never,
          bodySerializer: (body) => body as unknown as FormData,
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
  return (
    <>
      <p>
        <Link href="/knowledge">
          <Icon name="back" /> {t('console-knowledge-back')}
        </Link>
      </p>
      <PageTitle>{t('console-knowledge-import')}</PageTitle>
      <form
        className="card source-form import-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (file) bring.mutate(file);
        }}
      >
        <p className="muted">{t('console-knowledge-import-hint')}</p>
        <label className="field">
          <span>{t('console-knowledge-file')}</span>
          <input
            type="file"
            required
            accept=".md,.markdown,.html,.htm,.pdf,.docx,.csv"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        </label>
        <label className="field">
          <span>{t('console-knowledge-file-language')}</span>
          <select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {t(`console-knowledge-language-${one}`)}
              </option>
            ))}
          </select>
        </label>
        {me.role === 'operator' && (
          <AgencyPicker label={t('console-knowledge-owner')} onChoose={(code) => setOwner(code ?? '')} />
        )}
        <Field
          label={t('console-knowledge-review-next')}
          type="date"
          value={reviewOn}
          required
          onChange={setReviewOn}
        />
        <ErrorNote error={bring.error} kept />
        <div className="panel-acts">
          <button type="submit" className="primary" disabled={bring.isPending || !file}>
            {t(bring.isPending ? 'console-sending' : 'console-knowledge-import-act')}
          </button>
        </div>
      </form>
      {bring.data && (
        <section className="source-section" role="status">
          <h2 className="section-title">{t('console-knowledge-imported', { count: bring.data.drafts.length })}</h2>
          <ul className="rows">
            {bring.data.drafts.map(({ sourceId, title }) => (
              <li key={sourceId}>
                <Link href={`/knowledge/${sourceId}/edit`} className="source-row">
                  <span className="source-title">{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
