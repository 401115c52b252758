import { Link, useLocation } from 'wouter';
import type { components } from '../../api-types.ts';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/petitions.css';

type Schemas = components['schemas'];
export type RoundRow = Schemas['VoteRound'];
export type RoundCase = Schemas['VoteRoundCase'];
export type VoteItem = Schemas['VoteItem'];

export { PETITIONS as VOTES, useAct } from '../petitions/model.tsx';

/** Rounds and what the monitors hear. */
export function VoteTabs() {
  const { t } = useTexts();
  const [location] = useLocation();
  return (
    <nav className="petition-tabs" aria-label={t('console-votes-places')}>
      {[
        ['/votes', 'rounds'],
        ['/vote-objections', 'objections'],
      ].map(([to = '', word = '']) => (
        <Link key={to} href={to} aria-current={location === to ? 'page' : undefined}>
          {t(`console-votes-tab-${word}`)}
        </Link>
      ))}
    </nav>
  );
}

export function RoundFacts({ round }: { round: RoundRow }) {
  const { t, name } = useTexts();
  return (
    <p className="muted petition-facts">
      {[
        t('console-votes-kind', { kind: round.kind }),
        t('console-votes-state', { state: round.state }),
        round.place && name(round.place.name),
        round.budget !== null && `${round.budget} ${round.currency ?? ''}`,
        t('console-votes-items', { count: round.items }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
