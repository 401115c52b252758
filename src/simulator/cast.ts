import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Language, Localised } from '../kernel/language.ts';
import type { Population } from './population.ts';
import type { World } from './world.ts';

/** Who lives in the simulator of a country: data of the jurisdiction, not of the code. */
export const Cast = z.object({
  /** The zone in which the page shows times; unset: the visitor's own. */
  timezone: z.string().optional(),
  people: z.array(
    z.object({
      id: z.number().int().positive(),
      name: z.string().min(1),
      language: Language,
      role: z.enum(['citizen', 'staff']),
      username: z.string().optional(),
      phone: z.string(),
      /** Sentences to start with, offered while the chat is empty. */
      openers: z.array(z.string()).default([]),
    }),
  ),
  groups: z.array(
    z.object({
      id: z.number().int().negative(),
      title: z.string().min(1),
      members: z.array(z.number().int()).min(1),
      isForum: z.boolean().default(false),
      bot: z.enum(['administrator', 'member', 'left']).default('administrator'),
    }),
  ),
  places: z.array(z.object({ name: Localised, latitude: z.number(), longitude: z.number() })),
});
export type Cast = z.infer<typeof Cast>;

export const EMPTY_CAST: Cast = { people: [], groups: [], places: [] };

export const readCast = (path: string): Cast => Cast.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Brings in whoever is not there yet; safe to repeat after a restart. */
export function invite(cast: Cast, world: World, population: Population): void {
  for (const person of cast.people) if (!population.person(person.id)) population.addPerson(person);
  for (const group of cast.groups) if (!world.conversation(String(group.id))) population.addGroup(group);
  for (const person of world.state.people) population.privateChat(population.defaultBot(), person);
}
