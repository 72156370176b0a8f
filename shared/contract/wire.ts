/**
 * How a value crosses the loopback connection, in both directions. Values are plain JSON values that may hold
 * `Uint8Array`s anywhere. Without bytes a message is ordinary JSON. With bytes it is one octet string:
 * 4 bytes length of the head (unsigned, big-endian), the head as JSON, then all bytes one after the other; the head
 * holds `{"$bytes": [offset, length]}` where bytes belong, `offset` counted from the end of the head.
 * A key that begins with `$` in the value itself gets one more `$`, so no text that somebody types can pass for bytes.
 */
export const wireTypes = { json: 'application/json', octets: 'application/vnd.oneteam.call+octets' } as const;

export type WireType = (typeof wireTypes)[keyof typeof wireTypes];

/** A message ready to be sent: its media type and its body. */
export interface WireMessage {
  readonly type: WireType;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What arrived is not a message of this form. The text never quotes the message. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** Deeper values are refused, so that a message of brackets cannot exhaust the stack. */
const deepest = 64;
const headLength = 4;
const bytesKey = '$bytes';

/** Encodes one value. @throws WireError when it is nested deeper than 64 levels */
export function encodeWire(value: unknown): WireMessage {
  const parts: Uint8Array[] = [];
  const packed = pack(value, parts, 0);
  const head = new TextEncoder().encode(JSON.stringify(packed) ?? 'null');
  if (parts.length === 0) return { type: wireTypes.json, body: head };
  const size = parts.reduce((sum, part) => sum + part.byteLength, headLength + head.byteLength);
  const body = new Uint8Array(size);
  new DataView(body.buffer).setUint32(0, head.byteLength);
  body.set(head, headLength);
  let at = headLength + head.byteLength;
  for (const part of parts) {
    body.set(part, at);
    at += part.byteLength;
  }
  return { type: wireTypes.octets, body };
}

/** Decodes one message. Bytes come out as copies of their own. @throws WireError when it is malformed */
export function decodeWire(type: WireType, body: Uint8Array): unknown {
  if (type === wireTypes.json) return unpack(parse(body), new Uint8Array(), 0);
  if (body.byteLength < headLength) throw new WireError('The message is too short.');
  const end = headLength + new DataView(body.buffer, body.byteOffset, headLength).getUint32(0);
  if (end > body.byteLength) throw new WireError('The head of the message is cut off.');
  return unpack(parse(body.subarray(headLength, end)), body.subarray(end), 0);
}

/** The media type of a `Content-Type` header as one of ours, parameters left out; undefined for every other. */
export function wireTypeOf(contentType: string): WireType | undefined {
  const essence = contentType.split(';', 1)[0]?.trim().toLowerCase();
  return Object.values(wireTypes).find((type) => type === essence);
}

function parse(head: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(head));
  } catch {
    throw new WireError('The message is not JSON in UTF-8.');
  }
}

function pack(value: unknown, parts: Uint8Array[], depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new WireError('The value is nested too deeply.');
  if (value instanceof Uint8Array) {
    const offset = parts.reduce((sum, part) => sum + part.byteLength, 0);
    parts.push(value);
    return { [bytesKey]: [offset, value.byteLength] };
  }
  if (Array.isArray(value)) return value.map((item) => pack(item, parts, depth + 1));
  return renamed(
    value,
    (key) => (key.startsWith('$') ? `$${key}` : key),
    (item) => pack(item, parts, depth + 1),
  );
}

function unpack(value: unknown, bytes: Uint8Array, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw new WireError('The message is nested too deeply.');
  if (Array.isArray(value)) return value.map((item) => unpack(item, bytes, depth + 1));
  if (bytesKey in value) return cut(bytes, value[bytesKey]);
  return renamed(
    value,
    (key) => (key.startsWith('$') ? key.slice(1) : key),
    (item) => unpack(item, bytes, depth + 1),
  );
}

/** `Object.fromEntries` defines properties instead of assigning them: a key `__proto__` stays an ordinary key. */
function renamed(value: object, name: (key: string) => string, change: (item: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [name(key), change(item)]));
}

/** A copy, because a view that is posted to a worker would take the whole message along. */
function cut(bytes: Uint8Array, place: unknown): Uint8Array {
  const [offset, length]: readonly unknown[] = Array.isArray(place) ? place : [];
  if (!isCount(offset) || !isCount(length) || offset + length > bytes.byteLength) {
    throw new WireError('The message names bytes that it does not hold.');
  }
  return new Uint8Array(bytes.subarray(offset, offset + length));
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
