import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Day } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';

const LEAST_PURPOSE = 10;

/** Confidential answers with their people: a purpose first, and everybody concerned sees who looked. */
export function PersonsCard({ waveId }: { waveId: string }) {
  const { t, language } = useTexts();
  const [purpose, setPurpose] = useState('');
  const look = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/survey-waves/{waveId}/persons', {
          params: { path: { waveId } },
          body: { purpose: purpose.trim(), language },
        }),
      ),
  });
  return (
    <section className="card">
      <h2 className="section-title">{t('console-persons')}</h2>
      <p className="muted hint">{t('console-persons-how')}</p>
      {!look.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            look.mutate();
          }}
        >
          <Field label={t('console-persons-purpose')} value={purpose} onChange={setPurpose} />
          <button type="submit" disabled={purpose.trim().length < LEAST_PURPOSE || look.isPending}>
            {t('console-persons-open')}
          </button>
        </form>
      )}
      <ErrorNote error={look.error} />
      {look.data?.items.length === 0 && <p>{t('console-persons-none')}</p>}
      <ol className="persons">
        {look.data?.items.map(({ name, answeredOn, isComplete, answers }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people have no key here, and the list never changes
          <li key={index}>
            <details>
              <summary>
                {name ?? t('console-persons-unnamed', { number: index + 1 })} · <Day on={answeredOn} />
                {!isComplete && <span className="chip">{t('console-persons-partial')}</span>}
              </summary>
              <dl className="number-list">
                {answers.map(({ question, answer }) => (
                  <div key={question}>
                    <dt>{question}</dt>
                    <dd>{answer}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
