import type { Update } from 'grammy/types';
import type { AppealsRepository } from '../../appeals/index.ts';
import type { CitizensRepository } from '../../citizens/index.ts';
import type { FormSessions } from '../../forms/index.ts';
import { AppealId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { readCaseButton } from './callback-data.ts';

interface Sources {
  readonly citizensRepository: Pick<CitizensRepository, 'foresee'>;
  readonly appeals: Pick<AppealsRepository, 'foresee'>;
  readonly forms: Pick<FormSessions, 'current'>;
}

/** Asks for all that a private turn will read while its transaction opens: the turn then waits for nothing. */
export function foreseeTurn(
  { citizensRepository, appeals, forms }: Sources,
  tx: Tx,
  chatId: string,
  update: Update | null,
): void {
  citizensRepository.foresee(tx, 'telegram', chatId);
  const account = { channel: 'telegram', externalId: chatId };
  if (update?.message && !update.message.text?.startsWith('/')) {
    void forms.current(tx, `telegram:${chatId}`).catch(() => undefined);
    appeals.foresee(tx, { account });
  }
  const pressed = update?.callback_query?.data;
  if (pressed === 'consent:yes') appeals.foresee(tx, { account });
  const button = pressed ? readCaseButton(pressed) : null;
  if (button)
    appeals.foresee(tx, {
      id: AppealId.parse(button.id),
      number: button.verb === 'send' || button.verb === 'join_others',
    });
}
