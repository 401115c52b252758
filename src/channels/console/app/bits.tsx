import type { ReactNode } from 'react';
import { ApiError, isSignedOut } from './api.ts';
import { useTexts } from './texts.tsx';

const PATHS = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  ask: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2m0 3v.01M12 22a10 10 0 1 1 0-20 10 10 0 0 1 0 20z',
  move: 'M4 12h14m-5-5 5 5-5 5',
  clock: 'M12 7v5l3 2m-3 8a10 10 0 1 1 0-20 10 10 0 0 1 0 20z',
  stamp: 'M6 21h12M8 17h8l-1-4h3v-2H6v2h3zM10 11V6a2 2 0 1 1 4 0v5',
  hand: 'M8 13V5a1.5 1.5 0 0 1 3 0v6-7a1.5 1.5 0 0 1 3 0v7-5a1.5 1.5 0 0 1 3 0v9a6 6 0 0 1-6 6c-4 0-5-3-7-7-1-2 1-3 2-1z',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 9a7 7 0 0 1 14 0M16 4a4 4 0 0 1 0 7m2 3a7 7 0 0 1 4 6',
  place: 'M12 21s7-6.5 7-11a7 7 0 1 0-14 0c0 4.500 7 11 7 11zm0-9a2.500 2.500 0 1 1 0-5 2.500 2.500 0 0 1 0 5z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zm10 3a3 3 0 1 1 0-6 3 3 0 0 1 0 6z',
  inbox: 'M4 13 6 4h12l2 9v7H4zm0 0h5l1 3h4l1-3h5',
  sort: 'M4 6h7M4 12h5M4 18h3m10-14v16m0 0-4-4m4 4 4-4',
  alert: 'M12 4 2 20h20zm0 6v5m0 2v.01',
  book: 'M5 4h13v16H5zM9 4v16m3-12h3m-3 4h3',
  gear: 'M12 15a3 3 0 1 1 0-6 3 3 0 0 1 0 6zm0-13v3m0 14v3M2 12h3m14 0h3M5 5l2 2m10 10 2 2M5 19l2-2M17 7l2-2',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12 5 5 9-10',
  back: 'm14 6-6 6 6 6',
  down: 'm6 9 6 6 6-6',
  list: 'M4 6h16M4 12h16M4 18h16',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  vote: 'M4 13h16v7H4zm4 0V4h8v9M10 8l2 2 3-4',
  chart: 'M4 20V4m0 16h16M8 16v-4m4 4V8m4 8v-6',
  calendar: 'M4 6h16v14H4zm0 4h16M8 3v4m8-4v4',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  scale: 'M12 4v16m-5 0h10M5 8h14M5 8l-3 6h6zm14 0-3 6h6z',
  star: 'm12 4 2.500 5 5.500.800-4 3.900 1 5.500-5-2.700-5 2.700 1-5.500-4-3.900 5.500-.800z',
  plug: 'M9 3v5m6-5v5M6 8h12v4a6 6 0 0 1-12 0zm6 10v3',
  talk: 'M4 5h16v11H10l-4 4v-4H4z',
  shield: 'M12 3 5 6v6c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6z',
  building: 'M4 21V5l8-2v18m0-12h8v12M3 21h18M7 9h2m-2 4h2m-2 4h2m6-4h2m-2 4h2',
  clip: 'm8 12 6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l7-7',
} as const;
export type IconName = keyof typeof PATHS;

/** Never the only carrier of meaning: a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function ErrorNote({ error, kept = false }: { error: unknown; kept?: boolean }) {
  const { t } = useTexts();
  if (!error) return null;
  const words = error instanceof ApiError ? error.message : t('console-error-offline');
  return (
    <p className="error-note" role="alert">
      <Icon name="alert" /> {words} {kept && t('console-error-kept')}{' '}
      {isSignedOut(error) && (
        <a
          href="/console/sign-in"
          onClick={() => sessionStorage.setItem('dauys.next', `${location.pathname}${location.search}`)}
        >
          {t('console-sign-in-act')}
        </a>
      )}
    </p>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}

/** The shape of what comes. */
export function Skeleton({ rows = 6, height = '3.25rem' }: { rows?: number; height?: string }) {
  const { t } = useTexts();
  return (
    <div className="skeleton" role="status">
      <span className="hidden-words">{t('console-loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <span key={row} className="skeleton-row" style={{ height }} />
      ))}
    </div>
  );
}

export const showNumber = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1-');
