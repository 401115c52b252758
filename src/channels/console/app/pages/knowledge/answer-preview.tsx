import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote } from '../../bits.tsx';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';
import type { SourceForm } from './source-text.tsx';

type Preview = components['schemas']['SourcePreview'];

/** The answer as it would stand in a citizen's chat, asked for anew each time: the text may have changed since. */
export function AnswerPreview({ form }: { form: SourceForm }) {
  const { t } = useTexts();
  const [shown, setShown] = useState<readonly Preview[] | null>(null);
  const look = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/knowledge/previews', { body: { form } })),
    onSuccess: ({ items }) => setShown(items),
  });
  return (
    <section aria-label={t('console-knowledge-preview')}>
      <div className="page-acts">
        <button type="button" disabled={look.isPending || form.owner === ''} onClick={() => look.mutate()}>
          {t('console-knowledge-preview-act')}
        </button>
        {shown && (
          <button type="button" onClick={() => setShown(null)}>
            {t('console-knowledge-preview-hide')}
          </button>
        )}
      </div>
      <ErrorNote error={look.error} />
      {shown?.length === 0 && <p className="muted">{t('console-knowledge-preview-empty')}</p>}
      <div className="columns previews" aria-live="polite">
        {shown?.map((preview) => (
          <Bubble key={preview.language} preview={preview} />
        ))}
      </div>
    </section>
  );
}

function Bubble({ preview }: { preview: Preview }) {
  return (
    <article className="card bubble" lang={preview.language}>
      {preview.title && <h2>{preview.title}</h2>}
      {preview.paragraphs.map((words) => (
        <p key={words} className="words">
          {words}
        </p>
      ))}
      {preview.sources.map(({ title, url }) => (
        <p key={title}>
          {url ? (
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
      ))}
      {preview.notes.map((note) => (
        <p key={note}>
          <em>{note}</em>
        </p>
      ))}
      {preview.question && <p>{preview.question}</p>}
      <p className="source-facts">
        {preview.buttons.map((label) => (
          <span key={label} className="chip">
            {label}
          </span>
        ))}
      </p>
    </article>
  );
}
