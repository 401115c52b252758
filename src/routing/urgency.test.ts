import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createUrgencyDetector, EmergencyData } from './urgency.ts';

const file = join(import.meta.dirname, '../../jurisdictions/kz/emergency.json');
const data = EmergencyData.parse(JSON.parse(readFileSync(file, 'utf8')));
const detect = createUrgencyDetector(data);
const dangers = (text: string) => detect(text).dangers.map(({ id }) => id);

describe('danger to life', () => {
  it.each([
    ['fire', 'У нас горит подъезд, задыхаемся!'],
    ['fire', 'Пожар на Абая 10'],
    ['fire', 'Көрші үй өртеніп жатыр'],
    ['fire', 'uide ort shyqty'],
    ['fire', 'My neighbour house is on fire'],
    ['gas', 'В подъезде сильный запах газа'],
    ['gas', 'Үйде газдың иісі шығып тұр'],
    ['gas', 'I smell gas in the kitchen'],
    ['violence', 'Муж избивает меня и детей'],
    ['violence', 'Күйеуім ұрып жатыр, көмектесіңдер'],
    ['violence', 'He threatens to kill me'],
    ['suicide', 'я больше не хочу жить'],
    ['suicide', 'Өмір сүргім келмейді'],
    ['suicide', 'I want to kill myself'],
    ['medical', 'Маме плохо, без сознания, скорая не едет'],
    ['medical', 'Әкем есінен танып қалды'],
    ['medical', 'My father has chest pain'],
    ['electric', 'Оголённые провода висят над площадкой'],
    ['electric', 'Электр сымы үзіліп жерде жатыр'],
    ['collapse', 'Рухнула стена дома, там люди... стена обрушилась'],
    ['water_rescue', 'Бала мұзға түсіп кетті'],
    ['child', 'Пропал ребёнок, мальчик 7 лет'],
  ])('%s: %s', (id, text) => {
    expect(dangers(text)).toContain(id);
  });

  it.each([
    'Во дворе не горит фонарь',
    'Проверьте пожарную безопасность в торговом центре',
    'Мектепте өрт сөндіргіш жоқ',
    'Когда подключат газ в посёлке?',
    'Fire exit is blocked with boxes',
    'Улица тонет в мусоре',
    'Не хочу жить рядом с заводом',
    'Дайте работу, цены бьют по карману',
  ])('raises no alarm: %s', (text) => {
    expect(dangers(text)).toEqual([]);
  });

  it('names only numbers that are listed, the unified one first', () => {
    const listed = new Set(data.numbers.map(({ number }) => number));
    for (const { numbers } of data.dangers) {
      expect(numbers[0]).toBe('112');
      expect(numbers.every((number) => listed.has(number))).toBe(true);
    }
    expect(data.sensitive.flatMap(({ numbers }) => numbers).every((number) => listed.has(number))).toBe(true);
  });
});

describe('sensitive reports', () => {
  it('marks a bribe, and seals a report from inside', () => {
    expect(detect('Инспектор требует взятку')).toMatchObject({ sensitive: ['corruption'], sealed: false });
    expect(detect('Мой начальник берет взятки, не раскрывайте мое имя')).toMatchObject({ sealed: true });
    expect(detect('Директорымыз пара алады, атымды айтпаңыз').sealed).toBe(true);
    expect(detect('My boss takes bribes, I am afraid of retaliation').sealed).toBe(true);
  });

  it('leaves an ordinary complaint open', () => {
    expect(detect('Директор школы грубит родителям')).toMatchObject({ sensitive: [], sealed: false });
  });
});
