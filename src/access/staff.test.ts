import { describe, expect, it } from 'vitest';
import type { AgencyCode } from '../kernel/ids.ts';
import { mayManage, STAFF_ROLES, type StaffRole } from './staff.ts';

const roads = 'almaty.roads' as AgencyCode;
const water = 'almaty.water' as AgencyCode;
const someone = (role: StaffRole, agencyCode: AgencyCode | null) => ({ role, agencyCode });

describe('managing colleagues', () => {
  it('is an operator’s right for everybody', () => {
    for (const role of STAFF_ROLES) expect(mayManage(someone('operator', null), someone(role, roads))).toBe(true);
  });

  it('is a supervisor’s right in the own body and for its roles only', () => {
    const supervisor = someone('supervisor', roads);
    expect(mayManage(supervisor, someone('officer', roads))).toBe(true);
    expect(mayManage(supervisor, someone('supervisor', roads))).toBe(true);
    expect(mayManage(supervisor, someone('officer', water))).toBe(false);
    expect(mayManage(supervisor, someone('operator', null))).toBe(false);
    expect(mayManage(supervisor, someone('auditor', roads))).toBe(false);
  });

  it.each(['officer', 'monitor', 'auditor'] as const)('is not for a %s', (role) => {
    for (const other of STAFF_ROLES) expect(mayManage(someone(role, roads), someone(other, roads))).toBe(false);
  });
});
