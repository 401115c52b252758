import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LANGUAGES } from '../../../kernel/language.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import type { SitePages } from '../site-pages.ts';
import { toCsv } from './csv.ts';
import type { Dataset, Row } from './dataset.ts';
import { createDatasets, type DatasetSources } from './datasets.ts';
import { LICENCE, openDataPage } from './open-data-page.ts';

export interface OpenDataDeps extends DatasetSources {
  readonly pages: SitePages;
  readonly t: Translate;
}

/** Whole tables are the point; somebody who asks more often than this has a loop that went wrong. */
const LIMIT = { rateLimit: { max: 120, timeWindow: '1 minute' } };
const Query = z.object({
  /** A byte order mark, by which Excel knows the file is UTF-8. */
  bom: z.enum(['1', '0']).optional(),
  scope: z.string().max(20).optional(),
  key: z.string().max(120).optional(),
});
type Query = z.infer<typeof Query>;

interface Prepared {
  readonly version: string;
  readonly rows: readonly Row[];
}

/** `/open-data`: an index with a dictionary, and every dataset whole as JSON and CSV, with ETags, for any origin. */
export async function registerOpenData(app: FastifyInstance, deps: OpenDataDeps): Promise<void> {
  const { pages, t } = deps;
  const datasets = createDatasets(deps);
  const prepared = new Map<string, Prepared>();

  async function rowsOf(dataset: Dataset): Promise<readonly Row[]> {
    const version = await dataset.version();
    const known = prepared.get(dataset.name);
    if (known?.version === version) return known.rows;
    const rows = await dataset.rows();
    prepared.set(dataset.name, { version, rows });
    return rows;
  }

  const chosen = (rows: readonly Row[], { scope, key }: Query): readonly Row[] =>
    rows.filter((row) => (scope === undefined || row.scope === scope) && (key === undefined || row.key === key));

  await pages.register(app, (scope) => {
    for (const path of ['/open-data', '/open-data/']) {
      scope.get(path, { schema: { hide: true }, config: LIMIT }, async (request, reply) => {
        const view = pages.view(request, reply);
        return pages.send(reply, view, openDataPage(view, datasets));
      });
    }

    scope.get('/open-data/dictionary.json', { schema: { hide: true }, config: LIMIT }, async (request, reply) =>
      sendData(request, reply, 'application/json; charset=utf-8', dictionary(datasets, t)),
    );

    scope.get('/open-data/catalog.jsonld', { schema: { hide: true }, config: LIMIT }, async (request, reply) =>
      sendData(request, reply, 'application/ld+json; charset=utf-8', catalogue(datasets, t, pages.frame.publicUrl)),
    );

    for (const dataset of datasets) {
      const columns = dataset.fields.map(({ name }) => name);
      scope.get(
        `/open-data/${dataset.name}.json`,
        { schema: { hide: true }, config: LIMIT },
        async (request, reply) => {
          const rows = chosen(await rowsOf(dataset), Query.parse(request.query));
          const body = JSON.stringify({ dataset: dataset.name, licence: LICENCE.url, fields: dataset.fields, rows });
          return sendData(request, reply, 'application/json; charset=utf-8', body);
        },
      );
      scope.get(`/open-data/${dataset.name}.csv`, { schema: { hide: true }, config: LIMIT }, async (request, reply) => {
        const query = Query.parse(request.query);
        const rows = chosen(await rowsOf(dataset), query).map((row) => columns.map((name) => row[name] ?? null));
        reply.header('content-disposition', `attachment; filename="${dataset.name}.csv"`);
        return sendData(
          request,
          reply,
          'text/csv; charset=utf-8; header=present',
          toCsv(columns, rows, { bom: query.bom === '1' }),
        );
      });
    }
  });
}

/** An unchanged file is not sent again; any site may read it. */
function sendData(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply
    .type(type)
    .header('etag', etag)
    .header('cache-control', 'public, max-age=300')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .serializer((text: unknown) => String(text));
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*') ? reply.code(304).send() : reply.send(body);
}

/** The same list in the words of DCAT 3, by which data portals harvest each other. */
function catalogue(datasets: readonly Dataset[], t: Translate, publicUrl: string): string {
  const said = (key: string) => LANGUAGES.map((language) => ({ '@language': language, '@value': t(language, key) }));
  const distribution = (name: string, type: 'csv' | 'json', mediaType: string) => ({
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': `${publicUrl}/open-data/${name}.${type}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
    'dct:license': { '@id': LICENCE.url },
  });
  return JSON.stringify({
    '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
    '@id': `${publicUrl}/open-data`,
    '@type': 'dcat:Catalog',
    'dct:title': said('site-link-open-data'),
    'dct:license': { '@id': LICENCE.url },
    'dcat:dataset': datasets.map(({ name }) => ({
      '@id': `${publicUrl}/open-data#${name}`,
      '@type': 'dcat:Dataset',
      'dct:title': said(`open-data-${name}`),
      'dct:description': said(`open-data-${name}-about`),
      'dcat:distribution': [distribution(name, 'csv', 'text/csv'), distribution(name, 'json', 'application/json')],
    })),
  });
}

function dictionary(datasets: readonly Dataset[], t: Translate): string {
  const said = (key: string) => Object.fromEntries(LANGUAGES.map((language) => [language, t(language, key)]));
  return JSON.stringify({
    licence: LICENCE.url,
    datasets: datasets.map(({ name, fields }) => ({
      name,
      title: said(`open-data-${name}`),
      about: said(`open-data-${name}-about`),
      files: { csv: `/open-data/${name}.csv`, json: `/open-data/${name}.json` },
      fields: fields.map((field) => ({ ...field, about: said(`open-data-field-${field.name.replaceAll('_', '-')}`) })),
    })),
  });
}
