import { z } from 'zod';
import type { AgencyCode } from '../../../kernel/ids.ts';
import type { Localised } from '../../../kernel/language.ts';
import { principalOf } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Coded, Name } from './schema-parts.ts';
import { AgencyView } from './schemas.ts';

const tags = ['directory'];
const Query = z.object({
  q: z.string().trim().max(80).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').normalize('NFC');

/** Every word of the query begins a word of the names, in whatever language. */
export function matchesNames(query: string, names: readonly (Localised | null)[], code: string): boolean {
  if (query !== '' && code.startsWith(fold(query))) return true;
  const known = names.flatMap((name) => (name ? Object.values(name) : []));
  const words = [...known, code].flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u));
  return fold(query)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}

export const addDirectoryRoutes: AddRoutes = (server, { directory, present }) => {
  /** The region, or the city of that rank, a body works in; null for the whole country. */
  function regionOf(code: AgencyCode | null): string | null {
    const territoryCode = code === null ? null : (directory.agency(code)?.territoryCode ?? null);
    return territoryCode === null ? null : (directory.territories.lineage(territoryCode).at(-1)?.code ?? null);
  }

  const config = { access: { who: 'staff', scope: 'tickets:read' } } as const;

  server.get(
    '/agencies',
    {
      config,
      schema: {
        tags,
        summary: 'Find a body',
        querystring: Query,
        response: { 200: z.object({ items: z.array(AgencyView) }) },
      },
    },
    async (request) => {
      const { q, limit } = request.query;
      const home = regionOf(principalOf(request).staff.agencyCode);
      const found = directory
        .agencies()
        .filter(({ code, name, shortName, territoryCode }) =>
          matchesNames(q, [name, shortName, present.territory(territoryCode)?.name ?? null], code),
        )
        .sort(
          (a, b) =>
            Number(a.connection === 'none') - Number(b.connection === 'none') ||
            Number(regionOf(b.code) === home) - Number(regionOf(a.code) === home),
        )
        .slice(0, limit);
      return { items: found.flatMap(({ code }) => present.agencyView(code) ?? []) };
    },
  );

  server.get(
    '/topics',
    {
      config,
      schema: {
        tags,
        summary: 'Find a topic',
        querystring: Query,
        response: { 200: z.object({ items: z.array(Coded) }) },
      },
    },
    async ({ query: { q, limit } }) => ({
      items: [...directory.topics]
        .filter(([code, name]) => matchesNames(q, [name], code))
        .slice(0, limit)
        .map(([code, name]) => ({ code, name })),
    }),
  );

  server.get(
    '/territories',
    {
      config,
      schema: {
        tags,
        summary: 'Find a territorial unit; many villages share a name, so each says where it lies',
        querystring: Query,
        response: { 200: z.object({ items: z.array(Coded.extend({ within: Name.nullable() })) }) },
      },
    },
    async ({ query: { q, limit } }) => ({
      items: directory.territories.all
        .values()
        .filter(({ code, name }) => matchesNames(q, [name], code))
        .take(limit)
        .map(({ code, name, parentCode }) => ({ code, name, within: present.territory(parentCode)?.name ?? null }))
        .toArray(),
    }),
  );
};
