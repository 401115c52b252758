import { Composer, InlineKeyboard } from 'grammy';
import { BASES, RELATIONS, Representation } from '../../../appeals/index.ts';
import type { FormSession } from '../../../forms/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { caseButton, readCaseButton } from '../callback-data.ts';
import type { TelegramDeps } from '../deps.ts';
import type { BotContext } from '../turn.ts';
import type { WordsHandler } from './waiting-words.ts';

const FORM = 'on_behalf';
const MOST_CHARACTERS = 120;

/** Filing for somebody else: who they are to the sender, their name and contact if the sender gives them, on what ground. */
export function behalf({ forms, drafts, representations, filingNeeds }: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    if (button?.verb !== 'on_behalf' && button?.verb !== 'relation' && button?.verb !== 'basis') return next();
    const { tx, citizen, owner } = ctx.turn;
    const appeal = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
    if (button.verb === 'on_behalf') {
      ctx.toast();
      return ctx.show(whoScreen(ctx, appeal.id, appeal.sealedOnBehalfOf !== null));
    }
    if (button.verb === 'relation') {
      if (button.index === RELATIONS.length) {
        await representations.declare(tx, appeal.id, citizen.id, null);
        ctx.toast();
        return ctx.edit(ctx.t('behalf-removed'));
      }
      const relation = RELATIONS[button.index ?? -1];
      if (!relation) return ctx.toast(ctx.t('button-expired'), true);
      await forms.begin(tx, {
        owner,
        formId: FORM,
        formVersion: 1,
        stepKey: 'name',
        subjectId: appeal.id,
        answers: { relation, nameNeeded: filingNeeds.nameNeeded(appeal) },
      });
      ctx.toast();
      return ctx.edit(stepScreen(ctx, 'name', filingNeeds.nameNeeded(appeal)));
    }
    const session = await forms.current(tx, owner);
    const basis = BASES[button.index ?? -1];
    if (session?.formId !== FORM || session.subjectId !== appeal.id || !basis)
      return ctx.toast(ctx.t('button-expired'), true);
    await forms.end(tx, owner);
    await representations.declare(tx, appeal.id, citizen.id, written({ ...session.answers, basis }));
    ctx.toast();
    return ctx.edit(ctx.t('behalf-done'));
  });

  composer.callbackQuery('behalf:skip', async (ctx) => {
    const session = await forms.current(ctx.turn.tx, ctx.turn.owner);
    if (session?.formId !== FORM || isNeeded(session)) return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    ctx.edit(ctx.t('behalf-skipped'));
    await next(ctx, session, null);
  });

  const words: WordsHandler = async (ctx, session) => {
    const text = ctx.message?.contact
      ? [ctx.message.contact.first_name, ctx.message.contact.phone_number].join(' ')
      : (ctx.message?.text ?? '').trim();
    if (session.stepKey === 'basis') return ctx.show(basisScreen(ctx, AppealId.parse(session.subjectId)));
    if (text === '' || text.length > MOST_CHARACTERS)
      return ctx.show(stepScreen(ctx, session.stepKey, isNeeded(session)));
    await next(ctx, session, text);
  };

  async function next(ctx: BotContext, { stepKey, answers, subjectId }: FormSession, said: string | null) {
    const { tx, owner } = ctx.turn;
    const after = { ...answers, [stepKey]: said };
    await forms.advance(tx, owner, { stepKey: stepKey === 'name' ? 'contact' : 'basis', answers: after });
    ctx.show(stepKey === 'name' ? stepScreen(ctx, 'contact') : basisScreen(ctx, AppealId.parse(subjectId)));
  }

  function whoScreen(ctx: BotContext, id: AppealId, declared: boolean) {
    const keyboard = new InlineKeyboard();
    for (const [index, relation] of RELATIONS.entries()) {
      keyboard.text(ctx.t('relation-name', { relation }), caseButton('relation', id, index));
      if (index % 2 === 1) keyboard.row();
    }
    if (declared) keyboard.row().text(ctx.t('button-behalf-none'), caseButton('relation', id, RELATIONS.length));
    return { text: ctx.t('behalf-who'), keyboard: keyboard.row().text(ctx.t('button-form-cancel'), 'form:cancel') };
  }

  function stepScreen(ctx: BotContext, step: string, needed = false) {
    const keyboard = new InlineKeyboard();
    if (!needed) keyboard.text(ctx.t('button-skip'), 'behalf:skip');
    return { text: ctx.t(`behalf-${step}`), keyboard: keyboard.text(ctx.t('button-form-cancel'), 'form:cancel') };
  }

  function basisScreen(ctx: BotContext, id: AppealId) {
    const keyboard = new InlineKeyboard();
    for (const [index, basis] of BASES.entries())
      keyboard.text(ctx.t('basis-name', { basis }), caseButton('basis', id, index)).row();
    return { text: ctx.t('behalf-basis'), keyboard };
  }

  return { composer, words: { [FORM]: words } };
}

const isNeeded = ({ stepKey, answers }: FormSession): boolean => stepKey === 'name' && answers['nameNeeded'] === true;

const written = ({ relation, basis, name = null, contact = null }: Readonly<Record<string, unknown>>): Representation =>
  Representation.parse({ relation, basis, name, contact });
