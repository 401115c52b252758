import { InlineKeyboard } from 'grammy';
import { Day } from '../../../../kernel/day.ts';
import { type CitizenId, PetitionId } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import { PETITION_NEWS, type Petitions } from '../../../../petitions/index.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import type { Names } from '../../names.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { Screen } from '../../turn.ts';
import { petitionButton } from './petition-buttons.ts';
import { createPetitionCard } from './petition-card.ts';

interface Deps {
  readonly t: Translate;
  readonly names: Names;
  readonly petitions: Petitions;
  readonly publicUrl: string;
}

type Render = (
  facts: Readonly<Record<string, unknown>>,
  citizenId: CitizenId,
  language: Language,
) => Promise<Screen | null>;

const LONGEST_REPLY = 1_500;

/** What supporters and authors hear: one short message per event, with the petition one tap away. */
export function createPetitionRenderers({ t, names, petitions, publicUrl }: Deps): ReadonlyMap<string, Render> {
  const { countLines } = createPetitionCard({ t, names, petitions, publicUrl });
  return new Map<string, Render>([
    [
      'petition_news',
      async (facts, _citizenId, language) => {
        const news = PETITION_NEWS.find((known) => known === facts['news']);
        const id = PetitionId.safeParse(facts['petitionId']);
        const view = id.success ? await petitions.view.view({ id: id.data }) : null;
        if (!view || !news) return null;
        const day = (value: unknown) => {
          const on = Day.safeParse(value);
          return on.success ? names.day(on.data, language) : '—';
        };
        // A rejected text is not shown to the public; its author knows it.
        const { ask } = view.text ?? view.petition.original;
        const head = t(language, `petition-news-${news.replaceAll('_', '-')}`, {
          ask,
          on: day(facts['on'] ?? facts['moderationDueOn']),
          place: String(facts['place'] ?? ''),
        });
        const words = news === 'replied' ? view.reply : news === 'followed_up' ? view.followUps.at(-1) : null;
        const body = typeof words?.facts['text'] === 'string' ? words.facts['text'] : null;
        return {
          ...lines(
            FormattedString.b(head),
            news === 'rejected'
              ? t(language, 'petition-news-rejected-why', {
                  reason: t(language, 'petition-rejection', { code: String(facts['code'] ?? '') }),
                })
              : null,
            news === 'threshold_crossed' || news === 'duty_registered' || news === 'duty_moved'
              ? t(language, facts['dueOn'] ? 'petition-duty-due' : 'petition-duty-wait', { on: day(facts['dueOn']) })
              : null,
            news === 'expired' || news === 'outcome_noted'
              ? t(language, 'petition-outcome', { outcome: view.petition.outcome ?? '' })
              : null,
            ...(news === 'threshold_crossed' || news === 'expired' ? countLines(view, language) : []),
            body && (body.length > LONGEST_REPLY ? `${body.slice(0, LONGEST_REPLY - 1).toWellFormed()}…` : body),
          ),
          keyboard: new InlineKeyboard()
            .text(t(language, 'petition-button-page'), petitionButton('show', view.petition.id))
            .row()
            .text(t(language, 'petition-button-quiet'), petitionButton('quiet', view.petition.id)),
        };
      },
    ],
  ]);
}
