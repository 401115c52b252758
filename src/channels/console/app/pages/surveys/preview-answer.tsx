import { useState } from 'react';
import { useTexts } from '../../texts.tsx';
import type { PreviewView } from './preview-pane.tsx';

interface Props {
  readonly view: PreviewView;
  readonly canBack: boolean;
  onGive(given: { answer?: Record<string, unknown>; words?: string }): void;
  onBack(): void;
}

const given = (value: Record<string, unknown>) => ({ answer: { kind: 'given', value } });
const NUMERIC = ['scale', 'stars', 'nps'];

/** The buttons below a question, as the chat draws them. */
export function PreviewAnswer({ view, canBack, onGive, onBack }: Props) {
  const { t } = useTexts();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const several = view.expects === 'many' || view.expects === 'order';
  const writes = ['words', 'number', 'day', 'place', 'shares'].includes(view.expects) || (view.takesOther && !several);

  function choose(key: string): void {
    if (several) setPicked(picked.includes(key) ? picked.filter((one) => one !== key) : [...picked, key]);
    else if (NUMERIC.includes(view.type)) onGive(given({ type: 'number', number: Number(key) }));
    else if (view.type === 'matrix')
      onGive(given({ type: 'rows', rows: { [view.stepKey.split('.').slice(1).join('.')]: key } }));
    else onGive(given({ type: 'option', option: key }));
  }
  function write(): void {
    if (view.takesOther && view.expects === 'one') onGive(given({ type: 'option', option: 'other', other: words }));
    else onGive({ words });
  }
  return (
    <div className="chat-buttons">
      {view.options.length > 0 && view.expects !== 'shares' && (
        <div className={NUMERIC.includes(view.type) ? 'chat-numbers' : 'chat-column'}>
          {view.options.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              aria-pressed={several ? picked.includes(key) : undefined}
              onClick={() => choose(key)}
            >
              {several && picked.includes(key) ? `${view.expects === 'order' ? picked.indexOf(key) + 1 : '✓'} ` : ''}
              {label || key}
            </button>
          ))}
        </div>
      )}
      {several && (
        <button
          type="button"
          className="primary"
          onClick={() =>
            onGive(
              given(view.expects === 'many' ? { type: 'options', options: picked } : { type: 'order', order: picked }),
            )
          }
        >
          {t('console-survey-preview-done')}
        </button>
      )}
      {(view.expects === 'photo' || view.expects === 'voice') && (
        <button
          type="button"
          onClick={() =>
            onGive(
              given({
                type: 'file',
                file: {
                  kind: view.expects,
                  channelRef: 'preview',
                  mediaType: view.expects === 'photo' ? 'image/jpeg' : 'audio/ogg',
                  sizeBytes: 1,
                },
              }),
            )
          }
        >
          {t('console-survey-preview-file')}
        </button>
      )}
      {writes && (
        <div className="chat-write">
          <input
            aria-label={t('console-survey-preview-write')}
            placeholder={t('console-survey-preview-write')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            onKeyDown={({ key }) => key === 'Enter' && write()}
          />
          <button type="button" onClick={write}>
            {t('console-survey-preview-send')}
          </button>
        </div>
      )}
      <div className="chat-row">
        <button type="button" disabled={!canBack} onClick={onBack}>
          {t('console-survey-preview-back')}
        </button>
        {view.canSkip && (
          <button type="button" onClick={() => onGive({ answer: { kind: 'skipped' } })}>
            {t('console-survey-preview-skip')}
          </button>
        )}
        {view.canDecline && (
          <button type="button" onClick={() => onGive({ answer: { kind: 'declined' } })}>
            {t('console-survey-preview-decline')}
          </button>
        )}
      </div>
    </div>
  );
}
