import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api, newIdempotencyKey } from '../../api.ts';

import { ErrorNote, showNumber } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import type { Schemas } from './schemas.ts';
import '../../styles/terms.css';
import { useTexts } from '../../texts.tsx';

/** The register's own export, many numbers at once: what is taken and what is not is shown before anything is recorded. */
export function RegistrationsPage(_props: PageProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [content, setContent] = useState('');
  const [fileName, setFileName] = useState('');
  const send = useMutation({
    mutationFn: (trial: boolean) =>
      answered(
        api.POST('/api/v1/registrations', {
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: { content, trial },
        }),
      ),
    onSuccess: ({ registered }) => {
      if (registered > 0) void client.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const report = send.data;
  const isDone = report !== undefined && send.variables === false;
  return (
    <div className="terms narrow">
      <PageTitle>{t('console-terms-registrations')}</PageTitle>
      <p className="muted">{t('console-terms-registrations-hint')}</p>
      <pre className="sample">
        {t('console-terms-registrations-head')}
        {'\n'}472-918-3;Ж-881;23.11.2026
      </pre>
      <form
        className="upload"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(true);
        }}
      >
        <label className="field">
          <span>{t('console-terms-registrations-file')}</span>
          <input
            type="file"
            accept=".csv,text/csv,text/plain"
            required
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              send.reset();
              setFileName(file?.name ?? '');
              void file?.text().then(setContent);
            }}
          />
        </label>
        <button type="submit" className={report ? '' : 'primary'} disabled={content === '' || send.isPending}>
          {t('console-terms-registrations-check')}
        </button>
      </form>
      <ErrorNote error={send.error} />
      {report && isDone && (
        <p className="told" role="status">
          {t('console-terms-registrations-done', { count: report.registered })}
        </p>
      )}
      {report && <Report report={report} fileName={fileName} isDone={isDone} />}
      {report && !isDone && report.accepted.length > 0 && (
        <button type="button" className="primary" disabled={send.isPending} onClick={() => send.mutate(false)}>
          {t('console-terms-registrations-act', { count: report.accepted.length })}
        </button>
      )}
    </div>
  );
}

function Report({
  report,
  fileName,
  isDone,
}: {
  report: Schemas['RegistrationReport'];
  fileName: string;
  isDone: boolean;
}) {
  const { t } = useTexts();
  return (
    <>
      {report.rejected.length > 0 && (
        <section aria-labelledby="rejected-title">
          <h2 id="rejected-title" className="section-title late">
            {t('console-terms-registrations-rejected', { count: report.rejected.length })}
          </h2>
          <ul className="plain-list problems">
            {report.rejected.map(({ line, text, problem }) => (
              <li key={`${line} ${problem}`}>
                <strong>{line > 0 ? t('console-terms-line', { line }) : fileName}</strong>{' '}
                {t(`console-terms-problem-${problem.replaceAll('_', '-')}`)} <span className="muted">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!isDone && (
        <section aria-labelledby="accepted-title">
          <h2 id="accepted-title" className="section-title">
            {t('console-terms-registrations-accepted', { count: report.accepted.length })}
          </h2>
          <ul className="plain-list">
            {report.accepted.map(({ line, caseNumber, ticketId, number, on }) => (
              <li key={line}>
                <Link href={`/tickets/${ticketId}`}>№ {showNumber(caseNumber)}</Link> → {number}, <Day on={on} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
