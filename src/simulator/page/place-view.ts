import type { Location } from '../wire.ts';
import { svg } from './dom.ts';

const WIDTH = 320;
const HEIGHT = 160;
/** Degrees shown across; there are no map tiles here, only the grid of coordinates. */
const SPAN = 0.024;

export const coordinates = ({ latitude, longitude }: Location): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/** A quiet stand-in for a map: a grid of streets that is the same for the same place, with a pin in the middle. */
export function placeDrawing(location: Location, width = WIDTH, height = HEIGHT): SVGElement {
  const step = 0.004;
  const scale = width / SPAN;
  const lines: SVGElement[] = [];
  const shift = (value: number) => ((value % step) + step) % step;
  for (let offset = -shift(location.longitude); offset < SPAN; offset += step) {
    lines.push(street(offset * scale, 0, offset * scale + 18, height, lines.length));
  }
  for (let offset = -shift(-location.latitude); offset < SPAN; offset += step) {
    lines.push(street(0, offset * scale + 8, width, offset * scale - 8, lines.length));
  }
  const pin = svg(
    'g',
    { transform: `translate(${width / 2} ${height / 2})`, class: 'pin' },
    svg('ellipse', { cx: 0, cy: 1, rx: 7, ry: 2.6, class: 'pin-shadow' }),
    svg('path', { d: 'M0 0C-3-6-11-12-11-20a11 11 0 0 1 22 0C11-12 3-6 0 0z', class: 'pin-body' }),
    svg('circle', { cx: 0, cy: -20, r: 4.2, class: 'pin-eye' }),
  );
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      class: 'place-drawing',
      preserveAspectRatio: 'xMidYMid slice',
      'aria-hidden': 'true',
    },
    ...lines,
    pin,
  );
}

const street = (x1: number, y1: number, x2: number, y2: number, position: number) =>
  svg('line', { x1, y1, x2, y2, class: position % 3 === 0 ? 'street main' : 'street' });
