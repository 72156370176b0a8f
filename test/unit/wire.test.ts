import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire, WireError, wireTypeOf, wireTypes } from '../../shared/contract/wire.ts';

const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$', '__proto__', 'constructor', 'toString'));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const octets = (head: string, bytes: readonly number[] = [], length = head.length): Uint8Array =>
  Buffer.concat([Buffer.from([0, 0, length >> 8, length & 255]), Buffer.from(head), Buffer.from(bytes)]);

describe('wire', () => {
  it('brings back every value as it was, bytes included', () => {
    fc.assert(
      fc.property(value, (sent) => {
        const { type, body } = encodeWire(sent);
        // Not the runner's own comparison, which is misled by a key `constructor`.
        deepStrictEqual(decodeWire(type, body), sent);
      }),
    );
  });

  it('sends values without bytes as ordinary JSON', () => {
    const { type, body } = encodeWire({ ok: true, value: ['é'] });
    expect(type).toBe('application/json');
    expect(new TextDecoder().decode(body)).toBe('{"ok":true,"value":["é"]}');
  });

  it('cannot be made to take typed text for bytes', () => {
    const typed = { note: { $bytes: [0, 4] }, file: new Uint8Array([1, 2, 3, 4]) };
    const { type, body } = encodeWire(typed);
    expect(decodeWire(type, body)).toStrictEqual(typed);
  });

  it('gives bytes a buffer of their own, so that posting them to a worker takes nothing else along', () => {
    const { type, body } = encodeWire({ file: new Uint8Array([7]), other: new Uint8Array(1000) });
    const { file } = decodeWire(type, body) as { file: Uint8Array };
    expect(file).toStrictEqual(new Uint8Array([7]));
    expect(file.buffer.byteLength).toBe(1);
  });

  it('never changes the prototype of what it reads', () => {
    const read = decodeWire(wireTypes.json, Buffer.from('{"__proto__":{"role":"administrator"}}')) as object;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect('role' in read).toBe(false);
  });

  it.each([
    ['nothing', wireTypes.json, ''],
    ['half a value', wireTypes.json, '{'],
    ['text that is not UTF-8', wireTypes.json, Buffer.from([0x22, 0xff, 0x22])],
    ['bytes that it does not hold', wireTypes.json, '{"$bytes":[0,1]}'],
    ['deep nesting', wireTypes.json, '['.repeat(66) + ']'.repeat(66)],
    ['very deep nesting', wireTypes.json, '['.repeat(1e6) + ']'.repeat(1e6)],
    ['no length', wireTypes.octets, Buffer.from([0, 0])],
    ['a head that is cut off', wireTypes.octets, octets('{}', [], 3)],
    ['bytes beyond the end', wireTypes.octets, octets('{"$bytes":[1,2]}', [1, 2])],
    ['bytes before the beginning', wireTypes.octets, octets('{"$bytes":[-1,1]}', [1, 2])],
    ['a fraction of bytes', wireTypes.octets, octets('{"$bytes":[0,0.5]}', [1])],
    ['bytes without a place', wireTypes.octets, octets('{"$bytes":"all"}', [1])],
  ] as const)('refuses %s', (_, type, body) => {
    expect(() => decodeWire(type, Buffer.from(body))).toThrow(WireError);
  });

  it('crashes on no octets whatever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(wireTypes)), fc.uint8Array({ maxLength: 200 }), (type, body) => {
        try {
          decodeWire(type, body);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
    );
  });

  it('refuses to send what it would not read', () => {
    let deep: unknown = 0;
    for (let level = 0; level < 70; level += 1) deep = [deep];
    expect(() => encodeWire(deep)).toThrow(WireError);
  });

  it('knows its media types with parameters and in any case, and no other', () => {
    expect(wireTypeOf('Application/JSON; charset=utf-8')).toBe(wireTypes.json);
    expect(wireTypeOf('application/vnd.oneteam.call+octets')).toBe(wireTypes.octets);
    for (const other of ['', 'text/plain', 'application/jsonx', 'text/plain; application/json']) {
      expect(wireTypeOf(other)).toBeUndefined();
    }
  });
});
