import { type Journal, SYSTEM } from '../../journal/index.ts';
import type { CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../../notifications/index.ts';
import type { Words } from '../questionnaire/words.ts';
import { type ProposedTheme, proposeThemes } from '../themes/cluster-answers.ts';
import { type Contribution, type TopicSession, topicState } from './topic-session.ts';
import type { NewTopic, TopicsRepository } from './topics-repository.ts';

const MAX_WORDS = 1_000;
/** A conversation, not a flood. */
const MAX_A_PERSON = 30;

export type TopicNews = 'thanks' | 'summary' | 'reply';

interface Deps {
  readonly topics: TopicsRepository;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
  readonly journal: Journal;
  readonly mask: (text: string) => string;
  /** What words are about, for the rising topics; null where nobody can be sure. */
  readonly topicOf: (text: string) => string | null;
}

/** A topic in the chat for fixed hours: house rules, moderation, themes, thanks, a summary, and a dated reply. */
export function createTopicSessions({ topics, notifications, journal, mask, topicOf }: Deps) {
  const note = (tx: Tx, id: string, type: string, by: string | null, facts: Record<string, string | number> = {}) =>
    journal.append(tx, `topic:${id}`, {
      type: `topic.${type}`,
      actor: by === null ? SYSTEM : { kind: 'operator', id: by },
      facts,
    });

  async function tell(tx: Tx, sessionId: string, stage: TopicNews): Promise<number> {
    const people = await topics.contributors(tx, sessionId);
    return notifications.addMany(
      tx,
      people.map((id) => ({
        to: { kind: 'citizen', id },
        kind: 'topic_news',
        facts: { sessionId, stage },
        lane: 'petitions',
        dedupeKey: `topic:${stage}:${sessionId}:${id}`,
      })),
    );
  }

  return {
    async plan(tx: Tx, topic: NewTopic, by: string): Promise<TopicSession> {
      if (topic.closesAt <= topic.opensAt || topic.closesAt <= tx.now) throw new Refusal('topic.hours_wrong');
      const planned = await topics.add(tx, topic, by);
      await note(tx, planned.id, 'planned', by, { agencyCode: topic.agencyCode });
      return planned;
    },

    /** What somebody writes while the topic is open; masked before it is kept, seen by a moderator first. */
    async contribute(
      tx: Tx,
      sessionId: string,
      { citizenId, text, language }: { citizenId: CitizenId; text: string; language: Language },
    ): Promise<TopicSession> {
      const topic = await topics.get(sessionId, tx);
      if (topicState(topic, tx.now) !== 'open') throw new Refusal('topic.not_open');
      const words = mask(text).trim();
      if (words.length < 3 || words.length > MAX_WORDS) throw new Refusal('topic.too_long', { limit: MAX_WORDS });
      if ((await topics.writtenBy(tx, sessionId, citizenId)) >= MAX_A_PERSON)
        throw new Refusal('topic.enough', { limit: MAX_A_PERSON });
      await topics.contribute(tx, { sessionId, citizenId, words, language, topicId: topicOf(words) });
      return topic;
    },

    /** Shown to others, or kept from them with a reason that is written down. */
    async moderate(
      tx: Tx,
      sessionId: string,
      contributionId: string,
      change: { state: 'shown' | 'removed'; reason: string | null; theme: string | null },
      by: string,
    ): Promise<void> {
      if (change.state === 'removed' && !change.reason) throw new Refusal('topic.reason_needed');
      if ((await topics.contribution(tx, contributionId)).sessionId !== sessionId) throw new Refusal('topic.not_found');
      await topics.moderate(tx, contributionId, change);
      await note(tx, sessionId, `contribution_${change.state}`, by);
    },

    /** The published account of what was said; everybody who wrote is told. */
    async summarise(tx: Tx, id: string, summary: Words, by: string): Promise<void> {
      const topic = await topics.get(id, tx);
      if (topicState(topic, tx.now) !== 'closed') throw new Refusal('topic.move_refused');
      await topics.summarise(tx, id, summary);
      await tell(tx, id, 'summary');
      await note(tx, id, 'summarised', by);
    },

    /** The responsible body's reply closes the topic. */
    async reply(tx: Tx, id: string, reply: Words, by: string): Promise<void> {
      const topic = await topics.get(id, tx);
      if (topicState(topic, tx.now) !== 'summarised') throw new Refusal('topic.move_refused');
      await topics.reply(tx, id, reply);
      await tell(tx, id, 'reply');
      await note(tx, id, 'replied', by);
    },

    /** Thanks, once, when the hours are over. */
    async thank(tx: Tx, id: string): Promise<number> {
      if (!(await topics.thanked(tx, id))) return 0;
      const people = await tell(tx, id, 'thanks');
      await note(tx, id, 'closed', null, { people });
      return people;
    },

    toThank: (now: Date): Promise<string[]> => topics.toThank(now),
    get: (id: string): Promise<TopicSession> => topics.get(id),
    list: (agencyCodes: readonly string[] | null): Promise<TopicSession[]> => topics.list(agencyCodes),
    open: (now: Date): Promise<TopicSession[]> => topics.open(now),
    contributions: (id: string, state?: Contribution['state'], take?: number): Promise<Contribution[]> =>
      topics.contributions(id, state, take),
    counts: (id: string) => topics.counts(id),

    /** What the words themselves suggest; people name the themes. */
    async proposals(id: string): Promise<(Omit<ProposedTheme, 'members'> & { ids: string[] })[]> {
      const written = (await topics.contributions(id)).filter(({ state }) => state !== 'removed');
      return proposeThemes(written.map(({ words }) => words)).map(({ words, members }) => ({
        words,
        ids: members.flatMap((index) => written[index]?.id ?? []),
      }));
    },
  };
}
export type TopicSessions = ReturnType<typeof createTopicSessions>;
