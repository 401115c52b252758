import { type Day, zoned } from '../../kernel/day.ts';
import type { StaffId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Appeal } from '../appeal.ts';
import type { Officer } from '../officer.ts';
import type { ThreadRepository } from '../thread-repository.ts';
import type { Ticket } from '../ticket.ts';
import type { AnswerWorkRepository } from './answer-work-repository.ts';
import type { OfficialAnswer } from './official-answer.ts';
import {
  type CasePoint,
  isMeasured,
  numbered,
  pointsWithin,
  pointTexts,
  proposePoints,
  withNumbers,
} from './points.ts';
import { fillTemplate, type Template, type TemplateValues } from './template.ts';
import type { TemplatesService } from './templates-service.ts';

/** Names and days as people say them. */
export interface AnswerWords {
  agency(code: string, language: Language): string;
  territory(code: string, language: Language): string;
  day(on: Day, language: Language): string;
  staff(id: StaffId): Promise<string>;
}

export interface AnswerContext {
  readonly ticket: Ticket;
  readonly appeal: Appeal;
  readonly officer: Officer;
}

interface Deps {
  readonly work: Pick<AnswerWorkRepository, 'pointsOf'>;
  readonly thread: ThreadRepository;
  readonly templates: Pick<TemplatesService, 'offered'>;
  readonly words: AnswerWords;
  readonly timezone: string;
}

/** What of a case an answer starts from: the citizen's points, and templates filled in. */
export function createCaseReading({ work, thread, templates, words, timezone }: Deps) {
  const saidIn = async (appeal: Appeal, tx?: Tx): Promise<string[]> =>
    (await thread.of(appeal.id, tx)).filter(isMeasured).map(({ maskedText }) => maskedText);

  /** As numbered when the words came in, or as an officer corrected them, with what the citizen added since. */
  async function pointsOf(
    { ticket, appeal }: Pick<AnswerContext, 'ticket' | 'appeal'>,
    tx?: Tx,
  ): Promise<{ points: CasePoint[]; isEdited: boolean }> {
    const stored = await work.pointsOf(appeal.id, ticket.matter, tx);
    if (!stored) {
      // Cases from before points were kept at their arrival.
      const all = appeal.points.length > 0 ? numbered(appeal.points) : proposePoints(await saidIn(appeal, tx));
      if (!ticket.matter) return { points: all, isEdited: false };
      const own = pointsWithin(all, ticket.matter.text);
      if (own.length > 0) return { points: own, isEdited: false };
      const besides = all.map(({ position }) => position);
      return { points: withNumbers([], pointTexts([ticket.matter.text]), besides), isEdited: false };
    }
    const newer = (await thread.of(appeal.id, tx)).filter((entry) => isMeasured(entry) && entry.at > stored.editedAt);
    const added = pointTexts(newer.map(({ maskedText }) => maskedText));
    return { points: withNumbers(stored.points, added, []), isEdited: true };
  }

  async function valuesFor({ ticket, appeal, officer }: AnswerContext, language: Language, today: Day) {
    const day = (on: Day | null): string => (on ? words.day(on, language) : '');
    const { territoryCode, addressText } = appeal.place;
    const place = [territoryCode && words.territory(territoryCode, language), addressText].filter(Boolean).join(', ');
    const values: TemplateValues = {
      number: (appeal.number ?? '').replace(/(\d{3})(?=\d)/g, '$1-'),
      agency: words.agency(ticket.agencyCode, language),
      today: day(today),
      received_on: appeal.submittedAt ? day(zoned(appeal.submittedAt, timezone).on) : '',
      registered_on: day(ticket.registeredOn),
      registration_number: ticket.registrationNumber ?? '',
      promised_on: day(ticket.promisedOn),
      statutory_on: day(ticket.statutoryOn),
      place,
      officer: await words.staff(officer.id),
    };
    return values;
  }

  /** Approved templates that suit the case, filled in; in every language, because the officer may choose another. */
  async function offered(
    ctx: AnswerContext,
    now: Date,
  ): Promise<readonly (Template & { readonly filled: Readonly<Record<Language, string>> })[]> {
    const today = zoned(now, timezone).on;
    const [all, kk, ru, en] = await Promise.all([
      templates.offered(ctx.ticket.agencyCode, ctx.ticket.matter?.topicId ?? ctx.appeal.topicId),
      valuesFor(ctx, 'kk', today),
      valuesFor(ctx, 'ru', today),
      valuesFor(ctx, 'en', today),
    ]);
    return all.map((template) => ({
      ...template,
      filled: {
        kk: fillTemplate(template.body.kk, kk),
        ru: fillTemplate(template.body.ru, ru),
        en: fillTemplate(template.body.en, en),
      },
    }));
  }

  /** One answer to many: `{number}`, `{place}` and the like are each citizen's own. */
  const wordsFor = async (
    ctx: AnswerContext,
    { text, language }: Pick<OfficialAnswer, 'text' | 'language'>,
    now: Date,
  ): Promise<string> => fillTemplate(text, await valuesFor(ctx, language, zoned(now, timezone).on));

  return { pointsOf, valuesFor, offered, wordsFor };
}
export type CaseReading = ReturnType<typeof createCaseReading>;
