import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answered, api } from './api.ts';
import { useTexts } from './texts.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** The place that stands there already. */
  readonly first?: { readonly name: Parameters<ReturnType<typeof useTexts>['name']>[0] } | null;
  onChoose(code: string | null): void;
}

/** A place by the beginning of its name; what is no place's name chooses none. */
export function TerritoryField({ label, hint, first = null, onChoose }: Props) {
  const { name } = useTexts();
  const listId = useId();
  const [words, setWords] = useState(first ? name(first.name) : '');
  const found = useQuery({
    queryKey: ['territories', words],
    enabled: words.length > 1,
    queryFn: () => answered(api.GET('/api/v1/territories', { params: { query: { q: words, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  const items = (found.data?.items ?? []).map((item) => ({
    code: item.code,
    label: [name(item.name), item.within && name(item.within)].filter(Boolean).join(', '),
  }));
  return (
    <label className="field">
      <span>{label}</span>
      <input
        value={words}
        list={listId}
        autoComplete="off"
        placeholder={hint}
        onChange={({ target }) => {
          setWords(target.value);
          onChoose(items.find(({ label: shown }) => shown === target.value)?.code ?? null);
        }}
      />
      <datalist id={listId}>
        {items.map(({ code, label: shown }) => (
          <option key={code} value={shown} />
        ))}
      </datalist>
    </label>
  );
}
