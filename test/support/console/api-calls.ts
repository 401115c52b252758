import type { TestConsole } from './start-console.ts';

export type Headers = Record<string, string>;
const BOUNDARY = 'a-line-no-file-contains';

/** The API of a test console as a browser of somebody signed in calls it. */
export function callsTo(house: () => TestConsole) {
  async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, headers: Headers, payload?: object) {
    const response = await house().http.inject({
      method,
      url: `/api/v1${url}`,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: response.statusCode, body: response.json() };
  }
  const get = (url: string, headers: Headers) => call('GET', url, headers);
  const post = (url: string, headers: Headers, payload?: object) => call('POST', url, headers, payload);

  async function answer(
    ticketId: string,
    headers: Headers,
    fields: Headers,
    files: { name: string; bytes: Buffer }[] = [],
  ) {
    const parts = [
      ...Object.entries(fields).map(([name, value]) =>
        Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      ),
      ...files.flatMap(({ name, bytes }) => [
        Buffer.from(
          `--${BOUNDARY}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ];
    const response = await house().http.inject({
      method: 'POST',
      url: `/api/v1/tickets/${ticketId}/answer`,
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      payload: Buffer.concat(parts),
    });
    return { status: response.statusCode, body: response.json() };
  }
  return { call, get, post, answer };
}
