import { createHash } from 'node:crypto';
import type { AppealId, CitizenId } from '../../kernel/ids.ts';
import { newId, TerritoryCode, TopicId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Open311Client, Open311Deps } from './deps.ts';
import { Open311Error } from './open311-error.ts';
import { type Filing, type Parameters, readFiling } from './parameters.ts';
import type { Services } from './services.ts';

const CHANNEL = 'open311';
/** A client that got no answer asks again; a person who reports the same place another day means it. */
const REPEAT_MS = 24 * 3_600_000;

const sha256 = (...parts: readonly string[]): Uint8Array<ArrayBuffer> => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return Uint8Array.from(hash.digest());
};

/** Files a request as an appeal of its own: the same drafts, routing, number and clock as every other channel. */
export function createFileRequest(deps: Open311Deps, services: Services) {
  const { uow, drafts, cases, citizens, requests, tree, t } = deps;

  /** The account somebody files under. Device and account ids of other people's apps are kept only as hashes. */
  function accountOf({ account_id, device_id }: Filing, client: Open311Client, digest: Uint8Array): string {
    const own = account_id
      ? ['account', account_id]
      : device_id
        ? ['device', device_id]
        : ['once', newId(), Buffer.from(digest).toString('hex')];
    return `${client.id}:${Buffer.from(sha256(...own)).toString('base64url')}`;
  }

  async function keepDetails(tx: Tx, id: CitizenId, { first_name, last_name, email, phone }: Filing): Promise<void> {
    const name = [last_name, first_name].filter(Boolean).join(' ');
    const given = [
      ['name', name],
      ['email', email ?? ''],
      ['phone', phone ?? ''],
    ] as const;
    for (const [detail, value] of given) {
      if (value === '') continue;
      try {
        await citizens.giveDetail(tx, id, detail, value);
      } catch (error) {
        if (isRefusal(error))
          throw new Open311Error(400, `${detail === 'name' ? 'first_name or last_name' : detail} is not valid`);
        throw error;
      }
    }
  }

  function placeOf({ lat, long, address_string, address_id }: Filing) {
    const territory = address_id === undefined ? null : tree.get(TerritoryCode.parse(address_id));
    if (address_id !== undefined && !territory) throw new Open311Error(400, 'address_id is not known');
    return {
      point: lat === undefined || long === undefined ? null : { latitude: lat, longitude: long },
      addressText: address_string ?? null,
      territoryCode: territory?.code ?? null,
    };
  }

  async function file(
    tx: Tx,
    filing: Filing,
    client: Open311Client,
    digest: Uint8Array<ArrayBuffer>,
    wished: Language,
  ): Promise<AppealId> {
    const repeat = await requests.findRepeat(tx, digest, new Date(tx.now.getTime() - REPEAT_MS));
    if (repeat) return repeat.appealId;
    const language = filing['attribute[language]'] ?? wished;
    const citizen = await citizens.meet(tx, {
      channel: CHANNEL,
      externalId: accountOf(filing, client, digest),
      language,
    });
    if (citizen.consentVersion === null) {
      const text = t(language, 'open311-consent');
      await citizens.consent(tx, citizen, {
        purpose: 'processing',
        given: true,
        text,
        evidence: `${CHANNEL}:${client.id}`,
      });
    }
    await keepDetails(tx, citizen.id, filing);
    // The picture itself is not fetched: a server that loads addresses given by strangers can be sent anywhere.
    const words = [filing.description ?? services.name(filing.service_code, language), filing.media_url]
      .filter(Boolean)
      .join('\n');
    const kind = filing['attribute[kind]'] ?? 'problem';
    const draft = await drafts.start(tx, {
      citizenId: citizen.id,
      language,
      channel: CHANNEL,
      usualTerritory: null,
      kind,
      text: words,
      files: [],
      place: placeOf(filing),
      sourceRef: null,
    });
    const chosen = await drafts.choose(
      tx,
      draft.id,
      citizen.id,
      { topicId: TopicId.parse(filing.service_code), kind },
      null,
    );
    await cases.submit(tx, chosen.id, citizen.id);
    const addressGiven = filing.address_string !== undefined;
    await requests.add(tx, {
      appealId: chosen.id,
      clientId: client.id,
      digest,
      serviceCode: filing.service_code,
      addressGiven,
    });
    return chosen.id;
  }

  return {
    async file(
      parameters: Parameters,
      client: Open311Client,
      language: Language,
      idempotencyKey: string | undefined,
    ): Promise<AppealId> {
      const filing = readFiling(parameters);
      if (!services.has(filing.service_code)) throw new Open311Error(404, 'service_code provided was not found');
      const { api_key: _, ...said } = parameters;
      const digest = idempotencyKey
        ? sha256('key', client.id, idempotencyKey)
        : sha256(
            'said',
            client.id,
            ...Object.entries(said)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .flat(),
          );
      const { result } = await uow.run(`${CHANNEL}:${newId()}`, (tx) => file(tx, filing, client, digest, language));
      return result;
    },

    /** More words to a request that the same client filed. Asked again with the same key it changes nothing. */
    async update(
      parameters: Parameters,
      client: Open311Client,
      number: string | undefined,
      idempotencyKey: string | undefined,
    ): Promise<string> {
      const { description = '' } = parameters;
      if (description.trim() === '') throw new Open311Error(400, 'description was not provided');
      if (description.length > 4000) throw new Open311Error(400, 'description is longer than 4000 characters');
      const digest = Buffer.from(sha256(client.id, number ?? '', idempotencyKey ?? description)).toString('base64url');
      const { result } = await uow.run(`${CHANNEL}-update:${digest}`, async (tx) => {
        const own = number === undefined ? null : await requests.own(tx, number, client.id);
        if (!own) throw new Open311Error(404, 'service_request_id was not found');
        await cases.add(tx, own.appealId, own.citizenId, {
          text: description,
          files: [],
          place: null,
          sourceRef: null,
        });
        return digest.slice(0, 16);
      });
      return result;
    },
  };
}
export type FileRequest = ReturnType<typeof createFileRequest>;
