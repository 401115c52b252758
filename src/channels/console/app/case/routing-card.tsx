import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api, type Case } from '../api.ts';
import { ErrorNote, showNumber } from '../bits.tsx';
import { useTexts } from '../texts.tsx';

const percent = (share: number): number => Math.round(share * 100);

/** Why the case is here, in full, and who else told of the same matter. */
export function RoutingCard({ found }: { found: Case }) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const path = { ticketId: found.ticket.id };
  const routing = useQuery({
    queryKey: ['ticket-routing', found.ticket.id],
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/routing', { params: { path } })),
  });
  const together = useMutation({
    mutationFn: (ticketIds: string[]) =>
      answered(api.POST('/api/v1/tickets/{ticketId}/join', { params: { path }, body: { ticketIds } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['desk', found.ticket.id] }),
  });
  if (!routing.data) return null;
  const { words, placeWords, competence, chosen, others, steps, opinion, similar } = routing.data;
  const second = others.find(({ agency }) => agency?.ru !== chosen?.agency?.ru);
  const joinable = similar.filter(({ state }) => state === 'registered').map(({ ticketId }) => ticketId);
  return (
    <section className="card routing-card" aria-labelledby="routing-title">
      <h2 id="routing-title" className="section-title">
        {t('console-why-here')}
      </h2>
      {chosen ? (
        <p>
          {[
            chosen.topic && name(chosen.topic),
            words.length > 0 && `«${words.join(' ')}»`,
            placeWords && `«${placeWords}»`,
            competence && t('console-why-competence', { id: competence }),
            t('console-confidence', { percent: percent(chosen.confidence) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : (
        <p className="muted">{t('console-why-person')}</p>
      )}
      {second?.agency && (
        <p className="muted">
          {t('console-why-second', { agency: name(second.agency), percent: percent(second.confidence) })}
        </p>
      )}
      {opinion && (
        <p className={opinion.type === 'disagreed' ? 'late-text' : 'muted'}>
          {t('console-why-opinion', {
            type: opinion.type,
            agency: opinion.preferred ? name(opinion.preferred) : '–',
            before: percent(opinion.confidenceBefore),
            after: percent(opinion.confidenceAfter),
          })}
        </p>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t('console-why-steps')}</summary>
          <ol className="plain-list routing-steps">
            {steps.map(({ step, version, outcome, ms }) => (
              <li key={step}>
                <strong>{t(`console-why-step-${step}`)}</strong> {outcome}{' '}
                <span className="muted">
                  {version} · {ms.toFixed(2)} ms
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {similar.length > 0 && (
        <>
          <h3>{t('console-similar', { count: similar.length })}</h3>
          <ul className="plain-list">
            {similar.slice(0, 8).map(({ ticketId, number, title, joined, likeness }) => (
              <li key={ticketId}>
                <Link href={`/tickets/${ticketId}`}>{showNumber(number)}</Link> {title}{' '}
                <span className="muted">
                  {joined ? t('console-similar-joined') : t('console-similar-like', { percent: percent(likeness) })}
                </span>
              </li>
            ))}
          </ul>
          {found.commands.includes('answer') && joinable.length > 0 && (
            <button type="button" disabled={together.isPending} onClick={() => together.mutate(joinable)}>
              {t('console-similar-together', { count: joinable.length })}
            </button>
          )}
        </>
      )}
      <ErrorNote error={together.error} />
    </section>
  );
}
