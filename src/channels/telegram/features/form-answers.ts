import { type AppealId, TicketId } from '../../../kernel/ids.ts';
import { readContribution } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import { mainMenu } from '../menu.ts';
import type { WordsHandler } from './waiting-words.ts';

/** What the words mean that a case waits for. */
export function formAnswers({ forms, cases, drafts, places }: TelegramDeps): Record<string, WordsHandler> {
  return {
    case_addition: async (ctx, session) => {
      const { tx, citizen, owner } = ctx.turn;
      const read = ctx.message ? readContribution(ctx.message, places) : null;
      if (read?.type !== 'contribution')
        return ctx.show(
          ctx.t(read?.type === 'file_too_big' ? 'compose-file-too-big' : 'compose-nothing', { limit: 20 }),
        );
      await forms.end(tx, owner);
      await cases.add(tx, session.subjectId as AppealId, citizen.id, read.contribution);
      ctx.show(ctx.t('toast-added'), ctx.message?.message_id);
    },

    case_dispute: async (ctx, session) => {
      const { tx, citizen, owner } = ctx.turn;
      const read = ctx.message ? readContribution(ctx.message, places) : null;
      if (read?.type !== 'contribution' || read.contribution.text === '') return ctx.show(ctx.t('ask-dispute'));
      await forms.end(tx, owner);
      const { ticketId } = session.answers;
      const appeal = await cases.dispute(
        tx,
        session.subjectId as AppealId,
        citizen.id,
        read.contribution,
        typeof ticketId === 'string' ? TicketId.parse(ticketId) : null,
      );
      ctx.show(ctx.t('dispute-done', { times: appeal.disputes }));
    },

    case_place: async (ctx, session) => {
      const { tx, citizen, owner } = ctx.turn;
      const read = ctx.message ? readContribution(ctx.message, places) : null;
      if (read?.type !== 'contribution') return ctx.show(ctx.t('ask-place'));
      const { contribution } = read;
      const found = contribution.place ? null : places.find(contribution.text, citizen.territoryCode);
      if (!contribution.place && !found) return ctx.show(ctx.t('place-not-found'));
      await forms.end(tx, owner);
      const place = contribution.place ?? { ...found, point: null };
      const appeal = await drafts.own(tx, session.subjectId as AppealId, citizen.id);
      const placed = { text: '', files: [], place, sourceRef: null };
      if (appeal.state === 'draft') await drafts.amend(tx, appeal.id, citizen.id, placed, citizen.territoryCode);
      else await cases.add(tx, appeal.id, citizen.id, { ...placed, text: contribution.text || ctx.t('place-added') });
      ctx.show({ text: ctx.t('place-saved'), replyKeyboard: mainMenu(ctx.t) });
    },
  };
}
