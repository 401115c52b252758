import { useId } from 'react';
import { Field } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { IconAct, Tick } from './form-bits.tsx';
import { freeKey, type Question, type QuestionType, questionOf, TYPES, withOptional } from './model.ts';
import { useQuestionName } from './question-name.ts';
import { SkipList } from './skip-list.tsx';
import { TypeFields } from './type-fields.tsx';

interface Props {
  readonly question: Question;
  readonly number: number;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly earlier: readonly Question[];
  readonly later: readonly Question[];
  readonly problems: number;
  readonly warnings: number;
  onOpen(): void;
  onChange(question: Question): void;
  onRename(key: string): void;
  onMove(by: -1 | 1): void;
  onCopy(): void;
  onKeep(): void;
  onRemove(): void;
}

/** One question: closed it is a line, open it is a form. */
export function QuestionCard(props: Props) {
  const { question, number, isOpen, problems, warnings, onOpen } = props;
  const { t } = useTexts();
  const nameOf = useQuestionName();
  const id = useId();
  return (
    <li className={isOpen ? 'card question open' : 'card question'} id={`question-${question.key}`}>
      <button type="button" className="plain question-head" aria-expanded={isOpen} aria-controls={id} onClick={onOpen}>
        <span className="question-number">{number}</span>
        <span className="question-name">
          {nameOf(question) === question.key ? t('console-survey-no-words') : nameOf(question)}
          <span className="muted"> · {t(`console-survey-type-${question.type.replace('_', '-')}`)}</span>
        </span>
        {problems > 0 && <span className="chip late">{t('console-survey-problems-here', { count: problems })}</span>}
        {warnings > 0 && <span className="chip">{t('console-survey-warnings-here', { count: warnings })}</span>}
      </button>
      {isOpen && (
        <div className="question-body" id={id}>
          <QuestionForm {...props} />
        </div>
      )}
    </li>
  );
}

function QuestionForm({
  question,
  isFirst,
  isLast,
  earlier,
  later,
  onChange,
  onRename,
  onMove,
  onCopy,
  onKeep,
  onRemove,
}: Props) {
  const { t } = useTexts();
  return (
    <>
      <label className="field">
        <span>{t('console-survey-type')}</span>
        <select
          value={question.type}
          onChange={({ target }) => onChange(questionOf(target.value as QuestionType, question.key, question))}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`console-survey-type-${type.replace('_', '-')}`)}
            </option>
          ))}
        </select>
      </label>
      <WordsField
        label={t('console-survey-question-text')}
        words={question.text}
        onChange={(text) => onChange({ ...question, text })}
      />
      <TypeFields question={question} onChange={onChange} />
      <div className="row-of-fields">
        <Tick
          label={t('console-survey-required')}
          checked={question.required}
          onChange={(required) => onChange({ ...question, required })}
        />
        <Tick
          label={t('console-survey-prefer-not')}
          checked={question.preferNotToSay}
          onChange={(preferNotToSay) => onChange({ ...question, preferNotToSay })}
        />
      </div>
      <details
        className="question-more"
        open={Boolean(question.when) || question.goTo.length > 0 || question.wordings.length > 0}
      >
        <summary>{t('console-survey-more')}</summary>
        <ConditionEditor
          label={t('console-survey-when')}
          condition={question.when}
          earlier={earlier}
          onChange={(when) => onChange(withOptional(question, 'when', when))}
        />
        <SkipList question={question} earlier={earlier} later={later} onChange={onChange} />
        <WordsField
          label={t('console-survey-hint')}
          words={question.hint ?? {}}
          rows={1}
          onChange={(hint) => onChange(withOptional(question, 'hint', hint))}
        />
        <Wordings question={question} onChange={onChange} />
        {earlier.length > 0 && (
          <p className="muted hint">{t('console-survey-piping', { key: earlier.at(-1)?.key ?? '' })}</p>
        )}
        <KeyField question={question} onRename={onRename} />
      </details>
      <div className="question-acts">
        <IconAct icon="down" turned label={t('console-survey-up')} disabled={isFirst} onPress={() => onMove(-1)} />
        <IconAct icon="down" label={t('console-survey-down')} disabled={isLast} onPress={() => onMove(1)} />
        <button type="button" onClick={onCopy}>
          {t('console-survey-copy')}
        </button>
        <button type="button" onClick={onKeep}>
          {t('console-survey-keep')}
        </button>
        <button type="button" onClick={onRemove}>
          {t('console-survey-remove')}
        </button>
      </div>
    </>
  );
}

/** Other wordings of the same question, each shown to an equal share by lot. */
function Wordings({ question, onChange }: { question: Question; onChange: Props['onChange'] }) {
  const { t } = useTexts();
  const { wordings } = question;
  return (
    <div className="wordings">
      {wordings.map((wording, index) => (
        <div key={wording.key} className="wording">
          <WordsField
            label={t('console-survey-wording', { letter: wording.key.toUpperCase() })}
            words={wording.text}
            onChange={(text) =>
              onChange({ ...question, wordings: wordings.map((one, at) => (at === index ? { ...one, text } : one)) })
            }
          />
          <IconAct
            icon="close"
            label={t('console-survey-remove')}
            onPress={() => onChange({ ...question, wordings: wordings.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <button
        type="button"
        className="add"
        disabled={wordings.length >= 4}
        onClick={() => {
          const key = ['b', 'c', 'd', 'e'].find((letter) => !wordings.some((one) => one.key === letter)) ?? 'b';
          onChange({ ...question, wordings: [...wordings, { key, text: {} }] });
        }}
      >
        + {t('console-survey-wording-add')}
      </button>
    </div>
  );
}

/** The name of the column in the data; conditions and skips that name it follow. */
function KeyField({ question, onRename }: { question: Question; onRename: Props['onRename'] }) {
  const { t } = useTexts();
  return (
    <Field
      label={t('console-survey-key')}
      value={question.key}
      onChange={(key) => {
        const tidy = key
          .toLowerCase()
          .replaceAll(/[^a-z0-9_]/g, '')
          .replace(/^[^a-z]+/, '')
          .slice(0, 40);
        if (tidy) onRename(tidy);
      }}
    />
  );
}

export const nextQuestionKey = (questions: readonly Question[]): string =>
  freeKey(
    questions.map(({ key }) => key),
    'q',
  );
