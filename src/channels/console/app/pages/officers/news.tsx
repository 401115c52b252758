import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton, showNumber } from '../../bits.tsx';
import { Day, Time } from '../../dates.tsx';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';

/** What one was told: as an editor, and of cases (named in a note, given one, something moved where one watches). */
export function NewsPage() {
  const { t } = useTexts();
  const found = useQuery({ queryKey: ['officer-news'], queryFn: () => answered(api.GET('/api/v1/officer-news')) });
  return (
    <>
      <PageTitle>{t('console-nav-news')}</PageTitle>
      <ErrorNote error={found.error} />
      {found.isPending && <Skeleton rows={5} />}
      {found.data?.items.length === 0 && found.data.editor.length === 0 && (
        <Empty title={t('console-officers-news-none')}>{t('console-officers-news-hint')}</Empty>
      )}
      {found.data !== undefined && found.data.editor.length > 0 && (
        <ul className="people">
          {found.data.editor.map(({ stage, count, firstOn, at }) => (
            <li key={`${stage} ${at}`} className="card person">
              <div>
                <Link href={stage.startsWith('tasks') ? '/gaps?state=assigned' : '/knowledge?view=review'}>
                  {t(`console-officers-news-${stage}`, { count })}
                </Link>
                <div className="muted">
                  {t('console-officers-news-first')} <Day on={firstOn} />
                </div>
              </div>
              <span className="muted">
                <Time at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul className="people">
        {found.data?.items.map(({ news, at, row }) => (
          <li key={`${row.ticketId} ${news} ${at}`} className="card person">
            <div>
              <Link href={`/tickets/${row.ticketId}`}>
                {row.unread ? <strong>{showNumber(row.number)}</strong> : showNumber(row.number)} ·{' '}
                {row.title || t('console-no-words')}
              </Link>
              <div className="muted">{t(`console-officers-news-${news}`)}</div>
            </div>
            <span className="muted">
              <Time at={at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
