import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Me } from './api.ts';
import type { Place } from './area.ts';
import { AREAS } from './areas.ts';
import { Icon } from './bits.tsx';
import { useTexts } from './texts.tsx';

/** The inbox holds the tickets; every other place holds what lies below it. */
const holds = (place: Place, location: string): boolean =>
  place.to === '/'
    ? location === '/' || location.startsWith('/tickets')
    : location === place.to || location.startsWith(`${place.to}/`);

/** Areas and places as the reader's role allows; behind a button where the page is narrow. */
export function Menu({ me }: { me: Me }) {
  const { t } = useTexts();
  const [location] = useLocation();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => setOpen(false), [location]);
  const areas = AREAS.map(({ heading, places }) => ({
    heading,
    places: places.filter(({ roles }) => roles.includes(me.role)),
  })).filter(({ places }) => places.length > 0);
  const here = areas.flatMap(({ places }) => places).find((place) => holds(place, location));
  return (
    <nav className="places" aria-label={t('console-nav')}>
      <button
        type="button"
        className="menu-button"
        aria-expanded={isOpen}
        aria-controls="places"
        onClick={() => setOpen(!isOpen)}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        <Icon name="list" />
        <span>{here ? t(here.word) : t('console-nav')}</span>
        <Icon name="down" />
      </button>
      <div id="places" className={isOpen ? 'areas open' : 'areas'}>
        {areas.map(({ heading, places }) => (
          <ul key={heading ?? ''} aria-label={heading && t(heading)}>
            {heading && (
              <li className="area" aria-hidden="true">
                {t(heading)}
              </li>
            )}
            {places.map((place) => (
              <li key={place.to}>
                <Link href={place.to} aria-current={place === here ? 'page' : undefined}>
                  <Icon name={place.icon} />
                  <span>{t(place.word)}</span>
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}
