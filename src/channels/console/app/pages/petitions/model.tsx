import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Icon } from '../../bits.tsx';
import { Day, DaysLeft } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/petitions.css';

type Schemas = components['schemas'];
export type ModerationItem = Schemas['ModerationItem'];
export type PetitionCase = Schemas['PetitionCase'];
export type PetitionBrief = Schemas['PetitionBrief'];
export type PetitionText = Schemas['PetitionText'];
export type DutyItem = Schemas['PetitionDuty'];
type Due = Schemas['Due'];
export type IntegrityView = Schemas['PetitionIntegrity'];

/** Every query of these pages begins with this word: one act may change any of them. */
export const PETITIONS = 'petitions';

/** Runs one command, says what went wrong, and asks again for everything that may have changed. */
export function useAct(onDone: () => void = () => undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (call: (headers: { 'idempotency-key': string }) => Promise<unknown>) =>
      call({ 'idempotency-key': newIdempotencyKey() }),
    onSuccess: () => {
      onDone();
      return client.invalidateQueries({ queryKey: [PETITIONS] });
    },
  });
}

const TABS = [
  { to: '/petitions', word: 'moderation', count: 'moderation' },
  { to: '/petition-duties', word: 'duties', count: 'duties' },
  { to: '/petition-signals', word: 'signals', count: 'signals' },
  { to: '/petition-pauses', word: 'pauses', count: null },
] as const;

/** The places of petitions, with what waits in each. */
export function PetitionTabs({ role }: { role: string }) {
  const { t } = useTexts();
  const [location] = useLocation();
  const waiting = useQuery({
    queryKey: [PETITIONS, 'waiting'],
    queryFn: () => answered(api.GET('/api/v1/petitions/waiting')),
    refetchInterval: 60_000,
  });
  const tabs = TABS.filter(({ to }) => role === 'operator' || to !== '/petitions');
  return (
    <nav className="petition-tabs" aria-label={t('console-petitions-places')}>
      {tabs.map(({ to, word, count }) => {
        const own = count && waiting.data ? waiting.data[count] + (count === 'duties' ? waiting.data.toHandle : 0) : 0;
        return (
          <Link key={to} href={to} aria-current={location === to ? 'page' : undefined}>
            {t(`console-petitions-tab-${word}`)}
            {own > 0 && <span className="chip">{own}</span>}
          </Link>
        );
      })}
    </nav>
  );
}

/** Until when somebody decides about what is set apart. */
export function HeldDue({ due }: { due: Due | null }) {
  const { t } = useTexts();
  if (!due) return null;
  return (
    <p>
      <span className={due.passed ? 'chip late' : 'chip'}>
        <Icon name="clock" /> {t('console-petitions-held-decide')} <Day on={due.on} /> · <DaysLeft due={due} />
      </span>
    </p>
  );
}

/** To whom, where, under which rules: one line. */
export function Facts({ petition }: { petition: PetitionBrief }) {
  const { t, name } = useTexts();
  return (
    <p className="muted petition-facts">
      {[
        name(petition.agency?.name ?? petition.authority),
        petition.place && name(petition.place.name),
        name(petition.profile.name),
        t('console-petitions-state', { state: petition.state }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

export function Words({ text, lang }: { text: PetitionText; lang: string }) {
  return (
    <div className="petition-words" lang={lang}>
      <p className="petition-ask">{text.ask}</p>
      <p className="words">{text.why}</p>
      {text.details && <p className="words">{text.details}</p>}
    </div>
  );
}
