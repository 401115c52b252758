import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { TextArea } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import type { Questionnaire } from './model.ts';
import { PreviewPane } from './preview-pane.tsx';
import { type SurveyPageData, surveyKey } from './survey-query.ts';

/** Colleagues answer as citizens would and say what they noticed; nothing they answer is kept. */
export function DryRun({ found }: { found: SurveyPageData }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const { survey, remarks, mayRun } = found;
  const [at, setAt] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const refresh = () => client.invalidateQueries({ queryKey: surveyKey(survey.id) });
  const params = { path: { surveyId: survey.id } };
  const say = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/surveys/{surveyId}/remarks', { params, body: { questionKey: at, words } })),
    onSuccess: () => {
      setWords('');
      return refresh();
    },
  });
  const settle = useMutation({
    mutationFn: (remarkId: string) =>
      answered(
        api.POST('/api/v1/surveys/{surveyId}/remarks/{remarkId}/settle', {
          params: { path: { surveyId: survey.id, remarkId } },
        }),
      ),
    onSuccess: refresh,
  });
  return (
    <div className="dry-run">
      <PreviewPane questionnaire={found.questionnaire as unknown as Questionnaire} onStep={setAt} />
      <div>
        <p className="muted">{t('console-survey-dry-run-how')}</p>
        <form
          className="panel"
          onSubmit={(event) => {
            event.preventDefault();
            say.mutate();
          }}
        >
          <TextArea
            label={at ? t('console-survey-remark-about', { key: at }) : t('console-survey-remark')}
            value={words}
            rows={3}
            onChange={setWords}
          />
          <ErrorNote error={say.error} kept />
          <button type="submit" className="primary" disabled={say.isPending}>
            {t('console-survey-remark-send')}
          </button>
        </form>
        <h2 className="section-title">
          {t('console-survey-remarks', { count: remarks.filter((one) => !one.settled).length })}
        </h2>
        <ul className="remarks">
          {remarks.map((remark) => (
            <li key={remark.id} className={remark.settled ? 'card settled' : 'card'}>
              <p className="muted">
                {remark.author} · <Time at={remark.createdAt} /> · v{remark.version}
                {remark.questionKey && ` · ${remark.questionKey}`}
              </p>
              <p className="words">{remark.words}</p>
              {!remark.settled && mayRun && (
                <button type="button" onClick={() => settle.mutate(remark.id)}>
                  {t('console-survey-remark-settle')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
