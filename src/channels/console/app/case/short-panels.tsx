import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, type Case } from '../api.ts';
import { Icon } from '../bits.tsx';
import { useTexts } from '../texts.tsx';
import { useAnswerWork } from './answer-work.ts';
import { Field, LanguageField, PanelForm, TextArea } from './form-parts.tsx';
import { useKept } from './kept.ts';
import type { PanelProps } from './panel.tsx';
import { TemplatePicker } from './template-picker.tsx';
import { useCommand } from './use-command.ts';

interface Registration {
  readonly number: string;
  setNumber(number: string): void;
  readonly on: string;
  setOn(on: string): void;
  /** When the body got the case. */
  readonly from: string;
  readonly until: string;
}

function RegistrationFields({ number, setNumber, on, setOn, from, until }: Registration) {
  const { t } = useTexts();
  return (
    <div className="fields">
      <Field label={t('console-register-number')} value={number} required onChange={setNumber} />
      <Field
        label={t('console-register-on')}
        type="date"
        value={on}
        min={from.slice(0, 10)}
        max={until}
        required
        onChange={setOn}
      />
    </div>
  );
}

export function RegisterPanel({ found, me, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [number, setNumber] = useKept(id, 'register.number');
  const [on, setOn] = useState(me.today);
  const register = useCommand(id, 'register', () => onClose(t('console-done-register')));
  return (
    <PanelForm
      act={t('console-register-act')}
      busy={register.isPending}
      error={register.error}
      onCancel={onClose}
      onSubmit={() => register.mutate({ number, on })}
    >
      <p className="muted">{t('console-register-hint')}</p>
      <RegistrationFields {...{ number, setNumber, on, setOn }} from={found.ticket.deliveredAt} until={me.today} />
    </PanelForm>
  );
}

/** Beside the registration: what was recorded wrongly is said again, with the reason that the citizen reads. */
export function CorrectRegistrationPanel({ found, me, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id, registrationNumber, registeredOn, deliveredAt } = found.ticket;
  const [number, setNumber] = useState(registrationNumber ?? '');
  const [on, setOn] = useState<string>(registeredOn ?? me.today);
  const [reason, setReason] = useKept(id, 'correct_registration.reason');
  const correct = useCommand(id, 'correct_registration', () => onClose(t('console-done-registration-corrected')));
  return (
    <PanelForm
      act={t('console-registration-correct-act')}
      busy={correct.isPending}
      error={correct.error}
      onCancel={onClose}
      onSubmit={() => correct.mutate({ number, on, reason })}
    >
      <p className="muted">{t('console-registration-correct-hint')}</p>
      <RegistrationFields {...{ number, setNumber, on, setOn }} from={deliveredAt} until={me.today} />
      <TextArea label={t('console-registration-correct-reason')} value={reason} onChange={setReason} />
    </PanelForm>
  );
}

export function AskPanel({ found, onClose }: PanelProps) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [text, setText] = useKept(id, 'ask.text');
  const [language, setLanguage] = useState<string>(found.language);
  const work = useAnswerWork(found);
  const ask = useCommand(id, 'ask', () => onClose(t('console-done-ask')));
  return (
    <PanelForm
      act={t('console-ask-act')}
      busy={ask.isPending}
      error={ask.error}
      onCancel={onClose}
      onSubmit={() => ask.mutate({ text, language: language as Case['language'] })}
    >
      <TemplatePicker
        templates={work.data?.templates ?? []}
        use="question"
        language={language}
        onPick={(_template, words) => setText(words)}
      />
      <TextArea
        label={t('console-ask-text')}
        hint={t('console-ask-hint')}
        value={text}
        lang={language}
        onChange={setText}
      />
      <LanguageField value={language} citizens={found.language} onChange={setLanguage} />
    </PanelForm>
  );
}

export function NotePanel({ found, onClose }: PanelProps) {
  const { t, language } = useTexts();
  const work = useAnswerWork(found);
  const { id } = found.ticket;
  const [text, setText] = useKept(id, 'note.text');
  const note = useCommand(id, 'note', () => onClose(t('console-done-note')));
  return (
    <PanelForm
      act={t('console-note-act')}
      className="internal"
      busy={note.isPending}
      error={note.error}
      onCancel={onClose}
      onSubmit={() => note.mutate({ text })}
    >
      <p className="internal-sign">
        <Icon name="lock" /> {t('console-note-hint')}
      </p>
      <TemplatePicker
        templates={work.data?.templates ?? []}
        use="note"
        language={language}
        onPick={(_template, words) => setText(words)}
      />
      <TextArea label={t('console-note-text')} value={text} onChange={setText} />
    </PanelForm>
  );
}

export function AssignPanel({ found, onClose }: PanelProps) {
  const { t } = useTexts();
  const { ticket } = found;
  const team = useQuery({ queryKey: ['staff'], queryFn: () => answered(api.GET('/api/v1/staff')) });
  const [to, setTo] = useState(ticket.officer?.id ?? '');
  const assign = useCommand(ticket.id, 'assign', () => onClose(t('console-done-assign')));
  const colleagues = (team.data?.items ?? []).filter(({ state }) => state === 'active');
  return (
    <PanelForm
      act={t('console-assign-act')}
      busy={assign.isPending}
      error={assign.error ?? team.error}
      onCancel={onClose}
      onSubmit={() => assign.mutate({ to: to === '' ? null : to, unitId: null })}
    >
      <label className="field">
        <span>{t('console-assign-to')}</span>
        <select value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t('console-assign-nobody')}</option>
          {colleagues.map(({ id, givenName, familyName, openTickets }) => (
            <option key={id} value={id}>
              {givenName} {familyName} — {t('console-workload', { count: openTickets })}
            </option>
          ))}
        </select>
      </label>
    </PanelForm>
  );
}
