import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../bits.tsx';
import { TextArea } from '../../case/form-parts.tsx';
import { useMe } from '../../queries.ts';
import { useTexts } from '../../texts.tsx';
import { PETITIONS, useAct } from './model.tsx';

const ACTS = ['hold', 'release', 'invalidate'] as const;
type Act = (typeof ACTS)[number];

/** `2026-11-23T10:30` as the clock on the wall of the service shows it. */
function wallTime(at: Date, timeZone: string): string {
  return at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');
}

/** The moment at which that clock shows this. */
function momentOf(wall: string, timeZone: string): Date {
  const asUtc = new Date(`${wall}:00Z`);
  const shown = new Date(`${wallTime(asUtc, timeZone)}:00Z`);
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()));
}

interface Stretch {
  readonly since: string;
  readonly until: string;
  readonly referrer?: string;
}

interface Props {
  /** Tells the questions of this form apart from others'. */
  readonly name: string;
  /** Where looking begins; null: now. */
  readonly begin: string | null;
  readonly referrers: readonly string[];
  sizeOf(stretch: Stretch): Promise<{ readonly counted: number; readonly held: number }>;
  onSend(
    act: Act,
    body: Stretch & { readonly reason: string },
    headers: { readonly 'idempotency-key': string },
  ): Promise<unknown>;
}

/** Which supports or votes, then what with them, then why: everybody reads the reason. */
export function StretchForm({ name, begin: newest, referrers: all, sizeOf, onSend }: Props) {
  const { t } = useTexts();
  const timeZone = useMe().data?.timezone ?? 'UTC';
  const act = useAct();
  const begin = newest ? new Date(newest) : new Date();
  const [since, setSince] = useState(wallTime(begin, timeZone));
  const [until, setUntil] = useState(wallTime(new Date(begin.getTime() + 3_600_000), timeZone));
  const [referrer, setReferrer] = useState('');
  const [kind, setKind] = useState<Act>('hold');
  const [reason, setReason] = useState('');
  const isWhole = since !== '' && until !== '' && until > since;
  const stretch = isWhole
    ? {
        since: momentOf(since, timeZone).toISOString(),
        until: momentOf(until, timeZone).toISOString(),
        ...(referrer ? { referrer } : {}),
      }
    : null;
  const size = useQuery({
    queryKey: [PETITIONS, 'stretch', name, stretch],
    enabled: stretch !== null,
    queryFn: () => sizeOf(stretch ?? { since: '', until: '' }),
  });
  const referrers = [...new Set(all)];
  return (
    <section className="panel petition-section">
      <h2 className="section-title">{t('console-petitions-stretch')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (stretch) act.mutate((headers) => onSend(kind, { ...stretch, reason }, headers));
        }}
      >
        <div className="fields">
          <label className="field">
            <span>{t('console-petitions-since')}</span>
            <input type="datetime-local" required value={since} onChange={({ target }) => setSince(target.value)} />
          </label>
          <label className="field">
            <span>{t('console-petitions-until')}</span>
            <input type="datetime-local" required value={until} onChange={({ target }) => setUntil(target.value)} />
          </label>
          <label className="field">
            <span>{t('console-petitions-referrer')}</span>
            <select value={referrer} onChange={({ target }) => setReferrer(target.value)}>
              <option value="">{t('console-petitions-referrer-any')}</option>
              {referrers.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p role="status">
          {size.data && t('console-petitions-stretch-size', { counted: size.data.counted, held: size.data.held })}
        </p>
        <fieldset className="checks">
          <legend>{t('console-petitions-stretch-act')}</legend>
          {ACTS.map((one) => (
            <label key={one}>
              <input type="radio" name="act" checked={kind === one} onChange={() => setKind(one)} />
              {t(`console-petitions-act-${one}`)}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={t('console-petitions-stretch-reason')}
          hint={t('console-petitions-stretch-reason-hint')}
          rows={2}
          value={reason}
          onChange={setReason}
        />
        <ErrorNote error={act.error} kept />
        <div className="petition-acts">
          <button type="submit" className="primary" disabled={act.isPending || !stretch}>
            {t(`console-petitions-act-${kind}`)}
          </button>
        </div>
      </form>
    </section>
  );
}
