import { InlineKeyboard } from 'grammy';
import { type Surveys, Words, wordsIn } from '../../../../surveys/index.ts';
import { mainMenu } from '../../menu.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { BotContext } from '../../turn.ts';
import { mapButton } from './opinion-maps.ts';
import { surveyButton } from './survey-buttons.ts';
import { topicButton } from './topic-sessions.ts';

interface Deps {
  readonly surveys: Pick<Surveys, 'waves' | 'maps' | 'topics'>;
  readonly publicUrl: string;
  readonly timezone: string;
}

/** What one may take part in now: surveys, opinion maps, topics; and the way to opt in. */
export function createSurveyList({ surveys, publicUrl, timezone }: Deps) {
  return async (ctx: BotContext): Promise<void> => {
    const { tx, citizen } = ctx.turn;
    const open = await surveys.waves.openFor(tx, citizen.id);
    const keyboard = new InlineKeyboard();
    for (const { waveId, title, response } of open) {
      const name = wordsIn(Words.parse(title), citizen.language);
      keyboard
        .text(
          response === 'started' ? ctx.t('survey-list-continue', { title: name }) : name,
          surveyButton('begin', waveId),
        )
        .row();
    }
    for (const topic of await surveys.maps.open(tx.now))
      keyboard
        .text(ctx.t('survey-map-list', { title: wordsIn(topic.title, citizen.language) }), mapButton(topic.id))
        .row();
    for (const topic of await surveys.topics.open(tx.now))
      keyboard
        .text(
          ctx.t('topic-list', {
            title: wordsIn(topic.title, citizen.language),
            time: topic.closesAt.toLocaleTimeString('ru-RU', {
              hour: '2-digit',
              minute: '2-digit',
              timeZone: timezone,
            }),
          }),
          topicButton(topic.id),
        )
        .row();
    if (!citizen.settings.surveys) keyboard.text(ctx.t('survey-button-opt-in'), 'surveys:optin').row();
    if (publicUrl.startsWith('https:'))
      keyboard.url(ctx.t('survey-button-results'), `${publicUrl}/surveys?lang=${citizen.language}`);
    ctx.show({
      ...lines(
        FormattedString.b(
          open.length > 0 ? ctx.t('survey-list-title', { total: open.length }) : ctx.t('survey-list-none'),
        ),
        open.length > 0 && ctx.t('survey-list-how'),
        !citizen.settings.surveys && ctx.t('survey-list-opt-in'),
      ),
      ...(keyboard.inline_keyboard.flat().length > 0 ? { keyboard } : { replyKeyboard: mainMenu(ctx.t) }),
    });
  };
}
