import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Case } from '../api.ts';
import { ErrorNote, Skeleton } from '../bits.tsx';
import { Day } from '../dates.tsx';
import '../styles/terms.css';
import { AreaTexts, useTexts } from '../texts.tsx';
import { LanguageField, PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { useCommand } from './use-command.ts';

/** The intended decision for the citizen, what they say to it, and from when one may decide. */
export function HearPanel(props: PanelProps) {
  return (
    <AreaTexts area="terms" waiting={<Skeleton rows={2} />}>
      <Hearing {...props} />
    </AreaTexts>
  );
}

function Hearing({ found, onClose, me }: PanelProps) {
  const { t } = useTexts();
  const { id, revision } = found.ticket;
  const hearing = useQuery({
    queryKey: ['hearing', id, revision],
    retry: false,
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/hearing', { params: { path: { ticketId: id } } })),
  });
  if (hearing.error) return <ErrorNote error={hearing.error} />;
  if (hearing.isPending) return <Skeleton rows={2} />;
  if (!hearing.data) return <p className="muted">{t('console-terms-hearing-none')}</p>;
  const { sentOn, objectionDueOn, earliestActOn, position, heardOn, ifSent, isLate, noticeDueOn } = hearing.data;
  const mustHear = position === 'wants_hearing' && heardOn === null;
  return (
    <div className="terms-panel">
      {sentOn && (
        <dl className="facts">
          <div>
            <dt>{t('console-terms-hearing-sent')}</dt>
            <dd>
              <Day on={sentOn} />
            </dd>
          </div>
          <div>
            <dt>{t('console-terms-hearing-citizen')}</dt>
            <dd>
              {position ? (
                <strong>{t(`console-terms-position-${position.replaceAll('_', '-')}`)}</strong>
              ) : (
                <>
                  {t('console-terms-hearing-silent')} {objectionDueOn && <Day on={objectionDueOn} />}
                </>
              )}
            </dd>
          </div>
          {heardOn && (
            <div>
              <dt>{t('console-terms-hearing-heard')}</dt>
              <dd>
                <Day on={heardOn} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('console-terms-hearing-act-from')}</dt>
            <dd>{earliestActOn && <Day on={earliestActOn} />}</dd>
          </div>
        </dl>
      )}
      {!sentOn && (
        <>
          <p className="muted">{t('console-terms-hearing-why')}</p>
          <dl className="facts">
            {ifSent.objectionDueOn && (
              <div>
                <dt>{t('console-terms-hearing-if-sent')}</dt>
                <dd>
                  <Day on={ifSent.objectionDueOn} />
                </dd>
              </div>
            )}
            <div>
              <dt>{t('console-terms-hearing-act-from')}</dt>
              <dd>
                <Day on={ifSent.earliestActOn} />
              </dd>
            </div>
          </dl>
        </>
      )}
      {!sentOn && isLate && (
        <p className="warning">
          {t('console-terms-hearing-late')} <Day on={noticeDueOn} />
        </p>
      )}
      <Words found={found} me={me} onClose={onClose} command={mustHear ? 'heard' : 'hear'} again={sentOn !== null} />
    </div>
  );
}

function Words({ found, onClose, command, again }: PanelProps & { command: 'hear' | 'heard'; again: boolean }) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [text, setText] = useKept(id, `${command}.text`);
  const [language, setLanguage] = useState<string>(found.language);
  const send = useCommand(id, command, () => onClose(t('console-done-hear')));
  const name = command === 'heard' ? 'heard' : again ? 'again' : 'first';
  return (
    <PanelForm
      act={t(`console-terms-hearing-act-${name}`)}
      busy={send.isPending}
      error={send.error}
      onCancel={onClose}
      onSubmit={() => send.mutate({ text, language: language as Case['language'] })}
    >
      <TextArea
        label={t(`console-terms-hearing-text-${name}`)}
        hint={t('console-terms-hearing-hint')}
        value={text}
        rows={6}
        lang={language}
        onChange={setText}
      />
      <LanguageField value={language} citizens={found.language} onChange={setLanguage} />
    </PanelForm>
  );
}
