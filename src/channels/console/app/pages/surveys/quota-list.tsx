import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { IconAct, NumberBox } from './form-bits.tsx';
import { freeKey, type Question, type Quota } from './model.ts';

interface Props {
  readonly quotas: readonly Quota[];
  readonly questions: readonly Question[];
  onChange(quotas: Quota[]): void;
}

/** At most so many answers of a kind; whoever comes later is thanked and asked no further. */
export function QuotaList({ quotas, questions, onChange }: Props) {
  const { t } = useTexts();
  const put = (at: number, quota: Quota) => onChange(quotas.map((one, index) => (index === at ? quota : one)));
  const [first] = questions;
  return (
    <div className="quotas">
      {quotas.map((quota, index) => (
        <div key={quota.key} className="quota">
          <WordsField
            label={t('console-survey-quota-name')}
            words={quota.label}
            rows={1}
            onChange={(label) => put(index, { ...quota, label })}
          />
          <ConditionEditor
            label={t('console-survey-quota-who')}
            condition={quota.when}
            earlier={questions}
            onChange={(when) => when && put(index, { ...quota, when })}
          />
          <div className="row-of-fields">
            <NumberBox
              label={t('console-survey-quota-limit')}
              value={quota.limit}
              min={1}
              onChange={(limit = 1) => put(index, { ...quota, limit: Math.max(1, Math.round(limit)) })}
            />
            <IconAct
              icon="close"
              label={t('console-survey-remove')}
              onPress={() => onChange(quotas.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <button
        type="button"
        className="add"
        disabled={!first}
        onClick={() =>
          first &&
          onChange([
            ...quotas,
            {
              key: freeKey(
                quotas.map(({ key }) => key),
                'quota',
              ),
              label: {},
              when: { question: first.key, answered: true },
              limit: 100,
            },
          ])
        }
      >
        + {t('console-survey-quota-add')}
      </button>
    </div>
  );
}
