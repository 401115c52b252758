import { type Actor, type Journal, SYSTEM } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { SurveyId, TerritoryCode } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { AnsweringService } from './answering/answering-service.ts';
import type { DutiesRepository } from './duties/duties-repository.ts';
import type { MailingProgress, RecipientsRepository } from './fielding/recipients-repository.ts';
import type { Words } from './questionnaire/words.ts';
import type { QuotasRepository } from './quotas-repository.ts';
import { MIN_CELL, mayShowGroup } from './statistics/suppression.ts';
import type { SurveysRepository } from './surveys-repository.ts';
import { Audience, type AudienceInput, type DatedMargins, moveWave, type Wave, type WaveEvent } from './wave.ts';
import type { WavesRepository } from './waves-repository.ts';

const MAX_REMINDERS = 2;
const MOST_AT_ONCE = 50_000;

/** Who acts when a wave reaches its last day by itself. */
export const BY_CLOCK = 'clock';
const actorOf = (by: string): Actor => (by === BY_CLOCK ? SYSTEM : { kind: 'operator', id: by });

interface Deps {
  readonly surveys: SurveysRepository;
  readonly waves: WavesRepository;
  readonly quotaPlaces: QuotasRepository;
  readonly recipients: RecipientsRepository;
  readonly answering: Pick<AnsweringService, 'sweepUnfinished'>;
  readonly duties: DutiesRepository;
  readonly journal: Journal;
  /** The territory and everything inside it. */
  readonly territoriesWithin: (code: TerritoryCode) => readonly string[];
  /** An unguessable word: seeds and link codes. */
  readonly newSecret: () => string;
}

export interface NewWave {
  readonly surveyId: SurveyId;
  readonly audience: AudienceInput;
  readonly closesAt: Date;
  /** Who must say what came of it, and by when. */
  readonly duty: { readonly ownerId: string; readonly dueOn: Day };
  readonly margins?: DatedMargins | null;
  /** Given to draw the same sample again. */
  readonly seed?: string;
  readonly minCell?: number;
  readonly by: string;
}

export interface WaveProgress {
  readonly wave: Wave;
  readonly contact: MailingProgress;
  readonly reminder: MailingProgress;
  readonly news: MailingProgress;
  /** People, not messages: none, started, finished, screened. */
  readonly responses: Readonly<Record<string, number>>;
  /** Places of each quota that counted answers take; null where they, or the rest, are a handful. */
  readonly quotas: readonly {
    readonly key: string;
    readonly label: Words;
    readonly taken: number | null;
    readonly limit: number;
  }[];
  /** Finished and counted, of those a message reached. */
  readonly responseRate: number | null;
}

/** Fielding as an operator sees it: whom, start, pause, remind, close. */
export function createWavesService({
  surveys,
  waves,
  quotaPlaces,
  recipients,
  answering,
  duties,
  journal,
  territoriesWithin,
  newSecret,
}: Deps) {
  const codesOf = ({ territories }: Audience): string[] =>
    territories.flatMap((code) => territoriesWithin(code as TerritoryCode));

  async function move(tx: Tx, id: string, event: WaveEvent, by: string): Promise<Wave> {
    const after = moveWave(await waves.get(id, tx), event, tx.now);
    await waves.save(tx, after);
    await journal.append(tx, `survey:${after.surveyId}`, {
      type: `survey.wave_${event}`,
      actor: actorOf(by),
      facts: { wave: after.number },
    });
    return after;
  }

  return {
    /** How many people an audience has, by stratum, before anything is decided. */
    async preview(input: AudienceInput): Promise<{ people: number; strata: Readonly<Record<string, number>> }> {
      const audience = Audience.parse(input);
      const strata = await waves.strata(audience, codesOf(audience));
      return { people: [...strata.values()].reduce((sum, size) => sum + size, 0), strata: Object.fromEntries(strata) };
    },

    /** Draws the people and writes the list down; nobody is written to yet. */
    async prepare(
      tx: Tx,
      {
        surveyId,
        audience: input,
        closesAt,
        duty,
        margins = null,
        seed = newSecret(),
        minCell = MIN_CELL,
        by,
      }: NewWave,
    ): Promise<Wave> {
      const survey = await surveys.get(tx, surveyId);
      const version = await surveys.approvedVersion(surveyId, tx);
      if (!version) throw new Refusal('survey.not_approved');
      if (closesAt <= tx.now) throw new Refusal('survey.closes_in_past');
      const audience = Audience.parse(input);
      if (audience.panelOf && (await waves.get(audience.panelOf, tx)).surveyId !== surveyId)
        throw new Refusal('survey.wave_not_found');
      const wave = await waves.add(tx, {
        surveyId,
        versionId: version.id,
        mode: survey.mode,
        audience,
        seed,
        openCode: audience.open ? newSecret().slice(-16) : null,
        minCell: Math.max(MIN_CELL, minCell),
        margins,
        closesAt,
        dutyOwnerId: duty.ownerId,
        dutyDueOn: duty.dueOn,
        by,
      });
      await quotaPlaces.add(
        tx,
        wave.id,
        version.questionnaire.quotas.map(({ key }) => key),
      );
      const { frameSize, drawn } = await waves.planDraw(tx, wave, codesOf(audience));
      // A list that one transaction can hold is there at once; a long one is written by the worker.
      const left = frameSize <= MOST_AT_ONCE ? await waves.drawSlice(tx, wave.id, codesOf) : 'later';
      await journal.append(tx, `survey:${surveyId}`, {
        type: 'survey.wave_prepared',
        actor: actorOf(by),
        facts: { wave: wave.number, version: version.number, frameSize, drawn, seed },
      });
      return left === null ? { ...wave, frameSize } : waves.get(wave.id, tx);
    },

    start: (tx: Tx, id: string, by: string): Promise<Wave> => move(tx, id, 'started', by),

    /** Takes back what lies in the outbox and has not left. */
    async pause(tx: Tx, id: string, by: string): Promise<Wave> {
      const wave = await move(tx, id, 'paused', by);
      await recipients.takeBack(tx, id);
      return wave;
    },
    resume: (tx: Tx, id: string, by: string): Promise<Wave> => move(tx, id, 'resumed', by),

    /** Only people who were reached and have not finished, twice at most. */
    async remind(tx: Tx, id: string, by: string): Promise<{ people: number }> {
      const wave = await waves.get(id, tx);
      if (wave.state !== 'fielding')
        throw new Refusal('survey.wave_move_refused', { state: wave.state, event: 'reminded' });
      const people = await recipients.lineUpReminder(tx, id, MAX_REMINDERS);
      await journal.append(tx, `survey:${wave.surveyId}`, {
        type: 'survey.wave_reminded',
        actor: actorOf(by),
        facts: { wave: wave.number, people },
      });
      return { people };
    },

    /** Closing opens a duty: somebody must say by a day what was heard and what changes. */
    async close(tx: Tx, id: string, by: string): Promise<Wave> {
      const wave = await move(tx, id, 'closed', by);
      await recipients.takeBack(tx, id);
      await answering.sweepUnfinished(tx, wave);
      const survey = await surveys.get(tx, wave.surveyId);
      await duties.open(tx, {
        waveId: id,
        agencyCode: survey.agencyCode,
        ownerId: wave.dutyOwnerId,
        dueOn: wave.dutyDueOn,
      });
      return wave;
    },

    async setMargins(tx: Tx, id: string, margins: DatedMargins): Promise<Wave> {
      const wave = await waves.get(id, tx);
      const after = { ...wave, margins, revision: wave.revision + 1 };
      await waves.save(tx, after);
      return after;
    },

    async progress(id: string): Promise<WaveProgress> {
      const [wave, contact, reminder, news, responses, { counted, taken }] = await Promise.all([
        waves.get(id),
        recipients.progress(id, 'contact'),
        recipients.progress(id, 'reminder'),
        recipients.progress(id, 'news'),
        recipients.responses(id),
        quotaPlaces.shown(id),
      ]);
      const { quotas } = (await surveys.version(wave.versionId)).questionnaire;
      const reached = contact.counts.delivered ?? 0;
      return {
        wave,
        contact,
        reminder,
        news,
        responses: responses.counts,
        quotas: quotas.map(({ key, label, limit }) => {
          const people = taken.get(key) ?? 0;
          return {
            key,
            label,
            limit,
            taken: people === 0 || mayShowGroup(people, counted, wave.minCell) ? people : null,
          };
        }),
        responseRate: reached === 0 ? null : responses.finishedAfterContact / reached,
      };
    },

    /** Lists that are still being written, for the worker. */
    drawing: (): Promise<string[]> => waves.drawing(),
    /** @returns whether more is to be drawn. */
    drawNext: async (tx: Tx, id: string): Promise<boolean> => (await waves.drawSlice(tx, id, codesOf)) !== null,

    /** Waves whose last day is over, and waves that left unfinished answers behind: both for the worker. */
    due: (now: Date): Promise<string[]> => waves.due(now),
    leftBehind: (): Promise<string[]> => waves.leftBehind(),
    sweep: async (tx: Tx, id: string): Promise<number> => answering.sweepUnfinished(tx, await waves.get(id, tx)),

    ofSurvey: (surveyId: SurveyId): Promise<Wave[]> => waves.ofSurvey(surveyId),
    get: (id: string): Promise<Wave> => waves.get(id),
    byOpenCode: (code: string): Promise<Wave | null> => waves.byOpenCode(code),
    openFor: (tx: Tx, citizenId: string) => waves.openFor(tx, citizenId),
  };
}
export type WavesService = ReturnType<typeof createWavesService>;
