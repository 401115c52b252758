import { Composer, InlineKeyboard } from 'grammy';
import type { Message } from 'grammy/types';
import { DETAILS, type Detail } from '../../../citizens/index.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import type { WordsHandler } from './waiting-words.ts';

/** `/privacy /mydata /delete`, personal details given late and only for a reason, and "is this the real bot?". */
export function ownData(deps: TelegramDeps) {
  const { citizens, citizensRepository, casesView, forms, names, notices, eraseCitizen } = deps;
  const composer = new Composer<BotContext>();

  composer.command('privacy', (ctx) =>
    ctx.show({
      text: `${ctx.t('consent-text')}\n\n${ctx.t('consent-details')}\n\n${ctx.t('privacy-real-bot', { url: deps.publicUrl })}`,
      keyboard: new InlineKeyboard()
        .text(
          ctx.t(ctx.turn.citizen.consentVersion ? 'privacy-withdraw' : 'consent-yes'),
          ctx.turn.citizen.consentVersion ? 'privacy:withdraw' : 'consent:yes',
        )
        .row()
        .text(ctx.t('privacy-report-false-bot'), 'privacy:report'),
    }),
  );

  composer.callbackQuery('privacy:withdraw', async (ctx) => {
    const { tx, citizen } = ctx.turn;
    ctx.turn.citizen = await citizens.consent(tx, citizen, {
      purpose: 'processing',
      given: false,
      text: ctx.t('consent-text'),
      evidence: `telegram update ${ctx.update.update_id}`,
    });
    ctx.toast();
    ctx.show(ctx.t('privacy-withdrawn'));
  });

  composer.callbackQuery('privacy:report', async (ctx) => {
    await forms.begin(ctx.turn.tx, {
      owner: ctx.turn.owner,
      formId: 'false_bot',
      formVersion: 1,
      stepKey: 'words',
      subjectId: null,
    });
    ctx.toast();
    ctx.show(ctx.t('privacy-report-how'));
  });

  composer.command('mydata', async (ctx) => {
    const { citizen } = ctx.turn;
    const [details, consents, cases] = await Promise.all([
      citizens.readDetails(citizen.id),
      citizensRepository.consentsOf(citizen.id),
      casesView.casesOf(citizen.id, { offset: 0, limit: 1 }),
    ]);
    const looks = await deps.identityReadsOf(citizen.id);
    const second = await deps.secondContacts.read(citizen.id);
    ctx.show(
      lines(
        FormattedString.b(ctx.t('mydata-title')),
        ctx.t('mydata-cases', { count: cases.total }),
        ...DETAILS.map((detail) => `${ctx.t(`detail-${kebab(detail)}`)}: ${details[detail] ?? ctx.t('mydata-empty')}`),
        `${ctx.t('contact-title')}: ${second?.contact ?? (second?.agreed ? ctx.t('contact-agreed') : ctx.t('mydata-empty'))}`,
        '\n',
        ...consents.map((consent) =>
          ctx.t('mydata-consent', {
            given: consent.given ? 'yes' : 'no',
            on: names.dayOf(consent.at, citizen.language),
            version: consent.version,
          }),
        ),
        '\n',
        looks.length === 0 ? ctx.t('mydata-no-looks') : ctx.t('mydata-looks'),
        ...looks.map((look) =>
          ctx.t('mydata-look', {
            on: names.dayOf(look.at, citizen.language),
            role: look.role,
            agency: look.agencyCode ? names.agency(look.agencyCode, citizen.language) : '—',
            purpose: look.purpose,
          }),
        ),
      ),
    );
  });

  composer.command('delete', (ctx) =>
    ctx.show({
      text: ctx.t('delete-sure'),
      keyboard: new InlineKeyboard()
        .text(ctx.t('delete-yes'), 'delete:yes')
        .text(ctx.t('button-form-cancel'), 'form:cancel'),
    }),
  );

  composer.callbackQuery('delete:yes', async (ctx) => {
    await eraseCitizen(ctx.turn.tx, ctx.turn.citizen.id);
    ctx.toast();
    ctx.edit(ctx.t('delete-done'));
  });

  composer.callbackQuery('details:menu', (ctx) => {
    const keyboard = new InlineKeyboard();
    for (const detail of DETAILS) keyboard.text(ctx.t(`detail-${kebab(detail)}`), `details:${detail}`).row();
    ctx.toast();
    ctx.edit({ text: ctx.t('details-why'), keyboard });
  });

  composer.callbackQuery(/^details:(\w+)$/, async (ctx, next) => {
    const detail = DETAILS.find((name) => name === ctx.match[1]);
    if (!detail) return next();
    await forms.begin(ctx.turn.tx, {
      owner: ctx.turn.owner,
      formId: 'citizen_detail',
      formVersion: 1,
      stepKey: detail,
      subjectId: null,
    });
    ctx.toast();
    ctx.show({
      text: ctx.t(`ask-${kebab(detail)}`),
      keyboard: new InlineKeyboard().text(ctx.t('button-form-cancel'), 'form:cancel'),
    });
  });

  const words: Record<string, WordsHandler> = {
    false_bot: async (ctx) => {
      const { tx, owner, citizen } = ctx.turn;
      const said = [ctx.message?.text ?? ctx.message?.caption ?? '', forwardedFrom(ctx.message)].filter(Boolean);
      if (said.length === 0) return ctx.show(ctx.t('privacy-report-how'));
      await forms.end(tx, owner);
      await notices.add(tx, { kind: 'false_bot', words: said.join('\n').slice(0, 500), citizenId: citizen.id });
      ctx.show(ctx.t('privacy-report-thanks'));
    },

    citizen_detail: async (ctx, session) => {
      const { tx, owner, citizen } = ctx.turn;
      const detail = session.stepKey as Detail;
      const contact = ctx.message?.contact;
      // A forwarded contact is somebody else's number.
      const own = contact?.user_id === ctx.from?.id ? contact?.phone_number : '';
      await citizens.giveDetail(tx, citizen.id, detail, (contact ? own : ctx.message?.text) ?? '');
      if (detail === 'phone')
        ctx.turn.citizen = await citizens.setSettings(tx, citizen, { phoneConfirmed: contact !== undefined });
      await forms.end(tx, owner);
      ctx.show(ctx.t('detail-saved'));
      if (detail === 'nationalId' && ctx.message)
        ctx.turn.effects.push({ type: 'delete', messageId: ctx.message.message_id });
    },
  };

  return { composer, words };
}

/** A forwarded message names its author when their settings allow it: a false bot mostly does. */
function forwardedFrom(message: Message | undefined): string {
  const origin = message?.forward_origin;
  if (origin?.type === 'user') return `@${origin.sender_user.username ?? origin.sender_user.first_name}`;
  if (origin?.type === 'hidden_user') return origin.sender_user_name;
  return '';
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
