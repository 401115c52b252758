import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Field, TextArea } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { LANGUAGES, type Language, useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import { WordsField } from '../../words-field.tsx';
import { instantOf } from './instant-of.ts';
import type { Words } from './model.ts';
import { wordsOf } from './question-name.ts';

/** Conversations in statements, in the manner of Pol.is. */
export function MapsPage({ me }: PageProps) {
  const { t, language, name } = useTexts();
  const maps = useQuery({ queryKey: ['opinion-maps'], queryFn: () => answered(api.GET('/api/v1/opinion-maps')) });
  const mayRun = me.role === 'operator' || me.role === 'supervisor';
  return (
    <>
      <p className="muted">
        <Link href="/surveys">{t('console-surveys')}</Link>
      </p>
      <PageTitle>{t('console-maps')}</PageTitle>
      {mayRun && <NewMap me={me} />}
      <ErrorNote error={maps.error} />
      {maps.isPending && <Skeleton rows={2} />}
      {maps.data?.items.length === 0 && <Empty title={t('console-maps-none')}>{t('console-maps-none-how')}</Empty>}
      <ul className="people">
        {maps.data?.items.map(({ id, title, agency, state, closesAt }) => (
          <li key={id} className="card person">
            <span>
              <Link href={`/surveys/maps/${id}`}>
                <strong>{wordsOf(title, language)}</strong>
              </Link>
              <br />
              <span className="muted">
                {name(agency.name)} · <Time at={closesAt} />
              </span>
            </span>
            <span className="chip">{t(`console-map-state-${state}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NewMap({ me }: { me: PageProps['me'] }) {
  const { t, language: own } = useTexts();
  const [, go] = useLocation();
  const [agency, setAgency] = useState<string | null>(me.agency?.code ?? null);
  const [title, setTitle] = useState<Words>({});
  const [question, setQuestion] = useState<Words>({});
  const [closesOn, setClosesOn] = useState('');
  const [language, setLanguage] = useState<Language>(own);
  const [lines, setLines] = useState('');
  const statements = lines
    .split('\n')
    .map((words) => words.trim())
    .filter((words) => words.length >= 5);
  const begin = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/opinion-maps', {
          body: {
            agency: agency ?? '',
            title: filled(title),
            question: filled(question),
            closesAt: instantOf(closesOn, '18:00', me.timezone),
            statements: statements.map((words) => ({ words, language })),
          },
        }),
      ),
    onSuccess: ({ mapId }) => go(`/surveys/maps/${mapId}`),
  });
  return (
    <details className="card begin">
      <summary>{t('console-map-new')}</summary>
      <form
        className="wave-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        {me.agency === null && <AgencyPicker label={t('console-survey-agency')} onChoose={setAgency} />}
        <WordsField label={t('console-survey-title')} words={title} rows={1} onChange={setTitle} />
        <WordsField label={t('console-map-question')} words={question} onChange={setQuestion} />
        <div className="fields">
          <Field
            label={t('console-wave-closes-on')}
            type="date"
            value={closesOn}
            min={me.today}
            required
            onChange={setClosesOn}
          />
          <label className="field">
            <span>{t('console-map-language')}</span>
            <select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {t(`console-language-${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="full-width">
          <TextArea
            label={t('console-map-first')}
            hint={t('console-map-first-how')}
            value={lines}
            rows={6}
            onChange={setLines}
          />
        </div>
        <ErrorNote error={begin.error} kept />
        <button
          type="submit"
          className="primary"
          disabled={begin.isPending || agency === null || statements.length < 3 || wordsOf(title, own) === ''}
        >
          {t('console-map-open')}
        </button>
      </form>
    </details>
  );
}

const filled = ({ kk, ru, en }: Words) => {
  const any = kk || ru || en || '';
  return { kk: kk || any, ru: ru || any, en: en || any };
};
