import { useTexts } from '../../texts.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { IconAct } from './form-bits.tsx';
import type { Question } from './model.ts';
import { useQuestionName } from './question-name.ts';

interface Props {
  readonly question: Question;
  readonly earlier: readonly Question[];
  readonly later: readonly Question[];
  onChange(question: Question): void;
}

type Skip = Question['goTo'][number];

/** Where to go on after this question; the first skip that applies. */
export function SkipList({ question, earlier, later, onChange }: Props) {
  const { t } = useTexts();
  const nameOf = useQuestionName();
  const { goTo } = question;
  const put = (after: readonly Skip[]) => onChange({ ...question, goTo: [...after] });
  const known = [...earlier, question];
  return (
    <div className="skips">
      {goTo.map((skip, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skips have no name of their own and hold no state
        <div key={index} className="skip-line">
          <label className="field">
            <span>{t('console-survey-go-to')}</span>
            <select
              value={skip.to}
              onChange={({ target }) => put(goTo.map((one, at) => (at === index ? { ...one, to: target.value } : one)))}
            >
              {later.map((one) => (
                <option key={one.key} value={one.key}>
                  {nameOf(one)}
                </option>
              ))}
              <option value="end">{t('console-survey-go-to-end')}</option>
            </select>
          </label>
          <ConditionEditor
            label={t('console-survey-if')}
            condition={skip.when}
            earlier={known}
            onChange={(when) =>
              put(goTo.map((one, at) => (at === index ? (when ? { to: one.to, when } : { to: one.to }) : one)))
            }
          />
          <IconAct
            icon="close"
            label={t('console-survey-remove')}
            onPress={() => put(goTo.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <button type="button" className="add" onClick={() => put([...goTo, { to: 'end' }])}>
        + {t('console-survey-skip-add')}
      </button>
    </div>
  );
}
