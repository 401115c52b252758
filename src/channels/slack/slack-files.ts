import type { FileStore } from '../../platform/files/index.ts';
import { type ActFile, MAX_FILE_BYTES } from '../officer-cards/index.ts';

const TIMEOUT_MS = 30_000;
const SLACK_FILES = 'https://files.slack.com';

interface Deps {
  readonly apiUrl: string | undefined;
  readonly files: Pick<FileStore, 'put'>;
}

/** Brings what an officer attached in Slack into our own store, before the answer that names it leaves. */
export function createSlackFiles({ apiUrl, files }: Deps) {
  const origins = [SLACK_FILES, ...(apiUrl ? [new URL(apiUrl).origin] : [])];

  /** Null when nothing usable came: the answer is then refused and nothing is sent. */
  async function fetchOne(address: string, token: string): Promise<Uint8Array | null> {
    // The token goes to Slack and nowhere else.
    if (!URL.canParse(address) || !origins.includes(new URL(address).origin)) return null;
    try {
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const length = Number(response.headers.get('content-length') ?? 0);
      // Without the right to read files Slack shows its sign-in page.
      const isPage = response.headers.get('content-type')?.startsWith('text/html');
      if (!response.ok || isPage || length > MAX_FILE_BYTES) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      return bytes.length > 0 && bytes.length <= MAX_FILE_BYTES ? bytes : null;
    } catch {
      return null;
    }
  }

  return {
    async fetchAll(wanted: readonly ActFile[], token: string): Promise<ActFile[]> {
      const fetched: ActFile[] = [];
      for (const file of wanted) {
        const bytes = file.fetchFrom ? await fetchOne(file.fetchFrom, token) : null;
        const put = bytes ? await files.put(bytes) : null;
        fetched.push(
          put
            ? {
                ...file,
                contentHash: Buffer.from(put.contentHash).toString('base64'),
                sizeBytes: put.sizeBytes,
                fetchFrom: null,
              }
            : file,
        );
      }
      return fetched;
    },
  };
}
export type SlackFiles = ReturnType<typeof createSlackFiles>;
