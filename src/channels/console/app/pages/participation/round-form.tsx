import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { TerritoryField } from '../../territory-field.tsx';
import { type Localised, useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { useAct } from './model.tsx';

type Kind = 'ideas' | 'budget';
const EMPTY: Localised = { kk: '', ru: '', en: '' };

/** A new round: its words in three languages, its days, and for a budget the sum and the way to vote. */
export function RoundForm({ today, currency }: { today: string; currency: string | null }) {
  const { t } = useTexts();
  const [kind, setKind] = useState<Kind>('ideas');
  const [title, setTitle] = useState<Localised>(EMPTY);
  const [about, setAbout] = useState<Localised>(EMPTY);
  const [voteUntil, setVoteUntil] = useState('');
  const [collectUntil, setCollectUntil] = useState('');
  const [voteFrom, setVoteFrom] = useState('');
  const [budget, setBudget] = useState('');
  const [voices, setVoices] = useState('3');
  const [way, setWay] = useState<'voices' | 'knapsack'>('voices');
  const act = useAct(() => {
    setTitle(EMPTY);
    setAbout(EMPTY);
  });
  const [territory, setTerritory] = useState<string | null>(null);
  const isBudget = kind === 'budget';
  return (
    <details className="petition-section">
      <summary>{t('console-votes-new')}</summary>
      <section className="panel">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate((headers) =>
              answered(
                api.POST('/api/v1/vote-rounds', {
                  headers,
                  body: {
                    kind,
                    title,
                    about,
                    voteUntil,
                    rule: !isBudget
                      ? { type: 'none' }
                      : way === 'voices'
                        ? { type: 'voices', count: Number(voices) }
                        : { type: 'knapsack' },
                    budget: isBudget ? Number(budget) : null,
                    collectUntil: isBudget ? collectUntil : null,
                    voteFrom: isBudget ? voteFrom : null,
                    agencyCode: null,
                    territoryCode: territory,
                  },
                }),
              ),
            );
          }}
        >
          <fieldset className="checks">
            <legend>{t('console-votes-what')}</legend>
            {(['ideas', 'budget'] as const).map((one) => (
              <label key={one}>
                <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
                {t('console-votes-kind', { kind: one })}
              </label>
            ))}
          </fieldset>
          <WordsField label={t('console-votes-name')} words={title} onChange={setTitle} rows={1} isRequired />
          <WordsField label={t('console-votes-about')} words={about} onChange={setAbout} isRequired />
          <TerritoryField label={t('console-votes-where')} hint="" onChoose={setTerritory} />
          <div className="fields">
            {isBudget && (
              <>
                <Field
                  label={t('console-votes-collect-until')}
                  type="date"
                  required
                  min={today}
                  value={collectUntil}
                  onChange={setCollectUntil}
                />
                <Field
                  label={t('console-votes-from')}
                  type="date"
                  required
                  min={collectUntil || today}
                  value={voteFrom}
                  onChange={setVoteFrom}
                />
              </>
            )}
            <Field
              label={t('console-votes-until')}
              type="date"
              required
              min={voteFrom || today}
              value={voteUntil}
              onChange={setVoteUntil}
            />
          </div>
          {isBudget && (
            <div className="fields">
              <label className="field">
                <span>
                  {t('console-votes-budget')}
                  {currency && `, ${currency}`}
                </span>
                <input
                  type="number"
                  min={1}
                  required
                  value={budget}
                  onChange={({ target }) => setBudget(target.value)}
                />
              </label>
              <label className="field">
                <span>{t('console-votes-way')}</span>
                <select value={way} onChange={({ target }) => setWay(target.value as 'voices' | 'knapsack')}>
                  <option value="voices">{t('console-votes-way-voices')}</option>
                  <option value="knapsack">{t('console-votes-way-knapsack')}</option>
                </select>
              </label>
              {way === 'voices' && (
                <label className="field">
                  <span>{t('console-votes-voices')}</span>
                  <input
                    type="number"
                    min={1}
                    max={20}
                    required
                    value={voices}
                    onChange={({ target }) => setVoices(target.value)}
                  />
                </label>
              )}
            </div>
          )}
          <ErrorNote error={act.error} kept />
          <div className="petition-acts">
            <button type="submit" className="primary" disabled={act.isPending}>
              {t('console-votes-prepare')}
            </button>
          </div>
        </form>
      </section>
    </details>
  );
}
