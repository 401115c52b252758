import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';

import { ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import type { Schemas } from './schemas.ts';
import '../../styles/terms.css';
import '../../styles/tables.css';
import { useTexts } from '../../texts.tsx';

type Rule = Schemas['Rule'];
type Rulebook = Schemas['Rulebook'];

/** What the engine computes with, of every country that is shipped: length, start, extension, article, and how sure we are. */
export function RulesPage(_props: PageProps) {
  const { t, language } = useTexts();
  const [code, setCode] = useState<string | null>(null);
  const [isOld, setOld] = useState(false);
  const own = useQuery({
    queryKey: ['rulebook', code ?? 'own', language],
    placeholderData: (before: Rulebook | undefined) => before,
    queryFn: () =>
      answered(api.GET('/api/v1/rulebooks/{code}', { params: { path: { code: code ?? 'own' }, query: { language } } })),
  });
  if (own.error) return <ErrorNote error={own.error} />;
  if (!own.data) return <Skeleton rows={6} height="5rem" />;
  const { data } = own;
  const rules = data.rules.filter(({ inForce }) => isOld || inForce);
  return (
    <div className="terms">
      <PageTitle>{t('console-terms-rules')}</PageTitle>
      <div className="terms-bar">
        <label className="field">
          <span>{t('console-terms-rules-country')}</span>
          <select value={data.code} onChange={({ target }) => setCode(target.value)}>
            {data.codes.map((one) => (
              <option key={one} value={one}>
                {t(`console-terms-country-${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input type="checkbox" checked={isOld} onChange={({ target }) => setOld(target.checked)} />{' '}
          {t('console-terms-rules-old')}
        </label>
      </div>
      <p className="muted">
        {t(data.automaticRegistration ? 'console-terms-rules-automatic' : 'console-terms-rules-manual')}
      </p>
      <ul className="rules">
        {rules.map((rule) => (
          <RuleCard key={`${rule.id} ${rule.from}`} rule={rule} />
        ))}
      </ul>
      <OwnTerms rulebook={data} />
      <Steps rulebook={data} />
    </div>
  );
}

function RuleCard({ rule }: { rule: Rule }) {
  const { t, name } = useTexts();
  const facts: [string, string | null][] = [
    ['length', rule.length],
    ['starts', rule.starts],
    ['cutoff', t(`console-terms-cutoff-${rule.cutoff.replaceAll('_', '-')}`)],
    ['first-day', t(`console-terms-first-${rule.firstDay.replaceAll('_', '-')}`)],
    ['roll-over', t(`console-terms-roll-${rule.rollOver.replaceAll('_', '-')}`)],
    [
      'extension',
      rule.extension ? (rule.extension.max ?? t('console-terms-rule-extension-open')) : t('console-terms-rule-no'),
    ],
    [
      'extension-by',
      rule.extension && rule.extension.decidedBy.length > 0
        ? rule.extension.decidedBy.map((post) => t(`console-terms-post-${post.replaceAll('_', '-')}`)).join(', ')
        : null,
    ],
    ['notice', rule.extension?.noticeWithin ?? null],
    ['redirect', rule.redirectWithin],
    ['silence', rule.silence === 'refusal' ? t('console-terms-rule-silence-refusal') : null],
    ['pause', t(rule.pauseAllowed ? 'console-terms-rule-yes' : 'console-terms-rule-no')],
  ];
  return (
    <li className={rule.inForce ? 'card rule' : 'card rule rule-old'}>
      <header>
        <h2>{name(rule.title)}</h2>
        <span className={`chip trust-${rule.trust}`}>{t(`console-terms-trust-${rule.trust}`)}</span>
      </header>
      <p className="muted">
        <code>{rule.id}</code> · {rule.url ? <Source rule={rule} /> : name(rule.citation)}
        {(rule.from || rule.until) && (
          <>
            {' · '}
            {dated(rule.from)} – {dated(rule.until)}
          </>
        )}
      </p>
      <dl className="rule-facts">
        {facts.map(
          ([key, value]) =>
            value && (
              <div key={key}>
                <dt>{t(`console-terms-rule-${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {rule.notes && (
        <details>
          <summary>{t('console-terms-rule-notes')}</summary>
          <p lang="en">{rule.notes}</p>
          {rule.edition && <p className="muted">{rule.edition}</p>}
        </details>
      )}
    </li>
  );
}

/** A day years away needs its year more than its weekday. */
const dated = (on: string | null): string => on?.split('-').reverse().join('.') ?? '';

function Source({ rule }: { rule: Rule }) {
  const { name } = useTexts();
  return (
    <a href={rule.url ?? ''} target="_blank" rel="noreferrer">
      {name(rule.citation)}
    </a>
  );
}

/** What the service holds itself to, where no law speaks: promises, the second look, naming one body. */
function OwnTerms({ rulebook: { promises, review } }: { rulebook: Rulebook }) {
  const { t } = useTexts();
  const general = promises.find(({ topic }) => topic === null);
  return (
    <section aria-labelledby="own-terms-title">
      <h2 id="own-terms-title" className="section-title">
        {t('console-terms-own')}
      </h2>
      <dl className="rule-facts">
        {(
          [
            ['promise', general?.length],
            ['review', review.first],
            ['review-again', review.again],
            ['triage', review.triage],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{t(`console-terms-own-${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who hears when, as this installation is set up. */
function Steps({ rulebook }: { rulebook: Rulebook }) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className="section-title">
        {t('console-terms-steps')}
      </h2>
      <div className="wide">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t('console-terms-step-clock')}</th>
              <th scope="col">{t('console-terms-step-when')}</th>
              <th scope="col">{t('console-terms-step-who')}</th>
            </tr>
          </thead>
          <tbody>
            {rulebook.steps.map(({ step, clock, workingDays, receivers }) => (
              <tr key={step}>
                <th scope="row">{t(`console-terms-clock-${clock}`)}</th>
                <td>
                  {workingDays === null
                    ? t('console-terms-step-half')
                    : t(
                        workingDays === 0
                          ? 'console-terms-step-last'
                          : workingDays < 0
                            ? 'console-terms-step-before'
                            : 'console-terms-step-after',
                        { days: Math.abs(workingDays) },
                      )}
                </td>
                <td>{receivers.map((receiver) => t(`console-terms-receiver-${receiver}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
