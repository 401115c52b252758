import { type ReactNode, useState } from 'react';
import { answered, api } from '../../api.ts';
import { Field, PanelForm, TextArea } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { type DutyItem, type PetitionCase, useAct } from './model.tsx';

type Command = Exclude<PetitionCase['commands'][number], 'integrity'>;

interface ActProps {
  readonly petition: PetitionCase;
  readonly today: string;
  onTold(words: string): void;
}

/** What may be done with it now: one button each, one form at a time. */
export function PetitionActs({ petition, today, onTold }: ActProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Command | null>(null);
  const commands = petition.commands.filter((command): command is Command => command !== 'integrity');
  if (commands.length === 0) return null;
  const close = () => setOpen(null);
  const done = (command: Command) => {
    close();
    onTold(t(`console-petitions-done-${command.replace('_', '-')}`));
  };
  return (
    <div className="petition-section">
      <div className="petition-acts">
        {commands.map((command) => (
          <button
            key={command}
            type="button"
            aria-expanded={open === command}
            className={command === 'reply' ? 'primary' : ''}
            onClick={() => setOpen(open === command ? null : command)}
          >
            {t(`console-petitions-act-${command.replace('_', '-')}`)}
          </button>
        ))}
      </div>
      {open === 'posting' && (
        <PostingForm petition={petition} today={today} onDone={() => done('posting')} onCancel={close} />
      )}
      {open === 'reading' && (
        <ReadingForm petition={petition} today={today} onDone={() => done('reading')} onCancel={close} />
      )}
      {open === 'hearing' && (
        <HearingForm petition={petition} today={today} onDone={() => done('hearing')} onCancel={close} />
      )}
      {open !== null && open !== 'posting' && open !== 'reading' && open !== 'hearing' && (
        <WordsForm key={open} petition={petition} command={open} onDone={() => done(open)} onCancel={close} />
      )}
    </div>
  );
}

interface FormProps {
  readonly petition: PetitionCase;
  onDone(): void;
  onCancel(): void;
}

type Headers = { readonly 'idempotency-key': string };

interface ActPanelProps {
  readonly label: string;
  /** What is sent is read by everybody, so that it must not look like a note. */
  readonly isPublic?: boolean;
  onSend(headers: Headers): Promise<unknown>;
  onDone?(): void;
  onCancel(): void;
  readonly children: ReactNode;
}

/** One act: its fields, its button, what went wrong. */
function ActPanel({ label, isPublic = false, onSend, onDone, onCancel, children }: ActPanelProps) {
  const act = useAct(onDone);
  return (
    <section className={isPublic ? 'panel panel-answer' : 'panel'}>
      <PanelForm
        act={label}
        busy={act.isPending}
        error={act.error}
        onCancel={onCancel}
        onSubmit={() => act.mutate(onSend)}
      >
        {children}
      </PanelForm>
    </section>
  );
}

const PATHS = {
  reply: '/api/v1/petitions/{petitionId}/reply',
  follow_up: '/api/v1/petitions/{petitionId}/follow-up',
  outcome: '/api/v1/petitions/{petitionId}/outcome',
  stop: '/api/v1/petitions/{petitionId}/stop',
} as const;

const at = ({ id }: PetitionCase) => ({ path: { petitionId: id } });

/** Words everybody will read; supporters are told. */
function WordsForm({ petition, command, ...ends }: FormProps & { readonly command: keyof typeof PATHS }) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const word = command.replace('_', '-');
  const send = (headers: Headers) =>
    answered(api.POST(PATHS[command], { params: at(petition), headers, body: { text } }));
  return (
    <ActPanel label={t(`console-petitions-send-${word}`)} isPublic onSend={send} {...ends}>
      <TextArea
        label={t(`console-petitions-act-${word}`)}
        hint={t(`console-petitions-hint-${word}`)}
        rows={7}
        lang={petition.language}
        value={text}
        onChange={setText}
      />
    </ActPanel>
  );
}

/** The day from which the law counts; the window and the notice to the media follow from it. */
function PostingForm({ petition, today, ...ends }: FormProps & { readonly today: string }) {
  const { t } = useTexts();
  const [on, setOn] = useState(today);
  const [url, setUrl] = useState(petition.portal?.url ?? '');
  const send = (headers: Headers) =>
    answered(api.POST('/api/v1/petitions/{petitionId}/posting', { params: at(petition), headers, body: { on, url } }));
  return (
    <ActPanel label={t('console-petitions-send-posting')} isPublic onSend={send} {...ends}>
      <p className="muted hint">{t('console-petitions-hint-posting', { portal: petition.portal?.name ?? '' })}</p>
      <div className="fields">
        <Field label={t('console-petitions-posting-on')} type="date" required max={today} value={on} onChange={setOn} />
        <Field label={t('console-petitions-reading-url')} required value={url} onChange={setUrl} />
      </div>
    </ActPanel>
  );
}

function ReadingForm({ petition, today, ...ends }: FormProps & { readonly today: string }) {
  const { t } = useTexts();
  const [count, setCount] = useState('');
  const [readOn, setReadOn] = useState(today);
  const [url, setUrl] = useState(petition.counts.legal?.url ?? petition.portal?.url ?? '');
  const body = { count: Number(count), readOn, url };
  const send = (headers: Headers) =>
    answered(api.POST('/api/v1/petitions/{petitionId}/readings', { params: at(petition), headers, body }));
  return (
    <ActPanel label={t('console-petitions-send-reading')} onSend={send} {...ends}>
      <p className="muted hint">{t('console-petitions-hint-reading', { portal: petition.portal?.name ?? '' })}</p>
      <div className="fields">
        <label className="field">
          <span>{t('console-petitions-reading-count')}</span>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            required
            value={count}
            onChange={({ target }) => setCount(target.value)}
          />
        </label>
        <Field
          label={t('console-petitions-reading-on')}
          type="date"
          required
          max={today}
          value={readOn}
          onChange={setReadOn}
        />
        <Field label={t('console-petitions-reading-url')} required value={url} onChange={setUrl} />
      </div>
    </ActPanel>
  );
}

function HearingForm({ petition, today, ...ends }: FormProps & { readonly today: string }) {
  const { t } = useTexts();
  const [on, setOn] = useState(today);
  const [place, setPlace] = useState('');
  const send = (headers: Headers) =>
    answered(
      api.POST('/api/v1/petitions/{petitionId}/hearing', { params: at(petition), headers, body: { on, place } }),
    );
  return (
    <ActPanel label={t('console-petitions-send-hearing')} isPublic onSend={send} {...ends}>
      <div className="fields">
        <Field label={t('console-petitions-hearing-on')} type="date" required min={today} value={on} onChange={setOn} />
        <Field label={t('console-petitions-hearing-place')} required value={place} onChange={setPlace} />
      </div>
    </ActPanel>
  );
}

/** The body's own register: from that day the term of law runs. */
export function RegisterForm({ duty, today }: { duty: DutyItem; today: string }) {
  const { t } = useTexts();
  const [number, setNumber] = useState('');
  const [on, setOn] = useState(today);
  const params = { path: { dutyId: duty.id } };
  const send = (headers: Headers) =>
    answered(api.POST('/api/v1/petition-duties/{dutyId}/register', { params, headers, body: { number, on } }));
  return (
    <ActPanel label={t('console-petitions-register')} onSend={send} onCancel={() => setNumber('')}>
      <p className="muted hint">{t('console-petitions-register-hint')}</p>
      <div className="fields">
        <Field label={t('console-petitions-register-number')} required value={number} onChange={setNumber} />
        <Field
          label={t('console-petitions-register-on')}
          type="date"
          required
          max={today}
          value={on}
          onChange={setOn}
        />
      </div>
    </ActPanel>
  );
}

/** A duty that follows from an event: how it was met, for everybody to read. */
export function DoneForm({ duty }: { duty: DutyItem }) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const params = { path: { dutyId: duty.id } };
  const send = (headers: Headers) =>
    answered(api.POST('/api/v1/petition-duties/{dutyId}/done', { params, headers, body: { note } }));
  return (
    <ActPanel label={t('console-petitions-step-done')} isPublic onSend={send} onCancel={() => setNote('')}>
      <TextArea
        label={t('console-petitions-step-note')}
        hint={t('console-petitions-step-note-hint')}
        rows={2}
        value={note}
        onChange={setNote}
      />
    </ActPanel>
  );
}
