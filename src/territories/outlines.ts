import { z } from 'zod';
import type { TerritoryCode } from '../kernel/ids.ts';
import type { TerritoryData, TerritoryLevel } from './territory.ts';
import type { TerritoryTree } from './territory-tree.ts';

const Pair = z.tuple([z.number(), z.number()]);

/** As much of TopoJSON as outlines need: quantised arcs shared by polygons. */
const Topology = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.array(Pair)),
  transform: z.object({ scale: Pair, translate: Pair }),
  objects: z.record(
    z.string(),
    z.object({
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({
            type: z.literal('Polygon'),
            arcs: z.array(z.array(z.number())),
            properties: z.object({ code: z.string() }),
          }),
          z.object({
            type: z.literal('MultiPolygon'),
            arcs: z.array(z.array(z.array(z.number()))),
            properties: z.object({ code: z.string() }),
          }),
        ]),
      ),
    }),
  ),
});
type Topology = z.infer<typeof Topology>;

type Point = readonly [lon: number, lat: number];

interface Outline {
  readonly code: TerritoryCode;
  readonly rings: readonly (readonly Point[])[];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface LocatedPlace {
  readonly code: TerritoryCode;
  readonly level: TerritoryLevel;
  /** Lower within a few hundred metres of a border, where simplified outlines may err. */
  readonly confidence: number;
}

const NEAR_BORDER_DEGREES = 0.004;

/** Point in outline. A city whose districts' outlines are not trusted is given whole. */
export function createOutlineMap(
  { outlines, coarseOutlines }: Pick<TerritoryData, 'outlines' | 'coarseOutlines'>,
  tree: TerritoryTree,
) {
  // Decoded when the first point comes: a process that only reads text need not pay for it.
  let decoded: { districts: readonly Outline[]; regions: readonly Outline[] } | null = null;
  const coarse = new Set(coarseOutlines);

  function codeAt(lat: number, lon: number): TerritoryCode | null {
    decoded ??= { districts: decode(outlines?.districts), regions: decode(outlines?.regions) };
    const code = around(decoded.districts, lat, lon) ?? around(decoded.regions, lat, lon);
    const parent = code === null ? null : (tree.get(code)?.parentCode ?? null);
    return parent !== null && coarse.has(parent) ? parent : code;
  }

  return {
    locate(lat: number, lon: number): LocatedPlace | null {
      const code = codeAt(lat, lon);
      const unit = code === null ? null : tree.get(code);
      if (!unit) return null;
      const isNearBorder = [
        [NEAR_BORDER_DEGREES, 0],
        [-NEAR_BORDER_DEGREES, 0],
        [0, NEAR_BORDER_DEGREES],
        [0, -NEAR_BORDER_DEGREES],
      ].some(([north = 0, east = 0]) => codeAt(lat + north, lon + east) !== code);
      return { code: unit.code, level: unit.level, confidence: isNearBorder ? 0.7 : 0.95 };
    },
  };
}

function around(outlines: readonly Outline[], lat: number, lon: number): TerritoryCode | null {
  const found = outlines.find(
    ({ west, south, east, north, rings }) =>
      lon >= west && lon <= east && lat >= south && lat <= north && isInside(rings, lat, lon),
  );
  return found?.code ?? null;
}

/** Even-odd rule over all rings at once, so that holes and islands need no special care. */
function isInside(rings: readonly (readonly Point[])[], lat: number, lon: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let [beforeLon, beforeLat] = ring.at(-1) ?? [0, 0];
    for (const [pointLon, pointLat] of ring) {
      const crosses = pointLat > lat !== beforeLat > lat;
      if (crosses && lon < ((beforeLon - pointLon) * (lat - pointLat)) / (beforeLat - pointLat) + pointLon)
        inside = !inside;
      beforeLon = pointLon;
      beforeLat = pointLat;
    }
  }
  return inside;
}

function decode(source: unknown): Outline[] {
  if (source === undefined) return [];
  const topology = Topology.parse(source);
  const arcs = topology.arcs.map((arc) => decodeArc(arc, topology.transform));
  return Object.values(topology.objects).flatMap(({ geometries }) =>
    geometries.map((geometry) => {
      const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
      const rings = polygons.flat().map((ring) => ring.flatMap((arc) => arcPoints(arcs, arc)));
      return { code: geometry.properties.code as TerritoryCode, rings, ...boxOf(rings) };
    }),
  );
}

export interface RegionShape {
  readonly code: TerritoryCode;
  readonly rings: readonly (readonly (readonly [lon: number, lat: number])[])[];
}

/** Outlines of the regions, to draw a map of; empty where a country ships none. */
export const regionShapes = (outlines: TerritoryData['outlines']): RegionShape[] =>
  outlines ? decode(outlines.regions).map(({ code, rings }) => ({ code, rings })) : [];

function decodeArc(arc: readonly (readonly [number, number])[], { scale, translate }: Topology['transform']): Point[] {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** A negative index is the arc `~index` walked backwards. */
function arcPoints(arcs: readonly Point[][], index: number): readonly Point[] {
  return index < 0 ? (arcs[~index]?.toReversed() ?? []) : (arcs[index] ?? []);
}

function boxOf(rings: readonly (readonly Point[])[]): Pick<Outline, 'west' | 'south' | 'east' | 'north'> {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon, lat] of rings.flat()) {
    box.west = Math.min(box.west, lon);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lon);
    box.north = Math.max(box.north, lat);
  }
  return box;
}
