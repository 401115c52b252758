import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';
import { type Results, useVariableName } from './results-page.tsx';

interface Props {
  readonly waveId: string;
  readonly variables: Results['variables'];
}

/** Who answered what: two variables against each other, with a test said in words. */
export function CrossTableCard({ waveId, variables }: Props) {
  const { t } = useTexts();
  const nameOf = useVariableName();
  const [row, setRow] = useState(variables[0]?.key ?? '');
  const [column, setColumn] = useState('');
  const cross = useQuery({
    queryKey: ['survey-cross', waveId, row, column],
    enabled: column !== '' && column !== row,
    queryFn: () =>
      answered(
        api.GET('/api/v1/survey-waves/{waveId}/cross', { params: { path: { waveId }, query: { row, column } } }),
      ),
  });
  const label = (variable: string, key: string): string => {
    const found = variables.find((one) => one.key === variable)?.categories.find((one) => one.key === key);
    return found ? nameOf.category(variable, found) : key;
  };
  const choose = (value: string, onChange: (key: string) => void, words: string, blank: boolean) => (
    <label className="field">
      <span>{words}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {blank && <option value="">—</option>}
        {variables.map((variable) => (
          <option key={variable.key} value={variable.key}>
            {nameOf.variable(variable)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section className="card">
      <h2 className="section-title">{t('console-result-cross')}</h2>
      <div className="fields">
        {choose(row, setRow, t('console-result-rows'), false)}
        {choose(column, setColumn, t('console-result-columns'), true)}
      </div>
      <ErrorNote error={cross.error} />
      {cross.data?.counts === null && <p className="muted">{t('console-result-too-few')}</p>}
      {cross.data?.counts && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="wide-table" tabIndex={0} aria-label={t('console-result-cross')}>
          <table>
            <thead>
              <tr>
                <td />
                {cross.data.columns.map(({ key }) => (
                  <th key={key} scope="col">
                    {label(column, key)}
                  </th>
                ))}
                <th scope="col">{t('console-result-total')}</th>
              </tr>
            </thead>
            <tbody>
              {cross.data.rows.map(({ key, total }, at) => (
                <tr key={key}>
                  <th scope="row">{label(row, key)}</th>
                  {cross.data.columns.map((one, index) => {
                    const count = cross.data.counts?.[at]?.[index] ?? null;
                    return (
                      <td key={one.key}>
                        {count === null ? '·' : `${Math.round((count / Math.max(1, total)) * 100)} %`}
                        {count !== null && <span className="muted hint"> {count}</span>}
                      </td>
                    );
                  })}
                  <td>{total}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {cross.data && (
        <p>
          {t(cross.data.test.p < 0.05 ? 'console-result-related' : 'console-result-unrelated', {
            p: cross.data.test.p < 0.001 ? '< 0.001' : cross.data.test.p.toFixed(3),
            v: cross.data.test.cramersV.toFixed(2),
          })}{' '}
          {!cross.data.test.isReliable && <span className="warning">{t('console-result-unreliable')}</span>}
        </p>
      )}
    </section>
  );
}
