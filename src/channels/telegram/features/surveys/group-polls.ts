import type { Api } from 'grammy';
import type { Poll, Update } from 'grammy/types';
import { Language } from '../../../../kernel/language.ts';
import type { Tx, UnitOfWork } from '../../../../kernel/unit-of-work.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import { groupPollOf, type Surveys } from '../../../../surveys/index.ts';

interface Deps {
  readonly api: Api;
  readonly uow: UnitOfWork;
  readonly surveys: Pick<Surveys, 'groupPolls' | 'questionnaireOf'>;
  readonly t: Translate;
  readonly newKey: () => string;
}

/** Puts the first suitable question of a wave into a group as Telegram's own poll; false when none is suitable. */
export function createGroupPollSender({ api, uow, surveys, t, newKey }: Deps) {
  return async ({
    waveId,
    chatId,
    chatTitle,
    language,
  }: {
    waveId: string;
    chatId: number;
    chatTitle: string;
    language: Language;
  }): Promise<boolean> => {
    const { questionnaire } = await surveys.questionnaireOf(waveId);
    const poll = groupPollOf(questionnaire, language);
    if (!poll) return false;
    // What such a count is worth is said where everybody sees it, under the poll.
    const sent = await api.sendPoll(
      chatId,
      poll.question,
      poll.options.map(({ text }) => ({ text })),
      { is_anonymous: true, allows_multiple_answers: poll.allowsMany },
    );
    await api.sendMessage(chatId, t(language, 'survey-group-poll-note'), {
      reply_parameters: { message_id: sent.message_id },
    });
    await uow.run(`survey:group-poll:${newKey()}`, (tx) =>
      surveys.groupPolls.add(tx, { pollId: sent.poll.id, waveId, chatTitle, poll }),
    );
    return true;
  };
}

const ASKED = /^\/(?:start|poll)(?:@\w+)?\s+(?:poll_)?([A-Za-z0-9_-]{8,40})\s*$/;

/** `/poll <code>` in a group, or the link that adds the bot to one: the wave's first suitable question is asked there. */
export function createGroupPollCommand({
  surveys,
  send,
  onError,
}: {
  readonly surveys: Pick<Surveys, 'waves'>;
  readonly send: ReturnType<typeof createGroupPollSender>;
  readonly onError: (error: unknown) => void;
}) {
  return async (tx: Tx, { message }: Update): Promise<boolean> => {
    const { chat, text = '', from } = message ?? {};
    if (chat?.type !== 'group' && chat?.type !== 'supergroup') return false;
    const [, code] = ASKED.exec(text) ?? [];
    const wave = code ? await surveys.waves.byOpenCode(code) : null;
    if (!wave || (wave.state !== 'fielding' && wave.state !== 'paused')) return false;
    const spoken = Language.safeParse(from?.language_code?.slice(0, 2));
    tx.afterCommit(async () => {
      await send({
        waveId: wave.id,
        chatId: chat.id,
        chatTitle: chat.title,
        language: spoken.success ? spoken.data : 'ru',
      }).catch(onError);
    });
    return true;
  };
}

/** What Telegram tells about a poll: totals only. False for one that is not ours. */
export const recordGroupPoll = (
  surveys: Pick<Surveys, 'groupPolls'>,
  tx: Tx,
  { id, options, is_closed: isClosed }: Poll,
): Promise<boolean> =>
  surveys.groupPolls.record(
    tx,
    id,
    options.map(({ voter_count }) => voter_count),
    isClosed,
  );
