import type { CallbackQueries } from '../callback-queries.ts';
import type { MediaFiles } from '../media-files.ts';
import { badRequest } from '../telegram-error.ts';
import type { Updates } from '../updates.ts';
import type { Methods } from './call.ts';

interface Deps {
  readonly updates: Updates;
  readonly queries: CallbackQueries;
  readonly files: MediaFiles;
  readonly inlineAnswers: (queryId: string, results: Record<string, unknown>[]) => boolean;
}

const MAX_TIMEOUT_SECONDS = 50;
const MAX_LIMIT = 100;
const DEFAULT_CONNECTIONS = 40;

/** Methods by which a bot hears: polling, webhook, answers to presses, files. */
export function createReceivingMethods({ updates, queries, files, inlineAnswers }: Deps): Methods {
  return {
    getUpdates({ bot, params, signal }) {
      const { offset = 0, limit = MAX_LIMIT, timeout = 0, allowed_updates } = params;
      if (allowed_updates && !bot.webhook) bot.allowedUpdates = allowed_updates;
      const size = Math.min(MAX_LIMIT, Math.max(1, limit));
      return updates.poll(bot, offset, size, Math.min(timeout, MAX_TIMEOUT_SECONDS) * 1000, signal);
    },

    setWebhook({ bot, params }) {
      const { url = '', secret_token, max_connections = DEFAULT_CONNECTIONS, allowed_updates } = params;
      if (params.drop_pending_updates) updates.dropPending(bot);
      if (url === '') {
        updates.setWebhook(bot, undefined);
        return true;
      }
      checkUrl(url);
      if (secret_token !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret_token)) {
        throw badRequest('secret token contains unallowed characters');
      }
      if (allowed_updates) bot.allowedUpdates = allowed_updates;
      updates.setWebhook(bot, {
        url,
        secret: secret_token,
        maxConnections: Math.min(100, Math.max(1, max_connections)),
      });
      return true;
    },

    deleteWebhook({ bot, params }) {
      if (params.drop_pending_updates) updates.dropPending(bot);
      updates.setWebhook(bot, undefined);
      return true;
    },

    getWebhookInfo: ({ bot }) => ({
      url: bot.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: bot.pending.length,
      last_error_date: bot.webhook?.lastErrorAt,
      last_error_message: bot.webhook?.lastError,
      max_connections: bot.webhook?.maxConnections,
      allowed_updates: bot.allowedUpdates?.length ? bot.allowedUpdates : undefined,
    }),

    answerCallbackQuery({ bot, params }) {
      queries.answer(bot, params.callback_query_id ?? '', params);
      return true;
    },

    answerInlineQuery({ params }) {
      const results = params.results ?? [];
      if (results.length > 50) throw badRequest('RESULTS_TOO_MUCH');
      const ids = results.map(({ id }) => String(id));
      if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64)) throw badRequest('RESULT_ID_INVALID');
      if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE');
      if (!inlineAnswers(params.inline_query_id ?? '', results)) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      return true;
    },

    getFile: ({ params }) => files.described(params.file_id),
  };
}

/** Telegram wants HTTPS; on this machine plain HTTP is what there is. */
function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) throw badRequest('bad webhook: invalid webhook URL specified');
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname);
  if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isLoopback)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
}
