import type { Journal } from '../journal/index.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { pointTexts } from './answers/points.ts';
import { type Appeal, applyAppealEvent, type MatterPart } from './appeal.ts';
import { type AppealsRepository, newAppealId } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { caseNumberOf } from './case-number.ts';
import { streamOf, titleOf } from './drafts-service.ts';
import type { ThreadRepository } from './thread-repository.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: Pick<CaseNewsSender, 'card'>;
  readonly mask: Mask;
  readonly sealing: Sealing;
}

/** Parts of a message whose bodies do not work here: each becomes a case of its own, with a text for the state's portal and a watch. */
export function createKeptParts({ appeals, thread, journal, news, mask, sealing }: Deps) {
  /** The citizen's own words of the part; where masking hid something in it, all they wrote: the portal must get it whole. */
  async function ownWords(tx: Tx, whole: Appeal, { text }: MatterPart): Promise<string> {
    const written = (await thread.of(whole.id, tx)).map(({ maskedText, sealedText }) =>
      sealedText ? sealing.openText(sealedText, `entry:${whole.id}`) : maskedText,
    );
    const wholly = written.join('\n');
    return wholly.includes(text) ? text : wholly;
  }

  return {
    async keep(tx: Tx, whole: Appeal, part: MatterPart): Promise<Appeal> {
      const draft: Appeal = {
        ...whole,
        id: newAppealId(tx.now),
        revision: 0,
        number: null,
        state: 'draft',
        title: titleOf(part.text),
        topicId: part.topicId,
        points: pointTexts([part.text]),
        routing: {
          record: { ...part, type: 'proposal', connected: false, explanation: {}, alternatives: [] },
          chosen: { topicId: part.topicId, kind: whole.kind, agencyCode: part.agencyCode },
        },
        sealedOnBehalfOf: null,
        createdAt: tx.now,
        submittedAt: null,
      };
      const number = caseNumberOf(await appeals.nextSequence(tx));
      const kept = applyAppealEvent(draft, { type: 'submitted', number, to: 'elsewhere' }, tx.now);
      await appeals.insert(tx, kept);
      const words = await ownWords(tx, whole, part);
      const { masked, found } = mask(words);
      await thread.add(tx, {
        appealId: kept.id,
        kind: 'statement',
        author: 'citizen',
        authorId: kept.citizenId,
        language: kept.language,
        maskedText: masked,
        sealedText: found.length > 0 ? sealing.seal(words, `entry:${kept.id}`) : null,
      });
      await journal.append(tx, streamOf(kept.id), {
        type: 'appeal.submitted',
        actor: { kind: 'citizen', id: kept.citizenId },
        facts: {
          number,
          to: 'elsewhere',
          partOf: whole.number,
          kind: kept.kind,
          topicId: kept.topicId,
          territoryCode: kept.place.territoryCode,
          language: kept.language,
        },
      });
      await news.card(tx, kept);
      return kept;
    },
  };
}
export type KeptParts = ReturnType<typeof createKeptParts>;
