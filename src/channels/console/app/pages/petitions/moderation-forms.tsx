import { useState } from 'react';
import { REJECTION_CODES, type RejectionCode } from '../../../../../petitions/rejection-codes.ts';
import { TextArea } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { type ModerationItem, type PetitionText, Words } from './model.tsx';

interface PublishProps {
  readonly item: ModerationItem;
  readonly busy: boolean;
  onPublish(body: { text?: PetitionText; note: string }): void;
  onCancel(): void;
}

/** What was asked on the left, what will be read on the right. */
export function PublishForm({ item, busy, onPublish, onCancel }: PublishProps) {
  const { t } = useTexts();
  const [text, setText] = useState<PetitionText>(item.text);
  const [note, setNote] = useState('');
  const isChanged = (['ask', 'why', 'details'] as const).some((part) => text[part] !== item.text[part]);
  return (
    <form
      className="petition-form"
      onSubmit={(event) => {
        event.preventDefault();
        onPublish(isChanged ? { text, note } : { note: '' });
      }}
    >
      <div className="petition-pair">
        <section>
          <h2 className="section-title">{t('console-petitions-original')}</h2>
          <Words text={item.text} lang={item.language} />
        </section>
        <section>
          <h2 className="section-title">{t('console-petitions-published')}</h2>
          {(['ask', 'why', 'details'] as const).map((part) => (
            <label key={part} className="field">
              <span>{t(`console-petitions-part-${part}`)}</span>
              <textarea
                lang={item.language}
                rows={part === 'ask' ? 2 : 4}
                value={text[part]}
                required={part !== 'details'}
                onChange={({ target }) => setText({ ...text, [part]: target.value })}
              />
            </label>
          ))}
        </section>
      </div>
      {isChanged && (
        <TextArea
          label={t('console-petitions-note')}
          hint={t('console-petitions-note-hint')}
          rows={2}
          value={note}
          onChange={setNote}
        />
      )}
      <div className="petition-acts">
        <button type="submit" className="primary" disabled={busy}>
          {t(isChanged ? 'console-petitions-publish-changed' : 'console-petitions-publish-as-is')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('console-cancel')}
        </button>
      </div>
    </form>
  );
}

interface RejectProps {
  readonly busy: boolean;
  onReject(body: { code: RejectionCode; note: string }): void;
  onCancel(): void;
}

/** A coded reason, worded for the public in three languages, and a note for the author. */
export function RejectForm({ busy, onReject, onCancel }: RejectProps) {
  const { t } = useTexts();
  const [code, setCode] = useState<RejectionCode>('duplicate');
  const [note, setNote] = useState('');
  return (
    <form
      className="petition-form"
      onSubmit={(event) => {
        event.preventDefault();
        onReject({ code, note });
      }}
    >
      <label className="field">
        <span>{t('console-petitions-reason-label')}</span>
        <select value={code} onChange={({ target }) => setCode(target.value as RejectionCode)}>
          {REJECTION_CODES.map((one) => (
            <option key={one} value={one}>
              {t('console-petitions-reason', { code: one })}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('console-petitions-reason-note')}</span>
        <span className="muted hint">{t('console-petitions-reason-note-hint')}</span>
        <textarea rows={3} maxLength={1000} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <div className="petition-acts">
        <button type="submit" className="primary" disabled={busy}>
          {t('console-petitions-propose')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('console-cancel')}
        </button>
      </div>
    </form>
  );
}
