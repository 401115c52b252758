import { type Staff, staffName } from '../../access/index.ts';
import type { Officer } from '../../appeals/index.ts';
import type { StaffId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { OfficerBindingsRepository, OfficerChannel } from './officer-bindings-repository.ts';

export interface BoundOfficer extends Officer {
  readonly language: Language;
  readonly name: string;
  readonly email: string;
}

/** Who a person of a channel is here. Somebody deactivated is nobody, at once and everywhere. */
export interface OfficerDirectory {
  byExternal(channel: OfficerChannel, externalId: string, tx?: Tx): Promise<BoundOfficer | null>;
  byStaffId(id: StaffId, tx?: Tx): Promise<BoundOfficer | null>;
}

export interface StaffFinder {
  find(id: StaffId, tx?: Tx): Promise<Staff | null>;
  findByEmail(email: string): Promise<Staff | null>;
}

interface Deps {
  readonly bindings: Pick<OfficerBindingsRepository, 'staffOf'>;
  readonly staff: StaffFinder;
}

export function createOfficerDirectory({ bindings, staff }: Deps): OfficerDirectory {
  return {
    async byExternal(channel, externalId, tx) {
      // A mail address needs no binding: it is how the person was invited.
      if (channel === 'email') return active(await staff.findByEmail(externalId));
      const id = await bindings.staffOf(channel, externalId, tx);
      return id ? active(await staff.find(id, tx)) : null;
    },
    byStaffId: async (id, tx) => active(await staff.find(id, tx)),
  };
}

function active(person: Staff | null): BoundOfficer | null {
  if (person?.state !== 'active') return null;
  const { id, role, agencyCode, unitIds, language, email } = person;
  return { id, role, agencyCode, unitIds, language, email, name: staffName(person) };
}
