import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answered, api } from '../../api.ts';
import { cleaned, type Questionnaire } from './model.ts';
import { type SurveyPageData, surveyKey } from './survey-query.ts';

type Mode = SurveyPageData['survey']['mode'];
interface Draft {
  readonly questionnaire: Questionnaire;
  readonly mode: Mode;
}

const WAIT_MS = 900;

/** The draft on the screen, carried to the server a moment after the last change; one save at a time. */
export function useAutosave(found: SurveyPageData) {
  const client = useQueryClient();
  const { id } = found.survey;
  const [draft, setDraft] = useState<Draft>({
    questionnaire: found.questionnaire as unknown as Questionnaire,
    mode: found.survey.mode,
  });
  const [saved, setSaved] = useState(draft);
  const revision = useRef(found.survey.revision);
  const save = useMutation({
    mutationFn: async (next: Draft) => {
      const body = { revision: revision.current, mode: next.mode, questionnaire: cleaned(next.questionnaire) };
      const after = await answered(api.PUT('/api/v1/surveys/{surveyId}', { params: { path: { surveyId: id } }, body }));
      revision.current = after.revision;
      return next;
    },
    onSuccess: setSaved,
  });
  const { isPending, isError, mutateAsync, reset } = save;
  const isDirty = draft !== saved;
  useEffect(() => {
    if (!isDirty || isPending || isError) return;
    const timer = setTimeout(() => void mutateAsync(draft).catch(() => undefined), WAIT_MS);
    return () => clearTimeout(timer);
  }, [draft, isDirty, isPending, isError, mutateAsync]);

  return {
    draft,
    change: useCallback(
      (part: Partial<Draft>) => {
        reset();
        setDraft((before) => ({ ...before, ...part }));
      },
      [reset],
    ),
    isDirty,
    isSaving: isPending,
    error: save.error,
    /** For whatever must not run on an old version. */
    async flush(): Promise<void> {
      if (isDirty) await mutateAsync(draft);
      await client.invalidateQueries({ queryKey: surveyKey(id) });
    },
  };
}
export type Autosave = ReturnType<typeof useAutosave>;
