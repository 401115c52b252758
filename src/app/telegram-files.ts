import type { Api } from 'grammy';
import type { FileRef } from '../appeals/index.ts';

/** Fetches what somebody sent in Telegram; `later` when it is worth another try. */
export async function fetchTelegramFile(
  api: Api,
  { token, apiRoot }: { token: string; apiRoot: string },
  file: FileRef,
): Promise<Uint8Array | 'gone' | 'later'> {
  if (!file.channelRef) return 'gone';
  try {
    const { file_path: path } = await api.getFile(file.channelRef);
    if (!path) return 'gone';
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) return response.status === 404 ? 'gone' : 'later';
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return (error as { error_code?: number }).error_code === 400 ? 'gone' : 'later';
  }
}
