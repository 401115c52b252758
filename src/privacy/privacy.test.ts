import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanText, createMask, createSealing, normalisePhone, PrivacyRules, parseNationalId } from './index.ts';

const rules = PrivacyRules.parse(JSON.parse(readFileSync('jurisdictions/kz/privacy.json', 'utf8')));
const mask = createMask(rules);
const KEY_A = `a:${Buffer.alloc(32, 1).toString('base64')}`;
const KEY_B = `b:${Buffer.alloc(32, 2).toString('base64')}`;

describe('masking', () => {
  it.each([
    ['Мой ИИН 850101199993, помогите', 'Мой ИИН [IIN], помогите', ['IIN']],
    ['ЖСН 850101199994 қате терілген', 'ЖСН [IIN] қате терілген', ['IIN']],
    ['звоните +7 701 123-45-67', 'звоните [PHONE]', ['PHONE']],
    ['8(701)1234567 хабарласыңыз', '[PHONE] хабарласыңыз', ['PHONE']],
    ['карта 4400 4300 0000 0007', 'карта [CARD]', ['CARD']],
    ['пишите на a.b@mail.kz', 'пишите на [EMAIL]', ['EMAIL']],
    ['машина 654WOZ05 стоит', 'машина [PLATE] стоит', ['PLATE']],
    ['врач Иванова Анна Петровна не приняла', 'врач [NAME] не приняла', ['NAME']],
    ['мұғалім Серік Асанұлы ұрысты', 'мұғалім [NAME] ұрысты', ['NAME']],
  ])('%s', (text, masked, found) => {
    expect(mask(text)).toEqual({ masked, found });
  });

  it('leaves house numbers, dates and sums alone', () => {
    const text = 'Абая 10, кв. 45, с 22.11.2026 требуют 150 000 тенге за 12 месяцев';
    expect(mask(text)).toEqual({ masked: text, found: [] });
  });

  it('is not held up by 8,000 letters or digits without a gap', () => {
    const began = performance.now();
    for (const run of ['я', '1', 'Aa', '7-']) mask(run.repeat(8_000 / run.length));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('identifiers', () => {
  it.each(['850101199993', '900615299588', '000101399890', '991231599694', '960229699994'])(
    'accepts the valid number %s',
    (iin) => {
      expect(parseNationalId(iin, rules)).toBe(iin);
    },
  );

  it.each(['000101399891', '900615299858', '950101599970', '12345'])('refuses %s', (iin) => {
    expect(parseNationalId(iin, rules)).toBeNull();
  });

  it.each(['+7 701 123 45 67', '8 701 123-45-67', '8(701)1234567', '7011234567'])('reads the phone %s', (written) => {
    expect(normalisePhone(written, rules)).toBe('+77011234567');
  });
});

describe('sealing', () => {
  it('opens what it sealed, and only in the same place', () => {
    const sealing = createSealing(KEY_A);
    const sealed = sealing.seal('Абай 10', 'citizen:1:address');
    expect(sealing.openText(sealed, 'citizen:1:address')).toBe('Абай 10');
    expect(() => sealing.openText(sealed, 'citizen:2:address')).toThrow();
  });

  it('still opens old data after a new key was put in front, and finds the same phones', () => {
    const before = createSealing(KEY_A);
    const sealed = before.seal('x', 'c');
    const after = createSealing(`${KEY_B},${KEY_A}`);
    expect(after.openText(sealed, 'c')).toBe('x');
    expect(after.blindIndex('+77011234567', 'phone')).toEqual(before.blindIndex('+77011234567', 'phone'));
  });
});

describe('text people send', () => {
  it('loses direction overrides, invisible marks and broken halves of characters', () => {
    expect(cleanText('a\u202Eb\u200Bc\uD800 \u0000d')).toBe('abc\uFFFD d');
  });
});
