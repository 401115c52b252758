import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { answered, api, type Me } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { useTexts } from '../../texts.tsx';

/** Topic, place and day: whose it would be, by the register as it stands now. */
export function WhoCard({ me }: { me: Me }) {
  const { t, name } = useTexts();
  const listId = useId();
  const [words, setWords] = useState('');
  const [topic, setTopic] = useState<string | null>(null);
  const [territory, setTerritory] = useState<string | null>(null);
  const [on, setOn] = useState(me.today);
  const topics = useQuery({
    queryKey: ['topics', words],
    enabled: words.length > 1,
    queryFn: () => answered(api.GET('/api/v1/topics', { params: { query: { q: words, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  const found = useQuery({
    queryKey: ['competent-bodies', topic, territory, on],
    enabled: topic !== null && territory !== null && on !== '',
    queryFn: () =>
      answered(
        api.GET('/api/v1/admin/competent-bodies', {
          params: { query: { topic: topic ?? '', territory: territory ?? '', on } },
        }),
      ),
  });
  const items = topics.data?.items ?? [];
  return (
    <details className="card who-card">
      <summary>{t('console-admin-who')}</summary>
      <div className="fields">
        <label className="field">
          <span>{t('console-admin-who-topic')}</span>
          <input
            value={words}
            list={listId}
            autoComplete="off"
            placeholder={t('console-admin-territory-hint')}
            onChange={({ target }) => {
              setWords(target.value);
              setTopic(items.find((item) => name(item.name) === target.value)?.code ?? null);
            }}
          />
          <datalist id={listId}>
            {items.map((item) => (
              <option key={item.code} value={name(item.name)} />
            ))}
          </datalist>
        </label>
        <TerritoryField
          label={t('console-admin-territory')}
          hint={t('console-admin-territory-hint')}
          onChoose={setTerritory}
        />
        <Field label={t('console-admin-who-on')} type="date" value={on} onChange={setOn} />
      </div>
      <ErrorNote error={found.error} />
      <div role="status">
        {found.data?.items.length === 0 && <p className="muted">{t('console-admin-who-nobody')}</p>}
        {found.data && (
          <ul className="plain-list">
            {found.data.items.map(({ agency, competenceId, isFallback }) => (
              <li key={competenceId}>
                <Link href={`/agencies/${agency.code}`}>{name(agency.name)}</Link>{' '}
                {isFallback && <span className="muted">{t('console-admin-who-fallback')}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
