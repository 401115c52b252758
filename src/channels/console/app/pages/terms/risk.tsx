import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';

import { Empty, ErrorNote, Skeleton, showNumber } from '../../bits.tsx';
import { Day, DaysLeft } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import type { Schemas } from './schemas.ts';
import '../../styles/inbox.css';
import '../../styles/terms.css';
import '../../styles/tables.css';
import { useTexts } from '../../texts.tsx';

const BANDS = ['high', 'medium', 'low'] as const;
const STAGES = ['delivered', 'registered', 'hearing'] as const;
type Item = Schemas['RiskPage']['items'][number];

/** Open cases by their chance to be late: where a supervisor looks first, and why. */
export function RiskPage({ me }: PageProps) {
  const { t } = useTexts();
  const [band, setBand] = useState<(typeof BANDS)[number] | ''>('');
  const [stage, setStage] = useState<(typeof STAGES)[number] | ''>('');
  const query = { ...(band ? { band } : {}), ...(stage ? { stage } : {}) };
  const risk = useQuery({
    queryKey: ['risk', query],
    placeholderData: (before: Schemas['RiskPage'] | undefined) => before,
    queryFn: () => answered(api.GET('/api/v1/risk', { params: { query } })),
  });
  return (
    <div className="terms">
      <PageTitle>{t('console-terms-risk')}</PageTitle>
      <p className="muted">{t('console-terms-risk-hint', { count: risk.data?.history ?? 0 })}</p>
      <div className="terms-bar">
        <fieldset className="years">
          <legend className="hidden-words">{t('console-terms-risk-band')}</legend>
          {(['', ...BANDS] as const).map((one) => (
            <button key={one} type="button" aria-pressed={band === one} onClick={() => setBand(one)}>
              {t(`console-terms-band-${one || 'all'}`)}
              {one && risk.data && ` ${risk.data.counts[one]}`}
            </button>
          ))}
        </fieldset>
        <label className="field">
          <span>{t('console-terms-risk-stage')}</span>
          <select value={stage} onChange={({ target }) => setStage(target.value as typeof stage)}>
            <option value="">{t('console-terms-stage-all')}</option>
            {STAGES.map((one) => (
              <option key={one} value={one}>
                {t(`console-terms-stage-${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ErrorNote error={risk.error} />
      {!risk.data && !risk.error && <Skeleton rows={6} />}
      {risk.data && risk.data.items.length === 0 && <Empty title={t('console-terms-risk-empty')} />}
      <ol className="plain-list risks">
        {risk.data?.items.map((item) => (
          <RiskLine key={item.row.ticketId} item={item} isService={me.agency === null} />
        ))}
      </ol>
      <Calibration />
    </div>
  );
}

function RiskLine({ item, isService }: { item: Item; isService: boolean }) {
  const { t, name } = useTexts();
  const { row, percent, band, comparable, comparableLate, basis, loadFactor, overdue } = item;
  const isPassed = overdue !== null;
  // Without any history the number would only be our own prejudice.
  const isGuess = basis === 'no_history' && !isPassed;
  return (
    <li className="card risk">
      <span className={isGuess ? 'risk-percent' : `risk-percent risk-${isPassed ? 'overdue' : band}`}>
        <strong>{isPassed ? t('console-terms-risk-overdue') : isGuess ? '–' : `${percent} %`}</strong>
        {!isGuess && !isPassed && <span className="hidden-words">{t(`console-terms-band-${band}`)}</span>}
      </span>
      <div>
        <Link href={`/tickets/${row.ticketId}`}>
          <strong>№ {showNumber(row.number)}</strong> {row.title || t('console-no-words')}
        </Link>
        <p className="muted">
          {row.due && (
            <span className={row.due.passed ? 'late' : ''}>
              <DaysLeft due={row.due} />, <Day on={row.due.on} />
            </span>
          )}
          {' · '}
          {[
            t(`console-terms-stage-${item.stage}`),
            row.topic && name(row.topic.name),
            isService && name(row.agency.name),
            row.officer?.name ?? t('console-terms-nobody'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="hint muted">
          {isPassed
            ? t(`console-terms-basis-passed-${overdue}`)
            : t(`console-terms-basis-${basis.replaceAll('_', '-')}`, { all: comparable, late: comparableLate })}
          {!isPassed && loadFactor > 1.05 && ` ${t('console-terms-risk-load')}`}
        </p>
      </div>
    </li>
  );
}

/** Of fewer cases a measure says nothing. */
const FEW = 20;

/** Whether the estimate can be trusted; said even when the answer is "not yet". */
function Calibration() {
  const { t } = useTexts();
  const found = useQuery({
    queryKey: ['risk-calibration'],
    queryFn: () => answered(api.GET('/api/v1/risk/calibration')),
  });
  const isTested = (found.data?.cases ?? 0) >= FEW && found.data?.brier !== null;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return (
    <section className="card" aria-labelledby="calibration-title">
      <h2 id="calibration-title" className="section-title">
        {t('console-terms-calibration')}
      </h2>
      <ErrorNote error={found.error} />
      {found.data && !isTested && <p className="muted">{t('console-terms-calibration-none')}</p>}
      {found.data && isTested && (
        <>
          <p>
            {t('console-terms-calibration-what', {
              cases: found.data.cases,
              brier: (found.data.brier ?? 0).toFixed(3),
              baseline: (found.data.baselineBrier ?? 0).toFixed(3),
            })}
          </p>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('console-terms-calibration-said')}</th>
                <th scope="col">{t('console-terms-calibration-came')}</th>
                <th scope="col">{t('console-terms-calibration-cases')}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.bins.map(({ from, predicted, observed, cases }) => (
                <tr key={from}>
                  <td>{percent(predicted)}</td>
                  <td>{percent(observed)}</td>
                  <td>{cases}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
