import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearch as useQueryString } from 'wouter';
import type { InboxRow, Me } from '../api.ts';
import { Empty, ErrorNote, Icon, Skeleton, showNumber } from '../bits.tsx';
import { Day, DaysLeft } from '../dates.tsx';
import { filterOf, type InboxFilter } from '../inbox/filter.ts';
import { useListKeys } from '../list-keys.ts';
import { type InboxView, useCounts, useInbox, useSearch, VIEWS, viewOf } from '../queries.ts';
import { PageTitle } from '../shell.tsx';
import { useTexts } from '../texts.tsx';

const InboxTools = lazy(() => import('../inbox/tools.tsx').then(({ InboxTools }) => ({ default: InboxTools })));
const BulkBar = lazy(() => import('../inbox/bulk-bar.tsx').then(({ BulkBar }) => ({ default: BulkBar })));

/** Views that are there only while they hold something. */
const PASSING: readonly InboxView[] = ['in_my_hand', 'mentioned', 'watched'];

/** Views whose count is a call to act; the others are archives. */
const COUNTED: readonly InboxView[] = VIEWS.filter((view) => view !== 'closed');

export function InboxPage({ me }: { me: Me }) {
  const { t } = useTexts();
  const query = useQueryString();
  const view = viewOf(query);
  const wished = new URLSearchParams(query).get('q') ?? '';
  const filter = filterOf(query);
  const counts = useCounts();
  const isShown = (one: InboxView): boolean => {
    if (one === 'mine') return me.role === 'officer' || me.role === 'supervisor';
    return !PASSING.includes(one) || one === view || (counts.data?.[one] ?? 0) > 0;
  };
  return (
    <div className="inbox">
      <PageTitle quiet>{t('console-nav-inbox')}</PageTitle>
      <div className="inbox-head">
        <nav className="views" aria-label={t('console-views')}>
          {VIEWS.filter(isShown).map((one) => (
            <Link key={one} href={`/?view=${one}`} aria-current={one === view && wished === '' ? 'page' : undefined}>
              {t(`console-view-${one.replaceAll('_', '-')}`)}
              {COUNTED.includes(one) && counts.data && (
                <span className={one === 'overdue' && counts.data[one] > 0 ? 'count late' : 'count'}>
                  {counts.data[one]}
                </span>
              )}
            </Link>
          ))}
        </nav>
        <SearchBox wished={wished} />
      </div>
      {wished.length >= 2 ? (
        <Found q={wished} me={me} />
      ) : (
        <>
          <Suspense>
            <InboxTools me={me} view={view} filter={filter} />
          </Suspense>
          <View key={JSON.stringify([view, filter])} view={view} filter={filter} me={me} />
        </>
      )}
    </div>
  );
}

function SearchBox({ wished }: { wished: string }) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const [words, setWords] = useState(wished);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if ((event.key === '/' && !isTyping) || (event.key === 'k' && (event.metaKey || event.ctrlKey))) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go(words.trim() === '' ? '/' : `/?q=${encodeURIComponent(words.trim())}`);
        }}
      >
        <input
          ref={input}
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          aria-label={t('console-search')}
          placeholder={t('console-search-hint')}
          minLength={2}
        />
      </form>
    </search>
  );
}

function View({ view, filter, me }: { view: InboxView; filter: InboxFilter; me: Me }) {
  const { t } = useTexts();
  const inbox = useInbox(view, filter);
  const rows = inbox.data?.pages.flatMap(({ items }) => items) ?? [];
  if (inbox.error) return <ErrorNote error={inbox.error} />;
  if (inbox.isPending) return <Skeleton rows={8} />;
  if (rows.length === 0)
    return <Empty title={t(`console-empty-${view.replaceAll('_', '-')}`)}>{t('console-empty-hint')}</Empty>;
  return (
    <>
      <Rows rows={rows} me={me} />
      {inbox.hasNextPage && (
        <button
          type="button"
          className="more"
          disabled={inbox.isFetchingNextPage}
          onClick={() => void inbox.fetchNextPage()}
        >
          {t('console-more')}
        </button>
      )}
    </>
  );
}

function Found({ q, me }: { q: string; me: Me }) {
  const { t } = useTexts();
  const found = useSearch(q);
  if (found.error) return <ErrorNote error={found.error} />;
  if (!found.data) return <Skeleton rows={4} />;
  if (found.data.items.length === 0)
    return <Empty title={t('console-search-nothing')}>{t('console-search-advice')}</Empty>;
  return <Rows rows={found.data.items} me={me} />;
}

function Rows({ rows, me }: { rows: readonly InboxRow[]; me: Me }) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ticketId: string) => {
    const next = new Set(chosen);
    if (!next.delete(ticketId)) next.add(ticketId);
    setChosen(next);
  };
  useListKeys(list);
  const mayAct = me.role === 'officer' || me.role === 'supervisor';
  const chosenRows = rows.filter(({ ticketId }) => chosen.has(ticketId));
  return (
    <>
      <ul className="rows" ref={list}>
        {rows.map((row) => (
          <Row
            key={row.ticketId}
            row={row}
            isService={me.agency === null}
            myId={me.id}
            isChosen={chosen.has(row.ticketId)}
            onChoose={mayAct ? choose : null}
          />
        ))}
      </ul>
      {chosenRows.length > 0 && (
        <Suspense>
          <BulkBar rows={chosenRows} isSupervisor={me.role === 'supervisor'} onClear={() => setChosen(new Set())} />
        </Suspense>
      )}
      <p className="keys muted">{t('console-keys')}</p>
    </>
  );
}

interface RowProps {
  readonly row: InboxRow;
  readonly isService: boolean;
  readonly myId: string;
  readonly isChosen: boolean;
  readonly onChoose: ((ticketId: string) => void) | null;
}

function Row({ row, isService, myId, isChosen, onChoose }: RowProps) {
  const { t, name } = useTexts();
  const { due } = row;
  return (
    <li className={isChosen ? 'chosen' : undefined}>
      {onChoose ? (
        <label className="row-choose">
          <span className="hidden-words">{t('console-choose', { number: showNumber(row.number) })}</span>
          <input type="checkbox" data-choose checked={isChosen} onChange={() => onChoose(row.ticketId)} />
        </label>
      ) : (
        <span />
      )}
      <Link href={`/tickets/${row.ticketId}`} className={row.unread ? 'row unread' : 'row'} data-ticket={row.ticketId}>
        <span className="dot">{row.unread && <span className="hidden-words">{t('console-unread')}</span>}</span>
        <span className={due?.passed ? 'due late' : 'due'}>
          {due ? (
            <>
              <span className="due-left">
                <DaysLeft due={due} />
              </span>
              <span className="due-day">
                <Day on={due.on} />
              </span>
            </>
          ) : (
            <span className="muted">{t('console-no-date')}</span>
          )}
        </span>
        <span className="row-number">{showNumber(row.number)}</span>
        <span className="row-title">
          <span className="row-words">{row.title || t('console-no-words')}</span>
          <span className="row-facts muted">
            {[row.topic && name(row.topic.name), row.place && name(row.place), isService && name(row.agency.name)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="chips">
          {row.urgent && <span className="chip strong">{t('console-urgent')}</span>}
          {row.joined > 0 && (
            <span className="chip">
              <Icon name="people" /> {t('console-joined', { count: row.joined + 1 })}
            </span>
          )}
          {row.state === 'delivered' && row.registrationDueAt && (
            <span className={row.registrationOverdue ? 'chip late' : 'chip'}>
              <Icon name="stamp" />{' '}
              {t(row.registrationOverdue ? 'console-registration-late' : 'console-not-registered')}
            </span>
          )}
          {row.risk === 'high' && !due?.passed && <span className="chip risky">{t('console-likely-late')}</span>}
          {row.hearingUntil && row.state === 'registered' && <span className="chip">{t('console-in-hearing')}</span>}
          {row.state !== 'delivered' && row.state !== 'registered' && (
            <span className="chip">{t(`console-state-${row.state.replace('_', '-')}`)}</span>
          )}
        </span>
        <span className="row-officer muted">
          {row.officer ? (row.officer.id === myId ? t('console-me') : row.officer.name) : '–'}
        </span>
      </Link>
    </li>
  );
}
