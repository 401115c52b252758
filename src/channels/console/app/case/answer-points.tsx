import { useState } from 'react';
import { ErrorNote, Icon } from '../bits.tsx';
import { useTexts } from '../texts.tsx';
import { type AnswerWork, useSetPoints } from './answer-work.ts';

interface Props {
  readonly ticketId: string;
  readonly work: AnswerWork;
  readonly addressed: readonly number[];
  onAddressed(addressed: readonly number[]): void;
}

/** What the citizen asks for, to be ticked as the answer takes it up. A wrong proposal is corrected on the spot. */
export function AnswerPoints({ ticketId, work, addressed, onAddressed }: Props) {
  const { t } = useTexts();
  const [isEditing, setEditing] = useState(false);
  if (work.points.length === 0) return null;
  if (isEditing)
    return (
      <EditPoints
        ticketId={ticketId}
        first={work.points.map(({ text }) => text)}
        onClose={() => {
          onAddressed([]);
          setEditing(false);
        }}
      />
    );
  return (
    <fieldset className="points">
      <legend>{t('console-case-points')}</legend>
      <ol>
        {work.points.map(({ position, text }) => (
          <li key={position}>
            <label className="point-line">
              <input
                type="checkbox"
                checked={addressed.includes(position)}
                onChange={({ target }) =>
                  onAddressed(
                    target.checked
                      ? [...addressed, position].sort((a, b) => a - b)
                      : addressed.filter((one) => one !== position),
                  )
                }
              />
              <span>
                {position}. {text}
              </span>
            </label>
          </li>
        ))}
      </ol>
      <p className="muted hint">
        {!work.pointsEdited && t('console-case-points-proposed')}{' '}
        <button type="button" className="plain link" onClick={() => setEditing(true)}>
          {t('console-case-points-edit')}
        </button>
      </p>
    </fieldset>
  );
}

function EditPoints({ ticketId, first, onClose }: { ticketId: string; first: readonly string[]; onClose(): void }) {
  const { t } = useTexts();
  const [lines, setLines] = useState(first.join('\n'));
  const save = useSetPoints(ticketId);
  return (
    <div className="field points-edit">
      <label htmlFor="points-lines">{t('console-case-points')}</label>
      <span className="muted hint" id="points-hint">
        {t('console-case-points-hint')}
      </span>
      <textarea
        id="points-lines"
        rows={Math.max(3, first.length + 1)}
        value={lines}
        aria-describedby="points-hint"
        onChange={({ target }) => setLines(target.value)}
      />
      <ErrorNote error={save.error} kept />
      <div className="panel-acts">
        <button
          type="button"
          disabled={save.isPending}
          onClick={() =>
            save.mutate(
              lines
                .split('\n')
                .map((line) => line.trim())
                .filter(Boolean),
              { onSuccess: onClose },
            )
          }
        >
          <Icon name="check" /> {t('console-case-points-save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('console-cancel')}
        </button>
      </div>
    </div>
  );
}
