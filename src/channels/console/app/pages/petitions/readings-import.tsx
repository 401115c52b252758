import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';
import { useAct } from './model.tsx';

interface Outcome {
  readonly recorded: number;
  readonly known: number;
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

/** Many counts of the state portal at once: a file is read here, checked there, and taken whole or not at all. */
export function ReadingsImport() {
  const { t } = useTexts();
  const act = useAct();
  const [csv, setCsv] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <details className="petition-section">
      <summary>{t('console-petitions-import')}</summary>
      <form
        className="petition-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(async (headers) =>
            setOutcome(await answered(api.POST('/api/v1/petition-readings/import', { headers, body: { csv } }))),
          );
        }}
      >
        <p className="muted">{t('console-petitions-import-hint')}</p>
        <label className="attach">
          {t('console-petitions-import-file')}
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => void target.files?.[0]?.text().then(setCsv)}
          />
        </label>
        <label className="field">
          <span>CSV</span>
          <textarea
            rows={5}
            value={csv}
            required
            placeholder="code,count,read_on,url"
            onChange={({ target }) => setCsv(target.value)}
          />
        </label>
        <ErrorNote error={act.error} kept />
        {outcome && (
          <div role="status">
            <p>
              {outcome.problems.length > 0
                ? t('console-petitions-import-wrong')
                : t('console-petitions-import-done', { recorded: outcome.recorded, known: outcome.known })}
            </p>
            <ul>
              {outcome.problems.map(({ line, problem }) => (
                <li key={line}>{t('console-petitions-import-problem', { line, problem })}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="petition-acts">
          <button type="submit" className="primary" disabled={act.isPending}>
            {t('console-petitions-import-act')}
          </button>
        </div>
      </form>
    </details>
  );
}
