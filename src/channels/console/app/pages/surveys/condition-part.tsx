import { LANGUAGES, type Language, useTexts } from '../../texts.tsx';
import type { ConditionPart, SimpleCondition } from './condition-tree.ts';
import { IconAct, NumberBox, Tick } from './form-bits.tsx';
import type { Question } from './model.ts';
import { useQuestionName } from './question-name.ts';

type Test = 'is' | 'atLeast' | 'atMost' | 'answered' | 'unanswered' | 'language';

const NUMERIC = ['scale', 'stars', 'nps', 'number'];

function testOf({ part }: ConditionPart): Test {
  if ('language' in part) return 'language';
  if ('is' in part) return 'is';
  if ('atLeast' in part) return 'atLeast';
  if ('atMost' in part) return 'atMost';
  return part.answered ? 'answered' : 'unanswered';
}

interface PartProps {
  readonly part: ConditionPart;
  readonly earlier: readonly Question[];
  onChange(part: ConditionPart): void;
  onRemove(): void;
}

/** One comparison: what about, how, with what. */
export function PartEditor({ part: whole, earlier, onChange, onRemove }: PartProps) {
  const { t } = useTexts();
  const nameOf = useQuestionName();
  const { part, negated } = whole;
  const test = testOf(whole);
  const key = 'question' in part ? part.question : '';
  const question = earlier.find((one) => one.key === key);
  const put = (after: SimpleCondition) => onChange({ ...whole, part: after });

  function partOf(next: Test, about: string): SimpleCondition {
    const asked = earlier.find((one) => one.key === about);
    switch (next) {
      case 'language':
        return { language: ['kk'] };
      case 'answered':
      case 'unanswered':
        return { question: about, answered: next === 'answered' };
      case 'atLeast':
        return { question: about, atLeast: 4 };
      case 'atMost':
        return { question: about, atMost: 2 };
      case 'is': {
        const [option] = asked && 'options' in asked ? asked.options : [];
        return { question: about, is: [option?.key ?? 'declined'] };
      }
    }
  }

  const tests: Test[] = [
    ...(question && 'options' in question ? (['is'] as const) : []),
    ...(question && NUMERIC.includes(question.type) ? (['atLeast', 'atMost'] as const) : []),
    'answered',
    'unanswered',
  ];
  return (
    <div className="condition-part">
      <select
        aria-label={t('console-survey-condition-about')}
        value={test === 'language' ? '*language' : key}
        onChange={({ target }) => put(partOf(target.value === '*language' ? 'language' : 'answered', target.value))}
      >
        {earlier.map((one) => (
          <option key={one.key} value={one.key}>
            {nameOf(one)}
          </option>
        ))}
        <option value="*language">{t('console-survey-condition-language')}</option>
      </select>
      {test !== 'language' && (
        <select
          aria-label={t('console-survey-condition-test')}
          value={test}
          onChange={({ target }) => put(partOf(target.value as Test, key))}
        >
          {(tests.includes(test) ? tests : [test, ...tests]).map((one) => (
            <option key={one} value={one}>
              {t(`console-survey-test-${one.toLowerCase()}`)}
            </option>
          ))}
        </select>
      )}
      {'is' in part && question && 'options' in question && (
        <span className="ticks">
          {question.options.map((option) => (
            <Tick
              key={option.key}
              label={nameOf(option)}
              checked={part.is.includes(option.key)}
              onChange={(on) => {
                const is = on ? [...part.is, option.key] : part.is.filter((one) => one !== option.key);
                if (is.length > 0) put({ ...part, is });
              }}
            />
          ))}
        </span>
      )}
      {'atLeast' in part && (
        <NumberBox
          label={t('console-survey-number')}
          value={part.atLeast}
          onChange={(atLeast = 0) => put({ ...part, atLeast })}
        />
      )}
      {'atMost' in part && (
        <NumberBox
          label={t('console-survey-number')}
          value={part.atMost}
          onChange={(atMost = 0) => put({ ...part, atMost })}
        />
      )}
      {'language' in part && (
        <span className="ticks">
          {LANGUAGES.map((language: Language) => (
            <Tick
              key={language}
              label={t(`console-language-${language}`)}
              checked={part.language.includes(language)}
              onChange={(on) => {
                const after = on ? [...part.language, language] : part.language.filter((one) => one !== language);
                if (after.length > 0) put({ language: after });
              }}
            />
          ))}
        </span>
      )}
      <Tick
        label={t('console-survey-condition-not')}
        checked={negated}
        onChange={(on) => onChange({ ...whole, negated: on })}
      />
      <IconAct icon="close" label={t('console-survey-condition-remove')} onPress={onRemove} />
    </div>
  );
}
