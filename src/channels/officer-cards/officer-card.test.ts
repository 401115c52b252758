import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficerCaseView, ThreadEntry } from '../../appeals/index.ts';
import { TICKET_COMMANDS } from '../../appeals/index.ts';
import { day } from '../../kernel/day.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { loadTexts } from '../../platform/texts/texts.ts';
import { allows } from './officer-acts.ts';
import { createOfficerCards } from './officer-card.ts';

const { t } = loadTexts();
const MASKED = 'masked-words-of-the-citizen';
const OPEN = 'open-words-of-the-citizen';
const ADDRESS = 'exact-address-10';
const REGISTER = 'register-number-of-the-body';

const named = (name: string) => ({ kk: name, ru: name, en: name });
const LINE = [
  { level: 'village', name: named('tiny-village') },
  { level: 'rural_district', name: named('rural-district') },
  { level: 'district', name: named('the-district') },
  { level: 'region', name: named('the-region') },
];

const cards = createOfficerCards({
  t,
  names: { topic: (id) => `topic ${id}`, day: (on) => on },
  tree: { lineage: () => LINE as never },
  publicUrl: 'https://dauys.example',
  openWords: () => OPEN,
});

const entry = (kind: string): ThreadEntry =>
  ({ kind, maskedText: MASKED, author: 'citizen' }) as unknown as ThreadEntry;

const views = fc.record({
  state: fc.constantFrom(
    'delivered',
    'registered',
    'answered',
    'disputed',
    'with_monitors',
    'closed',
    'redirected',
    'withdrawn',
  ),
  commands: fc.subarray([...TICKET_COMMANDS]),
  urgent: fc.boolean(),
  statutoryOverdue: fc.boolean(),
  promiseBroken: fc.boolean(),
  registrationOverdue: fc.boolean(),
  promisedOn: fc.option(fc.constantFrom(day('2026-12-14'), day('2026-11-20'))),
  statutoryOn: fc.option(fc.constantFrom(day('2026-12-15'), day('2026-11-21'))),
  title: fc.constant(MASKED),
  topicId: fc.option(fc.constant('road.pothole')),
  territoryCode: fc.option(fc.constant('1')),
});

function viewOf({
  state,
  commands,
  urgent,
  title,
  topicId,
  territoryCode,
  promisedOn,
  statutoryOn,
  ...flags
}: typeof views extends fc.Arbitrary<infer View> ? View : never): OfficerCaseView {
  return {
    appeal: {
      number: '4729183',
      title,
      topicId,
      urgent,
      place: { territoryCode, addressText: ADDRESS, point: { latitude: 43.2, longitude: 76.9 } },
    },
    ticket: {
      id: '0193f000-0000-7000-8000-000000000001',
      state,
      promisedOn,
      statutoryOn,
      registrationNumber: REGISTER,
      officerId: null,
    },
    entries: [entry('statement'), entry('addition')],
    otherTickets: [],
    commands,
    ...flags,
  } as unknown as OfficerCaseView;
}

const drawn = (view: OfficerCaseView, policy: 'link_only' | 'masked' | 'full', language: Language) =>
  cards.card(view, { policy, language, today: day('2026-11-22'), takenBy: null });

describe('the card of officers', () => {
  it('shows nothing of the citizen’s under link_only, whatever the case', () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...LANGUAGES), (facts, language) => {
        const card = drawn(viewOf(facts), 'link_only', language);
        const said = JSON.stringify(card);
        for (const secret of [MASKED, OPEN, ADDRESS, REGISTER, 'tiny-village', 'rural-district', '43.2', '76.9'])
          expect(said).not.toContain(secret);
        expect(card.buttons.every(({ verb }) => verb === 'take')).toBe(true);
        expect(card.excerpt).toBeNull();
        expect(said).toContain('472-918-3');
      }),
    );
  });

  it('shows masked words and no exact place under masked, and everything under full', () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...LANGUAGES), (facts, language) => {
        const masked = JSON.stringify(drawn(viewOf(facts), 'masked', language));
        expect(masked).toContain(MASKED);
        for (const secret of [OPEN, ADDRESS]) expect(masked).not.toContain(secret);
        const full = JSON.stringify(drawn(viewOf(facts), 'full', language));
        expect(full).toContain(OPEN);
        expect(full).toContain(ADDRESS);
      }),
    );
  });

  it('offers no button that the view or the policy forbids', () => {
    fc.assert(
      fc.property(views, fc.constantFrom('link_only' as const, 'masked' as const, 'full' as const), (facts, policy) => {
        for (const { verb } of drawn(viewOf(facts), policy, 'ru').buttons) {
          expect(facts.commands).toContain(verb);
          expect(allows(policy, verb)).toBe(true);
        }
      }),
    );
  });

  it('says the days left in each language, and lets no thread entry through under link_only', () => {
    const view = viewOf({
      ...fc.sample(views, 1)[0],
      state: 'registered',
      promisedOn: day('2026-12-14'),
      statutoryOn: null,
      promiseBroken: false,
    } as never);
    expect(drawn(view, 'link_only', 'ru').lines).toContain('Обещали ответить: 2026-12-14 (осталось 22 дня)');
    expect(drawn(view, 'link_only', 'kk').lines).toContain('Уәде етілген күн: 2026-12-14 (22 күн қалды)');
    expect(drawn(view, 'link_only', 'en').lines).toContain('Promised by: 2026-12-14 (22 days left)');
    expect(cards.entryText(entry('statement'), 'link_only', 'ru')).toBeNull();
    expect(cards.entryText(entry('statement'), 'masked', 'ru')).toContain(MASKED);
  });
});
