import { html } from 'ghtml';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema?: unknown }[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
}

interface Document {
  readonly info: { title: string; version: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A plain list of everything the API does, readable without scripts and without the internet. */
export function renderApiDocs({ info, paths = {} }: Document): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const groups = [...Map.groupBy(operations, ({ tags }) => tags?.[0] ?? 'other')];
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${info.title}</title><link rel="stylesheet" href="/api/docs.css"></head>
<body>
<h1>${info.title}, ${info.version}</h1>
<p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Errors are problem details (RFC 9457).</p>
<p>Sign in with <code>Authorization: Bearer …</code>. Repeat a write safely with the same <code>Idempotency-Key</code>. Lists come in pages: pass <code>nextCursor</code> back as <code>cursor</code>.</p>
!${groups.map(
    ([tag, items]) =>
      html`<h2>${tag}</h2>!${items.map(
        ({ method, path, summary = '', parameters = [], requestBody, responses = {} }) => html`<article>
<p><span class="method">${method.toUpperCase()}</span> <code>${path}</code></p>
<p>${summary}</p>
!${parameters.length > 0 ? html`<p>Parameters: !${parameters.map((p, index) => html`${index > 0 ? ', ' : ''}<code>${p.name}</code> (${p.in}${p.required ? ', required' : ''})`)}</p>` : ''}
!${requestBody ? html`<details><summary>Request</summary><pre>${JSON.stringify(requestBody, null, 2)}</pre></details>` : ''}
<details><summary>Responses: ${Object.keys(responses).join(', ')}</summary><pre>${JSON.stringify(responses, null, 2)}</pre></details>
</article>`,
      )}`,
  )}
</body></html>`;
}
