import { randomUUID } from 'node:crypto';
import type { Services } from '../../../src/app/compose.ts';
import type { Participation } from '../../../src/app/participation.ts';
import { CitizenId, type PetitionId, TerritoryCode } from '../../../src/kernel/ids.ts';
import type { Tx } from '../../../src/kernel/unit-of-work.ts';

type House = {
  readonly services: Pick<Services, 'uow' | 'clock'>;
  readonly participation: Pick<Participation, 'petitions'>;
};

const ALMATY = TerritoryCode.parse('750000000');

/** Petitions of a city as a desk meets them: waiting, running, crossed, looked at. */
export function petitionsOf({ services, participation: { petitions } }: House) {
  const run = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    (await services.uow.run(randomUUID(), work)).result;

  async function support(petitionId: PetitionId, referrer: string | null = null): Promise<void> {
    const citizenId = CitizenId.parse(randomUUID());
    await petitions.intake({ petitionId, citizenId, tier: 'account', source: 'chat', referrer });
  }

  async function waiting(
    ask: string,
    why: string,
    { profileId = 'kz.city', authorityKey = 'city', language = 'ru' as const } = {},
  ) {
    const citizenId = CitizenId.parse(randomUUID());
    const draft = await run((tx) =>
      petitions.authoring.draft(tx, {
        citizenId,
        language,
        profileId,
        authorityKey,
        agencyCode: 'almaty.akimat' as never,
        territoryCode: ALMATY,
        text: { ask, why, details: '' },
      }),
    );
    await run((tx) => petitions.authoring.submit(tx, draft.id, citizenId));
    const { sponsors } = petitions.profiles.get(profileId);
    await Promise.all(Array.from({ length: sponsors.count }, () => support(draft.id)));
    return { id: draft.id, code: draft.code, citizenId };
  }

  async function open(...args: Parameters<typeof waiting>) {
    const petition = await waiting(...args);
    await run((tx) => petitions.moderation.publish(tx, petition.id, randomUUID()));
    await petitions.worker.tally();
    return petition;
  }

  return {
    run,
    support,
    waiting,
    open,

    async supports(id: PetitionId, count: number, referrer: string | null = null): Promise<void> {
      await Promise.all(Array.from({ length: count }, () => support(id, referrer)));
      await petitions.worker.tally();
    },

    /** `second`: whoever proposed the rejection that waits. */
    async demo(second: string = randomUUID()) {
      const crossing = await open(
        'Сделать освещённый переход у школы № 159',
        'Дети перебегают дорогу в темноте, за год было три наезда. Ближайший переход в 600 метрах.',
      );
      await this.supports(crossing.id, 310);
      const scooters = await open(
        'Запретить самокаты на тротуарах проспекта Достык',
        'Самокаты сбивают пешеходов каждый день, пожилые люди боятся выходить.',
      );
      await this.supports(scooters.id, 45, 'vk-17');
      await petitions.worker.watch();
      const portal = await open(
        'Вернуть автобус № 95 в посёлок Алатау',
        'После отмены маршрута люди идут до остановки два километра.',
        { profileId: 'kz.state', authorityKey: 'region_akimat' },
      );
      const today = petitions.terms.today(await services.clock.now());
      const operator = { kind: 'operator', id: null } as const;
      await run(async (tx) => {
        const url = 'https://epetition.kz/petition/17';
        const reading = { readOn: today, url };
        await petitions.portal.recordPosting(tx, portal.id, { on: today, url }, operator);
        await petitions.portal.recordReading(tx, portal.id, { ...reading, count: 25_120 }, operator);
        return null;
      });
      const park = await waiting(
        'Открыть парк «Южный» до полуночи летом',
        'В жару днём гулять нельзя, а в девять вечера парк закрывают.',
      );
      const rejected = await waiting(
        'Сделать так, чтобы всё было хорошо в нашем городе',
        'Потому что сейчас всё плохо и надо что-то делать.',
      );
      await run(async (tx) => {
        const reason = { code: 'no_action', note: 'Непонятно, что именно сделать.' };
        await petitions.moderation.proposeRejection(tx, rejected.id, second, reason);
        return null;
      });
      return { crossing, scooters, portal, park, rejected };
    },
  };
}
