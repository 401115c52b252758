import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { useTexts } from '../../texts.tsx';
import { NumberBox, Tick } from './form-bits.tsx';
import { type Results, useVariableName } from './results-page.tsx';

interface Props {
  readonly waveId: string;
  readonly variables: Results['variables'];
}
type Totals = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

/** Known totals of the population; what they do to the figures shows above at once. */
export function MarginsForm({ waveId, variables }: Props) {
  const { t } = useTexts();
  const client = useQueryClient();
  const nameOf = useVariableName();
  const [on, setOn] = useState('');
  const [source, setSource] = useState('');
  const [totals, setTotals] = useState<Totals>({});
  const save = useMutation({
    mutationFn: () => {
      const known = Object.entries(totals).map(([variable, counts]) => [
        variable,
        Object.fromEntries(Object.entries(counts).filter(([, people]) => (people ?? 0) > 0)),
      ]);
      return answered(
        api.PUT('/api/v1/survey-waves/{waveId}/margins', {
          params: { path: { waveId } },
          body: { on, source, totals: Object.fromEntries(known) as Record<string, Record<string, number>> },
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['survey-results', waveId] }),
  });
  return (
    <details className="card">
      <summary>{t('console-result-weighting')}</summary>
      <form
        className="wave-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <p className="muted hint">{t('console-result-weighting-how')}</p>
        <div className="fields">
          <Field label={t('console-result-margin-day')} type="date" value={on} required onChange={setOn} />
          <Field label={t('console-result-margin-source')} value={source} required onChange={setSource} />
        </div>
        {variables.map((variable) => {
          const counts = totals[variable.key];
          return (
            <fieldset key={variable.key} className="audience">
              <Tick
                label={nameOf.variable(variable)}
                checked={counts !== undefined}
                onChange={(isOn) => {
                  const { [variable.key]: _gone, ...rest } = totals;
                  setTotals(isOn ? { ...rest, [variable.key]: {} } : rest);
                }}
              />
              {counts && (
                <div className="row-of-fields">
                  {variable.categories.map((category) => (
                    <NumberBox
                      key={category.key}
                      label={nameOf.category(variable.key, category)}
                      value={counts[category.key]}
                      min={1}
                      onChange={(people) =>
                        setTotals({ ...totals, [variable.key]: { ...counts, [category.key]: people } })
                      }
                    />
                  ))}
                </div>
              )}
            </fieldset>
          );
        })}
        <ErrorNote error={save.error} kept />
        <button type="submit" className="primary" disabled={save.isPending || Object.keys(totals).length === 0}>
          {t('console-result-weight')}
        </button>
        {save.isSuccess && <span role="status">{t('console-result-weighted')}</span>}
      </form>
    </details>
  );
}
