import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote, Icon } from '../../bits.tsx';
import { Day, DaysLeft, Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { Facts, type ModerationItem, useAct, Words } from './model.tsx';
import { PublishForm, RejectForm } from './moderation-forms.tsx';

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
