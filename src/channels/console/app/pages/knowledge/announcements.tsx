import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Day, Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';
import { NewAnnouncement } from './announcement-form.tsx';
import { TopicChips } from './topics-field.tsx';

type Announcement = components['schemas']['Announcement'];
const KEY = ['announcements'];

/** Tells those who chose to hear it; nobody gets more than their contact budget. */
export function AnnouncementsPage({ me }: PageProps) {
  const { t } = useTexts();
  const list = useQuery({ queryKey: KEY, queryFn: () => answered(api.GET('/api/v1/announcements')) });
  return (
    <>
      <PageTitle>{t('console-nav-announcements')}</PageTitle>
      <p className="muted source-facts">{t('console-knowledge-announce-hint')}</p>
      <NewAnnouncement me={me} />
      <ErrorNote error={list.error} />
      {list.isPending && <Skeleton rows={3} height="5rem" />}
      {list.data?.items.length === 0 && <Empty title={t('console-knowledge-announce-empty')} />}
      <ul className="gap-list source-section">
        {list.data?.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function Item({ item }: { item: Announcement }) {
  const { t, language, name } = useTexts();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/announcements/{announcementId}/withdrawal', {
          params: { path: { announcementId: item.id } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const { form } = item;
  const words = form.texts[language] ?? form.texts.ru;
  return (
    <li className="card gap-card">
      <h2>{words.title}</h2>
      <p className="source-facts">
        <span className="chip strong">{t(`console-knowledge-subject-${form.subject}`)}</span>
        <span>{name(item.agency.name)}</span>
        <span className="muted">{item.territory ? name(item.territory.name) : t('console-knowledge-everywhere')}</span>
        {form.startsOn && (
          <span className="muted">
            <Day on={form.startsOn} />
            {form.endsOn && form.endsOn !== form.startsOn && (
              <>
                {' – '}
                <Day on={form.endsOn} />
              </>
            )}
          </span>
        )}
        {item.state === 'withdrawn' && <span className="chip">{t('console-knowledge-state-withdrawn')}</span>}
      </p>
      <TopicChips codes={form.topics} />
      <p className="words">{words.body}</p>
      <p className="muted">
        <Time at={item.publishedAt} /> ·{' '}
        {t('console-knowledge-announce-told', { told: item.told, waiting: item.waiting })}
      </p>
      <ErrorNote error={withdraw.error} />
      {item.state === 'published' && (
        <div className="page-acts">
          <button type="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('console-knowledge-announce-withdraw')}
          </button>
        </div>
      )}
    </li>
  );
}
