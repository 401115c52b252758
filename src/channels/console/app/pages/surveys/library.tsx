import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';
import type { Question } from './model.ts';

interface Props {
  readonly agency: string;
  onChoose(question: Question): void;
}

export const libraryKey = (agency: string) => ['survey-library', agency] as const;

/** Questions that colleagues have kept: one press puts a copy at the end. */
export function Library({ agency, onChoose }: Props) {
  const { t } = useTexts();
  const kept = useQuery({
    queryKey: libraryKey(agency),
    queryFn: () => answered(api.GET('/api/v1/survey-library', { params: { query: { agency } } })),
  });
  return (
    <div className="library">
      <ErrorNote error={kept.error} />
      {kept.isPending && <Skeleton rows={2} />}
      {kept.data?.items.length === 0 && <p className="muted">{t('console-survey-library-empty')}</p>}
      <ul>
        {kept.data?.items.map(({ id, name, question }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(question as unknown as Question)}>
              + {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
