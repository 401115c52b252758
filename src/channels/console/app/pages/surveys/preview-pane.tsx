import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote } from '../../bits.tsx';
import { LANGUAGES, type Language, useTexts } from '../../texts.tsx';
import { cleaned, type Questionnaire } from './model.ts';
import { PreviewAnswer } from './preview-answer.tsx';
import { wordsOf } from './question-name.ts';
import { useSlowly } from './use-slowly.ts';

type Preview = components['schemas']['SurveyPreview'];
export type PreviewView = NonNullable<Preview['view']>;

interface Props {
  readonly questionnaire: Questionnaire;
  /** Tells which question stands there, for those who want to say something about it. */
  onStep?(questionKey: string | null): void;
}

/** The survey as a citizen meets it, with the server deciding what comes next, as it will. */
export function PreviewPane({ questionnaire, onStep }: Props) {
  const { t, language: own } = useTexts();
  const [language, setLanguage] = useState<Language>(own);
  const [seed, setSeed] = useState('preview');
  const [trail, setTrail] = useState<readonly Preview['answers'][]>([{}]);
  const [wrong, setWrong] = useState<string | null>(null);
  const asked = useSlowly(questionnaire);
  const answers = trail.at(-1) ?? {};
  const body = { questionnaire: cleaned(asked), language, answers, seed };
  const shown = useQuery({
    queryKey: ['survey-preview', asked, language, answers, seed],
    queryFn: () => answered(api.POST('/api/v1/survey-drafts/preview', { body })),
    placeholderData: (before) => before,
    retry: false,
  });
  const give = useMutation({
    mutationFn: (given: { answer?: Record<string, unknown>; words?: string }) =>
      answered(api.POST('/api/v1/survey-drafts/preview', { body: { ...body, ...given } })),
    onSuccess: (next) => {
      setWrong(next.wrong);
      if (!next.wrong) setTrail([...trail, next.answers]);
    },
  });
  const view = shown.data?.view ?? null;
  const stepKey = view?.stepKey ?? null;
  useEffect(() => onStep?.(stepKey?.split('.')[0] ?? null), [stepKey, onStep]);
  const again = () => {
    setTrail([{}]);
    setWrong(null);
  };
  return (
    <section className="phone" aria-label={t('console-survey-preview')}>
      <header>
        <strong>{t('console-survey-preview')}</strong>
        <select
          aria-label={t('console-language')}
          value={language}
          onChange={({ target }) => setLanguage(target.value as Language)}
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {t(`console-language-${one}`)}
            </option>
          ))}
        </select>
      </header>
      <div className="chat" lang={language} aria-live="polite">
        {trail.length === 1 && (
          <div className="bubble">
            <strong>{wordsOf(questionnaire.title, language)}</strong>
            <p>{wordsOf(questionnaire.intro, language)}</p>
            <p className="muted">{wordsOf(questionnaire.consent, language)}</p>
          </div>
        )}
        {view && (
          <div className="bubble">
            <span className="muted">{t('console-survey-step', { position: view.position, total: view.total })}</span>
            <p>{view.text}</p>
            {view.row && <p className="bubble-row">{view.row}</p>}
            {view.hint && <p className="muted">{view.hint}</p>}
            {view.ends && (
              <p className="muted">
                {view.options.at(0)?.label} — {view.ends.low}, {view.options.at(-1)?.label} — {view.ends.high}
              </p>
            )}
            {wrong && (
              <p className="late" role="status">
                {t(`console-survey-wrong-${wrong.replaceAll('_', '-')}`)}
              </p>
            )}
            <PreviewAnswer
              key={`${view.stepKey}-${trail.length}`}
              view={view}
              canBack={trail.length > 1}
              onGive={(given) => give.mutate(given)}
              onBack={() => setTrail(trail.slice(0, -1))}
            />
          </div>
        )}
        {shown.data?.finished && (
          <div className="bubble">
            <p>{wordsOf(questionnaire.thanks, language)}</p>
          </div>
        )}
      </div>
      <ErrorNote error={shown.error ?? give.error} />
      <footer>
        <button type="button" onClick={again}>
          {t('console-survey-preview-again')}
        </button>
        <button
          type="button"
          onClick={() => {
            again();
            setSeed(`preview-${crypto.getRandomValues(new Uint32Array(1))[0]}`);
          }}
        >
          {t('console-survey-preview-other')}
        </button>
      </footer>
    </section>
  );
}
