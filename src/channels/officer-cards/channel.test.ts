import { describe, expect, it } from 'vitest';
import { AgencyCode } from '../../kernel/ids.ts';
import { concerns, policyOf } from './channel.ts';

const agencyCode = AgencyCode.parse('almaty.roads');
const POLICIES = ['link_only', 'masked', 'full'] as const;

describe('what a channel may show', () => {
  it('abroad: the narrowest of the country’s profile, the body and the channel', () => {
    for (const abroad of POLICIES)
      for (const agency of POLICIES)
        for (const own of [null, ...POLICIES]) {
          const shown = policyOf({ abroad: true, policy: own, agencyCode }, { abroad, ofAgency: () => agency });
          const allowed = [abroad, agency, ...(own ? [own] : [])].map((policy) => POLICIES.indexOf(policy));
          expect(POLICIES.indexOf(shown)).toBe(Math.min(...allowed));
        }
  });

  it('at home: masked, unless the channel says otherwise', () => {
    const sources = { abroad: 'link_only' as const, ofAgency: () => 'link_only' as const };
    expect(policyOf({ abroad: false, policy: null, agencyCode }, sources)).toBe('masked');
    expect(policyOf({ abroad: false, policy: 'full', agencyCode }, sources)).toBe('full');
  });
});

describe('which tickets belong into a channel', () => {
  const ticket = { unitId: 'unit-1', topicId: 'road.pothole' };
  it.each([
    [{ unitId: null, topic: null }, true],
    [{ unitId: 'unit-1', topic: null }, true],
    [{ unitId: 'unit-2', topic: null }, false],
    [{ unitId: null, topic: 'road' }, true],
    [{ unitId: null, topic: 'road.pothole' }, true],
    [{ unitId: null, topic: 'roa' }, false],
    [{ unitId: null, topic: 'water' }, false],
  ])('%o: %s', (channel, expected) => {
    expect(concerns(channel as Parameters<typeof concerns>[0], ticket)).toBe(expected);
  });
});
