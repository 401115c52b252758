import { newId } from '../../../src/kernel/ids.ts';
import { todayOf } from '../today.ts';
import type { TestConsole } from './start-console.ts';

const ABAY = {
  addressText: 'ул. Абая, 10',
  territoryCode: '751110000' as never,
  point: { latitude: 43.2425, longitude: 76.9561 },
};

/** An orange square: enough of a photo to be shown. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAF0lEQVR4nGP4n2lAEmIY1TCqYfhqAABq5IwQ0cSm5wAAAABJRU5ErkJggg==',
  'base64',
);

/** What a working body has on its desk: fresh, registered, late, asked, answered, and some that nobody could place. */
export async function writeDemoCases(console: TestConsole) {
  const { services } = console;
  const run = <Result>(work: Parameters<typeof services.uow.run<Result>>[1]) =>
    services.uow.run(`demo:${newId()}`, work);
  const { person: officer } = await console.signIn('officer', 'almaty.roads');
  const photo = {
    kind: 'photo' as const,
    mediaType: 'image/png',
    fileName: null,
    channelRef: null,
    ...(await services.files.put(PHOTO)),
  };

  const late = await console.writeCase({
    text: 'Яма на Саина угол Толе би, пробил колесо. Мой телефон 8 701 555 01 03, позвоните',
    agencyCode: 'almaty.roads',
    topicId: 'road.pothole',
    place: ABAY,
    files: [photo],
  });
  const today = await todayOf(services);
  await run((tx) => services.tickets.take(tx, late.ticketId, officer));
  await run((tx) => services.tickets.register(tx, late.ticketId, officer, { number: 'Ж-881', on: today }));
  await services.clock.advance(24 * 86_400_000);

  const fresh = await console.writeCase({
    text: 'Абай көшесінде, 10-үйдің жанында көше шамдары үш күннен бері жанбай тұр. Кешке балаларға қауіпті.',
    language: 'kk',
    agencyCode: 'almaty.roads',
    topicId: 'light.street' as string,
    place: ABAY,
    files: [photo],
  });
  const asked = await console.writeCase({
    text: 'Разметка у школы 159 стёрлась, машины не пропускают детей',
    agencyCode: 'almaty.roads',
    topicId: 'road.signs',
    place: { addressText: 'мкр. Аксай-4, школа 159', territoryCode: '751310000' as never },
  });
  await run((tx) => services.tickets.take(tx, asked.ticketId, officer));
  await run((tx) =>
    services.tickets.ask(tx, asked.ticketId, officer, { text: 'С какой стороны школы переход?', language: 'ru' }),
  );
  await run((tx) =>
    services.tickets.note(tx, asked.ticketId, officer, { text: 'Бригада будет в районе в четверг, можно заодно.' }),
  );
  const answered = await console.writeCase({
    text: 'Тротуар на Жандосова разбит, с коляской не пройти',
    agencyCode: 'almaty.roads',
    topicId: 'road.surface',
    place: { addressText: 'ул. Жандосова, 55', territoryCode: '751410000' as never },
  });
  const answerDay = await todayOf(services);
  await run((tx) => services.tickets.register(tx, answered.ticketId, officer, { number: 'Ж-902', on: answerDay }));
  await run((tx) =>
    services.tickets.answer(tx, answered.ticketId, officer, {
      text: 'Тротуар на Жандосова, 51–59 включён в план ремонта. Работы начнутся 10 марта.',
      language: 'ru',
      outcome: 'planned',
      files: [],
      signatory: 'Д. Орлов',
      outgoingNumber: '1204',
      outgoingOn: answerDay,
    }),
  );
  for (const text of [
    'Не работает лифт третий день, мы на девятом этаже',
    'Автобус 63 ходит раз в час, кестені жиілетіңіздерші',
  ])
    await console.writeCase({ text, topicId: 'road.surface', place: ABAY });
  return { late, fresh, asked, answered };
}
