import { Composer, InlineKeyboard } from 'grammy';
import { type Appeal, showCaseNumber } from '../../../appeals/index.ts';
import type { Detail } from '../../../citizens/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { type CaseVerb, caseButton, readCaseButton } from '../callback-data.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import type { WordsHandler } from './waiting-words.ts';

const FORM = 'filing_details';
const VERBS: readonly CaseVerb[] = ['send', 'join_others', 'give_details', 'as_message'];

/** What a procedure needs of its author, asked one at a time when it is being sent, with the reason and what can be left out. */
export function filingDetails({ forms, drafts, cases, citizens, filingNeeds, joinOthers }: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    if (!button || !VERBS.includes(button.verb)) return next();
    const { tx, citizen } = ctx.turn;
    const appeal = await drafts.own(tx, AppealId.parse(button.id), citizen.id);
    const way: Way = { done: [], joining: button.verb === 'join_others' || button.index === JOINING };
    if (button.verb === 'as_message') {
      await drafts.choose(tx, appeal.id, citizen.id, { kind: 'problem' }, citizen.territoryCode);
      ctx.toast();
      return send(ctx, appeal.id, way);
    }
    if (!citizen.consentVersion || appeal.submittedAt) return next();
    const needs = await filingNeeds.missing(appeal);
    if (needs.length === 0) return button.verb === 'give_details' ? send(ctx, appeal.id, way) : next();
    ctx.toast();
    if (button.verb !== 'give_details' && needs.some(({ required }) => required))
      return ctx.show(reasonScreen(ctx, appeal, way));
    await begin(ctx, appeal, way);
  });

  composer.callbackQuery('details-form:skip', async (ctx) => {
    const { tx, owner, citizen } = ctx.turn;
    const session = await forms.current(tx, owner);
    if (session?.formId !== FORM) return ctx.toast(ctx.t('button-expired'), true);
    const appeal = await drafts.own(tx, AppealId.parse(session.subjectId), citizen.id);
    ctx.toast();
    ctx.edit(ctx.t('behalf-skipped'));
    await begin(ctx, appeal, after(session.answers, session.stepKey));
  });

  const words: WordsHandler = async (ctx, session) => {
    const { tx, citizen } = ctx.turn;
    const detail = session.stepKey as Detail;
    await citizens.giveDetail(tx, citizen.id, detail, ctx.message?.text ?? '');
    if (detail === 'nationalId' && ctx.message)
      ctx.turn.effects.push({ type: 'delete', messageId: ctx.message.message_id });
    const appeal = await drafts.own(tx, AppealId.parse(session.subjectId), citizen.id);
    await begin(ctx, appeal, after(session.answers, detail));
  };

  /** Asks for the next one, or sends when nothing is left to ask. */
  async function begin(ctx: BotContext, appeal: Appeal, way: Way): Promise<void> {
    const { tx, owner } = ctx.turn;
    const [need] = (await filingNeeds.missing(appeal)).filter(({ detail }) => !way.done.includes(detail));
    if (!need) {
      await forms.end(tx, owner);
      return send(ctx, appeal.id, way);
    }
    await forms.begin(tx, {
      owner,
      formId: FORM,
      formVersion: 1,
      stepKey: need.detail,
      subjectId: appeal.id,
      answers: { done: [...way.done], joining: way.joining },
    });
    const keyboard = new InlineKeyboard();
    if (!need.required) keyboard.text(ctx.t('button-skip'), 'details-form:skip');
    keyboard.text(ctx.t('button-form-cancel'), 'form:cancel');
    ctx.show({
      ...lines(
        ctx.t(`ask-${kebab(need.detail)}`),
        need.required ? null : ctx.t('details-optional'),
        FormattedString.i(ctx.t('details-sealed')),
      ),
      keyboard,
    });
  }

  async function send(ctx: BotContext, id: AppealId, { joining }: Way): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const sent = await cases.submit(tx, id, citizen.id);
    if (joining) await joinOthers(tx, id, citizen.id);
    ctx.show(ctx.t('toast-sent', { number: showCaseNumber(sent.number ?? '') }));
  }

  function reasonScreen(ctx: BotContext, { id, kind }: Appeal, { joining }: Way) {
    const index = joining ? JOINING : undefined;
    const keyboard = new InlineKeyboard();
    keyboard.text(ctx.t('button-give-details'), caseButton('give_details', id, index)).row();
    if (kind === 'complaint') keyboard.text(ctx.t('button-as-message'), caseButton('as_message', id, index)).row();
    return {
      ...lines(
        FormattedString.b(ctx.t('details-needed')),
        ctx.t('details-needed-why', { law: filingNeeds.law(ctx.turn.citizen.language) }),
        kind === 'complaint' ? ctx.t('details-needed-or') : null,
      ),
      keyboard: keyboard.text(ctx.t('button-form-cancel'), 'form:cancel'),
    };
  }

  return { composer, words: { [FORM]: words } };
}

/** What was asked already, and whether the case is to join those of others once it is sent. */
interface Way {
  readonly done: readonly string[];
  readonly joining: boolean;
}

/** Rides on the button, so that giving details first does not lose the wish to join. */
const JOINING = 1;

const after = (answers: Readonly<Record<string, unknown>>, detail: string): Way => ({
  done: [...(Array.isArray(answers['done']) ? answers['done'].map(String) : []), detail],
  joining: answers['joining'] === true,
});
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
