import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { IconAct, Tick } from './form-bits.tsx';
import { freeKey, type Labelled, moved, type Option } from './model.ts';

interface ListProps<Item extends Labelled> {
  readonly legend: string;
  readonly letter: string;
  readonly items: readonly Item[];
  readonly least: number;
  readonly most: number;
  readonly empty: (key: string) => Item;
  readonly extra?: (item: Item, put: (item: Item) => void) => React.ReactNode;
  onChange(items: Item[]): void;
}

/** Options, rows, columns: one line each, all languages beside one another. */
export function LabelList<Item extends Labelled>({
  legend,
  letter,
  items,
  least,
  most,
  empty,
  extra,
  onChange,
}: ListProps<Item>) {
  const { t } = useTexts();
  const put = (at: number, item: Item) => onChange(items.map((one, index) => (index === at ? item : one)));
  return (
    <fieldset className="label-list">
      <legend>{legend}</legend>
      <ol>
        {items.map((item, index) => (
          <li key={item.key}>
            <WordsField
              label={`${legend} ${index + 1}`}
              words={item.label}
              rows={1}
              isCompact
              onChange={(label) => put(index, { ...item, label })}
            />
            <div className="line-acts">
              {extra?.(item, (after) => put(index, after))}
              <IconAct
                icon="down"
                turned
                label={t('console-survey-up')}
                disabled={index === 0}
                onPress={() => onChange(moved(items, index, -1))}
              />
              <IconAct
                icon="down"
                label={t('console-survey-down')}
                disabled={index === items.length - 1}
                onPress={() => onChange(moved(items, index, 1))}
              />
              <IconAct
                icon="close"
                label={t('console-survey-remove')}
                disabled={items.length <= least}
                onPress={() => onChange(items.filter((_, at) => at !== index))}
              />
            </div>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="add"
        disabled={items.length >= most}
        onClick={() =>
          onChange([
            ...items,
            empty(
              freeKey(
                items.map(({ key }) => key),
                letter,
              ),
            ),
          ])
        }
      >
        + {t('console-survey-add-line')}
      </button>
    </fieldset>
  );
}

interface OptionProps {
  readonly options: readonly Option[];
  readonly withExclusive: boolean;
  readonly withFixed: boolean;
  onChange(options: Option[]): void;
}

export function OptionList({ options, withExclusive, withFixed, onChange }: OptionProps) {
  const { t } = useTexts();
  return (
    <LabelList
      legend={t('console-survey-options')}
      letter="o"
      items={options}
      least={2}
      most={60}
      empty={(key): Option => ({ key, label: {}, exclusive: false, fixed: false })}
      extra={(option, put) => (
        <>
          {withExclusive && (
            <Tick
              label={t('console-survey-exclusive')}
              checked={option.exclusive}
              onChange={(exclusive) => put({ ...option, exclusive })}
            />
          )}
          {withFixed && (
            <Tick
              label={t('console-survey-fixed')}
              checked={option.fixed}
              onChange={(fixed) => put({ ...option, fixed })}
            />
          )}
        </>
      )}
      onChange={onChange}
    />
  );
}
