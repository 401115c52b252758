import type { ReliabilityBin } from './measures.ts';

const SIDE = 360;
const MARGIN = 56;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const x = (value: number): string => (MARGIN + value * SIDE).toFixed(1);
const y = (value: number): string => (MARGIN + (1 - value) * SIDE).toFixed(1);

function frame(title: string, across: string, up: string, inside: string): string {
  const size = SIDE + 2 * MARGIN;
  const ticks = TICKS.map(
    (tick) =>
      `<line x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}" stroke="#ddd"/>` +
      `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="#ddd"/>` +
      `<text x="${x(tick)}" y="${Number(y(0)) + 18}" text-anchor="middle">${tick}</text>` +
      `<text x="${Number(x(0)) - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`,
  ).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${size / 2}" y="28" text-anchor="middle" font-size="15">${escapeXml(title)}</text>`,
    ticks,
    inside,
    `<text x="${size / 2}" y="${size - 14}" text-anchor="middle">${escapeXml(across)}</text>`,
    `<text transform="translate(16 ${size / 2}) rotate(-90)" text-anchor="middle">${escapeXml(up)}</text>`,
    '</svg>\n',
  ].join('\n');
}

/** Stated confidence against what came true; a well calibrated router follows the diagonal. */
export function reliabilityDiagram(bins: readonly ReliabilityBin[], title: string): string {
  const largest = bins.reduce((most, { count }) => Math.max(most, count), 1);
  const bars = bins.map(({ from, to, count }) => {
    const height = (count / largest) * SIDE * 0.25;
    const top = Number(y(0)) - height;
    return `<rect x="${x(from)}" y="${top.toFixed(1)}" width="${((to - from) * SIDE).toFixed(1)}" height="${height.toFixed(1)}" fill="#cfe0f3"/>`;
  });
  const dots = bins
    .filter(({ count }) => count > 0)
    .map(
      (bin) =>
        `<circle cx="${x(bin.confidence)}" cy="${y(bin.accuracy)}" r="5" fill="#0b5cad"><title>${bin.count} texts, said ${bin.confidence.toFixed(2)}, right ${bin.accuracy.toFixed(2)}</title></circle>`,
    );
  const diagonal = `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#888" stroke-dasharray="5 4"/>`;
  return frame(
    title,
    'stated confidence (bars: number of texts)',
    'share right',
    [...bars, diagonal, ...dots].join(''),
  );
}

/** Accuracy of the surest part against its size, with the target as a line. */
export function riskCoverageCurve(
  points: readonly { readonly coverage: number; readonly accuracy: number }[],
  target: number,
  title: string,
): string {
  const path = points.map((point) => `${x(point.coverage)},${y(point.accuracy)}`).join(' ');
  const line = `<line x1="${x(0)}" y1="${y(target)}" x2="${x(1)}" y2="${y(target)}" stroke="#b3261e" stroke-dasharray="5 4"/>`;
  return frame(
    title,
    'share of messages decided without a person',
    'accuracy on them',
    `${line}<polyline points="${path}" fill="none" stroke="#0b5cad" stroke-width="2.5"/>`,
  );
}
