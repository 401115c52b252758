import type { Case, Me } from '../api.ts';
import { Icon } from '../bits.tsx';
import { useTexts } from '../texts.tsx';

const ZOOM = 16;
const TILE = 256;

/** Where on the plane of tiles a point lies (Web Mercator). */
function onTiles({ latitude, longitude }: { latitude: number; longitude: number }): { x: number; y: number } {
  const size = 2 ** ZOOM;
  const angle = (latitude * Math.PI) / 180;
  return {
    x: ((longitude + 180) / 360) * size,
    y: ((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * size,
  };
}

export function PlaceCard({ place, tiles }: { place: Case['place']; tiles: Me['tiles'] }) {
  const { t, name } = useTexts();
  const { point, addressText, lineage } = place;
  const isKnown = point !== null || addressText !== null || lineage.length > 0;
  return (
    <section className="card" aria-labelledby="place-title">
      <h2 id="place-title" className="section-title">
        {t('console-place')}
      </h2>
      {!isKnown && <p className="muted">{t('console-place-unknown')}</p>}
      {addressText && (
        <p>
          <Icon name="place" /> {addressText}
        </p>
      )}
      {lineage.length > 0 && <p className="muted">{lineage.map(name).join(', ')}</p>}
      {point && tiles && <Tiles point={point} tiles={tiles} />}
      {point && (
        <p>
          <a
            href={`https://www.openstreetmap.org/?mlat=${point.latitude}&mlon=${point.longitude}#map=17/${point.latitude}/${point.longitude}`}
            target="_blank"
            rel="noreferrer"
          >
            {point.latitude.toFixed(5)}, {point.longitude.toFixed(5)}
          </a>
        </p>
      )}
    </section>
  );
}

/** Four pictures around the point; only from the server that the operator of the service chose. */
function Tiles({ point, tiles }: { point: { latitude: number; longitude: number }; tiles: NonNullable<Me['tiles']> }) {
  const { t } = useTexts();
  const { x, y } = onTiles(point);
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const cells = [0, 1].flatMap((row) => [0, 1].map((column) => ({ x: left + column, y: top + row })));
  return (
    <figure className="tiles">
      <div className="tiles-plane" role="img" aria-label={t('console-place-map')}>
        {cells.map((cell) => (
          <img
            key={`${cell.x}/${cell.y}`}
            src={tiles.url.replace('{z}', String(ZOOM)).replace('{x}', String(cell.x)).replace('{y}', String(cell.y))}
            width={TILE}
            height={TILE}
            alt=""
          />
        ))}
        <span className="pin" style={{ left: `${((x - left) / 2) * 100}%`, top: `${((y - top) / 2) * 100}%` }} />
      </div>
      <figcaption className="muted">{tiles.attribution}</figcaption>
    </figure>
  );
}
