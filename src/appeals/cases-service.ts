import type { Journal } from '../journal/index.ts';
import { type AgencyCode, AppealId, type CitizenId, type TicketId, type TopicId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { isMeasured, pointTexts } from './answers/points.ts';
import { type Appeal, applyAppealEvent, type MatterPart, type Resolution, type RoutingRecord } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { caseNumberOf } from './case-number.ts';
import type { Desk } from './desk.ts';
import { type Contribution, checkedText, streamOf } from './drafts-service.ts';
import type { KeptParts } from './kept-parts.ts';
import type { Addressees, MatterRouter } from './ports.ts';
import type { EntryKind } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { applyTicketEvent, isOpenTicket, type Ticket, type TicketMatter } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly desk: Desk;
  readonly keptParts: KeptParts;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

/** What a citizen does with a case once it is sent. */
export function createCasesService({
  appeals,
  thread,
  journal,
  news,
  router,
  addressees,
  desk,
  keptParts,
  mask,
  sealing,
  own,
}: Deps) {
  const citizen = (citizenId: CitizenId) => ({ kind: 'citizen', id: citizenId }) as const;

  async function write(tx: Tx, appeal: Appeal, kind: EntryKind, { text, files, sourceRef }: Contribution) {
    const words = checkedText(text);
    const { masked, found } = mask(words);
    return thread.add(tx, {
      appealId: appeal.id,
      kind,
      author: 'citizen',
      authorId: appeal.citizenId,
      language: appeal.language,
      maskedText: masked,
      sealedText: found.length > 0 ? sealing.seal(words, `entry:${appeal.id}`) : null,
      sourceRef,
      files,
    });
  }

  return {
    /**
     * Sends a draft. With a proposal it goes to that body, otherwise to the operators' triage: a citizen never has to
     * know who is competent. Repeating it changes nothing.
     */
    async submit(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<Appeal> {
      const draft = await own(tx, id, citizenId);
      if (draft.submittedAt) return draft;
      const { record } = draft.routing;
      const parts = matterPartsOf(record);
      const [reachable, elsewhere] = partition(parts, ({ agencyCode }) => addressees.connection(agencyCode) !== 'none');
      const to = parts.length === 0 ? 'triage' : reachable.length === 0 ? 'elsewhere' : 'agency';
      const number = caseNumberOf(await appeals.nextSequence(tx));
      const sent = applyAppealEvent(draft, { type: 'submitted', number, to }, tx.now);
      await appeals.save(tx, sent);
      await journal.append(tx, streamOf(id), {
        type: 'appeal.submitted',
        actor: citizen(citizenId),
        facts: {
          number,
          to,
          kind: sent.kind,
          topicId: sent.topicId,
          territoryCode: sent.place.territoryCode,
          language: sent.language,
          points: sent.points.length,
        },
      });
      for (const { agencyCode, procedure, matter } of reachable)
        await desk.open(tx, sent, agencyCode, { procedure, redirects: 0, matter });
      if (to === 'triage') await desk.toTriage(tx, sent);
      await news.card(tx, sent);
      // With nobody else to go to, the case itself is the first of them.
      for (const { part } of reachable.length > 0 ? elsewhere : elsewhere.slice(1))
        if (part) await keptParts.keep(tx, sent, part);
      return sent;
    },

    /** More facts, or the reply to an officer's question. */
    async add(tx: Tx, id: AppealId, citizenId: CitizenId, contribution: Contribution): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      const album = contribution.sourceRef ? await thread.findBySource(tx, contribution.sourceRef) : null;
      if (album && album.appealId === id) {
        await thread.addFiles(tx, album.id, album.files.length, contribution.files);
        return appeal;
      }
      const after = applyAppealEvent(appeal, { type: 'added' }, tx.now);
      const tickets = (await appeals.ticketsOf(tx, id)).filter(
        ({ state }) => isOpenTicket(state) || state === 'answered',
      );
      const entries = await thread.of(id, tx);
      const lastAsked = entries.findLast(({ kind }) => kind === 'question' || kind === 'reply');
      const kind = lastAsked?.kind === 'question' ? 'reply' : 'addition';
      const entryId = await write(tx, appeal, kind, contribution);
      const said = entries.filter(isMeasured).map(({ maskedText }) => maskedText as string);
      await appeals.save(tx, {
        ...after,
        points: kind === 'reply' ? after.points : pointTexts([...said, mask(checkedText(contribution.text)).masked]),
        place: contribution.place ? { ...after.place, ...contribution.place } : after.place,
      });
      await journal.append(tx, streamOf(id), { type: 'appeal.added', actor: citizen(citizenId), facts: { entryId } });
      for (const ticket of tickets) {
        if (kind === 'reply' && ticket.id === lastAsked?.ticketId) {
          const how = { actor: citizen(citizenId), clock: { type: 'clarified' }, facts: { entryId } } as const;
          await desk.move(tx, ticket, after, { type: 'clarified' }, how);
          continue;
        }
        const changed = applyTicketEvent(ticket, { type: 'clarified' }, tx.now);
        await appeals.saveTicket(tx, changed);
        await news.toAgency(tx, changed, 'changed');
      }
      await news.card(tx, after);
      return after;
    },

    async withdraw(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      const after = applyAppealEvent(appeal, { type: 'withdrawn' }, tx.now);
      await appeals.save(tx, after);
      await journal.append(tx, streamOf(id), { type: 'appeal.withdrawn', actor: citizen(citizenId) });
      await desk.endTriage(tx, after);
      for (const ticket of await appeals.ticketsOf(tx, id))
        if (isOpenTicket(ticket.state) || ticket.state === 'answered') await desk.withdraw(tx, ticket, after);
        else if (ticket.state === 'watched') await desk.endWatch(tx, ticket, after);
      await news.card(tx, after);
      return after;
    },

    /** The citizen's last word: only this says that a case is resolved. */
    async confirm(tx: Tx, id: AppealId, citizenId: CitizenId, resolution: Resolution): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      const after = applyAppealEvent(appeal, { type: 'confirmed', resolution }, tx.now);
      await appeals.save(tx, after);
      await journal.append(tx, streamOf(id), {
        type: 'appeal.confirmed',
        actor: citizen(citizenId),
        facts: { resolution },
      });
      for (const ticket of await appeals.ticketsOf(tx, id))
        if (ticket.state === 'answered') await desk.close(tx, ticket, after);
      await news.card(tx, after);
      return after;
    },

    /** "This is no answer": first the supervisor looks, then the monitors. Never moves a statutory date. */
    async dispute(
      tx: Tx,
      id: AppealId,
      citizenId: CitizenId,
      contribution: Contribution,
      /** One body's answer; without it, every answer of the case. */
      ticketId: TicketId | null = null,
    ): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      if (contribution.text.trim() === '') throw new Refusal('appeal.reason_missing', {});
      const tickets = (await appeals.ticketsOf(tx, id)).filter(
        (ticket) =>
          (ticket.state === 'answered' || ticket.state === 'closed') && (ticketId === null || ticket.id === ticketId),
      );
      if (ticketId && tickets.length === 0)
        throw new Refusal('appeal.move_refused', { state: appeal.state, event: 'disputed' });
      const after = applyAppealEvent(appeal, { type: 'disputed' }, tx.now);
      await appeals.save(tx, after);
      const entryId = await write(tx, appeal, 'dispute', contribution);
      await journal.append(tx, streamOf(id), {
        type: 'appeal.disputed',
        actor: citizen(citizenId),
        facts: { times: after.disputes, entryId },
      });
      for (const ticket of tickets) await desk.dispute(tx, ticket, after);
      await news.card(tx, after);
      return after;
    },

    /** An operator decides what the router did not dare to. */
    async route(
      tx: Tx,
      id: AppealId,
      operatorId: string,
      {
        agencyCode,
        topicId,
        reason = null,
        as = 'operator',
      }: {
        agencyCode: AgencyCode;
        topicId: TopicId | null;
        reason?: string | null;
        /** Sealed cases are routed by a confidant, all others by an operator. */
        as?: 'operator' | 'confidant';
      },
    ): Promise<Appeal> {
      const appeal = await appeals.get(tx, AppealId.parse(id));
      if (appeal.sensitive !== (as === 'confidant')) throw new Refusal('appeal.not_found', {});
      if (!addressees.exists(agencyCode)) throw new Refusal('agency.not_found', { agencyCode });
      if (addressees.connection(agencyCode) === 'none') throw new Refusal('agency.not_connected', { agencyCode });
      if (appeal.state !== 'in_triage')
        throw new Refusal('appeal.move_refused', { state: appeal.state, event: 'assigned' });
      const tickets = await appeals.ticketsOf(tx, id);
      const passedOn = tickets.filter(({ state }) => state === 'redirected');
      const waiting = partsWithoutBody(tickets);
      const why = checkedText(reason ?? '');
      // Bodies passed it to and fro: whoever gets it now, and the citizen, are told why it is theirs.
      if (passedOn.length > 0 && why === '') throw new Refusal('triage.reason_missing', {});
      const assigned = {
        ...applyAppealEvent(appeal, { type: 'assigned' }, tx.now),
        topicId: topicId ?? appeal.topicId,
        // Another part still waits for a decision.
        ...(waiting.length > 1 ? { state: 'in_triage' as const } : {}),
      };
      await appeals.save(tx, assigned);
      await journal.append(tx, streamOf(id), {
        type: 'appeal.routed',
        actor: { kind: as, id: operatorId },
        facts: { agencyCode, topicId },
        ...(why === '' ? {} : { text: { reason: why } }),
      });
      const [returned] = waiting;
      const ticket = await desk.open(tx, assigned, agencyCode, {
        procedure: router.procedureFor(assigned.kind, agencyCode),
        redirects: passedOn.filter(({ matter }) => matter?.text === returned?.matter?.text).length,
        matter: returned?.matter ?? null,
      });
      if (waiting.length < 2) await desk.endTriage(tx, assigned);
      const entryId =
        why === ''
          ? null
          : await thread.add(tx, {
              appealId: id,
              ticketId: ticket.id,
              kind: 'notice',
              author: 'operator',
              authorId: operatorId,
              language: assigned.language,
              maskedText: mask(why).masked,
              sealedText: mask(why).found.length > 0 ? sealing.seal(why, `entry:${id}`) : null,
              details: { notice: 'triage_decided', to: agencyCode },
            });
      await news.toCitizen(tx, assigned, 'routed', { ticketId: ticket.id, ...(entryId ? { entryId } : {}) });
      await news.card(tx, assigned);
      return assigned;
    },

    /** A confidant opens the words of a sealed case; that it was opened, by whom and when, stays. */
    async openSealed(tx: Tx, id: AppealId, confidantId: string): Promise<void> {
      const appeal = await appeals.get(tx, AppealId.parse(id));
      if (!appeal.sensitive || appeal.state !== 'in_triage') throw new Refusal('appeal.not_found', {});
      await journal.append(tx, streamOf(appeal.id), {
        type: 'sealed.opened',
        actor: { kind: 'confidant', id: confidantId },
      });
    },

    /** Nothing in it needs a seal: operators route it like any other. */
    async unseal(tx: Tx, id: AppealId, confidantId: string): Promise<void> {
      const appeal = await appeals.get(tx, AppealId.parse(id));
      if (!appeal.sensitive || appeal.state !== 'in_triage') throw new Refusal('appeal.not_found', {});
      await appeals.save(tx, { ...appeal, sensitive: false, revision: appeal.revision + 1 });
      await journal.append(tx, streamOf(appeal.id), {
        type: 'sealed.lifted',
        actor: { kind: 'confidant', id: confidantId },
      });
      await news.toOperators(tx, appeal.id);
    },

    findAsking: (tx: Tx, citizenId: CitizenId): Promise<Appeal | null> => appeals.findAsking(tx, citizenId),
  };
}
export type CasesService = ReturnType<typeof createCasesService>;

/** To whom a proposal goes: one body with the whole message, or several with their part each. */
function matterPartsOf(record: RoutingRecord | null): readonly {
  readonly agencyCode: AgencyCode;
  readonly procedure: string;
  readonly matter: TicketMatter | null;
  /** Of a message about several matters. */
  readonly part: MatterPart | null;
}[] {
  if (record?.type !== 'proposal') return [];
  const { agencyCode, procedure, parts } = record;
  if (!parts) return [{ agencyCode, procedure, matter: null, part: null }];
  return parts.map((part) => ({ ...part, matter: { topicId: part.topicId, text: part.text }, part }));
}

function partition<Item>(items: readonly Item[], keep: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(keep), items.filter((item) => !keep(item))];
}

/** Of a message about several matters, those whose last body passed them on and which nobody has now; oldest first. */
function partsWithoutBody(tickets: readonly Ticket[]): readonly Ticket[] {
  const keyOf = ({ matter }: Ticket): string => matter?.text ?? '';
  const held = new Set(tickets.filter(({ state }) => state !== 'redirected').map(keyOf));
  const lost = new Map(tickets.filter((ticket) => !held.has(keyOf(ticket))).map((ticket) => [keyOf(ticket), ticket]));
  return [...lost.values()];
}
