import type { PageActInput } from '../page-acts.ts';
import type { Everything, MessageView } from '../page-view.ts';

export type Snapshot = Everything & { seq: number; clock: { now: string; isMovable: boolean; timeZone?: string } };

/** The server said no, in words. */
export class Refused extends Error {}

async function ask<Result>(path: string, init?: RequestInit): Promise<Result> {
  const response = await fetch(`/try/api/${path}`, init);
  const body = (await response.json()) as Result & { error?: string };
  if (!response.ok) throw new Refused(body.error ?? response.statusText);
  return body;
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const fetchEverything = () => ask<Snapshot>('state');
export const perform = (act: PageActInput) => ask<{ key?: string; queryId?: string }>('acts', post(act));
export const moveClock = (move: { advanceMs: number } | { reset: true }) => ask<{ now: string }>('clock', post(move));
export const fetchEarlier = (key: string, before: number) =>
  ask<{ messages: MessageView[] }>(`messages?key=${encodeURIComponent(key)}&before=${before}`);

export async function upload(files: readonly File[]): Promise<string[]> {
  const form = new FormData();
  for (const [position, file] of files.entries()) form.append(`file${position}`, file, file.name);
  return (await ask<{ ids: string[] }>('uploads', { method: 'POST', body: form })).ids;
}

export const fileUrl = (fileId: string) => `/try/api/files/${encodeURIComponent(fileId)}`;
