import { useEffect, useRef, useState } from 'react';
import { Icon } from '../bits.tsx';
import { Day } from '../dates.tsx';
import { useTexts } from '../texts.tsx';
import { AnswerPoints } from './answer-points.tsx';
import { AnswerWarnings } from './answer-warnings.tsx';
import { useAnswerWork } from './answer-work.ts';
import { Assistant } from './assistant.tsx';
import { Field, LanguageField, PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { TemplatePicker } from './template-picker.tsx';
import { type AnswerForm, SEND, useCommand } from './use-command.ts';

const OUTCOMES = ['done', 'explained', 'partly', 'planned', 'refused'] as const;
const MAX_FILES = 10;

/** Written first, then shown as the citizen will read it, then sent: an answer cannot be called back. */
export function AnswerPanel({ found, me, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [text, setText] = useKept(id, 'answer.text');
  const [outcome, setOutcome] = useKept(id, 'answer.outcome');
  const [signatory, setSignatory] = useKept(id, 'answer.signatory');
  const [approver, setApprover] = useKept(id, 'answer.approver');
  const [outgoingNumber, setOutgoingNumber] = useKept(id, 'answer.number');
  const [outgoingOn, setOutgoingOn] = useKept(id, 'answer.on');
  const [language, setLanguage] = useState<string>(found.language);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isShown, setShown] = useState(false);
  const [addressedText, setAddressed] = useKept(id, 'answer.addressed');
  const [templateId, setTemplateId] = useKept(id, 'answer.template');
  const work = useAnswerWork(found);
  const { chain } = work.data ?? {};
  const next = chain?.approves ? 'approver' : chain?.signs ? 'signatory' : 'citizen';
  const answer = useCommand(id, 'answer', (after) =>
    onClose(t(after?.ticket.state === 'answered' ? 'console-done-answer' : 'console-case-passed-on')),
  );
  const addressed = addressedText === '' ? [] : addressedText.split(',').map(Number);
  const formal = { signatory, approver, outgoingNumber, outgoingOn };
  // Nothing ticked: the words decide, so that nobody has to tick what is plain.
  const form: AnswerForm = { text, language, outcome, ...formal, files, addressed: addressedText, templateId };
  const back = work.data?.draft?.stage === 'author' ? work.data.draft : null;

  if (isShown)
    return (
      <PanelForm
        key="preview"
        isReady
        act={t(next === 'citizen' ? 'console-answer-send' : `console-case-to-${next}`)}
        busy={answer.isPending}
        error={answer.error}
        onCancel={() => setShown(false)}
        onSubmit={() => answer.mutate(form)}
      >
        <AnswerWarnings
          ticketId={id}
          answer={{ text, language, outcome, signatory, approver, addressed: addressedText === '' ? null : addressed }}
        />
        <Preview form={form} />
      </PanelForm>
    );
  return (
    <PanelForm
      act={t('console-answer-preview')}
      busy={false}
      error={null}
      onCancel={onClose}
      onSubmit={() => setShown(true)}
    >
      <p className="public-sign">
        <Icon name="reply" /> {t('console-answer-hint')}
      </p>
      {back && (
        <p className="draft-remark">
          <Icon name="alert" /> {back.remark}{' '}
          {text !== back.text && (
            <button type="button" className="plain link" onClick={() => setText(back.text)}>
              {t('console-case-draft-take')}
            </button>
          )}
        </p>
      )}
      {work.data && (
        <AnswerPoints
          ticketId={id}
          work={work.data}
          addressed={addressed}
          onAddressed={(ticked) => setAddressed(ticked.join(','))}
        />
      )}
      <Assistant
        found={found}
        text={text}
        language={language}
        hasModel={work.data?.assistant ?? false}
        onText={setText}
      />
      <TemplatePicker
        templates={work.data?.templates ?? []}
        use="answer"
        language={language}
        onPick={(template, words) => {
          setText(text.trim() === '' ? words : `${text.trimEnd()}\n\n${words}`);
          setTemplateId(template.id);
          if (template.outcome) setOutcome(template.outcome);
          if (template.takes && found.commands.includes('take'))
            void SEND.take({ ticketId: id, key: `take-${id}` }, null);
          if (template.note)
            void SEND.note({ ticketId: id, key: `note-${id}-${template.id}` }, { text: template.note });
        }}
      />
      <TextArea label={t('console-answer-text')} isFirst value={text} rows={8} lang={language} onChange={setText} />
      <fieldset className="outcomes">
        <legend>{t('console-answer-outcome')}</legend>
        {OUTCOMES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="outcome"
              value={one}
              checked={outcome === one}
              required
              onChange={() => setOutcome(one)}
            />
            {t(`console-outcome-${one}`)}
          </label>
        ))}
      </fieldset>
      <LanguageField value={language} citizens={found.language} onChange={setLanguage} />
      <Attachments files={files} onChange={setFiles} />
      {work.data?.wantsProof && (outcome === 'done' || outcome === 'partly') && (
        <p className={files.some(({ type }) => type.startsWith('image/')) ? 'muted' : 'warning'}>
          {t('console-case-proof')}
        </p>
      )}
      <details className="formal" open={signatory !== '' || outgoingNumber !== ''}>
        <summary>{t('console-answer-formal')}</summary>
        <div className="fields">
          <Field label={t('console-answer-signatory')} value={signatory} onChange={setSignatory} />
          <Field label={t('console-answer-approver')} value={approver} onChange={setApprover} />
          <Field label={t('console-answer-number')} value={outgoingNumber} onChange={setOutgoingNumber} />
          <Field
            label={t('console-answer-on')}
            type="date"
            value={outgoingOn}
            max={me.today}
            onChange={setOutgoingOn}
          />
        </div>
      </details>
    </PanelForm>
  );
}

function Attachments({ files, onChange }: { files: readonly File[]; onChange(files: readonly File[]): void }) {
  const { t } = useTexts();
  return (
    <div className="field">
      <label className="attach">
        <Icon name="clip" /> {t('console-answer-files')}
        <input
          type="file"
          multiple
          accept=".pdf,.doc,.docx,.xlsx,.odt,.txt,image/jpeg,image/png,image/webp"
          onChange={({ target }) => {
            onChange([...files, ...(target.files ?? [])].slice(0, MAX_FILES));
            target.value = '';
          }}
        />
      </label>
      <span className="muted hint">{t('console-answer-files-hint')}</span>
      {files.length > 0 && (
        <ul className="attached">
          {files.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              {file.name} <span className="muted">{sizeText(file.size)}</span>
              <button
                type="button"
                className="plain"
                aria-label={t('console-remove-file', { name: file.name })}
                onClick={() => onChange(files.filter((one) => one !== file))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

function Preview({ form }: { form: AnswerForm }) {
  const { t } = useTexts();
  const { text, outcome, signatory, approver, outgoingNumber, outgoingOn, files, language } = form;
  const shown = useRef<HTMLDivElement>(null);
  // Shorter than the form before it: its head would stay behind the row of commands.
  useEffect(() => shown.current?.closest('.panel')?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={shown} className="preview">
      <p className="muted">{t('console-preview-hint')}</p>
      <div className="preview-letter" lang={language}>
        <p className="preview-outcome">
          <Icon name="check" /> {t(`console-outcome-${outcome}`)}
        </p>
        <p className="words">{text}</p>
        {(signatory || outgoingNumber) && (
          <p className="muted">
            {[signatory, outgoingNumber && `№ ${outgoingNumber}`].filter(Boolean).join(' · ')}{' '}
            {outgoingOn && <Day on={outgoingOn} />}
          </p>
        )}
        {files.length > 0 && (
          <ul className="attached">
            {files.map((file) => (
              <li key={`${file.name} ${file.size} ${file.lastModified}`}>
                <Icon name="file" /> {file.name}
              </li>
            ))}
          </ul>
        )}
      </div>
      {approver && <p className="muted">{t('console-preview-approver', { approver })}</p>}
    </div>
  );
}
