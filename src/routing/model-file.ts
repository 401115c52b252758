/** Named typed arrays behind a JSON header: written once at build, read at start without copying or parsing numbers. */
export interface ModelFile {
  readonly meta: unknown;
  readonly arrays: Readonly<Record<string, ModelArray>>;
}

export type ModelArray = Int8Array | Uint8Array | Int32Array | Float32Array;

const MAGIC = 'DAUYSMD1';
const ALIGNMENT = 8;
const TYPES = { int8: Int8Array, uint8: Uint8Array, int32: Int32Array, float32: Float32Array } as const;
type TypeName = keyof typeof TYPES;

interface Entry {
  readonly name: string;
  readonly type: TypeName;
  readonly length: number;
  readonly offset: number;
}

function typeOf(array: ModelArray): TypeName {
  if (array instanceof Int8Array) return 'int8';
  if (array instanceof Int32Array) return 'int32';
  return array instanceof Float32Array ? 'float32' : 'uint8';
}

const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT;

export function packModel({ meta, arrays }: ModelFile): Uint8Array {
  let offset = 0;
  const entries = Object.entries(arrays).map(([name, array]): Entry => {
    const entry = { name, type: typeOf(array), length: array.length, offset };
    offset += aligned(array.byteLength);
    return entry;
  });
  const header = new TextEncoder().encode(JSON.stringify({ meta, entries }));
  const start = aligned(MAGIC.length + 4 + header.length);
  const result = new Uint8Array(start + offset);
  result.set(new TextEncoder().encode(MAGIC));
  new DataView(result.buffer).setUint32(MAGIC.length, header.length, true);
  result.set(header, MAGIC.length + 4);
  for (const entry of entries) {
    const array = arrays[entry.name] as ModelArray;
    result.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + entry.offset);
  }
  return result;
}

export function unpackModel(bytes: Uint8Array): ModelFile {
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  if (text(0, MAGIC.length) !== MAGIC) throw new Error('This is not a model file of this version; train it again.');
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(MAGIC.length, true);
  const header = JSON.parse(text(MAGIC.length + 4, MAGIC.length + 4 + headerLength)) as {
    meta: unknown;
    entries: Entry[];
  };
  const start = aligned(MAGIC.length + 4 + headerLength);
  // Looked at where they lie: a model is tens of megabytes. Only one that begins between two numbers is copied.
  const body =
    (bytes.byteOffset + start) % ALIGNMENT === 0 ? bytes.subarray(start) : new Uint8Array(bytes).subarray(start);
  const arrays = header.entries.map(({ name, type, length, offset }): [string, ModelArray] => [
    name,
    new TYPES[type](body.buffer as ArrayBuffer, body.byteOffset + offset, length),
  ]);
  return { meta: header.meta, arrays: Object.fromEntries(arrays) };
}
