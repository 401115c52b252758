import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { answered, api, type Me } from '../api.ts';
import type { components } from '../api-types.ts';
import { ErrorNote, Icon } from '../bits.tsx';
import type { InboxView } from '../queries.ts';
import { AreaTexts, useTexts } from '../texts.tsx';
import { addressOf, type FilterChanges, type InboxFilter } from './filter.ts';

type SavedView = components['schemas']['SavedView'];
const KINDS = ['question', 'problem', 'complaint', 'idea', 'thanks'] as const;
const STAGES = ['delivered', 'registered', 'hearing', 'review'] as const;
const RISKS = ['high', 'medium', 'low'] as const;
const LANGUAGES = ['kk', 'ru', 'en'] as const;

interface Props {
  readonly me: Me;
  readonly view: InboxView;
  readonly filter: InboxFilter;
}

/** Saved views and the filter behind them; travels after the list itself. */
export function InboxTools(props: Props) {
  return (
    <AreaTexts area="inbox" waiting={null}>
      <Tools {...props} />
    </AreaTexts>
  );
}

function Tools({ me, view, filter }: Props) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const saved = useQuery({ queryKey: ['views'], queryFn: () => answered(api.GET('/api/v1/views')) });
  const isNarrowed = Object.keys(filter).length > 0;
  const here = addressOf(view, filter);
  return (
    <div className="inbox-tools">
      <div className="saved">
        {(saved.data?.items ?? []).map((one) => (
          <SavedLink key={one.id} saved={one} isHere={addressOf(one.view, one.filter) === here} />
        ))}
        <button type="button" className="plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('console-inbox-narrow')}
        </button>
        {isNarrowed && <Link href={`/?view=${view}`}>{t('console-inbox-widen')}</Link>}
      </div>
      {isOpen && <Filter me={me} view={view} filter={filter} />}
    </div>
  );
}

function SavedLink({ saved, isHere }: { saved: SavedView; isHere: boolean }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const forget = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/views/{viewId}', { params: { path: { viewId: saved.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['views'] }),
  });
  return (
    <span className={isHere ? 'saved-view here' : 'saved-view'}>
      <Link href={addressOf(saved.view, saved.filter)} aria-current={isHere ? 'page' : undefined}>
        {saved.name}
      </Link>
      {saved.isMine && isHere && (
        <button
          type="button"
          className="plain"
          aria-label={t('console-inbox-forget', { name: saved.name })}
          onClick={() => forget.mutate()}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

function Filter({ me, view, filter }: Props) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const team = useQuery({
    queryKey: ['staff'],
    queryFn: () => answered(api.GET('/api/v1/staff')),
    enabled: me.agency !== null,
  });
  const set = (changes: FilterChanges) => go(addressOf(view, { ...filter, ...changes }));
  return (
    <div className="filter card">
      <div className="fields">
        {me.agency !== null && (
          <Choice
            label={t('console-fact-officer')}
            value={filter.officerId ?? ''}
            options={(team.data?.items ?? []).map(({ id, givenName, familyName }) => [
              id,
              `${givenName} ${familyName}`,
            ])}
            onChange={(officerId) => set({ officerId })}
          />
        )}
        <Choice
          label={t('console-inbox-stage')}
          value={filter.stage ?? ''}
          options={STAGES.map((stage) => [stage, t(`console-inbox-stage-${stage}`)])}
          onChange={(stage) => set({ stage: stage as InboxFilter['stage'] })}
        />
        <Choice
          label={t('console-inbox-risk')}
          value={filter.risk ?? ''}
          options={RISKS.map((risk) => [risk, t(`console-inbox-risk-${risk}`)])}
          onChange={(risk) => set({ risk: risk as InboxFilter['risk'] })}
        />
        <Choice
          label={t('console-inbox-kind')}
          value={filter.kind ?? ''}
          options={KINDS.map((kind) => [kind, t(`console-kind-${kind}`)])}
          onChange={(kind) => set({ kind: kind as InboxFilter['kind'] })}
        />
        <Choice
          label={t('console-fact-language')}
          value={filter.language ?? ''}
          options={LANGUAGES.map((one) => [one, t(`console-language-${one}`)])}
          onChange={(language) => set({ language: language as InboxFilter['language'] })}
        />
        <label className="field">
          <span>{t('console-inbox-topic')}</span>
          <input
            defaultValue={filter.topic ?? ''}
            autoComplete="off"
            onBlur={({ target }) => set({ topic: target.value.trim() })}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && set({ topic: currentTarget.value.trim() })}
          />
        </label>
        <label className="field">
          <span>{t('console-inbox-older')}</span>
          <input
            type="number"
            min={1}
            max={365}
            defaultValue={filter.olderThanDays ?? ''}
            onBlur={({ target }) => set({ olderThanDays: Number(target.value) || undefined })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={filter.urgent === true}
            onChange={({ target }) => set({ urgent: target.checked ? true : undefined })}
          />{' '}
          {t('console-urgent')}
        </label>
      </div>
      {Object.keys(filter).length > 0 && <SaveView view={view} filter={filter} hasBody={me.agency !== null} />}
    </div>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">–</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function SaveView({ view, filter, hasBody }: { view: InboxView; filter: InboxFilter; hasBody: boolean }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/views', { body: { name, view, filter, shared } })),
    onSuccess: () => {
      setName('');
      return client.invalidateQueries({ queryKey: ['views'] });
    },
  });
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label className="field">
        <span>{t('console-inbox-save-as')}</span>
        <input
          value={name}
          required
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      {hasBody && (
        <label className="check">
          <input type="checkbox" checked={shared} onChange={({ target }) => setShared(target.checked)} />{' '}
          {t('console-inbox-share')}
        </label>
      )}
      <button type="submit" disabled={save.isPending}>
        {t('console-inbox-save')}
      </button>
      <ErrorNote error={save.error} kept />
    </form>
  );
}
