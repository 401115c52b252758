import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, type Me, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Field, TextArea } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import { Day, Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/inbox.css';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';

type Form = components['schemas']['AnnouncementForm'];
type Announcement = components['schemas']['Announcement'];
const SUBJECTS = ['outages', 'works', 'decisions', 'acts'] as const;
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

const emptyForm = (me: Me): Form => ({
  agency: me.agency?.code ?? '',
  subject: 'outages',
  topics: [],
  territoryCode: null,
  texts: { kk: { title: '', body: '' }, ru: { title: '', body: '' }, en: null },
  url: null,
  startsOn: null,
  endsOn: null,
});

function NewAnnouncement({ me }: { me: Me }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [form, setForm] = useState(() => emptyForm(me));
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const publish = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/announcements', {
          headers: { 'idempotency-key': newIdempotencyKey() },
          body: { ...form, topics: form.topics.filter((topic) => topic !== '') },
        }),
      ),
    onSuccess: () => {
      setForm(emptyForm(me));
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <details className="card invite">
      <summary>{t('console-knowledge-announce-new')}</summary>
      <form
        className="source-form source-section"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          publish.mutate();
        }}
      >
        <div className="fields">
          <label className="field">
            <span>{t('console-knowledge-announce-subject')}</span>
            <select
              value={form.subject}
              onChange={({ target }) => change({ subject: target.value as Form['subject'] })}
            >
              {SUBJECTS.map((subject) => (
                <option key={subject} value={subject}>
                  {t(`console-knowledge-subject-${subject}`)}
                </option>
              ))}
            </select>
          </label>
          {me.agency === null && (
            <AgencyPicker label={t('console-knowledge-owner')} onChoose={(code) => change({ agency: code ?? '' })} />
          )}
          <TerritoryField onChoose={(territoryCode) => change({ territoryCode })} />
          <Field
            label={t('console-knowledge-topics')}
            value={form.topics.join(', ')}
            onChange={(words) => change({ topics: words.split(',').map((word) => word.trim()) })}
          />
          <Field
            label={t('console-knowledge-announce-from')}
            type="date"
            value={form.startsOn ?? ''}
            onChange={(on) => change({ startsOn: on || null })}
          />
          <Field
            label={t('console-knowledge-announce-to')}
            type="date"
            value={form.endsOn ?? ''}
            onChange={(on) => change({ endsOn: on || null })}
          />
        </div>
        <div className="columns">
          {(['kk', 'ru'] as const).map((language) => (
            <fieldset key={language} className="card language-fields" lang={language}>
              <legend>{t(`console-knowledge-language-${language}`)}</legend>
              <Field
                label={t('console-knowledge-announce-title')}
                value={form.texts[language].title}
                required
                onChange={(title) =>
                  change({ texts: { ...form.texts, [language]: { ...form.texts[language], title } } })
                }
              />
              <TextArea
                label={t('console-knowledge-announce-body')}
                value={form.texts[language].body}
                rows={5}
                lang={language}
                onChange={(body) => change({ texts: { ...form.texts, [language]: { ...form.texts[language], body } } })}
              />
            </fieldset>
          ))}
        </div>
        <ErrorNote error={publish.error} kept />
        {publish.data && (
          <p className="told" role="status">
            {t('console-knowledge-announced', { readers: publish.data.readers })}
          </p>
        )}
        <div className="panel-acts">
          <button type="submit" className="primary" disabled={publish.isPending || form.agency === ''}>
            {t('console-knowledge-announce-act')}
          </button>
        </div>
      </form>
    </details>
  );
}

/** A place by the beginning of its name; empty means everywhere. */
function TerritoryField({ onChoose }: { onChoose(code: string | null): void }) {
  const { t, name } = useTexts();
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['territories', words],
    enabled: words.length > 1,
    queryFn: () => answered(api.GET('/api/v1/territories', { params: { query: { q: words, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  const items = found.data?.items ?? [];
  return (
    <label className="field">
      <span>{t('console-knowledge-announce-place')}</span>
      <input
        value={words}
        list="territories"
        autoComplete="off"
        placeholder={t('console-knowledge-everywhere')}
        onChange={({ target }) => {
          setWords(target.value);
          onChoose(items.find((item) => name(item.name) === target.value)?.code ?? null);
        }}
      />
      <datalist id="territories">
        {items.map((item) => (
          <option key={item.code} value={name(item.name)} />
        ))}
      </datalist>
    </label>
  );
}
