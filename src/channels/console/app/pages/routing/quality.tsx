import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/knowledge.css';
import '../../styles/tables.css';
import { useTexts } from '../../texts.tsx';
import { ModelVersions } from './models.tsx';

const SPANS = [7, 30, 90, 365] as const;

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`);

/** How the routing fares on real cases: the sentence first, tables under it, then the versions of the model. */
export function RoutingQualityPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const [days, setDays] = useState<number>(30);
  const quality = useQuery({
    queryKey: ['routing', 'quality', days],
    queryFn: () => answered(api.GET('/api/v1/routing/quality', { params: { query: { days } } })),
  });
  const { total, languages = [], bodies = [], confusions = [] } = quality.data ?? {};
  const label = (row: { name: string; label: Parameters<typeof name>[0] | null }): string =>
    row.label ? name(row.label) : row.name;
  return (
    <>
      <PageTitle>{t('console-routing-title')}</PageTitle>
      <div className="views source-facts">
        <select
          aria-label={t('console-routing-span')}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {SPANS.map((one) => (
            <option key={one} value={one}>
              {t('console-routing-days', { days: one })}
            </option>
          ))}
        </select>
      </div>
      <ErrorNote error={quality.error} />
      {quality.isPending && <Skeleton rows={5} />}
      {total?.sent === 0 && <Empty title={t('console-routing-empty')}>{t('console-routing-empty-hint')}</Empty>}
      {total && total.sent > 0 && (
        <>
          <p className="source-facts">
            {t('console-routing-sum', {
              sent: total.sent,
              right: percent(total.firstTimeRight, total.toBody),
              triaged: percent(total.triaged, total.sent),
              redirected: total.redirected,
              seconds: Math.round(total.secondsToConfirm ?? 0),
            })}
          </p>
          <QualityTable
            heading={t('console-routing-by-language')}
            rows={languages.map((row) => ({ ...row, text: t(`console-routing-language-${row.name}`) }))}
          />
          <QualityTable
            heading={t('console-routing-by-body')}
            rows={bodies.map((row) => ({ ...row, text: label(row) }))}
          />
        </>
      )}
      {confusions.length > 0 && (
        <section>
          <h2 className="section-title">{t('console-routing-confusions')}</h2>
          <div className="table-scroll">
            <table className="figures">
              <thead>
                <tr>
                  <th scope="col">{t('console-routing-said')}</th>
                  <th scope="col">{t('console-routing-meant')}</th>
                  <th scope="col">{t('console-routing-times')}</th>
                </tr>
              </thead>
              <tbody>
                {confusions.map(({ said, saidLabel, meant, meantLabel, count }) => (
                  <tr key={`${said} ${meant}`}>
                    <th scope="row">{saidLabel ? name(saidLabel) : said}</th>
                    <td>{meantLabel ? name(meantLabel) : meant}</td>
                    <td>{count}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <ModelVersions mayDecide={me.role === 'operator'} />
    </>
  );
}

interface Row {
  readonly name: string;
  readonly text: string;
  readonly sent: number;
  readonly toBody: number;
  readonly firstTimeRight: number;
  readonly redirected: number;
  readonly changed: number;
  readonly triaged: number;
  readonly secondsToConfirm: number | null;
}

function QualityTable({ heading, rows }: { heading: string; rows: readonly Row[] }) {
  const { t } = useTexts();
  return (
    <section className="routing-table">
      <h2 className="section-title">{heading}</h2>
      <div className="table-scroll">
        <table className="figures">
          <thead>
            <tr>
              <td />
              {['sent', 'right', 'redirected', 'changed', 'triaged', 'seconds'].map((column) => (
                <th key={column} scope="col">
                  {t(`console-routing-col-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.text}</th>
                <td>{row.sent}</td>
                <td>{percent(row.firstTimeRight, row.toBody)}</td>
                <td>{row.redirected}</td>
                <td>{row.changed}</td>
                <td>{percent(row.triaged, row.sent)}</td>
                <td>{row.secondsToConfirm === null ? '–' : Math.round(row.secondsToConfirm)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
