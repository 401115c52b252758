import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Case } from '../api.ts';
import { ErrorNote, Icon } from '../bits.tsx';
import { LANGUAGES, type Language, useTexts } from '../texts.tsx';

interface Props {
  readonly found: Case;
  readonly text: string;
  readonly language: string;
  readonly hasModel: boolean;
  onText(text: string): void;
}

/** What a machine and the approved sources offer. It writes into the field, never to the citizen. */
export function Assistant({ found, text, language, hasModel, onText }: Props) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const params = { path: { ticketId: id } };
  const others = LANGUAGES.filter((one) => one !== language);
  const suggest = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/answer/suggest', { params, body: { language: language as Language } }),
      ),
    onSuccess: (draft) => {
      if (draft.text) onText(text.trim() === '' ? draft.text : `${text.trimEnd()}\n\n${draft.text}`);
    },
  });
  const translate = useMutation({
    mutationFn: (to: Language) =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/translate', { params, body: { text, from: language as Language, to } }),
      ),
    // Both stay: the translation under its label, and the words it was made from.
    onSuccess: (done, to) =>
      onText(
        `${t('console-case-translation-label', { language: t(`console-language-${to}`) })}\n${done.text}\n\n${t('console-case-original-label')}\n${text}`,
      ),
  });
  return (
    <div className="assistant">
      <div className="panel-acts">
        <button type="button" disabled={suggest.isPending} onClick={() => suggest.mutate()}>
          <Icon name="book" /> {t(hasModel ? 'console-case-suggest' : 'console-case-sources')}
        </button>
        {hasModel &&
          text.trim() !== '' &&
          others.map((to) => (
            <button key={to} type="button" disabled={translate.isPending} onClick={() => translate.mutate(to)}>
              {t('console-case-translate-to', { language: t(`console-language-${to}`) })}
            </button>
          ))}
      </div>
      <ErrorNote error={suggest.error ?? translate.error} kept />
      {suggest.data && (
        <div className="ai-draft" role="status">
          <p className="muted">
            {suggest.data.model
              ? t('console-case-ai-mark', { model: suggest.data.model })
              : t(suggest.data.citations.length > 0 ? 'console-case-sources-found' : 'console-case-sources-none')}
          </p>
          <ol>
            {suggest.data.citations.map((citation) => (
              <li key={`${citation.source} ${citation.body}`}>
                <details>
                  <summary>{citation.title}</summary>
                  <p className="words">{citation.body}</p>
                </details>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** What a citizen wrote, in the reader's language; the original stays above it. */
export function EntryTranslation({ ticketId, entryId, to }: { ticketId: string; entryId: string; to: Language }) {
  const { t } = useTexts();
  const [isAsked, setAsked] = useState(false);
  const translate = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/translate', { params: { path: { ticketId } }, body: { entryId, to } }),
      ),
  });
  if (!isAsked)
    return (
      <button
        type="button"
        className="plain link"
        onClick={() => {
          setAsked(true);
          translate.mutate();
        }}
      >
        {t('console-case-translate')}
      </button>
    );
  return (
    <div className="entry-translation">
      <ErrorNote error={translate.error} />
      {translate.isPending && <p className="muted">{t('console-loading')}</p>}
      {translate.data && (
        <>
          <p className="muted">{t('console-case-translation-mark', { model: translate.data.model })}</p>
          <p className="words" lang={to}>
            {translate.data.text}
          </p>
        </>
      )}
    </div>
  );
}
