import { html } from 'ghtml';
import type { RegionShape } from '../../../territories/index.ts';
import type { Html, View } from '../layout.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

const WIDTH = 640;
/** Shades of a region that has any, up to the most. */
const SHADES = 4;
const FAINT = 0.12;

interface Projected {
  readonly height: number;
  readonly paths: ReadonlyMap<string, string>;
}
const drawn = new WeakMap<readonly RegionShape[], Projected>();

/** Equirectangular at the middle latitude: near enough for a country, and no library. Drawn once. */
function project(shapes: readonly RegionShape[]): Projected {
  const known = drawn.get(shapes);
  if (known) return known;
  const points = shapes.flatMap(({ rings }) => rings.flat());
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const [west, east, south, north] = [least(lons), most(lons), least(lats), most(lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * squeeze);
  const at = ([lon, lat]: readonly [number, number]) =>
    `${((lon - west) * squeeze * scale).toFixed(1)} ${((north - lat) * scale).toFixed(1)}`;
  const pathOf = ({ rings }: RegionShape) => rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('');
  const projected = {
    height: Math.ceil((north - south) * scale),
    paths: new Map(shapes.map((shape) => [shape.code as string, pathOf(shape)])),
  };
  drawn.set(shapes, projected);
  return projected;
}

/** Open petitions by region: shapes that are links, and the same as a list for those who see no shapes. */
export function regionMap(
  { t, language }: View,
  counts: ReadonlyMap<string, number>,
  { shapes, names }: Pick<PetitionPagesDeps, 'names'> & { readonly shapes: readonly RegionShape[] },
): Html {
  if (shapes.length === 0) return '';
  const { height, paths } = project(shapes);
  const most = Math.max(1, ...counts.values());
  const shade = (count: number) => (count === 0 ? FAINT : Math.max(1, Math.ceil((count / most) * SHADES)) / SHADES);
  const named = [...paths].map(([code, path]) => ({
    code,
    path,
    name: names.territory(code, language),
    count: counts.get(code) ?? 0,
  }));
  // Small ones last, so that a city is not hidden by the region around it.
  const byArea = named.toSorted((a, b) => b.path.length - a.path.length);
  const listed = named.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return html`<details class="map"><summary>${t('petition-site-map')}</summary>
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-hidden="true">!${byArea.map(
    ({ code, path, name, count }) =>
      html`<a href="/petitions?territory=${code}" tabindex="-1"><path fill-opacity="${shade(count)}" d="${path}"><title>${name}: ${count}</title></path></a>`,
  )}</svg>
<ul class="rows">!${listed.map(
    ({ code, name, count }) =>
      html`<li><a href="/petitions?territory=${code}">${name}</a> <span class="quiet">${t('petition-site-found', { total: count })}</span></li>`,
  )}</ul><p class="quiet">${t('petition-site-map-source')}</p></details>`;
}
