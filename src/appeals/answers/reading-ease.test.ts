import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { HARD_BELOW, type ReadingEase, readingEase } from './reading-ease.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../../jurisdictions/kz/knowledge');
/** Steps of a service and the like have no running text. */
const Words = z.object({ text: z.string().default('') });
const Cards = z.object({ records: z.array(z.object({ kk: Words, ru: Words })) });

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Every knowledge card, in Kazakh and Russian: the same thing said by the same people. */
const cards = ['law', 'demo']
  .flatMap((folder) => readdirSync(join(KNOWLEDGE, folder)).map((file) => join(KNOWLEDGE, folder, file)))
  .flatMap((path) => Cards.parse(parse(readFileSync(path, 'utf8'))).records)
  .map(({ kk, ru }) => ({ kk: readingEase(kk.text, 'kk'), ru: readingEase(ru.text, 'ru') }))
  .filter(({ kk, ru }) => kk.score !== null && ru.score !== null);

/** What an office writes, and the same said plainly. */
const PAIRS = {
  kk: [
    [
      'Сіздің өтінішіңізді қарау нәтижелері бойынша көрсетілген учаскедегі автомобиль жолының жүріс бөлігіне ағымдағы жөндеу жұмыстарын жүргізу мәселесі тиісті бюджеттік қаражаттың бөлінуіне қарай белгіленген тәртіппен қаралатындығын хабарлаймыз.',
      'Абай көшесіндегі шұңқырды 9 желтоқсанға дейін жөндейміз. Жұмысты «Жолсервис» атқарады. Күн суытса, мерзімі бір аптаға шегеріледі, сізге хабарлаймыз.',
    ],
    [
      'Қазақстан Республикасының қолданыстағы заңнамасының талаптарына сәйкес коммуналдық қызметтерді көрсету барысында туындайтын қатынастарды реттеу мердігерлік ұйымдардың құзыретіне жататындығына байланысты өтінішіңізді қанағаттандыру мүмкіндігі қарастырылмаған.',
      'Үйіңіздегі жылуды біз емес, қалалық жылу желісі береді. Өтінішті соларға жібердік. Олар үш күнде жауап береді. Келіспесеңіз, бізге шағым жазыңыз.',
    ],
  ],
  ru: [
    [
      'По результатам рассмотрения Вашего обращения сообщаем, что вопрос проведения текущего ремонта проезжей части автомобильной дороги на указанном участке будет рассмотрен в установленном законодательством порядке при условии выделения соответствующих бюджетных ассигнований.',
      'Яму на улице Абая заделаем до 9 декабря. Работу делает «Жолсервис». Если ударит мороз, срок сдвинется на неделю, мы напишем вам.',
    ],
    [
      'В соответствии с требованиями действующего законодательства Республики Казахстан регулирование правоотношений, возникающих при предоставлении коммунальных услуг, относится к компетенции подрядных организаций, в связи с чем удовлетворение обращения не представляется возможным.',
      'Тепло в ваш дом даём не мы, а городская тепловая сеть. Мы передали ей ваше письмо. Она ответит за три дня. Если не согласны, напишите нам жалобу.',
    ],
  ],
} as const;

describe('how easy a text is to read', () => {
  it('says the same of the same cards in Kazakh and in Russian, on the average', () => {
    const score = ({ score: found }: ReadingEase): number => found ?? 0;
    expect(cards.length).toBeGreaterThan(50);
    expect(Math.abs(mean(cards.map(({ kk }) => score(kk))) - mean(cards.map(({ ru }) => score(ru))))).toBeLessThan(1.5);
  });

  it.each(['kk', 'ru'] as const)('calls the official style hard and the plain one not, in %s', (language) => {
    for (const [official, plain] of PAIRS[language]) {
      expect(readingEase(official, language).score).toBeLessThan(HARD_BELOW);
      expect(readingEase(plain, language).score).toBeGreaterThan(HARD_BELOW + 15);
    }
  });

  it('says nothing of a text that is too short', () => {
    expect(readingEase('Шұңқыр жөнделді.', 'kk').score).toBeNull();
    expect(readingEase('', 'ru').score).toBeNull();
  });
});
