import { Field } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { NumberBox, Tick } from './form-bits.tsx';
import type { Question } from './model.ts';
import { LabelList, OptionList } from './option-list.tsx';

interface Props {
  readonly question: Question;
  onChange(question: Question): void;
}

/** What is particular to each type of question. */
export function TypeFields({ question, onChange }: Props) {
  const { t } = useTexts();
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'ranking':
      return (
        <>
          <OptionList
            options={question.options}
            withExclusive={question.type === 'multiple'}
            withFixed={question.randomise}
            onChange={(options) => onChange({ ...question, options })}
          />
          <div className="row-of-fields">
            <Tick
              label={t('console-survey-randomise-options')}
              checked={question.randomise}
              onChange={(randomise) => onChange({ ...question, randomise })}
            />
            {question.type !== 'ranking' && (
              <Tick
                label={t('console-survey-other')}
                checked={question.other}
                onChange={(other) => onChange({ ...question, other })}
              />
            )}
            {question.type === 'multiple' && <Limits question={question} onChange={onChange} />}
            {question.type === 'ranking' && (
              <NumberBox
                label={t('console-survey-top')}
                value={question.top}
                min={1}
                max={question.options.length}
                onChange={(top) => onChange(optional(question, { top }))}
              />
            )}
          </div>
        </>
      );
    case 'constant_sum':
      return (
        <>
          <OptionList
            options={question.options}
            withExclusive={false}
            withFixed={false}
            onChange={(options) => onChange({ ...question, options })}
          />
          <NumberBox
            label={t('console-survey-total')}
            value={question.total}
            min={1}
            onChange={(total = 100) => onChange({ ...question, total })}
          />
        </>
      );
    case 'scale':
      return (
        <>
          <div className="row-of-fields">
            <NumberBox
              label={t('console-survey-from')}
              value={question.from}
              min={0}
              max={1}
              onChange={(from = 1) => onChange({ ...question, from: from < 1 ? 0 : 1 })}
            />
            <NumberBox
              label={t('console-survey-to')}
              value={question.to}
              min={2}
              max={10}
              onChange={(to = 5) => onChange({ ...question, to: within(to, 2, 10) })}
            />
          </div>
          <WordsField
            label={t('console-survey-low')}
            words={question.low}
            rows={1}
            onChange={(low) => onChange({ ...question, low })}
          />
          <WordsField
            label={t('console-survey-high')}
            words={question.high}
            rows={1}
            onChange={(high) => onChange({ ...question, high })}
          />
        </>
      );
    case 'stars':
      return (
        <NumberBox
          label={t('console-survey-to')}
          value={question.to}
          min={3}
          max={10}
          onChange={(to = 5) => onChange({ ...question, to: within(to, 3, 10) })}
        />
      );
    case 'matrix':
      return (
        <>
          <LabelList
            legend={t('console-survey-rows')}
            letter="r"
            items={question.rows}
            least={1}
            most={30}
            empty={(key) => ({ key, label: {} })}
            onChange={(rows) => onChange({ ...question, rows })}
          />
          <LabelList
            legend={t('console-survey-columns')}
            letter="c"
            items={question.columns}
            least={2}
            most={11}
            empty={(key) => ({ key, label: {} })}
            onChange={(columns) => onChange({ ...question, columns })}
          />
          <Tick
            label={t('console-survey-randomise-rows')}
            checked={question.randomise}
            onChange={(randomise) => onChange({ ...question, randomise })}
          />
        </>
      );
    case 'number':
      return (
        <div className="row-of-fields">
          <NumberBox
            label={t('console-survey-min')}
            value={question.min}
            onChange={(min) => onChange(optional(question, { min }))}
          />
          <NumberBox
            label={t('console-survey-max')}
            value={question.max}
            onChange={(max) => onChange(optional(question, { max }))}
          />
          <Tick
            label={t('console-survey-whole')}
            checked={question.whole}
            onChange={(whole) => onChange({ ...question, whole })}
          />
        </div>
      );
    case 'date':
      return (
        <div className="row-of-fields">
          <Field
            label={t('console-survey-first-day')}
            type="date"
            value={question.min ?? ''}
            onChange={(min) => onChange(optional(question, { min: min || undefined }))}
          />
          <Field
            label={t('console-survey-last-day')}
            type="date"
            value={question.max ?? ''}
            onChange={(max) => onChange(optional(question, { max: max || undefined }))}
          />
        </div>
      );
    case 'short_text':
    case 'long_text':
      return (
        <NumberBox
          label={t('console-survey-max-length')}
          value={question.maxLength}
          min={10}
          max={question.type === 'short_text' ? 500 : 4000}
          onChange={(maxLength = 200) =>
            onChange({ ...question, maxLength: within(maxLength, 1, question.type === 'short_text' ? 500 : 4000) })
          }
        />
      );
    case 'nps':
    case 'voice':
    case 'photo':
    case 'place':
      return <p className="muted hint">{t(`console-survey-about-${question.type}`)}</p>;
  }
}

function Limits({
  question,
  onChange,
}: {
  question: Extract<Question, { type: 'multiple' }>;
  onChange: Props['onChange'];
}) {
  const { t } = useTexts();
  return (
    <>
      <NumberBox
        label={t('console-survey-at-least')}
        value={question.atLeast}
        min={0}
        max={question.options.length}
        onChange={(atLeast = 0) => onChange({ ...question, atLeast })}
      />
      <NumberBox
        label={t('console-survey-at-most')}
        value={question.atMost}
        min={1}
        max={question.options.length}
        onChange={(atMost) => onChange(optional(question, { atMost }))}
      />
    </>
  );
}

const within = (number: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(number)));

/** An optional field that is empty is absent. */
function optional(question: Question, fields: Readonly<Record<string, unknown>>): Question {
  return Object.fromEntries(
    Object.entries({ ...question, ...fields }).filter(([, value]) => value !== undefined),
  ) as unknown as Question;
}
