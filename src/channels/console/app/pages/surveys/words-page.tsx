import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import '../../styles/survey-results.css';
import { wordsOf } from './question-name.ts';

/** Answers in words: the machine proposes groups, two people name them, their agreement is measured. */
export function WordsPage({ params }: PageProps) {
  const { waveId = '', question = '' } = params;
  const { t, language } = useTexts();
  const client = useQueryClient();
  const [theme, setTheme] = useState('');
  const path = { waveId, question };
  const key = ['survey-words', waveId, question];
  const found = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/v1/survey-waves/{waveId}/open-answers/{question}', { params: { path } })),
  });
  const code = useMutation({
    mutationFn: (body: { submissionIds: string[]; theme: string }) =>
      answered(api.PUT('/api/v1/survey-waves/{waveId}/open-answers/{question}/codes', { params: { path }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const named = useMutation({
    mutationFn: async () =>
      (
        await answered(
          api.POST('/api/v1/survey-waves/{waveId}/open-answers/{question}/theme-names', {
            params: { path },
            body: { language },
          }),
        )
      ).names,
  });
  if (!found.data) return found.error ? <ErrorNote error={found.error} /> : <Skeleton />;
  const { text, answers, proposals, themes, coders, codedByTwo, alpha, mayCode } = found.data;
  return (
    <div className="survey-results">
      <p className="muted">
        <Link href={`/surveys/waves/${waveId}/results`}>{t('console-wave-results')}</Link>
      </p>
      <PageTitle>{wordsOf(text, language)}</PageTitle>
      <p>
        {t('console-words-count', { count: answers.length })}{' '}
        {alpha === null
          ? t('console-words-no-alpha', { coders })
          : t('console-words-alpha', { alpha: alpha.toFixed(2), count: codedByTwo })}
      </p>
      {!mayCode && <p className="warning">{t('console-words-later')}</p>}
      <ErrorNote error={code.error} />
      {answers.length === 0 && <Empty title={t('console-words-none')} />}
      {proposals.length > 0 && (
        <section>
          <h2 className="section-title">{t('console-words-proposed')}</h2>
          <p className="muted hint">{t('console-words-proposed-how')}</p>
          {mayCode && (
            <p className="survey-acts">
              <button type="button" disabled={named.isPending} onClick={() => named.mutate()}>
                {t('console-words-name')}
              </button>
              {named.isSuccess && (
                <span role="status">{t(named.data ? 'console-words-named' : 'console-words-no-model')}</span>
              )}
              <ErrorNote error={named.error} />
            </p>
          )}
          <ul className="proposals">
            {proposals.map(({ words, people, quotes, submissionIds }, index) => (
              <li key={words.join(' ')} className="card">
                <strong>{words.join(', ')}</strong> <span className="chip">{people}</span>
                {quotes.map((quote) => (
                  <p key={quote} className="muted">
                    «{quote}»
                  </p>
                ))}
                {mayCode && (
                  <ThemeButton
                    key={named.data?.[index] ?? ''}
                    first={named.data?.[index] ?? words[0] ?? ''}
                    busy={code.isPending}
                    onName={(name) => code.mutate({ submissionIds, theme: name })}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {themes.length > 0 && (
        <section>
          <h2 className="section-title">{t('console-words-themes')}</h2>
          <ul className="chips">
            {themes.map((one) => (
              <li key={one.theme}>
                <button
                  type="button"
                  aria-pressed={theme === one.theme}
                  onClick={() => setTheme(theme === one.theme ? '' : one.theme)}
                >
                  {one.theme}: {one.answers}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <datalist id="themes">
        {themes.map((one) => (
          <option key={one.theme} value={one.theme} />
        ))}
      </datalist>
      <ul className="word-list">
        {answers
          .filter(({ mine, theirs }) => theme === '' || mine === theme || theirs.includes(theme))
          .map(({ submissionId, text: words, language: lang, mine, theirs }) => (
            <li key={submissionId} className="card">
              <p className="words" lang={lang} dir="auto">
                {words}
              </p>
              <p className="survey-facts">
                {mine && <span className="chip strong">{mine}</span>}
                {theirs.map((one) => (
                  <span key={one} className="chip">
                    {t('console-words-other', { theme: one })}
                  </span>
                ))}
                {mayCode && (
                  <ThemeButton
                    first={mine ?? ''}
                    busy={code.isPending}
                    onName={(name) => code.mutate({ submissionIds: [submissionId], theme: name })}
                  />
                )}
              </p>
            </li>
          ))}
      </ul>
    </div>
  );
}

function ThemeButton({ first, busy, onName }: { first: string; busy: boolean; onName(theme: string): void }) {
  const { t } = useTexts();
  const [name, setName] = useState(first);
  return (
    <form
      className="theme-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onName(name.trim());
      }}
    >
      <input
        aria-label={t('console-words-theme')}
        placeholder={t('console-words-theme')}
        value={name}
        list="themes"
        maxLength={80}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" disabled={busy || name.trim() === ''}>
        {t('console-words-put')}
      </button>
    </form>
  );
}
