import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Language } from '../../kernel/language.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { acceptedLanguage } from '../../platform/http/index.ts';
import { type Answer, errorAnswer, type Format, listAnswer, send } from './answers.ts';
import type { Open311Client, Open311Deps } from './deps.ts';
import { definitionAnswer, discoveryAnswer } from './discovery.ts';
import { createFileRequest } from './file-request.ts';
import { instantText } from './instant-text.ts';
import { Open311Error } from './open311-error.ts';
import { isFinished, type RequestRow } from './open311-repository.ts';
import { MAX_ROWS, type Parameters, readNumbers, readParameters, readRequestQuery, readSpan } from './parameters.ts';
import { createRequestView } from './request-view.ts';
import { createServices } from './services.ts';

const BASE = '/open311/v2';
const FORMATS = ['json', 'xml'] as const;
const READ_LIMIT = { rateLimit: { max: 240, timeWindow: '1 minute' } };
const WRITE_LIMIT = { rateLimit: { max: 60, timeWindow: '1 minute' } };
const Key = z.string().min(8).max(200);

/**
 * Open311 GeoReport v2 as published by open311.org, in JSON and XML, with `servicerequestupdates`, `page`/`page_size`
 * and `extensions=true` as they are used in the field. Requests become appeals like any other; words stay private.
 */
export async function registerOpen311(app: FastifyInstance, deps: Open311Deps): Promise<void> {
  const { clients, requests, clock, timezone, jurisdictionId, t } = deps;
  const services = createServices(deps);
  const view = createRequestView(deps, services);
  const filing = createFileRequest(deps, services);

  const languageOf = (request: FastifyRequest): Language => {
    const { locale, lang } = request.query as Record<string, unknown>;
    return (
      Language.safeParse(String(locale ?? lang ?? '').slice(0, 2)).data ??
      acceptedLanguage(request.headers['accept-language'])
    );
  };
  const formatOf = (request: FastifyRequest): Format => (/\.xml(\?|$)/.test(request.url) ? 'xml' : 'json');

  function parametersOf(request: FastifyRequest): Parameters {
    const query = Object.entries(request.query as Record<string, unknown>);
    const parameters = readParameters(query.map(([name, value]) => [name, String(value)] as const));
    checkJurisdiction(parameters);
    return parameters;
  }

  function checkJurisdiction({ jurisdiction_id }: Parameters): void {
    if (jurisdiction_id !== undefined && jurisdiction_id !== jurisdictionId) {
      throw new Open311Error(404, 'jurisdiction_id provided was not found');
    }
  }

  async function clientOf({ api_key }: Parameters): Promise<Open311Client> {
    const key = Key.safeParse(api_key);
    const client = key.success ? await clients.find(key.data) : null;
    if (!client)
      throw new Open311Error(403, api_key === undefined ? 'api_key was not provided' : 'api_key is not valid');
    return client;
  }

  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 65_536 },
      (_request, body, done) => done(null, readParameters(new URLSearchParams(String(body)))),
    );

    scope.setErrorHandler((error: FastifyError | Error, request, reply) => {
      const answer = (code: number, text: string) =>
        send(reply, formatOf(request), languageOf(request), errorAnswer(code, text));
      if (error instanceof Open311Error) return answer(error.code, error.message);
      if (isRefusal(error)) return answer(/not_found$/.test(error.code) ? 404 : 400, error.code);
      const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
      if (status < 500)
        return answer(
          status === 429 ? 429 : 400,
          status === 429 ? 'too many requests' : 'the request could not be read',
        );
      const instance = randomUUID();
      deps.log.error({ err: error, instance, route: request.routeOptions.url }, 'open311 request failed');
      return answer(500, `the service failed, code ${instance}`);
    });

    type Read = (parameters: Parameters, language: Language, request: FastifyRequest) => Answer | Promise<Answer>;

    const read = (path: string, format: Format, work: Read) =>
      scope.get(path, { schema: { hide: true }, config: READ_LIMIT }, async (request, reply) => {
        const parameters = parametersOf(request);
        const language = languageOf(request);
        return send(reply, format, language, await work(parameters, language, request));
      });

    const write = (
      path: string,
      format: Format,
      work: (
        parameters: Parameters,
        client: Open311Client,
        language: Language,
        key: string | undefined,
      ) => Promise<Answer>,
    ) =>
      scope.post(
        path,
        { schema: { hide: true }, config: WRITE_LIMIT },
        async (request: FastifyRequest, reply: FastifyReply) => {
          const parameters = (request.body ?? {}) as Parameters;
          const client = await clientOf(parameters);
          checkJurisdiction(parameters);
          const header = request.headers['idempotency-key'];
          const language = languageOf(request);
          return send(
            reply,
            format,
            language,
            await work(parameters, client, language, typeof header === 'string' ? header.slice(0, 200) : undefined),
          );
        },
      );

    /** `/name/value.json`: the value may hold dots itself. */
    const readOne = (
      path: string,
      work: (value: string, language: Language, parameters: Parameters) => Answer | Promise<Answer>,
    ) =>
      scope.get(`${path}/:file`, { schema: { hide: true }, config: READ_LIMIT }, async (request, reply) => {
        const [, value, format] = /^(.+)\.(json|xml)$/.exec((request.params as { file: string }).file) ?? [];
        if (value === undefined) throw new Open311Error(404, 'only .json and .xml are known');
        const parameters = parametersOf(request);
        const language = languageOf(request);
        return send(reply, format === 'xml' ? 'xml' : 'json', language, await work(value, language, parameters));
      });

    const shown = (rows: readonly RequestRow[], language: Language, { extensions }: Parameters) =>
      listAnswer(
        'service_requests',
        'request',
        rows.map((row) => ({
          ...view.request(row, language),
          ...(extensions === 'true' ? { extended_attributes: view.extended(row) } : {}),
        })),
      );

    for (const format of FORMATS) {
      for (const path of [`${BASE}/discovery.${format}`, `/open311/discovery.${format}`])
        read(path, format, () => discoveryAnswer(BASE, deps));

      read(`${BASE}/services.${format}`, format, (_, language) =>
        listAnswer('services', 'service', services.list(language)),
      );

      read(`${BASE}/requests.${format}`, format, async (parameters, language) =>
        shown(await requests.list(readRequestQuery(parameters, await clock.now())), language, parameters),
      );

      write(`${BASE}/requests.${format}`, format, async (parameters, client, language, key) => {
        const appealId = await filing.file(parameters, client, language, key);
        const number = await requests.numberOf(appealId);
        if (number === null)
          return listAnswer('service_requests', 'request', [
            { token: appealId, service_notice: null, account_id: null },
          ]);
        const [row] = await requests.list({ numbers: [number], limit: 1 });
        const notice = row ? view.notice(row, language) : t(language, 'open311-notice-sealed');
        return listAnswer('service_requests', 'request', [
          { service_request_id: number, service_notice: notice, account_id: null },
        ]);
      });

      read(`${BASE}/servicerequestupdates.${format}`, format, async (parameters, language) => {
        const { service_request_id } = parameters;
        const span =
          service_request_id === undefined
            ? readSpan(parameters, await clock.now())
            : { numbers: readNumbers(service_request_id) };
        const rows = await requests.updates({ ...span, limit: MAX_ROWS });
        return listAnswer(
          'service_request_updates',
          'request_update',
          rows.map(({ number, seq, at, type, agencyCode }) => ({
            update_id: `${number}-${seq}`,
            service_request_id: number,
            status: isFinished(type.replace('appeal.', '').replace('confirmed', 'closed')) ? 'closed' : 'open',
            updated_datetime: instantText(at, timezone),
            description: t(language, `open311-update-${type.replace('.', '-')}`, {
              agency: view.agencyName(agencyCode, language),
            }),
            media_url: null,
          })),
        );
      });

      write(`${BASE}/servicerequestupdates.${format}`, format, async (parameters, client, _language, key) => {
        const [number] = readNumbers(parameters.service_request_id ?? '');
        const id = await filing.update(parameters, client, number, key);
        return listAnswer('service_request_updates', 'request_update', [{ update_id: id }]);
      });
    }

    readOne(`${BASE}/services`, (code, language) => definitionAnswer(services.definition(code, language)));

    readOne(`${BASE}/requests`, async (id, language, parameters) => {
      const rows = await requests.list({ numbers: readNumbers(id), limit: MAX_ROWS });
      if (rows.length === 0) throw new Open311Error(404, 'service_request_id was not found');
      return shown(rows, language, parameters);
    });

    readOne(`${BASE}/tokens`, async (token) => {
      const number = z.uuid().safeParse(token).success ? await requests.numberOf(token) : null;
      if (number === null) throw new Open311Error(404, 'token was not found');
      return listAnswer('service_requests', 'request', [{ service_request_id: number, token }]);
    });

    scope.get(`${BASE}/*`, { schema: { hide: true }, config: READ_LIMIT }, () => {
      throw new Open311Error(404, 'there is no such resource; see discovery.json');
    });
  });
}
