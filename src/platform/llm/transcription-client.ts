import { z } from 'zod';

const Reply = z.object({ text: z.string().max(20_000) });
const TIMEOUT_MS = 60_000;

interface Options {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string;
}

/** Words of a recording from any server that speaks OpenAI's audio transcriptions; null for whatever goes wrong outside. */
export function createTranscriptionClient({ apiKey, baseUrl = 'https://api.openai.com/v1', model }: Options) {
  return {
    /** Named to the citizen before anything is sent there. */
    host: new URL(baseUrl).host,
    async transcribe(audio: Uint8Array): Promise<string | null> {
      try {
        const form = new FormData();
        form.append('model', model);
        form.append('file', new Blob([Uint8Array.from(audio)], { type: 'audio/ogg' }), 'voice.ogg');
        const response = await fetch(`${baseUrl.replace(/\/$/, '')}/audio/transcriptions`, {
          method: 'POST',
          headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
          body: form,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          redirect: 'error',
        });
        const reply = response.ok ? Reply.safeParse(await response.json()) : null;
        const text = reply?.success ? reply.data.text.trim() : '';
        return text === '' ? null : text;
      } catch {
        return null;
      }
    },
  };
}
