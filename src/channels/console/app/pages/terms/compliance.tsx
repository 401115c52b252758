import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';

import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import type { Schemas } from './schemas.ts';
import '../../styles/terms.css';
import '../../styles/tables.css';
import { useTexts } from '../../texts.tsx';

type Row = Schemas['Compliance']['rows'][number];
type Column = Exclude<keyof Row, 'agency'>;

const GROUPS: readonly { group: string; columns: readonly Column[] }[] = [
  { group: 'received', columns: ['received'] },
  { group: 'registration', columns: ['registeredInTime', 'registeredLate'] },
  { group: 'law', columns: ['lawInTime', 'lawLate'] },
  { group: 'promise', columns: ['promiseInTime', 'promiseLate'] },
  { group: 'extended', columns: ['extended'] },
  { group: 'redirected', columns: ['redirected'] },
  { group: 'overdue', columns: ['overdueNow'] },
  { group: 'silent', columns: ['silent'] },
  { group: 'answered', columns: ['answered'] },
  { group: 'citizen', columns: ['confirmed', 'disputed', 'saidNothing'] },
];
const COLUMNS = GROUPS.flatMap(({ columns }) => columns);
const LATE: readonly string[] = ['registeredLate', 'lawLate', 'promiseLate', 'overdueNow', 'silent'];
const wordOf = (column: string) =>
  `console-terms-figure-${column.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** How bodies kept their terms in a period: for the eye, for a spreadsheet, for paper. */
export function CompliancePage({ me }: PageProps) {
  const { t, language } = useTexts();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState(me.today);
  const [isPublic, setPublic] = useState(false);
  const query = { ...(from ? { from } : {}), until, public: isPublic ? ('true' as const) : ('false' as const) };
  const report = useQuery({
    queryKey: ['compliance', query],
    placeholderData: (before: Schemas['Compliance'] | undefined) => before,
    queryFn: () => answered(api.GET('/api/v1/compliance', { params: { query } })),
  });
  const csv = `/api/v1/compliance.csv?${new URLSearchParams({ ...query, language })}`;
  return (
    <div className="terms">
      <PageTitle>{t('console-terms-compliance')}</PageTitle>
      <form className="terms-bar no-print" onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{t('console-terms-from')}</span>
          <input
            type="date"
            value={from || (report.data?.from ?? '')}
            max={until}
            onChange={({ target }) => setFrom(target.value)}
          />
        </label>
        <label className="field">
          <span>{t('console-terms-until')}</span>
          <input
            type="date"
            value={until}
            max={me.today}
            onChange={({ target }) => setUntil(target.value || me.today)}
          />
        </label>
        <label className="check">
          <input type="checkbox" checked={isPublic} onChange={({ target }) => setPublic(target.checked)} />{' '}
          {t('console-terms-public')}
        </label>
        <span className="acts">
          <a className="button" href={csv} download>
            {t('console-terms-csv')}
          </a>
          <button type="button" onClick={() => print()}>
            {t('console-terms-print')}
          </button>
        </span>
      </form>
      <ErrorNote error={report.error} />
      {!report.data && !report.error && <Skeleton rows={3} />}
      {report.data && report.data.rows.length === 0 && (
        <Empty title={t('console-terms-compliance-empty')}>{t('console-terms-compliance-empty-hint')}</Empty>
      )}
      {report.data && report.data.rows.length > 0 && (
        <>
          <p className="muted">
            {t('console-terms-compliance-hint')} <Day on={report.data.from} /> – <Day on={report.data.until} />
          </p>
          {isPublic && <p className="muted">{t('console-terms-public-hint')}</p>}
          {report.data.rows.length === 1 && report.data.rows[0] ? (
            <One row={report.data.rows[0]} />
          ) : (
            <Table rows={report.data.rows} />
          )}
        </>
      )}
    </div>
  );
}

function Figure({ row, column }: { row: Row; column: Column }) {
  const { t } = useTexts();
  const value = row[column];
  if (value === null) return <span title={t('console-terms-hidden')}>–</span>;
  return LATE.includes(column) && value > 0 ? <span className="late">{value}</span> : value;
}

/** A single body reads better as a list than as a table of one line. */
function One({ row }: { row: Row }) {
  const { t, name } = useTexts();
  return (
    <section className="card" aria-labelledby="one-title">
      <h2 id="one-title">{name(row.agency.name)}</h2>
      <dl className="figure-list">
        {COLUMNS.map((column) => (
          <div key={column}>
            <dt>{t(wordOf(column))}</dt>
            <dd>
              <Figure row={row} column={column} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const SHORT: Partial<Record<Column, string>> = {
  registeredInTime: 'in-time',
  registeredLate: 'late',
  lawInTime: 'in-time',
  lawLate: 'late',
  promiseInTime: 'in-time',
  promiseLate: 'late',
  confirmed: 'confirmed',
  disputed: 'disputed',
  saidNothing: 'silent',
};

function Table({ rows }: { rows: readonly Row[] }) {
  const { t, name } = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keys
    <section className="wide" aria-label={t('console-terms-compliance')} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('console-terms-body')}
            </th>
            {GROUPS.map(({ group, columns }) => (
              <th
                key={group}
                scope={columns.length > 1 ? 'colgroup' : 'col'}
                colSpan={columns.length}
                rowSpan={columns.length > 1 ? 1 : 2}
              >
                {t(columns.length > 1 ? `console-terms-group-${group}` : wordOf(columns[0] ?? ''))}
              </th>
            ))}
          </tr>
          <tr>
            {GROUPS.filter(({ columns }) => columns.length > 1).flatMap(({ columns }) =>
              columns.map((column) => (
                <th key={column} scope="col">
                  {t(`console-terms-short-${SHORT[column] ?? ''}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.agency.code}>
              <th scope="row">{name(row.agency.name)}</th>
              {COLUMNS.map((column) => (
                <td key={column}>
                  <Figure row={row} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
