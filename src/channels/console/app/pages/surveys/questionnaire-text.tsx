import { LANGUAGES, useTexts } from '../../texts.tsx';
import { type Question, type Questionnaire, questionsOf, type Words } from './model.ts';

function InThree({ words }: { words: Words }) {
  return (
    <div className="three-boxes">
      {LANGUAGES.map((language) => (
        <p key={language} lang={language}>
          {words[language]}
        </p>
      ))}
    </div>
  );
}

/** The questionnaire to be read: every sentence in all languages, as it will be asked. */
export function QuestionnaireText({ questionnaire }: { questionnaire: Questionnaire }) {
  return (
    <div className="questionnaire-text">
      <section className="card">
        <InThree words={questionnaire.intro} />
        <InThree words={questionnaire.consent} />
      </section>
      <ol>
        {questionsOf(questionnaire).map((question, index) => (
          <li key={question.key} className="card">
            <QuestionText question={question} number={index + 1} />
          </li>
        ))}
      </ol>
      <section className="card">
        <InThree words={questionnaire.thanks} />
      </section>
    </div>
  );
}

function QuestionText({ question, number }: { question: Question; number: number }) {
  const { t } = useTexts();
  const labels =
    'options' in question
      ? question.options
      : question.type === 'matrix'
        ? [...question.rows, ...question.columns]
        : [];
  return (
    <>
      <p className="muted">
        {number} · {question.key} · {t(`console-survey-type-${question.type.replace('_', '-')}`)}
        {question.when && ` · ${t('console-survey-has-condition')}`}
        {question.goTo.length > 0 && ` · ${t('console-survey-has-skip')}`}
      </p>
      <InThree words={question.text} />
      {question.wordings.map(({ key, text }) => (
        <div key={key}>
          <p className="muted">{t('console-survey-wording', { letter: key.toUpperCase() })}</p>
          <InThree words={text} />
        </div>
      ))}
      {labels.length > 0 && (
        <ul className="option-text">
          {labels.map(({ key, label }) => (
            <li key={key}>
              <InThree words={label} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
