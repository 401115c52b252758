import type { Journal } from '../journal/index.ts';
import type { AppealId, CitizenId, TicketId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { isMeasured, pointTexts } from './answers/points.ts';
import { type Appeal, applyAppealEvent, type Resolution } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { caseNumberOf } from './case-number.ts';
import type { Desk } from './desk.ts';
import { type Contribution, checkedText, streamOf } from './drafts-service.ts';
import type { KeptParts } from './kept-parts.ts';
import { matterPartsOf, partition } from './matter-parts.ts';
import type { Addressees } from './ports.ts';
import type { EntryKind } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { applyTicketEvent, contestable, isOpenTicket } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
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

    /** "Not theirs": before the body took it in, the case goes to the operators, who must say why it is whose. */
    async contest(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      const ticket = contestable(...partition(await appeals.ticketsOf(tx, id), ({ state }) => state !== 'redirected'));
      if (!ticket) throw new Refusal('appeal.move_refused', { state: appeal.state, event: 'returned_to_triage' });
      const after = applyAppealEvent(appeal, { type: 'returned_to_triage' }, tx.now);
      await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'redirected' },
        { actor: citizen(citizenId), clock: { type: 'redirected' }, facts: { to: null, redirects: 1, triage: true } },
      );
      await appeals.save(tx, after);
      await desk.toTriage(tx, after);
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

    findAsking: (tx: Tx, citizenId: CitizenId): Promise<Appeal | null> => appeals.findAsking(tx, citizenId),
  };
}
export type CasesService = ReturnType<typeof createCasesService>;
