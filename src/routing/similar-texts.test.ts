import { describe, expect, it } from 'vitest';
import { COPY, fingerprint, likeness } from './similar-texts.ts';

const alike = (a: string, b: string) => likeness(fingerprint(a).signature, fingerprint(b).signature);
const share = (a: string, b: string) => fingerprint(a).bands.some((band) => fingerprint(b).bands.includes(band));

const CAMPAIGN =
  'Требуем остановить вырубку деревьев в парке первого президента. Жители района против строительства ресторана на месте зелёной зоны.';

describe('texts', () => {
  it('are copies when a name and a greeting were changed', () => {
    const copy = `Здравствуйте. ${CAMPAIGN} С уважением, Айгуль`;
    expect(alike(CAMPAIGN, copy)).toBeGreaterThan(COPY);
    expect(share(CAMPAIGN, copy)).toBe(true);
  });

  it('are the same in another alphabet', () => {
    expect(alike('Көшеде шам жанбайды, түнде қараңғы', 'Koshede sham zhanbaydy, tunde karangy')).toBeGreaterThan(0.5);
  });

  it('about different matters share nothing', () => {
    expect(alike(CAMPAIGN, 'Третий день нет горячей воды в доме на Толе би')).toBeLessThan(0.1);
  });

  it('may be empty', () => {
    expect(fingerprint('').signature).toHaveLength(48);
    expect(alike('', CAMPAIGN)).toBeLessThan(0.1);
  });
});
