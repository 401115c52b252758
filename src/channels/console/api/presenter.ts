import type { z } from 'zod';
import { postOf, type Session, type Staff } from '../../../access/index.ts';
import {
  awaitsAnswer,
  type InboxItem,
  isRegistrationOverdue,
  type OfficerCaseView,
  type Ticket,
  type TicketState,
} from '../../../appeals/index.ts';
import { type Day, zoned } from '../../../kernel/day.ts';
import { AgencyCode, type TerritoryCode, type TopicId } from '../../../kernel/ids.ts';
import type { Localised } from '../../../kernel/language.ts';
import type { CaseView, EntryView, TicketView } from './case-schemas.ts';
import type { Delivery } from './console-read-model.ts';
import type { ConsoleDeps, TriageCandidate } from './deps.ts';
import type { Coded, Due } from './schema-parts.ts';
import type { AgencyView, CandidateView, InboxRow, Me, SessionView, StaffView } from './schemas.ts';

type Names = ReadonlyMap<string, string>;

/** Turns what the domains know into what the console's schemas promise. */
export function createPresenter({
  directory,
  calendar,
  timezone,
  sealing,
  tiles,
}: Pick<ConsoleDeps, 'directory' | 'calendar' | 'timezone' | 'sealing' | 'tiles'>) {
  const iso = (at: Date): string => at.toISOString();
  const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
  const same = (text: string): Localised => ({ kk: text, ru: text, en: text });

  function agency(code: AgencyCode, form: 'name' | 'shortName' = 'shortName'): z.infer<typeof Coded> {
    return { code, name: directory.agency(code)?.[form] ?? same(code) };
  }

  function topic(id: string | null): z.infer<typeof Coded> | null {
    return id === null ? null : { code: id, name: directory.topics.get(id as TopicId) ?? same(id) };
  }

  function territory(code: string | null): z.infer<typeof Coded> | null {
    return code === null ? null : { code, name: directory.territories.get(code as TerritoryCode)?.name ?? same(code) };
  }

  const todayOf = (agencyCode: AgencyCode, now: Date): Day => zoned(now, calendar(agencyCode).timezone).on;

  /** By the calendar of the body that owes it. */
  function due(on: Day | null, today: Day, agencyCode: AgencyCode | null = null): z.infer<typeof Due> | null {
    if (on === null) return null;
    const { coveredFrom, coveredUntil, workingDaysBetween } = calendar(agencyCode);
    const isCovered = [on, today].every((one) => one >= coveredFrom && one <= coveredUntil);
    return { on, workingDays: isCovered ? workingDaysBetween(today, on) : null, passed: today > on };
  }

  /** Whoever has answered is not late any more, whatever the day. */
  const answerDue = (
    on: Day | null,
    now: Date,
    { state, agencyCode }: { state: TicketState; agencyCode: AgencyCode },
  ): z.infer<typeof Due> | null =>
    on !== null && !awaitsAnswer(state)
      ? { on, workingDays: null, passed: false }
      : due(on, todayOf(agencyCode, now), agencyCode);

  function ticketView(ticket: Ticket, names: Names, now: Date): z.infer<typeof TicketView> {
    return {
      id: ticket.id,
      agency: agency(ticket.agencyCode),
      state: ticket.state,
      procedure: ticket.procedure,
      officer: ticket.officerId && { id: ticket.officerId, name: names.get(ticket.officerId) ?? '' },
      registrationNumber: ticket.registrationNumber,
      registeredOn: ticket.registeredOn,
      promised: answerDue(ticket.promisedOn, now, ticket),
      statutory: answerDue(ticket.statutoryOn, now, ticket),
      registrationDueAt: isoOrNull(ticket.registrationDueAt),
      registrationOverdue: isRegistrationOverdue(ticket, now),
      review: due(ticket.reviewOn ?? null, todayOf(ticket.agencyCode, now), ticket.agencyCode),
      hearingUntil: ticket.hearingUntil ?? null,
      redirects: ticket.redirects,
      deliveredAt: iso(ticket.deliveredAt),
      answeredAt: isoOrNull(ticket.answeredAt),
      closedAt: isoOrNull(ticket.closedAt),
      outcome: ticket.outcome,
      revision: ticket.revision,
    };
  }

  function entry(
    { sealedText, maskedText, files, appealId, ...rest }: OfficerCaseView['entries'][number],
    names: Names,
    deliveries: ReadonlyMap<string, Delivery>,
  ): z.infer<typeof EntryView> {
    const isOurs = rest.author === 'officer' || rest.author === 'operator';
    const delivery = deliveries.get(rest.id);
    return {
      id: rest.id,
      kind: rest.kind,
      author: rest.author,
      authorName: isOurs && rest.authorId ? (names.get(rest.authorId) ?? null) : null,
      language: rest.language,
      // What colleagues wrote themselves, a telephone of the body among it, is theirs to read.
      text: isOurs && sealedText ? sealing.openText(sealedText, `entry:${appealId}`) : maskedText,
      hasHidden: !isOurs && sealedText !== null,
      at: iso(rest.at),
      editedAt: isoOrNull(rest.editedAt),
      details: rest.details,
      files: files.map(({ id, kind, mediaType, sizeBytes, fileName, state }) => ({
        id,
        kind,
        mediaType,
        sizeBytes,
        fileName,
        state,
      })),
      delivery: delivery ? { state: delivery.state, channel: delivery.channel, at: isoOrNull(delivery.at) } : null,
    };
  }

  return {
    agency,
    topic,
    territory,
    iso,
    due,

    agencyView(code: AgencyCode): z.infer<typeof AgencyView> | null {
      const body = directory.agency(code);
      return (
        body && {
          code,
          name: body.name,
          shortName: body.shortName,
          place: territory(body.territoryCode)?.name ?? null,
          connection: body.connection,
        }
      );
    },

    candidate({ agencyCode, topicId, confidence, reason, words = [] }: TriageCandidate): z.infer<typeof CandidateView> {
      const connection = directory.agency(agencyCode)?.connection ?? 'none';
      return {
        agency: agency(agencyCode),
        topic: topic(topicId),
        confidence,
        reason,
        words: [...words],
        connected: connection !== 'none',
      };
    },

    caseView(
      view: OfficerCaseView,
      { names, deliveries, now }: { names: Names; deliveries: readonly Delivery[]; now: Date },
    ): z.infer<typeof CaseView> {
      const { appeal } = view;
      const deliveryOf = new Map(deliveries.map((delivery) => [delivery.entryId, delivery]));
      const { territoryCode, addressText, point } = appeal.place;
      return {
        ticket: ticketView(view.ticket, names, now),
        otherTickets: view.otherTickets.map((other) => ticketView(other, names, now)),
        number: appeal.number ?? '',
        kind: appeal.kind,
        // One of several matters: this body sees its own first.
        title: view.ticket.matter ? [...view.ticket.matter.text].slice(0, 80).join('') : appeal.title,
        topic: topic(view.ticket.matter?.topicId ?? appeal.topicId),
        place: {
          territory: territory(territoryCode),
          lineage: territoryCode === null ? [] : directory.territories.lineage(territoryCode).map(({ name }) => name),
          addressText,
          point,
        },
        urgent: appeal.urgent,
        sensitive: appeal.sensitive,
        language: appeal.language,
        channel: appeal.channel,
        appealState: appeal.state,
        resolution: appeal.resolution,
        disputes: appeal.disputes,
        submittedAt: isoOrNull(appeal.submittedAt),
        entries: view.entries.map((one) => entry(one, names, deliveryOf)),
        commands: [...view.commands],
        statutoryOverdue: view.statutoryOverdue,
        promiseBroken: view.promiseBroken,
      };
    },

    inboxRow(
      item: InboxItem,
      { names, now, unread, joined = 0 }: { names: Names; now: Date; unread: boolean; joined?: number },
    ): z.infer<typeof InboxRow> {
      return {
        ticketId: item.ticketId,
        number: item.number,
        title: item.title,
        kind: item.kind,
        topic: topic(item.topicId),
        place: territory(item.territoryCode)?.name ?? null,
        agency: agency(item.agencyCode),
        state: item.state,
        officer: item.officerId && { id: item.officerId, name: names.get(item.officerId) ?? '' },
        due: item.reviewOn
          ? due(item.reviewOn, todayOf(item.agencyCode, now), item.agencyCode)
          : answerDue(item.dueOn, now, item),
        hearingUntil: item.hearingUntil ?? null,
        risk: item.riskBand && awaitsAnswer(item.state) ? item.riskBand : null,
        registrationDueAt: isoOrNull(item.registrationDueAt),
        registrationOverdue:
          item.state === 'delivered' &&
          item.procedure !== 'none' &&
          item.registrationDueAt !== null &&
          now > item.registrationDueAt,
        deliveredAt: iso(item.deliveredAt),
        urgent: item.urgent,
        language: item.language as z.infer<typeof InboxRow>['language'],
        unread,
        joined,
      };
    },

    session(session: Session, currentId: string | null): z.infer<typeof SessionView> {
      return {
        id: session.id,
        userAgent: session.userAgent,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
        current: session.id === currentId,
      };
    },

    staffView(person: Staff, openTickets: number, form: 'name' | 'shortName' = 'shortName'): z.infer<typeof StaffView> {
      return {
        id: person.id,
        givenName: person.givenName,
        familyName: person.familyName,
        email: person.email,
        role: person.role,
        agency: person.agencyCode && agency(person.agencyCode, form),
        language: person.language,
        unitIds: [...person.unitIds],
        state: person.state,
        hasSecondFactor: person.hasSecondFactor,
        post: person.agencyCode === null ? null : postOf(person),
        openTickets,
      };
    },

    me(person: Staff, now: Date): z.infer<typeof Me> {
      return {
        id: person.id,
        name: `${person.givenName} ${person.familyName}`,
        email: person.email,
        role: person.role,
        agency: person.agencyCode && agency(AgencyCode.parse(person.agencyCode)),
        language: person.language,
        hasSecondFactor: person.hasSecondFactor,
        today: zoned(now, timezone).on,
        timezone,
        tiles: tiles ? { url: tiles.url, attribution: tiles.attribution } : null,
      };
    },
  };
}
export type Presenter = ReturnType<typeof createPresenter>;
