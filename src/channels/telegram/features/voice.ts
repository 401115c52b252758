import { Composer } from 'grammy';
import type { BotContext } from '../turn.ts';

/**
 * A voice message that no machine understands here: said so at once, kept as it is, and heard by people. Audio cannot be
 * masked, so it goes to no model outside.
 */
export function voiceFeature() {
  const composer = new Composer<BotContext>();
  composer.on('message:voice', async (ctx, next) => {
    ctx.show(ctx.t('voice-kept'), ctx.message.message_id);
    await next();
  });
  return composer;
}
