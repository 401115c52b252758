import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import type { Place } from './calendar-place.tsx';
import { MoveCases, MovedList } from './moved-cases.tsx';

interface Props {
  /** The year that is probably meant. */
  readonly next: number;
  readonly place: Place;
  onImported(year: number): void;
}

/** A whole year from a file: read first, every wrong line named, then brought in. */
export function ImportForm({ next, place, onImported }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [year, setYear] = useState(String(next));
  const [source, setSource] = useState('');
  const [content, setContent] = useState('');
  const bring = useMutation({
    mutationFn: (trial: boolean) =>
      answered(
        api.POST('/api/v1/calendar/import', {
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: { year: Number(year), content, source, trial, scope: place },
        }),
      ),
    onSuccess: ({ edition }) => {
      if (edition === null) return;
      void client.invalidateQueries({ queryKey: ['calendar'] });
      void client.invalidateQueries({ queryKey: ['calendar-history'] });
      onImported(Number(year));
    },
  });
  const report = bring.data;
  const isReady = content !== '' && source.trim().length >= 3;
  return (
    <details className="card fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('console-terms-import')}</summary>
      {isOpen && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            bring.mutate(true);
          }}
        >
          <p className="muted">{t('console-terms-import-hint')}</p>
          {place.type !== 'country' && <p className="muted">{t('console-terms-import-own')}</p>}
          <pre className="sample">
            date,working,kind,name_kk,name_ru,name_en{'\n'}
            {next}-01-03,no,transferred,…
          </pre>
          <div className="fields">
            <Field label={t('console-terms-import-year')} value={year} required onChange={setYear} />
            <Field label={t('console-terms-import-source')} value={source} required onChange={setSource} />
          </div>
          <label className="field">
            <span>{t('console-terms-import-file')}</span>
            <input
              type="file"
              accept=".csv,.json,text/csv,application/json"
              required
              onChange={({ target }) => {
                bring.reset();
                void target.files?.[0]?.text().then(setContent);
              }}
            />
          </label>
          <ErrorNote error={bring.error} />
          {report && report.problems.length > 0 && (
            <ul className="plain-list problems">
              {report.problems.map(({ line, problem }) => (
                <li key={`${line} ${problem}`}>
                  <strong>{line > 0 ? t('console-terms-line', { line }) : t('console-terms-file')}</strong> {problem}
                </li>
              ))}
            </ul>
          )}
          {report?.edition && report.moved && <MoveCases edition={report.edition} moved={report.moved} />}
          {report && report.problems.length === 0 && !report.edition && (
            <>
              <p>{t('console-terms-import-read', { days: report.days })}</p>
              {report.moved && <MovedList moved={report.moved} />}
            </>
          )}
          <div className="panel-acts">
            <button type="submit" disabled={!isReady || bring.isPending}>
              {t('console-terms-import-check')}
            </button>
            {report && report.problems.length === 0 && !report.edition && (
              <button type="button" className="primary" disabled={bring.isPending} onClick={() => bring.mutate(false)}>
                {t('console-terms-import-act', { year })}
              </button>
            )}
          </div>
        </form>
      )}
    </details>
  );
}
