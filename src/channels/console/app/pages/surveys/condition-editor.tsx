import { useTexts } from '../../texts.tsx';
import { PartEditor } from './condition-part.tsx';
import { type ConditionGroup, type ConditionNode, type ConditionPart, conditionOf, treeOf } from './condition-tree.ts';
import { IconAct, Tick } from './form-bits.tsx';
import type { Condition, Question } from './model.ts';

/** Deeper than this nobody reads it any more; what a file says deeper is shown and can be changed all the same. */
const DEEPEST = 3;

interface Props {
  readonly label: string;
  readonly condition: Condition | undefined;
  /** Questions that come earlier: only they can be asked about. */
  readonly earlier: readonly Question[];
  onChange(condition: Condition | undefined): void;
}

/** "Only if …": parts and groups of parts, each group joined by "and" or "or". */
export function ConditionEditor({ label, condition, earlier, onChange }: Props) {
  return (
    <div className="condition">
      <strong>{label}</strong>
      <GroupEditor
        group={treeOf(condition)}
        depth={1}
        earlier={earlier}
        onChange={(group) => onChange(conditionOf(group))}
      />
    </div>
  );
}

interface GroupProps {
  readonly group: ConditionGroup;
  readonly depth: number;
  readonly earlier: readonly Question[];
  onChange(group: ConditionGroup): void;
}

function GroupEditor({ group, depth, earlier, onChange }: GroupProps) {
  const { t } = useTexts();
  const { join, items } = group;
  const [first] = earlier;
  const newPart: ConditionPart = {
    kind: 'part',
    negated: false,
    part: first ? { question: first.key, answered: true } : { language: ['kk'] },
  };
  const put = (after: readonly ConditionNode[]) => onChange({ ...group, items: after });
  const putAt = (index: number, node: ConditionNode) => put(items.map((one, at) => (at === index ? node : one)));
  return (
    <>
      {items.length > 1 && (
        <select
          aria-label={t('console-survey-condition-join')}
          value={join}
          onChange={({ target }) => onChange({ ...group, join: target.value as ConditionGroup['join'] })}
        >
          <option value="all">{t('console-survey-join-all')}</option>
          <option value="any">{t('console-survey-join-any')}</option>
        </select>
      )}
      {items.map((node, index) =>
        node.kind === 'part' ? (
          <PartEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own and hold no state
            key={index}
            part={node}
            earlier={earlier}
            onChange={(after) => putAt(index, after)}
            onRemove={() => put(items.filter((_, at) => at !== index))}
          />
        ) : (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name of their own and hold no state
            key={index}
            className="condition-group"
            aria-label={t('console-survey-condition-group')}
          >
            <GroupEditor group={node} depth={depth + 1} earlier={earlier} onChange={(after) => putAt(index, after)} />
            <span className="condition-part">
              <Tick
                label={t('console-survey-condition-not')}
                checked={node.negated}
                onChange={(negated) => putAt(index, { ...node, negated })}
              />
              <IconAct
                icon="close"
                label={t('console-survey-condition-group-remove')}
                onPress={() => put(items.filter((_, at) => at !== index))}
              />
            </span>
          </fieldset>
        ),
      )}
      <span className="condition-adds">
        <button type="button" className="add" onClick={() => put([...items, newPart])}>
          + {t('console-survey-condition-add')}
        </button>
        {items.length > 0 && depth < DEEPEST && (
          <button
            type="button"
            className="add"
            onClick={() =>
              put([
                ...items,
                { kind: 'group', negated: false, join: join === 'all' ? 'any' : 'all', items: [newPart, newPart] },
              ])
            }
          >
            + {t('console-survey-condition-group')}
          </button>
        )}
      </span>
    </>
  );
}
