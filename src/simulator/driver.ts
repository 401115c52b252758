import type { Upload } from './media-files.ts';
import type { PeopleActs, Sending } from './people-acts.ts';
import type { Population } from './population.ts';
import type { CallbackAnswer, Conversation, Person } from './state.ts';
import type { InlineButton, KeyboardButton, Location, Message } from './wire.ts';
import { findMessage, type World } from './world.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly acts: PeopleActs;
  readonly askInline: (person: Person, query: string) => Promise<Record<string, unknown>[]>;
}

type Predicate = (message: Message) => boolean;

const DEFAULT_TIMEOUT_MS = 15_000;

/** One white pixel, for tests that need a photo and do not care which. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

/** A person at a telephone, driven by a test. Waiting is driven by events, never by sleeping. */
export function createDriver({ world, population, acts, askInline }: Deps) {
  function seat(person: Person, conversation: Conversation) {
    /** Everything up to here was there before the person's last act. */
    let actedAt = 0;
    const changedSince = new Set<number>();
    world.watch((change) => {
      if ((change.type === 'message' || change.type === 'edited') && change.key === conversation.key) {
        if (change.message.from?.is_bot) changedSince.add(change.message.message_id);
      }
    });

    function act<Result>(run: () => Result): Result {
      changedSince.clear();
      actedAt = conversation.nextMessageId;
      return run();
    }

    const isFromBot: Predicate = (message) => message.from?.is_bot === true;

    function waitUntil<Result>(look: () => Result | undefined, what: string, timeoutMs: number): Promise<Result> {
      const found = look();
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`${what} did not come in ${timeoutMs} ms. The chat:\n${transcript(conversation)}`));
        }, timeoutMs);
        const stop = world.watch(() => {
          const late = look();
          if (late === undefined) return;
          stop();
          clearTimeout(timer);
          resolve(late);
        });
      });
    }

    function findButton(where: number | 'last', label: string): { message: Message; button: InlineButton } {
      const candidates =
        where === 'last'
          ? conversation.messages.toReversed()
          : [findMessage(conversation, where)].filter((one) => one !== undefined);
      for (const message of candidates) {
        const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
        const button =
          buttons.find(({ text, callback_data }) => text === label || callback_data === label) ??
          buttons.find(({ text }) => text.includes(label));
        if (button) return { message, button };
      }
      throw new Error(`no button "${label}" in the chat:\n${transcript(conversation)}`);
    }

    const picture = (bytes: Buffer = PIXEL): Upload => ({ name: 'photo.png', mime: 'image/png', bytes });
    const sendPhotos = (photos: readonly Buffer[], caption = '', sending?: Sending) =>
      act(() =>
        acts.sendMedia(
          conversation,
          person,
          photos.map((bytes) => ({ kind: 'photo', upload: picture(bytes) })),
          caption,
          sending,
        ),
      );

    const sendFile = (kind: 'document' | 'voice', upload: Upload, caption = '', duration?: number) =>
      only(act(() => acts.sendMedia(conversation, person, [{ kind, upload, duration }], caption)));

    return {
      person,
      user: person.user,
      conversation,

      start: (payload = ''): Message => only(act(() => acts.sendText(conversation, person, `/start ${payload}`))),
      send: (text: string, sending?: Sending): Message =>
        only(act(() => acts.sendText(conversation, person, text, sending))),
      reply: (to: Message, text: string): Message =>
        only(act(() => acts.sendText(conversation, person, text, { replyTo: to.message_id }))),
      sendPhoto: (options: { bytes?: Buffer; caption?: string; replyTo?: number } = {}): Message =>
        only(sendPhotos([options.bytes ?? PIXEL], options.caption, { replyTo: options.replyTo })),
      sendAlbum: (options: { count?: number; photos?: Buffer[]; caption?: string } = {}): Message[] =>
        sendPhotos(options.photos ?? Array.from({ length: options.count ?? 3 }, () => PIXEL), options.caption),
      sendDocument: (name: string, bytes: Buffer, options: { mime?: string; caption?: string } = {}): Message =>
        sendFile('document', { name, mime: options.mime ?? 'application/octet-stream', bytes }, options.caption),
      sendVoice: (options: { bytes?: Buffer; durationSeconds?: number } = {}): Message =>
        sendFile(
          'voice',
          { name: 'voice.ogg', mime: 'audio/ogg', bytes: options.bytes ?? Buffer.from('OggS voice') },
          '',
          options.durationSeconds ?? 3,
        ),
      sendLocation: (location: Location): Message => act(() => acts.send(conversation, person, { location })),
      sendContact: (): Message => act(() => acts.sendContact(conversation, person)),

      /** Presses a key of the keyboard under the input field. */
      tap(label: string): Message {
        const markup = conversation.replyKeyboard?.markup;
        const keys = markup && 'keyboard' in markup ? markup.keyboard.flat() : [];
        const key = keys.find(({ text }) => text === label) ?? keys.find(({ text }) => text.includes(label));
        if (!key) throw new Error(`no key "${label}" in the chat:\n${transcript(conversation)}`);
        if (key.request_contact) return this.sendContact();
        if (key.request_location) throw new Error(`"${label}" asks for a place: use sendLocation`);
        return this.send(key.text);
      },

      /** Presses an inline button, by its text or data; resolves with the answer to the press. */
      async press(where: number | 'last', label: string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<CallbackAnswer> {
        const { message, button } = findButton(where, label);
        let answer: CallbackAnswer | undefined;
        let queryId = '';
        const early: CallbackAnswer[] = [];
        const stop = world.watch((change) => {
          if (change.type === 'answered') early.push(change.answer);
        });
        try {
          queryId = act(() => acts.press(conversation, person, message.message_id, button));
          const look = () => {
            answer ??= early.find((one) => one.queryId === queryId);
            return answer;
          };
          return await waitUntil(look, `the answer to "${label}"`, timeoutMs);
        } finally {
          stop();
        }
      },

      edit: (messageId: number, text: string): Message =>
        act(() => acts.editText(conversation, person, messageId, text)),
      remove: (messageId: number): void => act(() => acts.remove(conversation, person, messageId)),
      react: (messageId: number, emoji?: string): void => act(() => acts.react(conversation, person, messageId, emoji)),
      vote(message: Message, options: readonly number[]): void {
        act(() => acts.vote(person, message.poll?.id ?? '', options));
      },
      /** `@bot some words`, typed in any chat. */
      inlineQuery: (query: string) => askInline(person, query),
      block: (): void => acts.setBlocked(conversation, person, true),
      unblock: (): void => acts.setBlocked(conversation, person, false),

      chat: (): readonly Message[] => conversation.messages,
      fromBot: (): readonly Message[] => conversation.messages.filter(isFromBot),
      transcript: (): string => transcript(conversation),
      keys(): KeyboardButton[] {
        const markup = conversation.replyKeyboard?.markup;
        return markup && 'keyboard' in markup ? markup.keyboard.flat() : [];
      },

      /** The newest message that fits, now or as soon as there is one. */
      waitFor(fits: Predicate | string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Message> {
        const look = () => conversation.messages.findLast(asPredicate(fits));
        return waitUntil(look, `a message ${describe(fits)}`, timeoutMs);
      },

      /** What the bot wrote or changed after this person's last act. */
      waitForReply(fits: Predicate | string = () => true, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Message> {
        const isNew: Predicate = ({ message_id }) => message_id >= actedAt || changedSince.has(message_id);
        const look = () =>
          conversation.messages.findLast(
            (message) => isFromBot(message) && isNew(message) && asPredicate(fits)(message),
          );
        return waitUntil(look, `a reply ${describe(fits)}`, timeoutMs);
      },
    };
  }

  return {
    /** Finds the person by name or brings in a new one, in the private chat with the bot. */
    citizen(
      name: string,
      options: { language?: string; role?: 'citizen' | 'staff'; id?: number; username?: string } = {},
    ) {
      const known = world.state.people.find(({ user }) => fullName(user) === name);
      const person = known ?? population.addPerson({ name, language: options.language ?? 'ru', ...options });
      return seat(person, population.privateChat(population.defaultBot(), person));
    },

    group(
      title: string,
      members: readonly { person: Person }[],
      options: { isForum?: boolean; bot?: 'administrator' | 'member' | 'left' } = {},
    ) {
      const ids = members.map(({ person }) => person.user.id);
      const conversation =
        world.state.conversations.find(({ chat }) => chat.title === title) ??
        population.addGroup({ title, members: ids, ...options });
      return {
        conversation,
        /** The same group as one of its members sees it. */
        as: (member: { person: Person }) => seat(member.person, conversation),
        add(by: { person: Person }, member: { person: Person } | 'bot'): void {
          const user = member === 'bot' ? population.defaultBot().user : member.person.user;
          acts.addMember(conversation, by.person, user);
        },
        remove(by: { person: Person }, member: { person: Person } | 'bot'): void {
          const user = member === 'bot' ? population.defaultBot().user : member.person.user;
          acts.removeMember(conversation, by.person, user);
        },
      };
    },
  };
}

export type Driver = ReturnType<typeof createDriver>;
export type SimulatedPerson = ReturnType<Driver['citizen']>;

const fullName = (user: { first_name: string; last_name?: string | undefined }) =>
  [user.first_name, user.last_name].filter(Boolean).join(' ');

const asPredicate = (fits: Predicate | string): Predicate =>
  typeof fits === 'string' ? ({ text, caption }) => (text ?? caption ?? '').includes(fits) : fits;

const describe = (fits: Predicate | string) => (typeof fits === 'string' ? `with "${fits}"` : 'that fits');

function only(messages: readonly Message[]): Message {
  const [first] = messages;
  if (!first) throw new Error('nothing was sent');
  return first;
}

function transcript({ messages }: Conversation): string {
  const line = (message: Message) => {
    const said = message.text ?? message.caption ?? Object.keys(message).at(-1);
    const buttons = message.reply_markup?.inline_keyboard.flat().map(({ text }) => `[${text}]`) ?? [];
    return `${message.from?.first_name ?? '?'} #${message.message_id}: ${said} ${buttons.join(' ')}`.trimEnd();
  };
  return messages.slice(-20).map(line).join('\n');
}
