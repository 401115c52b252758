import { describe, expect, it } from 'vitest';
import { StaffId } from '../../kernel/ids.ts';
import { mentionedIn } from './mentions.ts';

const id = (n: number) => StaffId.parse(`01930000-0000-7000-8000-00000000000${n}`);
const TEAM = [
  { id: id(1), givenName: 'Асель', familyName: 'Нұрланқызы' },
  { id: id(2), givenName: 'Дмитрий', familyName: 'Орлов' },
  { id: id(3), givenName: 'Дмитрий', familyName: 'Пак' },
];

describe('a name after @ in a note', () => {
  it.each([
    ['@Асель, посмотри', [1]],
    ['@асель нұрланқызы и @Орлов', [1, 2]],
    ['@Дмитрий Пак знает', [3]],
    ['@Дмитрий знает', []],
    ['почта a@b.kz, @Никто', []],
  ])('%s', (text, expected) => expect(mentionedIn(text, TEAM)).toEqual(expected.map(id)));
});
