import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import { PageTitle } from '../../shell.tsx';
import '../../styles/lists.css';
import '../../styles/notices.css';
import { useTexts } from '../../texts.tsx';

const KNOWN = new Set(['false_bot', 'case_taken', 'term_digest', 'triage_term', 'calendar_ends', 'mass_case_proposed']);
/** Where what petitions ask of the desk is done. */
const PLACES: Readonly<Record<string, string>> = {
  petition_to_moderate: '/petitions',
  petition_second_look: '/petitions',
  petition_moderation_warn: '/petitions',
  petition_moderation_overdue: '/petitions',
  petition_duty: '/petition-duties',
  petition_step_duty: '/petition-duties',
  petition_duty_overdue: '/petition-duties',
  petition_to_handle: '/petition-duties',
  petition_signal: '/petition-signals',
  petition_held_overdue: '/petition-signals',
  vote_signal: '/votes',
  vote_held_overdue: '/votes',
};
const REFRESH_MS = 30_000;

type Notice = Awaited<ReturnType<typeof readNotices>>['items'][number];
const readNotices = (done: 'yes' | 'no') => answered(api.GET('/api/v1/notices', { params: { query: { done } } }));

/** What only operators are told: each stays until somebody says what was done. */
export function NoticesPage() {
  const { t } = useTexts();
  const [done, setDone] = useState<'yes' | 'no'>('no');
  const notices = useQuery({
    queryKey: ['notices', done],
    queryFn: () => readNotices(done),
    refetchInterval: REFRESH_MS,
  });
  const items = notices.data?.items;
  return (
    <>
      <PageTitle>{t('console-nav-notices')}</PageTitle>
      <p className="muted">{t('console-notices-hint')}</p>
      <nav className="notice-views" aria-label={t('console-nav-notices')}>
        {(['no', 'yes'] as const).map((value) => (
          <button key={value} type="button" aria-pressed={done === value} onClick={() => setDone(value)}>
            {t(`console-notices-${value === 'yes' ? 'done' : 'open'}`)}
          </button>
        ))}
      </nav>
      <ErrorNote error={notices.error} />
      {notices.isPending && <Skeleton rows={3} />}
      {items?.length === 0 && (
        <Empty title={t(done === 'yes' ? 'console-notices-none-done' : 'console-notices-none')}>
          {done === 'no' && t('console-notices-none-hint')}
        </Empty>
      )}
      {items && items.length > 0 && (
        <ul className="people">
          {items.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </>
  );
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [remark, setRemark] = useState('');
  const onSuccess = () => client.invalidateQueries({ queryKey: ['notices'] });
  const params = { path: { noticeId: notice.id } };
  const finish = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/notices/{noticeId}/done', { params, body: { remark } })),
    onSuccess,
  });
  const reopen = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/notices/{noticeId}/open', { params })),
    onSuccess,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    finish.mutate();
  };
  const place = PLACES[notice.kind];
  const kind = place || KNOWN.has(notice.kind) ? notice.kind : 'other';
  return (
    <li className="card notice">
      <header>
        <strong>{t(`console-notice-${kind.replaceAll('_', '-')}`)}</strong>
        <span className="muted">
          <Time at={notice.createdAt} />
        </span>
      </header>
      <p className="muted">{t(`console-notice-${kind.replaceAll('_', '-')}-do`)}</p>
      {notice.words && <blockquote>{notice.words}</blockquote>}
      {place && (
        <p>
          <Link href={place}>{t('console-notice-go')}</Link>
        </p>
      )}
      {notice.caseNumbers.length > 0 && (
        <p className="notice-cases">
          {notice.caseNumbers.map((number) => (
            <Link key={number} href={`/cases/${number}`}>
              № {number}
            </Link>
          ))}
        </p>
      )}
      {notice.doneAt ? (
        <footer>
          <span className="muted">
            {t('console-notices-done-by', { name: notice.doneBy ?? '–' })} <Time at={notice.doneAt} />
            {notice.remark && `: ${notice.remark}`}
          </span>
          <button type="button" disabled={reopen.isPending} onClick={() => reopen.mutate()}>
            {t('console-notices-reopen')}
          </button>
        </footer>
      ) : (
        <form onSubmit={submit}>
          <input
            aria-label={t('console-notices-remark')}
            placeholder={t('console-notices-remark')}
            maxLength={500}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
          <button type="submit" className="primary" disabled={finish.isPending}>
            {t('console-notices-finish')}
          </button>
        </form>
      )}
      <ErrorNote error={finish.error ?? reopen.error} />
    </li>
  );
}
