import { useQueries, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answered, api } from '../../api.ts';
import { Icon } from '../../bits.tsx';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';

interface Props {
  readonly chosen: readonly string[];
  onChange(chosen: string[]): void;
}

const find = async (q: string, limit: number) =>
  (await answered(api.GET('/api/v1/topics', { params: { query: { q, limit } } }))).items;
const ENOUGH = 20;

/** Topics by their names; nobody has to know a code. */
export function TopicsField({ chosen, onChange }: Props) {
  const { t, name } = useTexts();
  const id = useId();
  const [words, setWords] = useState('');
  const found = useQuery({
    queryKey: ['topics', words],
    queryFn: () => find(words, ENOUGH),
    placeholderData: (before) => before,
  });
  const items = (found.data ?? []).filter(({ code }) => !chosen.includes(code));
  return (
    <div className="field">
      <label htmlFor={id}>{t('console-knowledge-topics')}</label>
      <input
        id={id}
        value={words}
        list={`${id}-found`}
        autoComplete="off"
        placeholder={t('console-knowledge-topics-hint')}
        onChange={({ target }) => {
          const choice = items.find((item) => name(item.name) === target.value);
          if (choice) onChange([...chosen, choice.code]);
          setWords(choice ? '' : target.value);
        }}
      />
      <datalist id={`${id}-found`}>
        {items.map((item) => (
          <option key={item.code} value={name(item.name)} />
        ))}
      </datalist>
      <TopicChips codes={chosen} onRemove={(code) => onChange(chosen.filter((one) => one !== code))} />
    </div>
  );
}

/** Topics as a reader knows them; with a cross where they may be taken away. */
export function TopicChips({ codes, onRemove }: { codes: readonly string[]; onRemove?: (code: string) => void }) {
  const { t, name } = useTexts();
  const known = useQueries({
    queries: codes.map((code) => ({
      queryKey: ['topic', code],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => (await find(code, ENOUGH)).find((item) => item.code === code) ?? null,
    })),
  });
  if (codes.length === 0) return null;
  return (
    <ul className="topic-chips">
      {codes.map((code, at) => {
        const topic = known[at]?.data;
        const label = topic ? name(topic.name) : code;
        return (
          <li key={code} className="chip">
            {label}
            {onRemove && (
              <button
                type="button"
                className="quiet"
                aria-label={t('console-knowledge-topic-remove', { topic: label })}
                onClick={() => onRemove(code)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
