import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote, Icon } from '../../bits.tsx';
import { TextArea } from '../../case/form-parts.tsx';
import { Day, DaysLeft, Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { Facts, type ModerationItem, type PetitionText, useAct, Words } from './model.tsx';

const CODES = [
  'duplicate',
  'decided_recently',
  'barred_subject',
  'not_competent',
  'no_action',
  'personal_matter',
  'personal_data',
  'false_facts',
  'insulting',
  'advertising',
  'unreadable',
] as const;
type Code = (typeof CODES)[number];
type Open = 'none' | 'publish' | 'reject';

export function ModerationCard({ item, onTold }: { item: ModerationItem; onTold(words: string): void }) {
  const { t, name } = useTexts();
  const isMine = item.heldBy?.own === true;
  const [open, setOpen] = useState<Open>('none');
  const act = useAct();
  const path = { petitionId: item.id };
  const go = (word: string, call: Parameters<typeof act.mutate>[0]) =>
    act.mutate(call, { onSuccess: () => onTold(t(`console-petitions-done-${word}`)) });
  const isHeldByOther = item.heldBy !== null && !isMine;
  return (
    <li className="card petition-row">
      <header>
        {item.due && (
          <span className={item.due.passed ? 'chip late' : item.near ? 'chip strong' : 'chip'}>
            <Icon name="clock" /> <Day on={item.due.on} /> · <DaysLeft due={item.due} />
          </span>
        )}
        {item.near && !item.due?.passed && <span className="chip strong">{t('console-petitions-near')}</span>}
        {item.appealed && <span className="chip strong">{t('console-petitions-appealed')}</span>}
        {item.heldBy && (
          <span className="chip">
            <Icon name="lock" />{' '}
            {isMine ? t('console-petitions-held-by-me') : t('console-petitions-held-by', { name: item.heldBy.name })}
            {item.heldUntil && (
              <>
                {' '}
                · <Time at={item.heldUntil} />
              </>
            )}
          </span>
        )}
        <span className="chip">{t('console-petitions-sponsors', { count: item.sponsors })}</span>
      </header>
      <Facts petition={item} />
      {open !== 'publish' && <Words text={item.text} lang={item.language} />}
      {item.barredHints.length > 0 && (
        <p className="petition-hint">
          {t('console-petitions-barred', { subjects: item.barredHints.map(name).join('; ') })}
        </p>
      )}
      {item.similar.length > 0 && (
        <p>
          {t('console-petitions-similar')}{' '}
          {item.similar.map(({ id, ask, code }, at) => (
            <span key={id}>
              {at > 0 && '; '}
              <a href={`/petitions/${code}`} target="_blank" rel="noreferrer">
                {ask}
              </a>
            </span>
          ))}
        </p>
      )}
      {item.earlierRejection && (
        <p className="muted">
          {t('console-petitions-earlier', {
            reason: t('console-petitions-reason', { code: item.earlierRejection.code }),
          })}{' '}
          {item.earlierRejection.note}
        </p>
      )}
      {item.proposal && (
        <p className="petition-hint">
          {t('console-petitions-proposal', {
            name: item.proposal.by.own ? t('console-petitions-you') : item.proposal.by.name,
            reason: t('console-petitions-reason', { code: item.proposal.code }),
          })}{' '}
          {item.proposal.note}
        </p>
      )}
      <ErrorNote error={act.error} kept />
      {!item.mayDecide && <p className="muted">{t('console-petitions-not-you')}</p>}
      {item.mayDecide && open === 'none' && (
        <div className="petition-acts">
          {!isMine && !isHeldByOther && (
            <button
              type="button"
              disabled={act.isPending}
              onClick={() =>
                go('taken', (headers) =>
                  answered(
                    api.POST('/api/v1/petitions/{petitionId}/check-out', { params: { path }, headers, body: {} }),
                  ),
                )
              }
            >
              {t('console-petitions-take')}
            </button>
          )}
          {!isHeldByOther && (
            <>
              {item.proposal && !item.proposal.by.own && (
                <>
                  <button
                    type="button"
                    className="primary"
                    disabled={act.isPending}
                    onClick={() =>
                      go('rejected', (headers) =>
                        answered(
                          api.POST('/api/v1/petitions/{petitionId}/confirm-rejection', {
                            params: { path },
                            headers,
                            body: {},
                          }),
                        ),
                      )
                    }
                  >
                    {t('console-petitions-confirm')}
                  </button>
                  <button
                    type="button"
                    disabled={act.isPending}
                    onClick={() =>
                      go('declined', (headers) =>
                        answered(
                          api.POST('/api/v1/petitions/{petitionId}/decline-rejection', {
                            params: { path },
                            headers,
                            body: {},
                          }),
                        ),
                      )
                    }
                  >
                    {t('console-petitions-decline')}
                  </button>
                </>
              )}
              <button type="button" className={item.proposal ? '' : 'primary'} onClick={() => setOpen('publish')}>
                {t('console-petitions-publish')}
              </button>
              <button type="button" onClick={() => setOpen('reject')}>
                {t('console-petitions-reject')}
              </button>
            </>
          )}
          {isMine && (
            <button
              type="button"
              disabled={act.isPending}
              onClick={() =>
                go('let-go', (headers) =>
                  answered(api.POST('/api/v1/petitions/{petitionId}/let-go', { params: { path }, headers, body: {} })),
                )
              }
            >
              {t('console-petitions-let-go')}
            </button>
          )}
        </div>
      )}
      {open === 'publish' && (
        <PublishForm
          item={item}
          busy={act.isPending}
          onCancel={() => setOpen('none')}
          onPublish={(body) =>
            go('published', (headers) =>
              answered(api.POST('/api/v1/petitions/{petitionId}/publish', { params: { path }, headers, body })),
            )
          }
        />
      )}
      {open === 'reject' && (
        <RejectForm
          busy={act.isPending}
          onCancel={() => setOpen('none')}
          onReject={(body) =>
            act.mutate(
              (headers) =>
                answered(
                  api.POST('/api/v1/petitions/{petitionId}/propose-rejection', { params: { path }, headers, body }),
                ),
              {
                onSuccess: () => {
                  setOpen('none');
                  onTold(t('console-petitions-done-proposed'));
                },
              },
            )
          }
        />
      )}
    </li>
  );
}

interface PublishProps {
  readonly item: ModerationItem;
  readonly busy: boolean;
  onPublish(body: { text?: PetitionText; note: string }): void;
  onCancel(): void;
}

/** What was asked on the left, what will be read on the right. */
function PublishForm({ item, busy, onPublish, onCancel }: PublishProps) {
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
  onReject(body: { code: Code; note: string }): void;
  onCancel(): void;
}

/** A coded reason, worded for the public in three languages, and a note for the author. */
function RejectForm({ busy, onReject, onCancel }: RejectProps) {
  const { t } = useTexts();
  const [code, setCode] = useState<Code>('duplicate');
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
        <select value={code} onChange={({ target }) => setCode(target.value as Code)}>
          {CODES.map((one) => (
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
