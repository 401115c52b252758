import type { components } from '../../api-types.ts';
import { Icon } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';

export type SourceRow = components['schemas']['SourceRow'];
const SHORT = { kk: 'ҚАЗ', ru: 'РУС', en: 'ENG' } as const;

/** What a reader of the list must know at a glance: who waits for whom, and what is over. */
export function SourceChips({ row }: { row: SourceRow }) {
  const { t } = useTexts();
  return (
    <span className="source-chips">
      {row.undecided && (
        <span className={row.undecided === 'proposed' ? 'chip strong' : 'chip'}>
          <Icon name={row.undecided === 'proposed' ? 'stamp' : 'pen'} />{' '}
          {t(`console-knowledge-undecided-${row.undecided}`)}
        </span>
      )}
      {row.isExpired && <span className="chip late">{t('console-knowledge-expired')}</span>}
      {row.isReviewDue && !row.isExpired && <span className="chip late">{t('console-knowledge-review-due')}</span>}
      {row.state === 'withdrawn' && <span className="chip">{t('console-knowledge-state-withdrawn')}</span>}
      <span className="chip">{t(`console-knowledge-kind-${row.kind}`)}</span>
      <span className="muted languages">
        {(['kk', 'ru', 'en'] as const)
          .filter((language) => row.languages.includes(language))
          .map((language) => SHORT[language])
          .join(' · ')}
      </span>
    </span>
  );
}

export function SourceDates({ row }: { row: Pick<SourceRow, 'reviewOn' | 'validUntil'> }) {
  const { t } = useTexts();
  return (
    <span className="muted source-dates">
      {t('console-knowledge-review-on')} <Day on={row.reviewOn} /> {row.reviewOn.slice(0, 4)}
      {row.validUntil && (
        <>
          {' · '}
          {t('console-knowledge-valid-until')} <Day on={row.validUntil} /> {row.validUntil.slice(0, 4)}
        </>
      )}
    </span>
  );
}
