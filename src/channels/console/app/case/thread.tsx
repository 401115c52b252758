import type { CaseFile, Entry } from '../api.ts';
import { Icon, type IconName } from '../bits.tsx';
import { Day, Time } from '../dates.tsx';
import { useTexts } from '../texts.tsx';
import { sizeText } from './answer-panel.tsx';
import { EntryTranslation } from './assistant.tsx';
import { ToKnowledge } from './to-knowledge.tsx';

const ICONS: Partial<Record<Entry['kind'], IconName>> = {
  question: 'ask',
  answer: 'reply',
  note: 'lock',
  notice: 'clock',
  dispute: 'alert',
};

interface ThreadProps {
  readonly ticketId: string;
  readonly entries: readonly Entry[];
  readonly originals: ReadonlyMap<string, string>;
  /** A text model is configured. */
  readonly translates: boolean;
}

export function Thread({ ticketId, entries, originals, translates }: ThreadProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="thread-title">
      <h2 id="thread-title" className="section-title">
        {t('console-thread')}
      </h2>
      <ol className="thread">
        {entries.map((entry) => (
          <ThreadEntry
            key={entry.id}
            ticketId={ticketId}
            entry={entry}
            original={originals.get(entry.id)}
            translates={translates}
          />
        ))}
      </ol>
    </section>
  );
}

interface EntryProps {
  readonly ticketId: string;
  readonly entry: Entry;
  readonly original: string | undefined;
  readonly translates: boolean;
}

function ThreadEntry({ ticketId, entry, original, translates }: EntryProps) {
  const { t, language } = useTexts();
  const side = entry.kind === 'note' ? 'internal' : entry.author === 'citizen' ? 'citizen' : 'ours';
  const icon = ICONS[entry.kind];
  return (
    <li className={`entry entry-${side} entry-${entry.kind}`}>
      <header>
        {icon && <Icon name={icon} />}
        <strong>{t(`console-entry-${entry.kind}`)}</strong>
        {entry.authorName && <span>{entry.authorName}</span>}
        <span className="muted">
          <Time at={entry.at} />
          {entry.editedAt && ` · ${t('console-edited')}`}
        </span>
      </header>
      <Notice entry={entry} />
      {entry.text !== '' && (
        <p className="words" lang={entry.language ?? undefined} dir="auto">
          {original ?? entry.text}
        </p>
      )}
      {translates && entry.text !== '' && entry.language !== null && entry.language !== language && (
        <EntryTranslation ticketId={ticketId} entryId={entry.id} to={language} />
      )}
      {entry.hasHidden && original === undefined && <p className="muted hint">{t('console-hidden')}</p>}
      <Files files={entry.files} />
      <Formal entry={entry} />
      <DeliveryState entry={entry} />
    </li>
  );
}

const NOTICES = ['redirected', 'preliminary_decision', 'heard', 'triage_decided', 'forwarded'];

const fact = (entry: Entry, name: string): string | null => {
  const value = entry.details?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

function Notice({ entry }: { entry: Entry }) {
  const { t } = useTexts();
  const notice = fact(entry, 'notice');
  const until = fact(entry, 'until');
  if (notice === 'extended' && until)
    return (
      <p>
        {t('console-notice-extended')} <Day on={until} />
      </p>
    );
  const [number, on] = [fact(entry, 'number'), fact(entry, 'on')];
  if (notice === 'registration_corrected' && on)
    return (
      <p>
        {t('console-notice-registration-corrected')} № {number}, <Day on={on} />
      </p>
    );
  if (notice !== null && NOTICES.includes(notice)) return <p>{t(`console-notice-${notice.replaceAll('_', '-')}`)}</p>;
  const position = fact(entry, 'position');
  return position ? <p>{t(`console-position-${position.replaceAll('_', '-')}`)}</p> : null;
}

function Formal({ entry }: { entry: Entry }) {
  const { t } = useTexts();
  if (entry.kind !== 'answer') return null;
  const outcome = fact(entry, 'outcome');
  const on = fact(entry, 'outgoingOn');
  const number = fact(entry, 'outgoingNumber');
  return (
    <p className="muted formal-line">
      {outcome && <span className="chip">{t(`console-outcome-${outcome}`)}</span>} {fact(entry, 'signatory')}{' '}
      {number && `№ ${number}`} {on && <Day on={on} />} <ToKnowledge />
    </p>
  );
}

function DeliveryState({ entry }: { entry: Entry }) {
  const { t } = useTexts();
  const { delivery } = entry;
  if (!delivery) return null;
  return (
    <p
      className={delivery.state === 'unreachable' || delivery.state === 'failed' ? 'delivery delivery-bad' : 'delivery'}
    >
      <Icon name={delivery.state === 'delivered' ? 'check' : delivery.state === 'waiting' ? 'clock' : 'alert'} />{' '}
      {t(`console-delivery-${delivery.state}`)}
      {delivery.at && (
        <>
          {' '}
          <Time at={delivery.at} />
        </>
      )}
    </p>
  );
}

function Files({ files }: { files: readonly CaseFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id} className={`file file-${file.kind}`}>
          <OneFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function OneFile({ file }: { file: CaseFile }) {
  const { t } = useTexts();
  const address = `/api/v1/files/${file.id}`;
  const label = file.fileName ?? t(`console-file-${file.kind}`);
  if (file.state !== 'stored') return <span className="muted">{t(`console-file-state-${file.state}`)}</span>;
  switch (file.kind) {
    case 'photo':
      return (
        <a href={address} target="_blank" rel="noreferrer">
          <img src={address} alt={t('console-file-photo-alt')} loading="lazy" />
        </a>
      );
    case 'voice':
      return (
        // biome-ignore lint/a11y/useMediaCaption: a citizen's voice message has no captions
        <audio controls preload="none" src={address} aria-label={t('console-file-voice')} />
      );
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: a citizen's video has no captions
        <video controls preload="metadata" src={address} aria-label={t('console-file-video')} />
      );
    case 'document':
      return (
        <a href={`${address}?download=1`}>
          <Icon name="file" /> {label} <span className="muted">{sizeText(file.sizeBytes)}</span>
        </a>
      );
  }
}
