import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTexts } from '../../texts.tsx';
import { IconAct } from './form-bits.tsx';
import { useSlowly } from './use-slowly.ts';

interface Choice {
  readonly key: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  /** What an empty choice means. */
  readonly anything: string;
  readonly chosen: readonly string[];
  find(words: string): Promise<readonly Choice[]>;
  onChange(chosen: string[]): void;
}

/** Several of many: typed for, shown as chips. */
export function ChipPicker({ label, anything, chosen, find, onChange }: Props) {
  const { t, language } = useTexts();
  const [words, setWords] = useState('');
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = useSlowly(words, 150);
  const found = useQuery({
    queryKey: ['choices', label, asked, language],
    queryFn: () => find(asked),
    placeholderData: (before) => before,
  });
  const items = (found.data ?? []).filter(({ key }) => !chosen.includes(key));
  return (
    <div className="chip-picker">
      <ComboBox
        className="combo"
        items={items}
        inputValue={words}
        onInputChange={setWords}
        selectedKey={null}
        onSelectionChange={(key) => {
          const choice = items.find((one) => one.key === key);
          if (!choice) return;
          setLabels(new Map(labels).set(choice.key, choice.label));
          onChange([...chosen, choice.key]);
          setWords('');
        }}
        allowsEmptyCollection
        menuTrigger="focus"
      >
        <Label>{label}</Label>
        <Input placeholder={chosen.length === 0 ? anything : ''} />
        <Popover className="combo-list">
          <ListBox>
            {(item: Choice) => (
              <ListBoxItem id={item.key} textValue={item.label} className="combo-item">
                {item.label}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((key) => (
            <li key={key} className="chip">
              {labels.get(key) ?? key}
              <IconAct
                icon="close"
                label={t('console-survey-remove')}
                onPress={() => onChange(chosen.filter((one) => one !== key))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
