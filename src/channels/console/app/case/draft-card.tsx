import { useState } from 'react';
import type { Case, Me } from '../api.ts';
import { ErrorNote, Icon } from '../bits.tsx';
import { Time } from '../dates.tsx';
import { useTexts } from '../texts.tsx';
import { type Draft, useAnswerWork, useGiveBack, usePass } from './answer-work.ts';
import { Field, TextArea } from './form-parts.tsx';

/** An answer on its way: whose hand it is in, and what this person may do with it. */
export function DraftCard({ found, me, onDone }: { found: Case; me: Me; onDone(words: string): void }) {
  const { t } = useTexts();
  const work = useAnswerWork(found);
  const draft = work.data?.draft;
  if (!draft) return null;
  return (
    <section className="card draft-card" aria-labelledby="draft-title">
      <h2 id="draft-title" className="section-title">
        {t('console-case-draft')} <span className="chip strong">{t(`console-case-stage-${draft.stage}`)}</span>
      </h2>
      <p className="muted">
        {t('console-case-draft-author', { name: draft.author })}
        {draft.approver && ` · ${t('console-case-draft-approver', { name: draft.approver })}`} ·{' '}
        <Time at={draft.changedAt} />
      </p>
      {draft.remark && (
        <p className="draft-remark">
          <Icon name="alert" /> {draft.remark}
        </p>
      )}
      {draft.stage !== 'author' && draft.isMine ? (
        <Hand draft={draft} found={found} me={me} wantsNumber={work.data?.chain.wantsNumber ?? false} onDone={onDone} />
      ) : (
        <p className="words draft-text" lang={draft.language}>
          {draft.text}
        </p>
      )}
    </section>
  );
}

interface HandProps {
  readonly draft: Draft;
  readonly found: Case;
  readonly me: Me;
  readonly wantsNumber: boolean;
  onDone(words: string): void;
}

function Hand({ draft, found, me, wantsNumber, onDone }: HandProps) {
  const { t } = useTexts();
  const [text, setText] = useState(draft.text);
  const [number, setNumber] = useState(draft.outgoingNumber ?? '');
  const [on, setOn] = useState(draft.outgoingOn ?? me.today);
  const [remark, setRemark] = useState<string | null>(null);
  const pass = usePass(found.ticket.id);
  const giveBack = useGiveBack(found.ticket.id);
  const isSigning = draft.stage === 'signatory';
  return (
    <form
      className="draft-hand"
      onSubmit={(event) => {
        event.preventDefault();
        pass.mutate(
          { text, ...(number ? { outgoingNumber: number, outgoingOn: on } : {}) },
          { onSuccess: () => onDone(t(isSigning ? 'console-case-signed' : 'console-case-approved')) },
        );
      }}
    >
      <TextArea label={t('console-answer-text')} value={text} rows={6} lang={draft.language} onChange={setText} />
      {(isSigning || wantsNumber) && (
        <div className="fields">
          <Field
            label={t('console-answer-number')}
            value={number}
            required={isSigning && wantsNumber}
            onChange={setNumber}
          />
          <Field label={t('console-answer-on')} type="date" value={on} max={me.today} onChange={setOn} />
        </div>
      )}
      {remark !== null && (
        <TextArea
          label={t('console-case-remark')}
          hint={t('console-case-remark-hint')}
          value={remark}
          onChange={setRemark}
        />
      )}
      <ErrorNote error={pass.error ?? giveBack.error} kept />
      <div className="panel-acts">
        {remark === null && (
          <button type="submit" className="primary" disabled={pass.isPending}>
            <Icon name={isSigning ? 'reply' : 'check'} /> {t(isSigning ? 'console-case-sign' : 'console-case-approve')}
          </button>
        )}
        <button
          type="button"
          disabled={giveBack.isPending}
          onClick={() => {
            if (remark === null) setRemark('');
            else giveBack.mutate(remark, { onSuccess: () => onDone(t('console-case-returned')) });
          }}
        >
          {t('console-case-return')}
        </button>
        {remark !== null && (
          <button type="button" onClick={() => setRemark(null)}>
            {t('console-cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
