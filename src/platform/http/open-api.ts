import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { renderApiDocs } from './api-docs-page.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Fields of a form of several parts: described like a body, read by the handler itself. */
    formFields?: z.ZodType;
  }
}

export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  readonly publicUrl: string;
}

/** Registers before the routes it describes; the document is public, what it describes is not. */
export async function addOpenApi(server: FastifyInstance, { title, version, publicUrl }: ApiInfo): Promise<void> {
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'dauys_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    hideUntagged: true,
    transform: (input) => {
      const { formFields } = (input.route.config ?? {}) as { formFields?: z.ZodType };
      const schema = formFields && input.schema ? { ...input.schema, body: formFields } : input.schema;
      return jsonSchemaTransform({ ...input, schema } as Parameters<typeof jsonSchemaTransform>[0]);
    },
    transformObject: (input) => withoutUnusedSchemas(jsonSchemaTransformObject(input)),
  });
  server.get('/api/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  server.get('/api/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderApiDocs(server.swagger() as Parameters<typeof renderApiDocs>[0])),
  );
  server.get('/api/docs.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(DOCS_STYLE),
  );
}

type ApiDocument = ReturnType<typeof jsonSchemaTransformObject>;

/** Each schema comes in two forms, for reading and for writing; most are used in one. */
function withoutUnusedSchemas(document: ApiDocument): ApiDocument {
  const { components, paths } = document as { components?: { schemas?: Record<string, unknown> }; paths?: unknown };
  const schemas = components?.schemas ?? {};
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name] ?? {});
    }
  };
  follow(paths ?? {});
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...components, schemas: kept } } as ApiDocument;
}

const DOCS_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #8886; text-transform: capitalize; }
article { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid #8886; border-radius: 6px; }
code { font: 14px/1.5 ui-monospace, monospace; }
.method { display: inline-block; min-width: 4.5em; font-weight: 700; }
p { margin: .25rem 0; }
pre { overflow: auto; font-size: 13px; margin: .5rem 0 0; }
`;
