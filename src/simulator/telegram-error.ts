interface ErrorParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** "No" in Telegram's own words; the route turns it into the error body that clients know. */
export class TelegramError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description);
    this.name = 'TelegramError';
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (reason: string) => new TelegramError(400, `Bad Request: ${reason}`);
export const forbidden = (reason: string) => new TelegramError(403, `Forbidden: ${reason}`);
export const conflict = (reason: string) => new TelegramError(409, `Conflict: ${reason}`);
export const notFound = () => new TelegramError(404, 'Not Found');

export const tooManyRequests = (seconds: number) =>
  new TelegramError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
