import type { Journal } from '../journal/index.ts';
import { type AgencyCode, AppealId, type TopicId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { type Appeal, applyAppealEvent } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { Desk } from './desk.ts';
import { checkedText, streamOf } from './drafts-service.ts';
import { partsWithoutBody } from './matter-parts.ts';
import type { Addressees, MatterRouter } from './ports.ts';
import type { ThreadRepository } from './thread-repository.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly desk: Desk;
  readonly mask: Mask;
  readonly sealing: Sealing;
}

/** What people decide where the router did not dare to: operators, and of sealed cases a confidant. */
export function createTriageService({ appeals, thread, journal, news, router, addressees, desk, mask, sealing }: Deps) {
  return {
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
  };
}
export type TriageService = ReturnType<typeof createTriageService>;
