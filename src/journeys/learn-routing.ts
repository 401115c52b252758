import { type Journal, SYSTEM } from '../journal/index.ts';
import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UnitOfWork } from '../kernel/unit-of-work.ts';
import {
  type Candidate,
  type CandidateRequest,
  compareModels,
  findSuspectBatches,
  isHeldOut,
  type LearningRepository,
  lastWords,
  type ModelsRepository,
  type ModelVersion,
} from '../routing/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly journal: Pick<Journal, 'append'>;
  readonly learning: LearningRepository;
  readonly models: ModelsRepository;
  readonly files: {
    put(bytes: Uint8Array): Promise<{ contentHash: Uint8Array }>;
    get(contentHash: Uint8Array): Promise<Uint8Array | null>;
  };
  readonly train: (request: CandidateRequest) => Promise<Candidate>;
  readonly folder: string;
  readonly aims: CandidateRequest['aims'];
  /** Told when another version is to route from now on. */
  readonly onPromoted: () => Promise<void>;
}

const STREAM = 'routing:models';
const KEPT_APART_ONE_IN = 5;
const FEWEST_TO_LEARN = 20;

/** Learning from what people decided: collect, leave out what is suspect, train, compare, promote only if nothing got worse. */
export function createRoutingLearner({ uow, journal, learning, models, files, train, folder, aims, onPromoted }: Deps) {
  let running: Promise<ModelVersion['version'] | null> | null = null;

  async function collect(): Promise<number> {
    const outcome = await uow.run(`routing-examples:${newId()}`, (tx) => learning.collect(tx));
    return outcome.result;
  }

  async function learn(by: string | null): Promise<number | null> {
    while ((await collect()) > 0);
    const batches = findSuspectBatches(await learning.examples());
    const excluded = batches.map(({ ids: _ids, ...shown }) => shown);
    if (batches.length > 0) {
      await uow.run(`routing-exclude:${newId()}`, async (tx) => {
        for (const { ids } of batches) await learning.exclude(tx, ids, 'one_target');
        await journal.append(tx, STREAM, {
          type: 'routing.examples_excluded',
          actor: SYSTEM,
          facts: { batches: excluded.map(({ labelledBy, target, count }) => ({ labelledBy, target, count })) },
        });
        return null;
      });
    }
    const messages = await learning.texts(lastWords(await learning.examples()));
    if (messages.length < FEWEST_TO_LEARN && by === null) return null;
    const history = messages.filter(({ text }) => isHeldOut(text, KEPT_APART_ONE_IN));
    const learnt = messages.filter(({ text }) => !isHeldOut(text, KEPT_APART_ONE_IN));
    const hash = (await models.current())?.contentHash;
    const present = hash ? await files.get(hash) : null;
    const candidate = await train({ folder, learnt, history, present, aims });
    const figures = Object.fromEntries(
      (['heldOut', 'cases', 'history'] as const).map((name) => [
        name,
        compareModels(candidate.before[name], candidate.after[name]),
      ]),
    );
    const isWorse = Object.values(figures).some(({ verdict }) => verdict === 'worse');
    const [model, rules] = await Promise.all([
      files.put(candidate.model),
      files.put(new TextEncoder().encode(candidate.rules)),
    ]);
    const outcome = await uow.run(`routing-model:${newId()}`, async (tx) => {
      const version = await models.add(tx, {
        state: isWorse ? 'refused' : 'candidate',
        trainedAt: tx.now,
        trainedBy: by,
        examples: learnt.length,
        excluded,
        figures,
        verdict: isWorse ? 'worse' : 'not_worse',
        contentHash: model.contentHash,
        rulesHash: rules.contentHash,
      });
      await journal.append(tx, STREAM, {
        type: 'routing.model_trained',
        actor: by ? { kind: 'operator', id: by } : SYSTEM,
        facts: { version, examples: learnt.length, verdict: isWorse ? 'worse' : 'not_worse' },
      });
      return version;
    });
    return outcome.result;
  }

  async function promote(version: number | null, by: string | null): Promise<void> {
    await uow.run(`routing-promote:${newId()}`, async (tx) => {
      if (version !== null) {
        const model = await models.find(tx, version);
        if (!model?.contentHash) throw new Refusal('routing.model_not_found', { version });
        if (model.verdict === 'worse') throw new Refusal('routing.model_worse', { version });
      }
      await models.promote(tx, version, by);
      await journal.append(tx, STREAM, {
        type: 'routing.model_promoted',
        actor: by ? { kind: 'operator', id: by } : SYSTEM,
        facts: { version },
      });
      return null;
    });
    await onPromoted();
  }

  /** One training at a time, whoever asks for it. */
  const start = (by: string | null): Promise<number | null> => {
    running ??= learn(by).finally(() => {
      running = null;
    });
    return running;
  };

  return {
    collect,
    promote,
    isRunning: (): boolean => running !== null,
    train: start,
    /** By night: the candidate routes from the morning on, unless it is worse beyond noise. */
    async nightly(): Promise<void> {
      const version = await start(null);
      if (version === null) return;
      const trained = (await models.list()).find((model) => model.version === version);
      if (trained?.verdict === 'not_worse') await promote(version, null);
    },
  };
}
