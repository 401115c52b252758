import { type Api, Composer } from 'grammy';
import { Language } from '../../../../kernel/language.ts';
import type { BotContext } from '../../turn.ts';
import { petitionLink } from './petition-buttons.ts';
import { createPetitionCard } from './petition-card.ts';
import type { PetitionChatDeps } from './petition-chat-deps.ts';

const RESULTS = 10;
/** Counts move; a card in somebody's chat may be a minute old. */
const CACHE_SECONDS = 60;

interface Deps extends Pick<PetitionChatDeps, 't' | 'names' | 'petitions' | 'publicUrl'> {
  /** The bot that reads updates sends nothing by itself: this is the channel's own sender. */
  readonly api: Pick<Api, 'answerInlineQuery'>;
}

/** `@bot words` in any chat: a petition as a card with its link. It knows nobody and changes nothing. */
export function petitionSharing(deps: Deps): Composer<BotContext> {
  const { t, petitions, api } = deps;
  const { countLines } = createPetitionCard(deps);
  const composer = new Composer<BotContext>();

  composer.on('inline_query', async (ctx) => {
    const spoken = Language.safeParse(ctx.from.language_code?.slice(0, 2));
    const language = spoken.success ? spoken.data : 'ru';
    const { items } = await petitions.view.list({
      states: ['open', 'threshold_reached'],
      limit: RESULTS,
      order: 'support',
      ...(ctx.inlineQuery.query.trim() ? { words: ctx.inlineQuery.query } : {}),
    });
    const views = await Promise.all(items.map(({ id }) => petitions.view.view({ id })));
    const results = views.flatMap((view) => {
      if (!view?.text) return [];
      const counts = countLines(view, language).join('\n');
      return [
        {
          type: 'article' as const,
          id: view.petition.code,
          title: view.text.ask,
          description: counts,
          input_message_content: { message_text: `${view.text.ask}\n\n${counts}` },
          reply_markup: {
            inline_keyboard: [
              [
                {
                  text: t(language, 'petition-button-support'),
                  url: petitionLink(
                    ctx.me.username,
                    view.petition.code,
                    petitions.keys.referrer(`telegram:${ctx.from.id}`),
                  ),
                },
              ],
            ],
          },
        },
      ];
    });
    await api.answerInlineQuery(ctx.inlineQuery.id, results, { cache_time: CACHE_SECONDS });
  });
  return composer;
}
