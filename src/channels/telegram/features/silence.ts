import { Composer, InlineKeyboard } from 'grammy';
import { type Appeal, type SilenceFacts, showCaseNumber } from '../../../appeals/index.ts';
import { lengthText } from '../../../deadlines/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import { caseButton, readCaseButton } from '../callback-data.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';

/** What a citizen can do when a date has passed, each one tap away with the text prepared. */
export function silence({ complaints, reminders, drafts, names, t }: TelegramDeps) {
  const composer = new Composer<BotContext>();

  composer.on('callback_query:data', async (ctx, next) => {
    const button = readCaseButton(ctx.callbackQuery.data);
    const { tx, citizen } = ctx.turn;
    const own = () => drafts.own(tx, AppealId.parse(button?.id), citizen.id);
    switch (button?.verb) {
      case 'complain_silence': {
        const appeal = await own();
        const facts = await complaints.prepare(tx, appeal.id, citizen.id);
        ctx.toast();
        return ctx.show(preparedScreen(ctx, appeal, facts));
      }
      case 'complain_file': {
        const appeal = await own();
        const facts = await complaints.prepare(tx, appeal.id, citizen.id);
        const filed = await complaints.file(tx, appeal.id, citizen.id, { text: complaintText(ctx, appeal, facts) });
        ctx.toast();
        return ctx.edit(ctx.t('silence-complaint-filed', { number: showCaseNumber(filed.number ?? '') }));
      }
      case 'complain_wait':
        ctx.toast();
        return ctx.edit(ctx.t('silence-wait', { number: showCaseNumber((await own()).number ?? '') }));
      case 'remind':
        await reminders.remind(tx, (await own()).id, citizen.id);
        return ctx.toast(ctx.t('reminded'), true);
      case 'go_to_court':
        await own();
        ctx.toast();
        return ctx.show(ctx.t('silence-court'));
      default:
        return next();
    }
  });

  function complaintText(ctx: BotContext, appeal: Appeal, { ticket, silence: { citations } }: SilenceFacts): string {
    const { language } = ctx.turn.citizen;
    return ctx.t('silence-complaint', {
      number: showCaseNumber(appeal.number ?? ''),
      agency: names.agency(ticket.agencyCode, language),
      register: ticket.registrationNumber ?? '',
      registered: ticket.registeredOn ? names.day(ticket.registeredOn, language) : '',
      day: ticket.statutoryOn ? names.day(ticket.statutoryOn, language) : '',
      law: [...new Set(citations.map((citation) => citation[language]))].join('; '),
    });
  }

  function preparedScreen(ctx: BotContext, appeal: Appeal, facts: SilenceFacts) {
    const { language } = ctx.turn.citizen;
    const { ticket, superior } = facts;
    const { forwardWithin, answerWithin, complaintUntil } = facts.silence;
    return {
      ...lines(
        FormattedString.b(ctx.t('silence-complaint-title')),
        complaintText(ctx, appeal, facts),
        '\n',
        ctx.t('silence-complaint-to', { agency: names.agency(ticket.agencyCode, language) }),
        forwardWithin && superior
          ? ctx.t('silence-complaint-forward', {
              length: lengthText(forwardWithin, language, t),
              superior: names.agency(superior, language),
            })
          : null,
        answerWithin ? ctx.t('silence-complaint-answer', { length: lengthText(answerWithin, language, t) }) : null,
        complaintUntil
          ? ctx.t(facts.isLate ? 'silence-complaint-late' : 'silence-complaint-until', {
              day: names.day(complaintUntil, language),
            })
          : null,
      ),
      keyboard: new InlineKeyboard()
        .text(ctx.t('button-complain-file'), caseButton('complain_file', appeal.id))
        .row()
        .text(ctx.t('button-complain-wait'), caseButton('complain_wait', appeal.id)),
    };
  }

  return composer;
}
