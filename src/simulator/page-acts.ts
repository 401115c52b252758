import { z } from 'zod';
import type { Upload } from './media-files.ts';
import type { PeopleActs } from './people-acts.ts';
import type { Population } from './population.ts';
import type { Conversation, Person } from './state.ts';
import { badRequest } from './telegram-error.ts';
import type { World } from './world.ts';

const inChat = { key: z.string(), as: z.number().int() };
const sending = { ...inChat, replyTo: z.number().int().optional(), threadId: z.number().int().optional() };
const MediaKind = z.enum(['photo', 'document', 'voice', 'audio', 'video']);

/** What the page asks for on behalf of a person. */
export const PageAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...sending, text: z.string() }),
  z.object({
    type: z.literal('media'),
    ...sending,
    caption: z.string().default(''),
    media: z
      .array(z.object({ upload: z.string(), kind: MediaKind, duration: z.number().optional() }))
      .min(1)
      .max(10),
  }),
  z.object({
    type: z.literal('location'),
    ...sending,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    title: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({ type: z.literal('contact'), ...sending }),
  z.object({ type: z.literal('edit'), ...inChat, messageId: z.number().int(), text: z.string() }),
  z.object({ type: z.literal('remove'), ...inChat, messageId: z.number().int() }),
  z.object({ type: z.literal('press'), ...inChat, messageId: z.number().int(), data: z.string() }),
  z.object({ type: z.literal('vote'), ...inChat, pollId: z.string(), options: z.array(z.number().int()) }),
  z.object({ type: z.literal('react'), ...inChat, messageId: z.number().int(), emoji: z.string().optional() }),
  z.object({ type: z.literal('block'), ...inChat, isBlocked: z.boolean() }),
  z.object({ type: z.literal('clear'), ...inChat }),
  z.object({ type: z.literal('add_bot'), ...inChat }),
  z.object({ type: z.literal('remove_bot'), ...inChat }),
  z.object({
    type: z.literal('add_person'),
    name: z.string().trim().min(1).max(64),
    language: z.string().regex(/^[a-z]{2}$/),
    role: z.enum(['citizen', 'staff']),
  }),
  z.object({
    type: z.literal('add_group'),
    title: z.string().trim().min(1).max(128),
    members: z.array(z.number().int()).min(1),
    isForum: z.boolean(),
  }),
]);
export type PageAct = z.infer<typeof PageAct>;
export type PageActInput = z.input<typeof PageAct>;

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly acts: PeopleActs;
  readonly takeUpload: (id: string) => Upload | undefined;
}

export function createPageActs({ world, population, acts, takeUpload }: Deps) {
  function scene(act: { key: string; as: number }): [Conversation, Person] {
    const conversation = world.conversation(act.key);
    const person = population.person(act.as);
    if (!conversation || !person) throw badRequest('chat not found');
    if (conversation.botId !== undefined && conversation.chat.id !== act.as) throw badRequest('chat of another person');
    return [conversation, person];
  }

  return (act: PageAct): object => {
    switch (act.type) {
      case 'text':
        return { sent: acts.sendText(...scene(act), act.text, act).length };
      case 'media': {
        const media = act.media.map(({ upload: id, kind, duration }) => {
          const upload = takeUpload(id);
          if (!upload) throw badRequest('upload not found');
          return { kind, upload, duration };
        });
        return { sent: acts.sendMedia(...scene(act), media, act.caption, act).length };
      }
      case 'location': {
        const location = { latitude: act.latitude, longitude: act.longitude };
        const { title, address = '' } = act;
        const venue = title === undefined ? {} : { venue: { location, title, address } };
        acts.send(...scene(act), { location, ...venue }, act);
        return {};
      }
      case 'contact':
        acts.sendContact(...scene(act), act);
        return {};
      case 'edit':
        acts.editText(...scene(act), act.messageId, act.text);
        return {};
      case 'remove':
        acts.remove(...scene(act), act.messageId);
        return {};
      case 'press':
        return { queryId: acts.press(...scene(act), act.messageId, { text: '', callback_data: act.data }) };
      case 'vote':
        acts.vote(scene(act)[1], act.pollId, act.options);
        return {};
      case 'react':
        acts.react(...scene(act), act.messageId, act.emoji);
        return {};
      case 'block':
        acts.setBlocked(...scene(act), act.isBlocked);
        return {};
      case 'clear':
        acts.clear(scene(act)[0]);
        return {};
      case 'add_bot':
        acts.addMember(...scene(act), population.defaultBot().user);
        return {};
      case 'remove_bot':
        acts.removeMember(...scene(act), population.defaultBot().user);
        return {};
      case 'add_person': {
        const person = population.addPerson(act);
        return { key: population.privateChat(population.defaultBot(), person).key };
      }
      case 'add_group':
        return { key: population.addGroup({ ...act, bot: 'left' }).key };
    }
  };
}
