import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { TextArea } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { Editor } from './editor.tsx';
import type { Questionnaire } from './model.ts';
import { QuestionnaireText } from './questionnaire-text.tsx';
import { type SurveyPageData, surveyKey } from './survey-query.ts';
import { type Autosave, useAutosave } from './use-autosave.ts';

/** A draft is written; what waits for approval or is approved is read, and changed only on purpose. */
export function DraftTab({ found }: { found: SurveyPageData }) {
  const { t } = useTexts();
  const { survey, mayRun } = found;
  const [isChanging, setChanging] = useState(false);
  if (mayRun && (survey.state === 'draft' || isChanging)) return <Writing found={found} />;
  return (
    <>
      {mayRun && survey.state === 'in_review' && <Approval found={found} />}
      {mayRun && survey.state === 'approved' && (
        <div className="survey-acts">
          <Link href={`/surveys/${survey.id}/waves`} className="button primary">
            {t('console-survey-to-waves')}
          </Link>
          <button type="button" onClick={() => setChanging(true)}>
            {t('console-survey-new-version')}
          </button>
          <ArchiveButton surveyId={survey.id} />
        </div>
      )}
      <QuestionnaireText questionnaire={found.questionnaire as unknown as Questionnaire} />
    </>
  );
}

function Writing({ found }: { found: SurveyPageData }) {
  const { t } = useTexts();
  const autosave = useAutosave(found);
  const { draft, change } = autosave;
  const lastNote = found.versions[0]?.note;
  return (
    <>
      {lastNote && (
        <p className="error-note">
          {t('console-survey-sent-back')} <q>{lastNote}</q>
        </p>
      )}
      <WritingBar found={found} autosave={autosave} />
      <Editor
        agency={found.survey.agency.code}
        questionnaire={draft.questionnaire}
        firstReview={found.review}
        onChange={(questionnaire) => change({ questionnaire })}
      />
    </>
  );
}

function WritingBar({ found, autosave }: { found: SurveyPageData; autosave: Autosave }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const { draft, change, isDirty, isSaving, error, flush } = autosave;
  const params = { path: { surveyId: found.survey.id } };
  const submit = useMutation({
    mutationFn: async () => {
      await flush();
      await answered(api.POST('/api/v1/surveys/{surveyId}/submit', { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: surveyKey(found.survey.id) }),
  });
  return (
    <div className="survey-bar">
      <label className="mode-choice">
        <span className="hidden-words">{t('console-survey-mode')}</span>
        <select value={draft.mode} onChange={({ target }) => change({ mode: target.value as typeof draft.mode })}>
          <option value="anonymous">{t('console-survey-mode-anonymous')}</option>
          <option value="confidential">{t('console-survey-mode-confidential')}</option>
        </select>
      </label>
      <span className="muted" role="status">
        {isSaving ? t('console-survey-saving') : isDirty ? t('console-survey-unsaved') : t('console-survey-saved')}
      </span>
      <button type="button" className="primary" disabled={submit.isPending} onClick={() => submit.mutate()}>
        {t('console-survey-submit')}
      </button>
      <ErrorNote error={submit.error ?? error} kept />
    </div>
  );
}

/** The second pair of eyes. */
function Approval({ found: { survey, isAuthor, remarks } }: { found: SurveyPageData }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const params = { path: { surveyId: survey.id } };
  const onSuccess = () => client.invalidateQueries({ queryKey: surveyKey(survey.id) });
  const approve = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/surveys/{surveyId}/approve', { params })),
    onSuccess,
  });
  const back = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/surveys/{surveyId}/send-back', { params, body: { note } })),
    onSuccess,
  });
  const open = remarks.filter(({ settled }) => !settled).length;
  return (
    <section className="panel">
      <p>{isAuthor ? t('console-survey-waits-for-other') : t('console-survey-approve-how')}</p>
      {open > 0 && (
        <p className="warning">
          <Link href={`/surveys/${survey.id}/try`}>{t('console-survey-remarks', { count: open })}</Link>
        </p>
      )}
      {!isAuthor && (
        <button type="button" className="primary" disabled={approve.isPending} onClick={() => approve.mutate()}>
          {t('console-survey-approve')}
        </button>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          back.mutate();
        }}
      >
        <TextArea label={t('console-survey-back-note')} value={note} rows={2} onChange={setNote} />
        <div className="panel-acts">
          <button type="submit" disabled={back.isPending}>
            {t('console-survey-send-back')}
          </button>
        </div>
      </form>
      <ErrorNote error={approve.error ?? back.error} kept />
    </section>
  );
}

function ArchiveButton({ surveyId }: { surveyId: string }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const archive = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/surveys/{surveyId}/archive', { params: { path: { surveyId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: surveyKey(surveyId) }),
  });
  return (
    <>
      <button type="button" disabled={archive.isPending} onClick={() => archive.mutate()}>
        {t('console-survey-archive')}
      </button>
      <ErrorNote error={archive.error} />
    </>
  );
}
