import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/knowledge.css';
import { LANGUAGES, useTexts } from '../../texts.tsx';

const SPANS = [7, 30, 90, 365] as const;

/** How questions ended: the sentence first, the table under it, then what should be written better. */
export function QualityPage() {
  const { t } = useTexts();
  const [days, setDays] = useState<number>(30);
  const quality = useQuery({
    queryKey: ['knowledge', 'quality', days],
    queryFn: () => answered(api.GET('/api/v1/knowledge/quality', { params: { query: { days } } })),
  });
  const rows = quality.data?.rows ?? [];
  const sum = (part: 'answers' | 'helpful' | 'unhelpful', of = rows): number =>
    of.reduce((total, row) => total + row[part], 0);
  return (
    <>
      <PageTitle>{t('console-nav-quality')}</PageTitle>
      <div className="views source-facts">
        <select
          aria-label={t('console-nav-quality')}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {SPANS.map((one) => (
            <option key={one} value={one}>
              {t('console-knowledge-quality-days', { days: one })}
            </option>
          ))}
        </select>
      </div>
      <ErrorNote error={quality.error} />
      {quality.isPending && <Skeleton rows={5} />}
      {quality.data && rows.length === 0 && <Empty title={t('console-knowledge-quality-empty')} />}
      {rows.length > 0 && (
        <>
          <p className="source-facts">
            {t('console-knowledge-quality-sum', {
              answers: sum('answers'),
              answered: sum(
                'answers',
                rows.filter(({ status }) => status === 'answered'),
              ),
              helpful: sum('helpful'),
              unhelpful: sum('unhelpful'),
            })}
          </p>
          <div className="knowledge-table">
            <table className="knowledge-figures">
              <thead>
                <tr>
                  <th scope="col">{t('console-knowledge-quality-status')}</th>
                  {LANGUAGES.map((language) => (
                    <th key={language} scope="col">
                      {t(`console-knowledge-language-${language}`)}
                    </th>
                  ))}
                  <th scope="col">{t('console-knowledge-quality-all')}</th>
                  <th scope="col">{t('console-knowledge-quality-helpful')}</th>
                  <th scope="col">{t('console-knowledge-quality-unhelpful')}</th>
                </tr>
              </thead>
              <tbody>
                {[...Map.groupBy(rows, ({ status }) => status)].map(([status, parts]) => (
                  <tr key={status}>
                    <th scope="row">{t(`console-knowledge-status-${status}`)}</th>
                    {LANGUAGES.map((language) => (
                      <td key={language}>
                        {sum(
                          'answers',
                          parts.filter((part) => part.language === language),
                        )}
                      </td>
                    ))}
                    <td>{sum('answers', parts)}</td>
                    <td>{sum('helpful', parts)}</td>
                    <td>{sum('unhelpful', parts)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {quality.data && (
        <section className="source-section">
          <h2 className="section-title">{t('console-knowledge-quality-worst')}</h2>
          {quality.data.worst.length === 0 ? (
            <p className="muted">{t('console-knowledge-quality-worst-empty')}</p>
          ) : (
            <ul className="rows">
              {quality.data.worst.map((source) => (
                <li key={source.sourceId}>
                  <Link href={`/knowledge/${source.sourceId}`} className="source-row">
                    <span className="source-title">{source.title}</span>
                    <span className="muted">
                      {t('console-knowledge-quality-helpful')} {source.helpful} ·{' '}
                      {t('console-knowledge-quality-unhelpful')} {source.unhelpful}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
}
