/** A whole number from 0 to below `limit`. */
export type Random = (limit: number) => number;

/** Put into files; must never come back in a message. */
export const CANARY = 'zqjxcanary';

/** Numbers that depend on the seed and the case only (mulberry32). */
export function seededRandom(seed: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(limit, 1);
  };
}

type Damage = (bytes: Buffer, random: Random) => Buffer;

/** One to four kinds of damage, one after the other. */
export function damage(original: Uint8Array, random: Random): Uint8Array {
  let bytes: Buffer = Buffer.from(original);
  for (let left = 1 + random(4); left > 0; left--) bytes = (kinds[random(kinds.length)] ?? flipBits)(bytes, random);
  return bytes;
}

const flipBits: Damage = (bytes, random) => {
  const copy = Buffer.from(bytes);
  for (let left = 1 + random(8); left > 0 && copy.length > 0; left--) {
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  }
  return copy;
};

const truncate: Damage = (bytes, random) => bytes.subarray(0, random(bytes.length + 1));

const dropStretch: Damage = (bytes, random) => {
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(80))]);
};

const repeatStretch: Damage = (bytes, random) => {
  const at = random(bytes.length + 1);
  const stretch = bytes.subarray(at, at + random(200));
  const copies = Array.from({ length: 1 + random(30) }, () => stretch);
  return Buffer.concat([bytes.subarray(0, at), ...copies, bytes.subarray(at)]);
};

const insert =
  (pieces: readonly (string | readonly number[])[]): Damage =>
  (bytes, random) => {
    let result = bytes;
    for (let left = 1 + random(6); left > 0; left--) {
      const at = random(result.length + 1);
      const piece = pieces[random(pieces.length)] ?? '';
      const put = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece);
      result = Buffer.concat([result.subarray(0, at), put, result.subarray(at)]);
    }
    return result;
  };

const quotes = insert(['"', '""', '"""', '"\n', '\n"', ',"', '",', '";"', "'=", '“']);
const characters = insert([
  '\r',
  '\n',
  '\r\n',
  '\t',
  ';',
  '|',
  ',',
  CANARY,
  `,${CANARY},`,
  `"${CANARY}"`,
  '\u202e',
  '\u200b',
  '😀',
  '=1+1',
  '\u0007',
  [0],
  [0xff, 0xfe],
  [0xef, 0xbb, 0xbf],
  [0xc3],
  [0xed, 0xa0, 0x80],
  [0x81],
  [0x1a],
]);
const json = insert([
  '{',
  '}',
  '[',
  ']',
  'null',
  '"__proto__":{"polluted":true},',
  `"${CANARY}":1,`,
  '"resourceType":"Bundle",',
  '"entry":[{}],',
  '"name":[null],',
  '"birthDate":{},',
  '1e999',
  '\\ud800',
  '\\u0000',
  '"extension":[{"url":1}],',
  '"identifier":"x",',
]);

/** One cell or text of up to a megabyte, with and without quotes and line breaks. */
const hugeCell: Damage = (bytes, random) => {
  if (random(4) > 0) return repeatStretch(bytes, random);
  const unit = ['x', ' ', '"', '\n', 'é', ',', '"x\n', '9', "'", '(', ' (x)', '\ufeff'][random(12)] ?? 'x';
  const at = random(bytes.length + 1);
  const cell = unit.repeat(1 + random(2 ** (8 + random(12))));
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random(2) === 0 ? cell : `"${cell}"`), bytes.subarray(at)]);
};

const deepJson: Damage = (bytes, random) => {
  const depth = 2 ** (4 + random(14));
  const [open, close] = random(2) === 0 ? ['[', ']'] : ['{"extension":', '}'];
  const nest = `${open.repeat(depth)}1${random(3) === 0 ? '' : close.repeat(depth)}`;
  const text = bytes.toString('utf8');
  const at = text.indexOf(':', random(text.length + 1)) + 1;
  return Buffer.from(`${text.slice(0, at)}${nest},${text.slice(at)}`);
};

/** Wrong things in the right places: values of valid JSON are replaced, so that what lies behind the parser is reached. */
const wrongValues: Damage = (bytes, random) => {
  const values = [
    null,
    7,
    '',
    CANARY,
    [],
    {},
    [null],
    [[]],
    true,
    'x'.repeat(3_000),
    '2999-01-01',
    { url: 1 },
    'DELETE',
    '\u0000',
  ];
  const change = (_: string, value: unknown): unknown => (random(25) === 0 ? values[random(values.length)] : value);
  const text = bytes.toString('utf8');
  try {
    return Buffer.from(JSON.stringify(JSON.parse(text, change)) ?? 'null');
  } catch {
    // A list or NDJSON: line by line, where a line is JSON.
    const lines = text.split('\n').map((line) => {
      try {
        return JSON.stringify(JSON.parse(line, change)) ?? 'null';
      } catch {
        return line;
      }
    });
    return Buffer.from(lines.join('\n'));
  }
};

/** The same text in another encoding, with and without its mark. */
const transcode: Damage = (bytes, random) => {
  const text = bytes.toString('utf8');
  const wide = Buffer.from(text, 'utf16le');
  const choices = [
    () => wide,
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    () => Buffer.from(bytes.toString('latin1')),
  ];
  return (choices[random(choices.length)] ?? (() => bytes))();
};

const otherLineEnds: Damage = (bytes, random) =>
  Buffer.from(
    bytes.toString('latin1').replace(/\r?\n/g, () => ['\n', '\r\n', '\r', '\n\n'][random(4)] ?? '\n'),
    'latin1',
  );

const shuffleLines: Damage = (bytes, random) => {
  const lines = bytes.toString('latin1').split('\n');
  return Buffer.from(lines.toSorted(() => random(3) - 1).join('\n'), 'latin1');
};

const noise: Damage = (bytes, random) => {
  const put = Buffer.from(Array.from({ length: random(300) }, () => random(256)));
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
};

const kinds: readonly Damage[] = [
  flipBits,
  truncate,
  dropStretch,
  repeatStretch,
  quotes,
  quotes,
  characters,
  characters,
  json,
  json,
  wrongValues,
  wrongValues,
  wrongValues,
  wrongValues,
  hugeCell,
  deepJson,
  transcode,
  otherLineEnds,
  shuffleLines,
  noise,
];
