import { createHash } from 'node:crypto';
import type { CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { cleanText, normalisePhone, type PrivacyRules, parseNationalId, type Sealing } from '../privacy/index.ts';
import type { Citizen, CitizenSettings, ConsentPurpose, Detail } from './citizen.ts';
import type { CitizensRepository } from './citizens-repository.ts';

/** Changes whenever the words of the consent change; the words themselves lie in the locale files. */
export const CONSENT_VERSION = '2026-11';

interface Deps {
  readonly citizens: CitizensRepository;
  readonly sealing: Sealing;
  readonly privacyRules: PrivacyRules;
}

export function createCitizensService({ citizens, sealing, privacyRules }: Deps) {
  async function change(
    tx: Tx,
    citizen: Citizen,
    changes: Partial<Omit<Citizen, 'id' | 'revision'>>,
  ): Promise<Citizen> {
    const after = { ...citizen, ...changes, revision: citizen.revision + 1 };
    await citizens.save(tx, after);
    return after;
  }

  return {
    /** The citizen behind an account; the first sight of an account makes one. */
    async meet(tx: Tx, account: { channel: string; externalId: string; language: Language }): Promise<Citizen> {
      return (
        (await citizens.findByAccount(tx, account.channel, account.externalId)) ?? (await citizens.add(tx, account))
      );
    },

    chooseLanguage: (tx: Tx, citizen: Citizen, language: Language): Promise<Citizen> =>
      change(tx, citizen, { language, settings: { ...citizen.settings, languageChosen: true } }),

    setSettings: (tx: Tx, citizen: Citizen, settings: CitizenSettings): Promise<Citizen> =>
      change(tx, citizen, { settings: { ...citizen.settings, ...settings } }),

    /** `/stop`: nothing is sent any more but answers to what the citizen asks. Writing again lifts it. */
    setState: (tx: Tx, citizen: Citizen, state: 'active' | 'stopped'): Promise<Citizen> =>
      change(tx, citizen, { state }),

    rememberTerritory: async (tx: Tx, citizen: Citizen, territoryCode: TerritoryCode): Promise<Citizen> =>
      citizen.territoryCode === territoryCode ? citizen : change(tx, citizen, { territoryCode }),

    /** Law 94-V art. 8: consent in a form that proves it. The exact words are kept as their hash beside version and language. */
    async consent(
      tx: Tx,
      citizen: Citizen,
      { purpose, given, text, evidence }: { purpose: ConsentPurpose; given: boolean; text: string; evidence: string },
    ): Promise<Citizen> {
      await citizens.addConsent(tx, citizen.id, {
        purpose,
        given,
        version: CONSENT_VERSION,
        language: citizen.language,
        textHash: Uint8Array.from(createHash('sha256').update(text).digest()),
        evidence,
      });
      return purpose === 'processing'
        ? change(tx, citizen, { consentVersion: given ? CONSENT_VERSION : null })
        : citizen;
    },

    /** Checks and seals one personal detail; refuses what cannot be right with a code per detail. */
    async giveDetail(tx: Tx, id: CitizenId, detail: Detail, written: string): Promise<void> {
      const text = cleanText(written);
      const value = normalised(detail, text);
      if (value === null)
        throw new Refusal(
          `citizen.${detail === 'nationalId' ? 'national_id' : detail === 'postalAddress' ? 'postal_address' : detail}_wrong`,
          {},
        );
      const phoneIndex = detail === 'phone' ? sealing.blindIndex(value, 'phone') : undefined;
      await citizens.setDetail(tx, id, detail, sealing.seal(value, `citizen:${id}:${detail}`), phoneIndex);
    },

    async readDetails(id: CitizenId): Promise<Partial<Record<Detail, string>>> {
      const sealed = await citizens.sealedDetails(id);
      return Object.fromEntries(
        Object.entries(sealed).map(([detail, bytes]) => [detail, sealing.openText(bytes, `citizen:${id}:${detail}`)]),
      );
    },

    async findByPhone(written: string): Promise<CitizenId[]> {
      const phone = normalisePhone(written, privacyRules);
      return phone ? citizens.idsByPhoneIndex(sealing.blindIndex(phone, 'phone')) : [];
    },
  };

  function normalised(detail: Detail, text: string): string | null {
    switch (detail) {
      case 'name':
        return /^\p{L}[\p{L}\p{M}'’.\- ]{1,118}$/u.test(text) ? text : null;
      case 'nationalId':
        return parseNationalId(text, privacyRules);
      case 'postalAddress':
        return text.length >= 8 && text.length <= 300 ? text : null;
      case 'phone':
        return normalisePhone(text, privacyRules);
      case 'email':
        return /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) && text.length <= 254 ? text.toLowerCase() : null;
    }
  }
}
export type CitizensService = ReturnType<typeof createCitizensService>;
