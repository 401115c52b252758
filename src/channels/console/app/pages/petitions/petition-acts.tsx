import { useState } from 'react';
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
      {open === 'reading' && (
        <ReadingForm petition={petition} today={today} onDone={() => done('reading')} onCancel={close} />
      )}
      {open === 'hearing' && (
        <HearingForm petition={petition} today={today} onDone={() => done('hearing')} onCancel={close} />
      )}
      {open !== null && open !== 'reading' && open !== 'hearing' && (
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

const PATHS = {
  reply: '/api/v1/petitions/{petitionId}/reply',
  follow_up: '/api/v1/petitions/{petitionId}/follow-up',
  outcome: '/api/v1/petitions/{petitionId}/outcome',
  stop: '/api/v1/petitions/{petitionId}/stop',
} as const;

/** Words everybody will read; supporters are told. */
function WordsForm({ petition, command, onDone, onCancel }: FormProps & { readonly command: keyof typeof PATHS }) {
  const { t } = useTexts();
  const act = useAct(onDone);
  const [text, setText] = useState('');
  const word = command.replace('_', '-');
  return (
    <section className="panel panel-answer">
      <PanelForm
        act={t(`console-petitions-send-${word}`)}
        busy={act.isPending}
        error={act.error}
        onCancel={onCancel}
        onSubmit={() =>
          act.mutate((headers) =>
            answered(
              api.POST(PATHS[command], { params: { path: { petitionId: petition.id } }, headers, body: { text } }),
            ),
          )
        }
      >
        <TextArea
          label={t(`console-petitions-act-${word}`)}
          hint={t(`console-petitions-hint-${word}`)}
          rows={7}
          lang={petition.language}
          value={text}
          onChange={setText}
        />
      </PanelForm>
    </section>
  );
}

function ReadingForm({ petition, today, onDone, onCancel }: FormProps & { readonly today: string }) {
  const { t } = useTexts();
  const act = useAct(onDone);
  const [count, setCount] = useState('');
  const [readOn, setReadOn] = useState(today);
  const [url, setUrl] = useState(petition.counts.legal?.url ?? petition.portal?.url ?? '');
  return (
    <section className="panel">
      <PanelForm
        act={t('console-petitions-send-reading')}
        busy={act.isPending}
        error={act.error}
        onCancel={onCancel}
        onSubmit={() =>
          act.mutate((headers) =>
            answered(
              api.POST('/api/v1/petitions/{petitionId}/readings', {
                params: { path: { petitionId: petition.id } },
                headers,
                body: { count: Number(count), readOn, url },
              }),
            ),
          )
        }
      >
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
      </PanelForm>
    </section>
  );
}

function HearingForm({ petition, today, onDone, onCancel }: FormProps & { readonly today: string }) {
  const { t } = useTexts();
  const act = useAct(onDone);
  const [on, setOn] = useState(today);
  const [place, setPlace] = useState('');
  return (
    <section className="panel panel-answer">
      <PanelForm
        act={t('console-petitions-send-hearing')}
        busy={act.isPending}
        error={act.error}
        onCancel={onCancel}
        onSubmit={() =>
          act.mutate((headers) =>
            answered(
              api.POST('/api/v1/petitions/{petitionId}/hearing', {
                params: { path: { petitionId: petition.id } },
                headers,
                body: { on, place },
              }),
            ),
          )
        }
      >
        <div className="fields">
          <Field
            label={t('console-petitions-hearing-on')}
            type="date"
            required
            min={today}
            value={on}
            onChange={setOn}
          />
          <Field label={t('console-petitions-hearing-place')} required value={place} onChange={setPlace} />
        </div>
      </PanelForm>
    </section>
  );
}

/** The body's own register: from that day the term of law runs. */
export function RegisterForm({ duty, today }: { duty: DutyItem; today: string }) {
  const { t } = useTexts();
  const act = useAct();
  const [number, setNumber] = useState('');
  const [on, setOn] = useState(today);
  return (
    <PanelForm
      act={t('console-petitions-register')}
      busy={act.isPending}
      error={act.error}
      onCancel={() => setNumber('')}
      onSubmit={() =>
        act.mutate((headers) =>
          answered(
            api.POST('/api/v1/petition-duties/{dutyId}/register', {
              params: { path: { dutyId: duty.id } },
              headers,
              body: { number, on },
            }),
          ),
        )
      }
    >
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
    </PanelForm>
  );
}
