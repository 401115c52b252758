import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';
import { SourceChips, SourceDates, type SourceRow } from './source-chips.tsx';

const VIEWS = ['all', 'waiting', 'drafts', 'review', 'ending', 'withdrawn'] as const;
type View = (typeof VIEWS)[number];
const viewOf = (text: string | null): View => VIEWS.find((view) => view === text) ?? 'all';

/** Sources of answers; what must be looked at next stands first. */
export function SourcesPage({ me }: PageProps) {
  const { t } = useTexts();
  const query = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const view = viewOf(query.get('view'));
  const words = query.get('q') ?? '';
  const bodies = query.get('bodies') === 'all' ? 'all' : 'own';
  const list = useInfiniteQuery({
    queryKey: ['knowledge', 'sources', view, words, bodies],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/knowledge/sources', {
          params: { query: { view, words, bodies, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });
  const counts = list.data?.pages[0]?.counts;
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isOfBody = me.role === 'officer' || me.role === 'supervisor';
  const mayWrite = isOfBody || me.role === 'operator';
  const addressOf = (wanted: Record<string, string>): string =>
    `/knowledge?${new URLSearchParams({ view, ...(words ? { q: words } : {}), ...(bodies === 'all' ? { bodies } : {}), ...wanted })}`;
  return (
    <>
      <div className="knowledge-head">
        <PageTitle>{t('console-knowledge-sources')}</PageTitle>
        {mayWrite && (
          <span className="page-acts">
            <Link href="/knowledge/import" className="button">
              <Icon name="clip" /> {t('console-knowledge-import')}
            </Link>
            <Link href="/knowledge/new" className="button primary">
              <Icon name="pen" /> {t('console-knowledge-write')}
            </Link>
          </span>
        )}
      </div>
      <div className="inbox-head">
        <nav className="views" aria-label={t('console-knowledge-views')}>
          {VIEWS.map((one) => (
            <Link key={one} href={addressOf({ view: one })} aria-current={one === view ? 'page' : undefined}>
              {t(`console-knowledge-view-${one}`)}
              {counts && <span className="count">{counts[one]}</span>}
            </Link>
          ))}
        </nav>
        <SearchWords key={words} wished={words} onSearch={(q) => go(addressOf({ q }))} />
      </div>
      {isOfBody && (
        <div className="whose">
          <label htmlFor="bodies">{t('console-knowledge-bodies')}</label>
          <select id="bodies" value={bodies} onChange={({ target }) => go(addressOf({ bodies: target.value }))}>
            <option value="own">{t('console-knowledge-bodies-own')}</option>
            <option value="all">{t('console-knowledge-bodies-all')}</option>
          </select>
        </div>
      )}
      <ErrorNote error={list.error} />
      {list.isPending && <Skeleton rows={8} />}
      {list.data && rows.length === 0 && (
        <Empty title={t(words ? 'console-knowledge-empty-found' : 'console-knowledge-empty')}>
          {!words && mayWrite && t('console-knowledge-empty-hint')}
        </Empty>
      )}
      {view === 'review' || view === 'ending' ? <Calendar rows={rows} by={view} /> : <Rows rows={rows} />}
      {list.hasNextPage && (
        <button
          type="button"
          className="more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('console-knowledge-more')}
        </button>
      )}
    </>
  );
}

function SearchWords({ wished, onSearch }: { wished: string; onSearch(words: string): void }) {
  const { t } = useTexts();
  const [words, setWords] = useState(wished);
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(words.trim());
        }}
      >
        <input
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          aria-label={t('console-knowledge-search')}
          placeholder={t('console-knowledge-search-hint')}
        />
      </form>
    </search>
  );
}

function Rows({ rows }: { rows: readonly SourceRow[] }) {
  const { name } = useTexts();
  if (rows.length === 0) return null;
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={`/knowledge/${row.id}`} className="source-row">
            <span className="source-title">{row.title}</span>
            <SourceChips row={row} />
            <span className="muted source-owner">{name(row.owner.name)}</span>
            <SourceDates row={row} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The same rows under their months. */
function Calendar({ rows, by }: { rows: readonly SourceRow[]; by: 'review' | 'ending' }) {
  const { language } = useTexts();
  const dated = rows.map((row) => ({ row, on: (by === 'ending' ? row.validUntil : null) ?? row.reviewOn }));
  const months = [...Map.groupBy(dated, ({ on }) => on.slice(0, 7))].sort(([one], [other]) => (one < other ? -1 : 1));
  return months.map(([month, items]) => (
    <section key={month} className="knowledge-month">
      <h2 className="section-title">{monthName(month, language)}</h2>
      <Rows rows={items.map(({ row }) => row)} />
    </section>
  ));
}

const KAZAKH_MONTHS = 'Қаңтар Ақпан Наурыз Сәуір Мамыр Маусым Шілде Тамыз Қыркүйек Қазан Қараша Желтоқсан'.split(' ');

function monthName(month: string, language: string): string {
  const [year, number] = month.split('-');
  if (language === 'kk') return `${KAZAKH_MONTHS[Number(number) - 1]} ${year}`;
  const name = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year}`;
}
