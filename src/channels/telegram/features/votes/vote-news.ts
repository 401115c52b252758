import { InlineKeyboard } from 'grammy';
import type { CitizenId } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type ParticipationDomain, VOTE_NEWS } from '../../../../participation/index.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { Screen } from '../../turn.ts';
import { voteButton } from './vote-buttons.ts';

interface Deps {
  readonly t: Translate;
  readonly votes: ParticipationDomain;
}

/** What authors and voters hear: one line each, the round one tap away. */
export function voteRenderers({ t, votes }: Deps) {
  return new Map([
    [
      'vote_news',
      async (
        facts: Readonly<Record<string, unknown>>,
        _citizenId: CitizenId,
        language: Language,
      ): Promise<Screen | null> => {
        const news = VOTE_NEWS.find((known) => known === facts['news']);
        const view = await votes.view.view({ id: String(facts['roundId']) });
        if (!news || !view) return null;
        const item = view.items.find(({ id }) => id === facts['itemId']);
        const title = item?.title ?? view.round.title[language];
        const last = item?.progress.at(-1);
        return {
          ...lines(
            FormattedString.b(t(language, 'votes-news', { news, title })),
            news === 'refused' ? t(language, 'votes-refusal', { code: String(facts['code'] ?? '') }) : null,
            news === 'refused' && item?.refusal?.note ? item.refusal.note : null,
            news === 'progress' && last ? `${t(language, 'votes-stage', { stage: last.stage })}. ${last.note}` : null,
          ),
          keyboard: new InlineKeyboard().text(
            t(language, news === 'closed' ? 'votes-results' : 'votes-next'),
            voteButton(news === 'closed' ? 'results' : 'show', view.round.id),
          ),
        };
      },
    ],
  ]);
}
