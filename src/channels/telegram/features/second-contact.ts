import { Composer, InlineKeyboard } from 'grammy';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import type { WordsHandler } from './waiting-words.ts';

const FORM = 'second_contact';
const START = /^backup_([\w-]{20})$/;

/** Who is told when this account is lost: another person's chat that agreed, and a phone or e-mail for the bodies. */
export function secondContact({ forms, secondContacts, botLink }: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.callbackQuery('contact:menu', async (ctx) => {
    const known = await secondContacts.read(ctx.turn.citizen.id);
    const keyboard = new InlineKeyboard()
      .text(ctx.t('contact-invite'), 'contact:invite')
      .row()
      .text(ctx.t('contact-write'), 'contact:write');
    if (known) keyboard.row().text(ctx.t('contact-remove'), 'contact:remove');
    ctx.toast();
    ctx.show({
      ...lines(
        FormattedString.b(ctx.t('contact-title')),
        ctx.t('contact-why'),
        known?.contact ? ctx.t('contact-known', { contact: known.contact }) : null,
        known?.agreed ? ctx.t('contact-agreed') : null,
      ),
      keyboard,
    });
  });

  composer.callbackQuery('contact:invite', async (ctx) => {
    const invitation = await secondContacts.invite(ctx.turn.tx, ctx.turn.citizen.id);
    ctx.toast();
    ctx.show(ctx.t('contact-link', { link: botLink(`backup_${invitation}`) }));
  });

  composer.callbackQuery('contact:write', async (ctx) => {
    const { tx, owner } = ctx.turn;
    await forms.begin(tx, { owner, formId: FORM, formVersion: 1, stepKey: 'words', subjectId: null });
    ctx.toast();
    ctx.show({
      text: ctx.t('contact-ask'),
      keyboard: new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel'),
    });
  });

  composer.callbackQuery('contact:remove', async (ctx) => {
    await secondContacts.remove(ctx.turn.tx, ctx.turn.citizen.id);
    ctx.toast();
    ctx.edit(ctx.t('contact-removed'));
  });

  composer.command('start', async (ctx, next) => {
    const [, invitation] = START.exec(ctx.match) ?? [];
    if (!invitation) return next();
    const inviter = await secondContacts.invitedBy(ctx.turn.tx, invitation);
    if (!inviter || inviter === ctx.turn.citizen.id) return ctx.show(ctx.t('contact-link-used'));
    ctx.show({
      text: ctx.t('contact-asked'),
      keyboard: new InlineKeyboard()
        .text(ctx.t('contact-agree'), `contact:yes:${invitation}`)
        .text(ctx.t('contact-decline'), 'contact:no'),
    });
  });

  composer.callbackQuery(/^contact:yes:([\w-]{20})$/, async (ctx) => {
    const inviter = await secondContacts.agree(ctx.turn.tx, ctx.match[1] ?? '', ctx.turn.citizen.id);
    ctx.toast();
    ctx.edit(ctx.t(inviter ? 'contact-thanks' : 'contact-link-used'));
  });

  composer.callbackQuery('contact:no', (ctx) => {
    ctx.toast();
    ctx.edit(ctx.t('contact-declined'));
  });

  const words: WordsHandler = async (ctx) => {
    const { tx, citizen, owner } = ctx.turn;
    const written = ctx.message?.contact?.phone_number ?? ctx.message?.text ?? '';
    await secondContacts.give(tx, citizen.id, written);
    await forms.end(tx, owner);
    ctx.show(ctx.t('contact-saved'));
  };

  return { composer, words: { [FORM]: words } };
}
