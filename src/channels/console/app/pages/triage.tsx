import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { answered, api, newIdempotencyKey, type TriageItem } from '../api.ts';
import { Empty, ErrorNote, Icon, Skeleton, showNumber } from '../bits.tsx';
import { Day, DaysLeft, Time } from '../dates.tsx';
import { commandKeyOf } from '../keys.ts';
import { PageTitle } from '../shell.tsx';
import '../styles/terms.css';
import '../styles/triage.css';
import { useTexts } from '../texts.tsx';

const AgencyPicker = lazy(() =>
  import('../case/redirect-panel.tsx').then(({ AgencyPicker }) => ({ default: AgencyPicker })),
);

/** One message at a time: a number or Enter sends it on, the next slides in. */
export function TriagePage() {
  const { t } = useTexts();
  const client = useQueryClient();
  const queue = useQuery({ queryKey: ['triage'], queryFn: () => answered(api.GET('/api/v1/triage')) });
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [told, setTold] = useState('');
  const route = useMutation({
    mutationFn: ({
      appealId,
      key,
      ...body
    }: {
      appealId: string;
      key: string;
      agencyCode: string;
      topicId: string | null;
      reason: string | null;
    }) =>
      answered(
        api.POST('/api/v1/triage/{appealId}/route', {
          params: { path: { appealId } },
          headers: { 'idempotency-key': key },
          body,
        }),
      ),
    onSuccess: (_done, { appealId }) => {
      setSkipped((before) => [...before, appealId]);
      setTold(t('console-triage-done'));
      void client.invalidateQueries({ queryKey: ['triage'] });
    },
  });
  if (queue.error) return <ErrorNote error={queue.error} />;
  if (!queue.data) return <Skeleton rows={3} height="6rem" />;
  const items = queue.data.items.filter(({ appealId }) => !skipped.includes(appealId));
  const item = items[0];
  const left = Math.max(items.length, queue.data.waiting - (queue.data.items.length - items.length));
  return (
    <div className="triage">
      <PageTitle>{t('console-nav-triage')}</PageTitle>
      <p className="muted">{t('console-triage-left', { count: left })}</p>
      <p className="told" role="status">
        {told}
      </p>
      <ErrorNote error={route.error} />
      {item ? (
        <Message
          key={item.appealId}
          item={item}
          busy={route.isPending}
          onRoute={(agencyCode, topicId, reason) =>
            route.mutate({ appealId: item.appealId, key: newIdempotencyKey(), agencyCode, topicId, reason })
          }
          onLater={() => {
            setTold(t('console-triage-later-done'));
            setSkipped((before) => [...before, item.appealId]);
          }}
        />
      ) : (
        <Empty title={t('console-triage-empty')}>
          {skipped.length > 0 && queue.data.items.length > 0 ? (
            <button type="button" onClick={() => setSkipped([])}>
              {t('console-triage-again')}
            </button>
          ) : (
            t('console-triage-empty-hint')
          )}
        </Empty>
      )}
    </div>
  );
}

interface MessageProps {
  readonly item: TriageItem;
  readonly busy: boolean;
  /** With a reason when bodies passed the case on before. */
  onRoute(agencyCode: string, topicId: string | null, reason: string | null): void;
  onLater(): void;
}

function Message({ item, busy: isSending, onRoute: route, onLater }: MessageProps) {
  const { t, name } = useTexts();
  const [reason, setReason] = useState('');
  const needsReason = item.earlier.length > 0;
  const busy = isSending || (needsReason && reason.trim() === '');
  const onRoute = useCallback(
    (agencyCode: string, topicId: string | null) => route(agencyCode, topicId, needsReason ? reason : null),
    [route, needsReason, reason],
  );
  const [other, setOther] = useState<string | null>(null);
  const article = useRef<HTMLElement>(null);
  const choices = item.candidates.filter(({ connected }) => connected);

  useEffect(() => {
    article.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = commandKeyOf(event);
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('button, a') !== null;
      if (busy || key === null || isOnControl) return;
      const chosen = key === 'enter' ? choices[0] : choices[Number(key) - 1];
      if (chosen) onRoute(chosen.agency.code, chosen.topic?.code ?? null);
      else if (key === 's') onLater();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [busy, choices, onRoute, onLater]);

  return (
    <article ref={article} tabIndex={-1} className="card message" aria-labelledby="message-number">
      <header>
        <strong id="message-number">№ {showNumber(item.number)}</strong>{' '}
        <span className="chip">{t(`console-kind-${item.kind}`)}</span>
        {item.urgent && <span className="chip strong">{t('console-urgent')}</span>}
        <span className="muted">
          <Time at={item.submittedAt} />
        </span>
        {item.decideBy && (
          <span className={item.decideBy.passed ? 'chip late' : 'chip'}>
            {t('console-triage-by')} <DaysLeft due={item.decideBy} />, <Day on={item.decideBy.on} />
          </span>
        )}
      </header>
      <p className="words" lang={item.language} dir="auto">
        <MaskedWords text={item.text} />
      </p>
      {item.files.length > 0 && (
        <ul className="files">
          {item.files.map((file) => (
            <li key={file.id} className={`file file-${file.kind}`}>
              {file.state === 'stored' && file.kind === 'photo' ? (
                <img src={`/api/v1/files/${file.id}`} alt={t('console-file-photo-alt')} />
              ) : (
                <span className="muted">{t(`console-file-${file.kind}`)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="muted">
        <Icon name="place" />{' '}
        {[item.addressText, item.place && name(item.place)].filter(Boolean).join(', ') || t('console-place-unknown')}
      </p>
      {needsReason && (
        <section className="chain" aria-label={t('console-triage-earlier')}>
          <h2 className="section-title">{t('console-triage-earlier')}</h2>
          <ol className="plain-list">
            {item.earlier.map(({ agency, from, until, reason: why }) => (
              <li key={`${agency.code} ${from}`}>
                <strong>{name(agency.name)}</strong>{' '}
                <span className="muted">
                  <Time at={from} /> {until && <>– </>}
                  {until && <Time at={until} />}
                </span>
                {why && <p className="words">{why}</p>}
              </li>
            ))}
          </ol>
          <label className="field">
            <span>{t('console-triage-reason')}</span>
            <span className="muted hint">{t('console-triage-reason-hint')}</span>
            <textarea value={reason} rows={3} maxLength={4000} onChange={({ target }) => setReason(target.value)} />
          </label>
        </section>
      )}
      <h2 className="section-title">{t('console-triage-who')}</h2>
      {item.placeMissingFor && (
        <p className="muted">{t('console-triage-place-missing', { topic: name(item.placeMissingFor.name) })}</p>
      )}
      {choices.length === 0 && !item.placeMissingFor && <p className="muted">{t('console-triage-no-candidates')}</p>}
      <ol className="candidates">
        {choices.map(({ agency, topic, confidence, reason, words }, index) => (
          <li key={agency.code}>
            <button
              type="button"
              className={index === 0 ? 'candidate primary' : 'candidate'}
              disabled={busy}
              onClick={() => onRoute(agency.code, topic?.code ?? null)}
            >
              <kbd>{index + 1}</kbd>
              <span>
                <strong>{name(agency.name)}</strong>
                <span className="candidate-why">
                  {[
                    topic && name(topic.name),
                    words.length > 0 && `«${words.join(' ')}»`,
                    t(`console-reason-${reason.replaceAll('_', '-')}`),
                    confidence !== null && t('console-confidence', { percent: Math.round(confidence * 100) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {item.secondReader && item.secondReader.type !== 'absent' && (
        <p className={item.secondReader.type === 'disagreed' ? 'late-text' : 'muted'}>
          {t('console-triage-second', {
            type: item.secondReader.type,
            agency: item.secondReader.preferred ? name(item.secondReader.preferred) : '–',
          })}
        </p>
      )}
      <div className="triage-other">
        <Suspense fallback={<Skeleton rows={1} />}>
          <AgencyPicker label={t('console-triage-other')} onChoose={setOther} />
        </Suspense>
        <button
          type="button"
          disabled={other === null || busy}
          onClick={() => other && onRoute(other, item.topic?.code ?? null)}
        >
          {t('console-triage-send')}
        </button>
        <button type="button" onClick={onLater}>
          {t('console-triage-later')}
        </button>
      </div>
      <p className="keys muted">{t('console-triage-keys')}</p>
    </article>
  );
}

const MASKED = /(\[[A-Z][A-Z_]+\])/;

/** What was masked stands out from what the citizen wrote. */
function MaskedWords({ text }: { text: string }) {
  let end = 0;
  const parts = text.split(MASKED).map((part) => {
    end += part.length;
    return { part, end };
  });
  return parts.map(({ part, end: at }) =>
    MASKED.test(part) ? (
      <mark key={at} className="masked">
        {part.slice(1, -1)}
      </mark>
    ) : (
      part
    ),
  );
}
