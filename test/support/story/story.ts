import { AgencyCode, type AppealId, type TicketId } from '../../../src/kernel/ids.ts';
import { BODY, type OfficerWorld } from '../officers/officer-world.ts';

export const FIRST = BODY;
export const SECOND = AgencyCode.parse('almaty.energy');
export const BODIES = [FIRST, SECOND] as const;

/** What one officer does with one ticket, by whatever hands the channel gives. */
export interface Desk {
  take(): Promise<void>;
  ask(text: string): Promise<void>;
  redirect(to: AgencyCode, reason: string): Promise<void>;
  register(number: string): Promise<void>;
  extend(reason: string): Promise<void>;
  /** Of several answers the outcome is always "done". */
  answer(text: string): Promise<void>;
}

/** One way in which both bodies of the story work. */
export interface OfficerHouse {
  at(body: AgencyCode, ticketId: TicketId): Promise<Desk>;
  /** Everything that left for this channel so far, as it crossed the wire. */
  crossed(): string;
  /** Types an answer without being asked to: refused where the channel may carry none. */
  typeAnswer?(body: AgencyCode, ticketId: TicketId, text: string): Promise<void>;
  stop(): Promise<void>;
}
export type StartHouse = (world: OfficerWorld) => Promise<OfficerHouse>;

/** Take → ask → redirect → register → extend → answer → dispute → answer → resolved. */
export async function tellStory(world: OfficerWorld, house: OfficerHouse): Promise<AppealId> {
  const { appealId, citizenId, ticketId } = await world.fileCase();
  await world.deliverAll();
  const first = await house.at(FIRST, ticketId);
  await first.take();
  await first.ask('С какой стороны дороги?');
  await first.redirect(SECOND, 'Провал над теплотрассой, её ведёт управление энергетики.');
  await world.deliverAll();
  const opened = await world.services.db.ticket.findFirstOrThrow({ where: { appealId, agencyCode: SECOND } });
  const second = await house.at(SECOND, opened.id as TicketId);
  await second.register('Ж-881');
  await second.extend('Ждём экспертизу');
  await second.answer('Провал на улице Абая 10 засыпали 9 декабря.');
  await world.dispute(appealId, citizenId);
  await world.deliverAll();
  await second.answer('Заменили трубу и заасфальтировали.');
  await world.confirm(appealId, citizenId);
  await world.deliverAll();
  return appealId;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The journal of a case, who did what with which facts; ids, numbers of the case and times differ from case to case. */
export async function journalOf({ services }: OfficerWorld, appealId: AppealId) {
  const entries = await services.journal.read(`appeal:${appealId}`);
  return entries.map(({ type, actor, facts }) => ({
    type,
    by: actor.kind,
    facts: Object.fromEntries(
      Object.entries(facts ?? {}).map(([name, value]) => [
        name,
        name === 'number' && type === 'appeal.submitted' ? '№' : ID.test(String(value)) ? 'an id' : value,
      ]),
    ),
  }));
}
