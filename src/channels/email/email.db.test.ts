import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmailHouse, startEmailHouse } from '../../../test/support/mail/email-house.ts';
import type { ReceivedLetter } from '../../../test/support/mail/mail-server.ts';
import {
  createOfficerWorld,
  type OfficerWorld,
  SECRETS_OF_CITIZEN,
  STORY,
} from '../../../test/support/officers/officer-world.ts';
import type { ChannelPolicy } from '../../agencies/index.ts';

const DMITRIY = 'dmitriy@roads.example';

async function open(abroadPolicy: ChannelPolicy, channel: { abroad: boolean; policy: ChannelPolicy | null }) {
  const world = await createOfficerWorld({ abroadPolicy });
  const house = await startEmailHouse(world);
  await world.addChannel({ kind: 'email', place: 'office@roads.example', ...channel });
  await world.addStaff({ givenName: 'Дмитрий', email: DMITRIY });
  return { world, house };
}

describe('a case worked by e-mail', () => {
  let world: OfficerWorld;
  let house: EmailHouse;
  beforeAll(async () => {
    ({ world, house } = await open('link_only', { abroad: false, policy: 'full' }));
  });
  afterAll(async () => {
    await house.stop();
    await world.stop();
  });

  const replyTo = (letter: ReceivedLetter | undefined, text: string, rest: object = {}) =>
    house.replyTo(DMITRIY, letter, text, rest);
  const toOffice = () => house.to('office@roads.example');
  const toDmitriy = () => house.to(DMITRIY);

  it('goes from the letter to the citizen’s last word and leaves the same journal as everywhere', async () => {
    const { appealId, citizenId, ticketId } = await world.fileCase();
    await world.deliverAll();
    const letter = toOffice().at(-1);
    expect(letter?.text).toContain('Провал на улице Абая');
    expect(letter?.headers.get('subject')).toContain('Яма на дороге');

    await replyTo(letter, 'Беру');
    expect(toDmitriy().at(-1)?.text).toContain('Теперь это ваше');

    await replyTo(letter, 'Вопрос: с какой стороны дороги?');
    expect(toDmitriy().at(-1)?.text).toContain('Гражданин получит вопрос');
    expect(await world.entries(appealId)).toHaveLength(1);
    await replyTo(toDmitriy().at(-1), 'Да');

    await replyTo(letter, 'Рег: Ж-881');
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'registered', registrationNumber: 'Ж-881' });

    const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
    await replyTo(letter, `Продлить: ${latest} ждём экспертизу`);
    await replyTo(toDmitriy().at(-1), 'да.');

    for (const text of ['Яму засыпали 9 декабря.', 'Заасфальтировали.']) {
      await replyTo(letter, `Ответ: ${text}`);
      await replyTo(toDmitriy().at(-1), 'Сделано');
      expect((await world.entries(appealId)).at(-1)).toMatchObject({ kind: 'answer', maskedText: text });
      if (!text.startsWith('Яму')) break;
      await world.dispute(appealId, citizenId);
      await world.deliverAll();
      expect(toOffice().at(-1)?.text).toContain('Яма на месте');
    }
    await world.confirm(appealId, citizenId);
    await world.deliverAll();
    expect(await world.journalOf(appealId)).toEqual(STORY);
    expect(toOffice()).toHaveLength(2);
  });

  it('keeps a plain reply as a note, once, though the gateway hands it over twice', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const letter = toOffice().at(-1);
    const messageId = '<twice@roads.example>';
    await replyTo(letter, 'Позвонил подрядчику', { messageId });
    await replyTo(letter, 'Позвонил подрядчику', { messageId });
    const notes = (await world.entries(appealId)).filter(({ kind }) => kind === 'note');
    expect(notes.map(({ maskedText }) => maskedText)).toEqual(['Позвонил подрядчику']);
  });

  it('sends what was attached with the answer', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const letter = toOffice().at(-1);
    await replyTo(letter, 'Рег: Ж-9');
    const attachments = [
      { fileName: 'акт.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7').toString('base64') },
    ];
    await replyTo(letter, 'Ответ: акт приложен', { attachments });
    expect(toDmitriy().at(-1)?.text).toContain('акт.pdf');
    await replyTo(toDmitriy().at(-1), 'Разъяснено');
    const answer = (await world.entries(appealId)).at(-1);
    expect(answer?.files).toMatchObject([{ kind: 'document', fileName: 'акт.pdf', state: 'stored' }]);
    expect(answer?.details).toMatchObject({ outcome: 'explained' });
  });

  it('finds the case by the mark in the subject when the address was lost', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    await replyTo(toOffice().at(-1), 'По теме письма', { to: ['case@dauys.example'] });
    expect((await world.entries(appealId)).at(-1)).toMatchObject({ kind: 'note', maskedText: 'По теме письма' });
  });

  it('does nothing for a forged signature, an unproven sender, a robot, a stranger, a made-up token', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const letter = toOffice().at(-1);
    const sent = house.mail.letters.length;
    expect(await house.post({}, `whsec_${Buffer.from('something else altogether').toString('base64')}`)).toBe(401);
    expect(await replyTo(letter, 'Ответ: х', { authenticated: false })).toBe(202);
    expect(await replyTo(letter, 'Ответ: х', { autoSubmitted: true })).toBe(202);
    expect(await replyTo(letter, 'Ответ: х', { from: 'stranger@roads.example' })).toBe(202);
    const forged = (letter?.headers.get('reply-to') ?? '').replace(/[0-9a-f]{4}@/, 'ffff@');
    expect(await replyTo(letter, 'Ответ: х', { to: [forged], subject: 'Re' })).toBe(202);
    expect(await world.entries(appealId)).toHaveLength(1);
    expect(house.mail.letters).toHaveLength(sent);
  });

  it('tries again when the mail server is busy, and reports when it refuses', async () => {
    const before = toOffice().length;
    house.mail.failNext(451);
    await world.fileCase();
    await world.deliverAll();
    expect(toOffice()).toHaveLength(before);
    await world.services.clock.advance(120_000);
    await world.deliverAll();
    expect(toOffice()).toHaveLength(before + 1);
    house.mail.failNext(550);
    await world.fileCase();
    await world.deliverAll();
    expect((await world.room.channels.ofKind('email'))[0]).toMatchObject({
      health: 'broken',
      healthProblem: 'SMTP 550',
    });
  });
});

describe('a mailbox abroad under a profile that permits the link only', () => {
  it('gets the number, the topic and the date, and takes no text', async () => {
    const { world, house } = await open('link_only', { abroad: true, policy: 'full' });
    await world.fileCase();
    await world.deliverAll();
    expect(house.mail.letters).toHaveLength(1);
    const [letter] = house.mail.letters;
    expect(letter?.text).toContain('Яма на дороге');
    for (const secret of SECRETS_OF_CITIZEN)
      expect(`${letter?.text}${letter?.headers.get('subject')}`).not.toContain(secret);
    expect(letter?.text).not.toContain('Ответ на это письмо');
    await house.stop();
    await world.stop();
  });
});
