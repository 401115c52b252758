import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Day, Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import type { Words } from './model.ts';
import { wordsOf } from './question-name.ts';
import type { Results } from './results-page.tsx';

const inAll = ({ kk = '', ru = '', en = '' }: Words) => ({ kk, ru, en });

/** Publish, then say what was heard and what changes: the promise that closing the wave made. */
export function DutyCard({ found }: { found: Results }) {
  const { t, language } = useTexts();
  const client = useQueryClient();
  const { waveId, duty, state } = found;
  const [findings, setFindings] = useState<Words>({});
  const [changes, setChanges] = useState<Words>({});
  const params = { path: { waveId } };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['survey-results', waveId] });
  const publish = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/survey-waves/{waveId}/publish', { params })),
    onSuccess,
  });
  const fulfil = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/survey-waves/{waveId}/duty', {
          params,
          body: { findings: inAll(findings), changes: inAll(changes) },
        }),
      ),
    onSuccess,
  });
  if (!duty) return null;
  return (
    <section className="panel">
      <h2 className="section-title">{t('console-result-duty')}</h2>
      <p>
        {duty.owner}, <Day on={duty.dueOn} />
      </p>
      {state === 'closed' && (
        <>
          <p className="muted">{t('console-result-publish-how')}</p>
          <button type="button" className="primary" disabled={publish.isPending} onClick={() => publish.mutate()}>
            {t('console-result-publish')}
          </button>
        </>
      )}
      {state === 'published' && !duty.doneAt && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            fulfil.mutate();
          }}
        >
          <WordsField label={t('console-result-findings')} words={findings} onChange={setFindings} />
          <WordsField label={t('console-result-changes')} words={changes} onChange={setChanges} />
          <div className="panel-acts">
            <button type="submit" className="primary" disabled={fulfil.isPending}>
              {t('console-result-fulfil')}
            </button>
          </div>
        </form>
      )}
      {duty.doneAt && (
        <>
          <p>
            <strong>{t('console-result-findings')}:</strong> {wordsOf(duty.findings ?? {}, language)}
          </p>
          <p>
            <strong>{t('console-result-changes')}:</strong> {wordsOf(duty.changes ?? {}, language)}
          </p>
          <p className="muted">
            {t('console-result-told')} <Time at={duty.doneAt} />
          </p>
        </>
      )}
      <ErrorNote error={publish.error ?? fulfil.error} kept />
    </section>
  );
}
