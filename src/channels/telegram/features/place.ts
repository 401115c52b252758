import type { AppealId } from '../../../kernel/ids.ts';
import type { TelegramDeps } from '../deps.ts';
import type { BotContext } from '../turn.ts';

/** Asks for a place in one of three ways: the phone's own position, a point on the map, or an address in words. */
export async function askPlace(
  ctx: BotContext,
  { forms }: Pick<TelegramDeps, 'forms'>,
  subjectId: AppealId,
): Promise<void> {
  const { tx, owner } = ctx.turn;
  await forms.begin(tx, { owner, formId: 'case_place', formVersion: 1, stepKey: 'words', subjectId });
  ctx.show({
    text: ctx.t('ask-place'),
    replyKeyboard: {
      keyboard: [
        [{ text: ctx.t('button-my-position'), request_location: true }],
        [{ text: ctx.t('button-form-cancel') }],
      ],
      resize_keyboard: true,
      one_time_keyboard: true,
      input_field_placeholder: ctx.t('ask-place-hint'),
    },
  });
}
