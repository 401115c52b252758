import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Refusal } from '../kernel/refusal.ts';
import { type Authority, type Profile, ProfileFile } from './profile.ts';

const JURISDICTIONS = fileURLToPath(new URL('../../jurisdictions/', import.meta.url));

export interface Profiles {
  readonly all: readonly Profile[];
  /** Refuses an unknown id. */
  get(id: string): Profile;
  authority(profileId: string, key: string): Authority;
}

/** Reads `jurisdictions/<code>/petitions/profile.json`; a country without one has no petitions. */
export function loadProfiles(code: string, root: string = JURISDICTIONS): Profiles {
  const file = join(root, code, 'petitions', 'profile.json');
  if (!existsSync(file)) return createProfiles([]);
  const parsed = ProfileFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return createProfiles(parsed.data.profiles);
}

export function createProfiles(all: readonly Profile[]): Profiles {
  function get(id: string): Profile {
    const found = all.find((profile) => profile.id === id);
    if (!found) throw new Refusal('petition.profile_unknown', { profile: id });
    return found;
  }
  return {
    all,
    get,
    authority(profileId, key) {
      const found = get(profileId).authorities.find((authority) => authority.key === key);
      if (!found) throw new Refusal('petition.authority_unknown', { profile: profileId, authority: key });
      return found;
    },
  };
}
