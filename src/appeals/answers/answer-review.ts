import { zoned } from '../../kernel/day.ts';
import type { StaffId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Mask } from '../../privacy/index.ts';
import type { Officer } from '../officer.ts';
import { NO_PROCEDURE } from '../ticket.ts';
import type { AnswerDraft } from './answer-chain.ts';
import type { AnswerContext, AnswerWords, CaseReading } from './case-reading.ts';
import { type AnswerCheck, checkAnswer } from './check-answer.ts';
import type { OfficialAnswer } from './official-answer.ts';
import { bodyIn, fillTemplate } from './template.ts';
import type { TemplatesService } from './templates-service.ts';

interface Deps {
  readonly reading: CaseReading;
  readonly templates: TemplatesService;
  readonly mask: Mask;
  readonly words: AnswerWords;
  readonly timezone: string;
}

/** What becomes of an answer: it leaves now, or it waits in somebody's hand. */
export type PreparedAnswer =
  | { readonly type: 'waits'; readonly stage: AnswerDraft['stage'] }
  | {
      readonly type: 'leaves';
      readonly answer: OfficialAnswer;
      readonly author: { readonly id: StaffId; readonly role: Officer['role'] };
      readonly details: Record<string, unknown>;
      readonly facts: Record<string, string | number | boolean | null>;
    };

/** What may be wrong with an answer, and what of it is kept when it leaves. */
export function createAnswerReview({ reading: caseReading, templates, mask, words, timezone }: Deps) {
  const { pointsOf, valuesFor } = caseReading;

  async function check(
    ctx: AnswerContext,
    answer: Pick<OfficialAnswer, 'text' | 'language' | 'outcome' | 'addressed' | 'signatory' | 'approver'>,
    now: Date,
    tx?: Tx,
  ): Promise<AnswerCheck> {
    const { ticket, appeal } = ctx;
    const [{ points }, offered, values] = await Promise.all([
      pointsOf(ctx, tx),
      templates.offered(ticket.agencyCode, appeal.topicId),
      valuesFor(ctx, answer.language, zoned(now, timezone).on),
    ]);
    return checkAnswer(
      { ...answer, addressed: answer.addressed ?? null },
      {
        points,
        citizensLanguage: appeal.language,
        isStatutory: ticket.procedure !== NO_PROCEDURE,
        templateTexts: offered
          .filter(({ use }) => use === 'answer')
          .map((template) => fillTemplate(bodyIn(template, answer.language), values)),
        foundInAnswer: mask(answer.text).found,
        knownNames: [answer.signatory ?? '', answer.approver ?? ''],
      },
    );
  }

  /** What the entry keeps for the citizen and the journal for everybody. */
  async function leaving(
    tx: Tx,
    ctx: AnswerContext,
    answer: OfficialAnswer,
    author: { id: StaffId; role: Officer['role'] },
    hands: Pick<AnswerDraft, 'approverId' | 'signatoryId'>,
  ): Promise<PreparedAnswer> {
    const { ticket } = ctx;
    const [approver, signatory] = await Promise.all(
      [hands.approverId, hands.signatoryId].map((id) => (id ? words.staff(id) : null)),
    );
    const signed: OfficialAnswer = {
      ...answer,
      approver: answer.approver ?? approver ?? undefined,
      signatory: answer.signatory ?? signatory ?? undefined,
    };
    const { points, warnings, reading } = await check(ctx, signed, tx.now, tx);
    const template = answer.templateId ? await templates.usable(answer.templateId, ticket.agencyCode, tx) : null;
    if (template)
      await templates.recordUse(tx, {
        templateId: template.id,
        ticketId: ticket.id,
        appealId: ticket.appealId,
        staffId: author.id,
      });
    const { text: _text, language: _language, files: _files, addressed, templateId: _template, ...formal } = signed;
    return {
      type: 'leaves',
      answer: signed,
      author,
      details: JSON.parse(
        JSON.stringify({
          ...formal,
          points: points.map(({ position, text, addressed: has }) => ({ position, text, addressed: has })),
          pointsBy: addressed ? 'officer' : 'words',
        }),
      ),
      facts: {
        warnings: warnings.join(' '),
        readingEase: reading.score,
        points: points.length,
        pointsAddressed: points.filter(({ addressed: has }) => has).length,
        authorId: author.id,
        ...hands,
      },
    };
  }

  return { check, leaving };
}
