import { randomBytes } from 'node:crypto';
import type { StoredFile } from './state.ts';
import { badRequest } from './telegram-error.ts';
import type { Media, PhotoSize } from './wire.ts';
import type { World } from './world.ts';

export interface Upload {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

export type Uploads = ReadonlyMap<string, Upload>;
export type MediaKind = 'photo' | 'document' | 'voice' | 'audio' | 'video' | 'animation' | 'video_note';

const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;
const FOLDERS: Record<MediaKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  audio: 'music',
  video: 'videos',
  animation: 'animations',
  video_note: 'video_notes',
};
const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/ogg': 'oga',
  'audio/webm': 'webm',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'application/pdf': 'pdf',
};

/** Files on both sides: what people and bots send, and what `getFile` gives back. */
export function createMediaFiles(world: World) {
  function store(upload: Upload, kind: MediaKind): StoredFile {
    const { bytes } = upload;
    if (bytes.length === 0) throw badRequest('file must be non-empty');
    const mime = kind === 'photo' ? (imageSize(bytes)?.mime ?? upload.mime) : upload.mime;
    const number = world.state.nextFile++;
    const extension = EXTENSIONS[mime] ?? /\.([A-Za-z0-9]{1,8})$/.exec(upload.name)?.[1] ?? 'bin';
    const file: StoredFile = {
      id: `${kind === 'photo' ? 'AgACAgIAAxk' : 'BQACAgIAAxk'}${randomBytes(30).toString('base64url')}`,
      uniqueId: `AQAD${randomBytes(9).toString('base64url')}`,
      path: `${FOLDERS[kind]}/file_${number}.${extension}`,
      name: upload.name,
      mime,
      size: bytes.length,
      kind,
    };
    world.putBlob(file, bytes);
    world.touch();
    return file;
  }

  const byId = (id: string) => world.state.files.find((file) => file.id === id);

  return {
    store,
    byId,
    byPath: (path: string) => world.state.files.find((file) => file.path === path),

    /** What a method's parameter names: an upload, `attach://part`, or the id of a file already there. */
    resolve(value: unknown, field: string, uploads: Uploads, kind: MediaKind): StoredFile {
      if (typeof value === 'string' && /^https?:/.test(value)) throw badRequest('failed to get HTTP URL content');
      const part = typeof value === 'string' && value.startsWith('attach://') ? value.slice(9) : field;
      const upload = uploads.get(part);
      if (upload && (value === undefined || typeof value !== 'string' || value.startsWith('attach://'))) {
        return store(upload, kind);
      }
      const known = typeof value === 'string' ? byId(value) : undefined;
      if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
      if ((known.kind === 'photo') !== (kind === 'photo')) {
        throw badRequest(`can't use file of type ${title(known.kind)} as ${title(kind)}`);
      }
      return known;
    },

    photo(file: StoredFile): PhotoSize[] {
      const bytes = world.blob(file.id);
      const size = bytes && imageSize(bytes);
      if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
      if (file.size > MAX_PHOTO_BYTES) throw badRequest(`file of size ${file.size} bytes is too big for a photo`);
      const { width, height } = size;
      if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
        throw badRequest('PHOTO_INVALID_DIMENSIONS');
      }
      return [{ file_id: file.id, file_unique_id: file.uniqueId, width, height, file_size: file.size }];
    },

    media(file: StoredFile, extra: Partial<Media> = {}): Media {
      return {
        file_id: file.id,
        file_unique_id: file.uniqueId,
        file_name: file.kind === 'voice' ? undefined : file.name,
        mime_type: file.mime,
        file_size: file.size,
        ...extra,
      };
    },

    /** The answer to `getFile`; bots download at most 20 MB. */
    described(id: unknown) {
      const file = typeof id === 'string' ? byId(id) : undefined;
      if (!file) throw badRequest('invalid file_id');
      if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
      return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
    },
  };
}

export type MediaFiles = ReturnType<typeof createMediaFiles>;

const title = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1);

/** Width and height from the header of a PNG, JPEG, GIF or WebP. */
function imageSize(bytes: Buffer): { mime: string; width: number; height: number } | undefined {
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length >= 10 && bytes.toString('latin1', 0, 4) === 'GIF8') {
    return { mime: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.length >= 30 && bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes);
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

function webpSize(bytes: Buffer) {
  const mime = 'image/webp';
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { mime, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { mime, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    default:
      return { mime, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  }
}

function jpegSize(bytes: Buffer) {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { mime: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
