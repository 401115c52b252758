import { z } from 'zod';
import { readDemoStaff } from '../../access/index.ts';
import { type Officer, OUTCOMES } from '../../appeals/index.ts';
import { zoned } from '../../kernel/day.ts';
import { AgencyCode, type AppealId, type CitizenId, type StaffId, type TicketId, TopicId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Services } from '../compose.ts';
import { createStage, readStories } from './stage.ts';

const after = z.number().int().min(0);
const text = z.string().min(1);
const Step = z.discriminatedUnion('act', [
  z.object({ after, act: z.literal('take') }),
  z.object({ after, act: z.literal('register'), number: text }),
  z.object({ after, act: z.literal('ask'), text }),
  z.object({ after, act: z.literal('note'), text }),
  z.object({ after, act: z.literal('answer'), text, outcome: z.enum(OUTCOMES), outgoing: text }),
  z.object({ after, act: z.literal('reply'), text }),
  z.object({ after, act: z.literal('dispute'), text }),
  z.object({ after, act: z.literal('confirm'), resolution: z.enum(['resolved', 'partly', 'unresolved']) }),
]);
type Step = z.infer<typeof Step>;

/** What one invented citizen wrote and what became of it; days count from the message. */
const DemoCase = z.object({
  daysAgo: z.number().int().min(0),
  language: Language,
  /** Chosen by the citizen; absent: as the router proposes, or into triage. */
  topic: TopicId.optional(),
  agency: AgencyCode.optional(),
  text,
  steps: z.array(Step),
});

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface Played {
  readonly citizenId: CitizenId;
  readonly appealId: AppealId;
  readonly language: Language;
}

/**
 * Invented cases of the last weeks, so that a console can be looked at before anybody has written: each goes the way
 * of a real one, only its clock is set back. Safe to repeat, even after it was interrupted.
 *
 * @returns how many cases there are; 0 where the jurisdiction has none
 */
export async function playDemoCases(services: Services): Promise<number> {
  const { jurisdiction, uow, clock, citizens, drafts, cases, tickets, appeals, timezone } = services;
  const stories = readStories(jurisdiction.folder, 'demo-cases.json', DemoCase);
  const staff = readDemoStaff(jurisdiction.folder);
  const now = (await clock.now()).getTime();
  const at = createStage(uow, 'demo', now);

  const colleague = (agencyCode: string): Officer | null => {
    const person = staff.find((one) => one.agencyCode === agencyCode && one.role === 'officer');
    return person ? { id: person.id as StaffId, role: person.role, agencyCode: person.agencyCode, unitIds: [] } : null;
  };

  async function write(
    index: number,
    { language, topic, agency, text, daysAgo }: z.infer<typeof DemoCase>,
  ): Promise<Played> {
    return at(`${index}:write`, now - daysAgo * DAY_MS - HOUR_MS, async (tx) => {
      const citizen = await citizens.meet(tx, { channel: 'demonstration', externalId: String(index), language });
      const words = { text, files: [], place: null, sourceRef: null };
      const draft = await drafts.start(tx, {
        citizenId: citizen.id,
        language,
        channel: 'demonstration',
        usualTerritory: null,
        ...words,
      });
      if (topic && agency) await drafts.choose(tx, draft.id, citizen.id, { topicId: topic, agencyCode: agency }, null);
      await cases.submit(tx, draft.id, citizen.id);
      return { citizenId: citizen.id, appealId: draft.id, language };
    });
  }

  /** An officer's step waits for a body with demonstration staff; where there is none, nobody acts. */
  async function act(tx: Tx, { citizenId, appealId, language }: Played, step: Step): Promise<void> {
    const words = 'text' in step ? { text: step.text, files: [], place: null, sourceRef: null } : null;
    if (step.act === 'confirm') return void (await cases.confirm(tx, appealId, citizenId, step.resolution));
    if (step.act === 'reply' && words) return void (await cases.add(tx, appealId, citizenId, words));
    if (step.act === 'dispute' && words) return void (await cases.dispute(tx, appealId, citizenId, words));
    const [ticket] = await appeals.ticketsOf(tx, appealId);
    const officer = ticket && colleague(ticket.agencyCode);
    if (ticket && officer) await serve(tx, ticket.id, officer, step, language);
  }

  async function serve(tx: Tx, id: TicketId, officer: Officer, step: Step, language: Language): Promise<void> {
    const { on } = zoned(tx.now, timezone);
    if (step.act === 'take') await tickets.take(tx, id, officer);
    if (step.act === 'register') await tickets.register(tx, id, officer, { number: step.number, on });
    if (step.act === 'note') await tickets.note(tx, id, officer, { text: step.text });
    if (step.act === 'ask') await tickets.ask(tx, id, officer, { text: step.text, language });
    if (step.act === 'answer')
      await tickets.answer(tx, id, officer, {
        text: step.text,
        language,
        outcome: step.outcome,
        files: [],
        outgoingNumber: step.outgoing,
        outgoingOn: on,
      });
  }

  for (const [index, story] of stories.entries()) {
    const played = await write(index, story);
    for (const [position, step] of story.steps.entries())
      await at(
        `${index}:${position}`,
        now - (story.daysAgo - step.after) * DAY_MS - (HOUR_MS - position * 60_000),
        (tx) => act(tx, played, step),
      );
  }
  return stories.length;
}
