import { formatText } from './entities.ts';
import type { Parameters } from './parameters.ts';
import type { Bot, Conversation, Person, PollRecord } from './state.ts';
import { badRequest } from './telegram-error.ts';
import type { Updates } from './updates.ts';
import type { Message, Poll } from './wire.ts';
import { findMessage, type World } from './world.ts';

const MAX_QUESTION = 300;
const MAX_OPTION = 100;
const MAX_OPTIONS = 12;

/** Polls: asked by a bot, answered by people, closed by either hand or clock. */
export function createPolls(world: World, updates: Updates) {
  const timers = new Set<NodeJS.Timeout>();
  for (const record of world.state.polls) scheduleClosing(record);

  function located(record: PollRecord): { conversation: Conversation; message: Message; poll: Poll } | undefined {
    const conversation = world.conversation(record.chatKey);
    const message = conversation && findMessage(conversation, record.messageId);
    return conversation && message?.poll ? { conversation, message, poll: message.poll } : undefined;
  }

  function announce(record: PollRecord): void {
    const found = located(record);
    if (!found) return;
    world.emit({ type: 'edited', key: found.conversation.key, message: found.message });
    const bot = world.state.bots.find(({ user }) => user.id === record.botId);
    if (bot) updates.push(bot, 'poll', found.poll);
  }

  function close(record: PollRecord): void {
    const found = located(record);
    if (!found || found.poll.is_closed) return;
    found.poll.is_closed = true;
    record.closesAt = undefined;
    announce(record);
  }

  function scheduleClosing(record: PollRecord): void {
    if (record.closesAt === undefined) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        close(record);
      },
      Math.min(2 ** 31 - 1, Math.max(0, record.closesAt - world.now().getTime())),
    );
    timer.unref();
    timers.add(timer);
  }

  return {
    compose(params: Parameters): Poll {
      const question = formatText(params.question ?? '', params.question_parse_mode, params.question_entities);
      if (question.text === '') throw badRequest('poll question must be non-empty');
      if (question.text.length > MAX_QUESTION) throw badRequest(`poll question length must not exceed ${MAX_QUESTION}`);
      const options = params.options ?? [];
      if (options.length === 0) throw badRequest('poll must have at least 1 answer option');
      if (options.length > MAX_OPTIONS) throw badRequest(`poll can't have more than ${MAX_OPTIONS} options`);
      const texts = options.map((one) => formatText(one.text, one.text_parse_mode, one.text_entities));
      if (texts.some(({ text }) => text === '')) throw badRequest('poll options must be non-empty');
      if (texts.some(({ text }) => text.length > MAX_OPTION)) {
        throw badRequest(`poll options length must not exceed ${MAX_OPTION}`);
      }
      const isQuiz = params.type === 'quiz';
      if (isQuiz && !params.correct_option_ids?.length) throw badRequest('wrong correct option identifiers specified');
      const number = world.state.nextFile++;
      return {
        id: String(5_000_000_000_000_000 + number),
        question: question.text,
        question_entities: question.entities.length > 0 ? question.entities : undefined,
        options: texts.map(({ text, entities }, position) => ({
          persistent_id: `${number}-${position}`,
          text,
          text_entities: entities.length > 0 ? entities : undefined,
          voter_count: 0,
        })),
        total_voter_count: 0,
        is_closed: params.is_closed ?? false,
        is_anonymous: params.is_anonymous ?? true,
        type: isQuiz ? 'quiz' : 'regular',
        allows_multiple_answers: params.allows_multiple_answers ?? false,
        allows_revoting: params.allows_revoting ?? !isQuiz,
        members_only: false,
        correct_option_ids: params.correct_option_ids,
        explanation: params.explanation,
        open_period: params.open_period,
        close_date: params.close_date,
      };
    },

    remember(bot: Bot | undefined, conversation: Conversation, message: Message): void {
      const { poll } = message;
      if (!poll) return;
      const seconds = poll.open_period ?? (poll.close_date === undefined ? undefined : poll.close_date - world.date());
      const record: PollRecord = {
        id: poll.id,
        botId: bot?.user.id,
        chatKey: conversation.key,
        messageId: message.message_id,
        votes: {},
        closesAt: seconds === undefined ? undefined : world.now().getTime() + seconds * 1000,
      };
      world.state.polls.push(record);
      scheduleClosing(record);
    },

    stop(conversation: Conversation, message: Message | undefined): Poll {
      const record = world.state.polls.find(({ id }) => id === message?.poll?.id);
      if (!message?.poll || !record) throw badRequest('message with poll to stop not found');
      if (message.poll.is_closed) throw badRequest('poll has already been closed');
      if (record.chatKey !== conversation.key) throw badRequest("poll can't be stopped");
      close(record);
      return message.poll;
    },

    /** An empty choice takes the vote back. */
    vote(person: Person, pollId: string, chosen: readonly number[]): void {
      const record = world.state.polls.find(({ id }) => id === pollId);
      const found = record && located(record);
      if (!record || !found || found.poll.is_closed) throw badRequest('poll is closed');
      const { poll } = found;
      const before = record.votes[person.user.id];
      if (before && !poll.allows_revoting) throw badRequest('the vote cannot be changed');
      if (chosen.length > 1 && !poll.allows_multiple_answers) throw badRequest('only one option may be chosen');
      if (chosen.some((option) => !poll.options[option])) throw badRequest('no such option');
      if (chosen.length === 0) delete record.votes[person.user.id];
      else record.votes[person.user.id] = [...chosen];
      const votes = Object.values(record.votes);
      poll.total_voter_count = votes.length;
      for (const [position, option] of poll.options.entries()) {
        option.voter_count = votes.filter((vote) => vote.includes(position)).length;
      }
      const bot = world.state.bots.find(({ user }) => user.id === record.botId);
      if (bot && !poll.is_anonymous) {
        updates.push(bot, 'poll_answer', {
          poll_id: poll.id,
          user: person.user,
          option_ids: [...chosen],
          option_persistent_ids: chosen.map((option) => poll.options[option]?.persistent_id),
        });
      }
      announce(record);
    },

    votesOf: (pollId: string): Record<string, number[]> =>
      world.state.polls.find(({ id }) => id === pollId)?.votes ?? {},

    stopTimers(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

export type Polls = ReturnType<typeof createPolls>;
