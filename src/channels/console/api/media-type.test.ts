import { describe, expect, it } from 'vitest';
import { isShown, mediaTypeOf } from './media-type.ts';

const zip = Buffer.from('PK\u0003\u0004rest', 'latin1');

describe('the type of an attachment', () => {
  it.each([
    ['act.pdf', Buffer.from('%PDF-1.7'), 'application/pdf'],
    ['photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['renamed.pdf', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['photo.webp', Buffer.from('RIFF....WEBPVP8 ', 'latin1'), 'image/webp'],
    ['letter.docx', zip, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['note.txt', Buffer.from('Акт'), 'text/plain'],
  ])('%s is what its bytes say', (name, bytes, type) => {
    expect(mediaTypeOf(bytes, name)).toBe(type);
  });

  it.each([
    ['page.html', Buffer.from('<html>')],
    ['image.svg', Buffer.from('<svg onload="x()">')],
    ['run.exe', Buffer.from('MZ')],
    ['run.jar', zip],
    ['act.pdf', Buffer.from('<script>')],
    ['binary.txt', Buffer.from([65, 0, 66])],
    ['empty', Buffer.alloc(0)],
  ])('%s is not taken when it is nothing an answer needs', (name, bytes) => {
    expect(mediaTypeOf(bytes, name)).toBeNull();
  });

  it('decides what a page may show by itself', () => {
    expect(['image/jpeg', 'audio/ogg', 'video/mp4', 'application/pdf'].every(isShown)).toBe(true);
    expect(['image/svg+xml', 'text/html', 'application/zip', 'application/xml'].some(isShown)).toBe(false);
  });
});
