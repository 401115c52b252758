import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';
import { IconAct } from './form-bits.tsx';
import type { Question } from './model.ts';

interface Props {
  readonly agency: string;
  onChoose(question: Question): void;
}

export const libraryKey = (agency: string) => ['survey-library', agency] as const;

/** Questions that colleagues have kept: one press puts a copy at the end. */
export function Library({ agency, onChoose }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: libraryKey(agency),
    queryFn: () => answered(api.GET('/api/v1/survey-library', { params: { query: { agency } } })),
  });
  const retire = useMutation({
    mutationFn: (questionId: string) =>
      answered(api.POST('/api/v1/survey-library/{questionId}/retire', { params: { path: { questionId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: libraryKey(agency) }),
  });
  return (
    <div className="library">
      <ErrorNote error={kept.error ?? retire.error} />
      {kept.isPending && <Skeleton rows={2} />}
      {kept.data?.items.length === 0 && <p className="muted">{t('console-survey-library-empty')}</p>}
      <ul>
        {kept.data?.items.map(({ id, name, version, question, mayRetire }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(question as unknown as Question)}>
              + {name}
            </button>
            {version > 1 && <span className="muted"> {t('console-survey-library-version', { number: version })}</span>}
            {mayRetire && (
              <IconAct
                icon="close"
                label={t('console-survey-library-retire', { name })}
                disabled={retire.isPending}
                onPress={() => retire.mutate(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {kept.data && kept.data.items.length > 0 && <p className="muted hint">{t('console-survey-library-how')}</p>}
    </div>
  );
}
