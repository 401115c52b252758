import type { Language } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { BoundOfficer, OfficerDirectory } from '../officer-cards/index.ts';
import type { ConnectLinks } from './connect-link.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

export interface SlackPerson {
  readonly teamId: string;
  readonly userId: string;
  readonly name: string;
}

/** The same user id may exist in two workspaces. */
export const externalIdOf = ({ teamId, userId }: Pick<SlackPerson, 'teamId' | 'userId'>): string =>
  `${teamId}:${userId}`;

interface Deps {
  readonly t: Translate;
  readonly directory: OfficerDirectory;
  readonly links: ConnectLinks;
  readonly workspaces: Pick<SlackWorkspaces, 'ofTeam'>;
  readonly defaultLanguage: Language;
}

/** Who pressed, and how to tell that person alone how it went. */
export function createSlackPeople({ t, directory, links, workspaces, defaultLanguage }: Deps) {
  return {
    find: (person: SlackPerson): Promise<BoundOfficer | null> => directory.byExternal('slack', externalIdOf(person)),

    unboundWords: (person: SlackPerson): string =>
      t(defaultLanguage, 'officers-unbound', { url: links.make(externalIdOf(person), person.name) }),

    /** Seen by this person only: in the channel where they are, otherwise in their own messages. */
    async whisper(
      person: SlackPerson,
      text: string,
      at: { place: string | null; threadTs?: string | null },
      blocks?: object[],
    ): Promise<void> {
      const { place, threadTs } = at;
      const shown = {
        text,
        ...(blocks ? { blocks: blocks as never } : {}),
        ...(threadTs ? { thread_ts: threadTs } : {}),
      };
      const { calls } = await workspaces.ofTeam(person.teamId);
      await calls.call(
        async (client): Promise<unknown> =>
          place
            ? client.chat.postEphemeral({ channel: place, user: person.userId, ...shown })
            : client.chat.postMessage({ channel: person.userId, ...shown }),
      );
    },
  };
}
export type SlackPeople = ReturnType<typeof createSlackPeople>;
