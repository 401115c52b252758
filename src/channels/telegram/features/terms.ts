import { Composer } from 'grammy';
import type { CitizenPosition } from '../../../appeals/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { type CaseVerb, readCaseButton } from '../callback-data.ts';
import { readContribution } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader } from '../menu.ts';
import type { BotContext } from '../turn.ts';

const POSITION_OF: Partial<Record<CaseVerb, CitizenPosition>> = {
  hearing_agree: 'agrees',
  hearing_object: 'objects',
  hearing_attend: 'wants_hearing',
};
const POSITION_FORM = 'case_position';

/** What a citizen does about a term: answers a preliminary decision. A tap counts at once; words may follow. */
export function terms({ hearings, forms, drafts, names, places, t }: TelegramDeps) {
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    const position = button && POSITION_OF[button.verb];
    if (!button || !position) return next();
    const { tx, citizen, owner } = ctx.turn;
    const { id } = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
    const { objectionDueOn } = await hearings.state(tx, id, citizen.id, position, null);
    ctx.toast();
    if (position !== 'agrees')
      await forms.begin(tx, { owner, formId: POSITION_FORM, formVersion: 1, stepKey: position, subjectId: id });
    ctx.show(
      ctx.t(`position-${position.replaceAll('_', '-')}-done`, {
        day: objectionDueOn ? names.day(objectionDueOn, citizen.language) : '—',
      }),
    );
  });

  composer.on('message', async (ctx, next) => {
    const { tx, citizen, owner } = ctx.turn;
    const session = await forms.current(tx, owner);
    if (session?.formId !== POSITION_FORM) return next();
    const text = ctx.message.text ?? '';
    await forms.end(tx, owner);
    const read = readContribution(ctx.message, places);
    const isMeant = read.type === 'contribution' && read.contribution.text !== '' && !ctx.message.reply_to_message;
    if (!isMeant || text.startsWith('/') || readMenu(text)) return next();
    const id = AppealId.parse(session.subjectId);
    await hearings.state(tx, id, citizen.id, session.stepKey as CitizenPosition, read.contribution);
    ctx.show(ctx.t('position-words-added'), ctx.message.message_id);
  });

  return composer;
}
