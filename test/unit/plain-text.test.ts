import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cleanLine, cleanNote, line, note, optionalLine, requiredNote } from '../../shared/domain/plain-text.ts';

test.each([
  ['  Ann   Smith ', 'Ann Smith'],
  ['Ann\r\nSmith\tJones', 'Ann Smith Jones'],
  ['Ze\u0301lie', 'Zélie'],
  ['Ann\u202eSmith\u202c', 'AnnSmith'],
  ['An\u200bn', 'Ann'],
  ['\ufeffAnn\u200d', 'Ann'],
  ["O'Brien <b>&amp;</b> =1+1", "O'Brien <b>&amp;</b> =1+1"],
  ['👩‍⚕️', '👩‍⚕️'],
  ['می‌خواهم', 'می‌خواهم'],
])('line: %j is kept as %j', (raw, kept) => {
  expect(line(50).parse(raw)).toBe(kept);
});

test('a note keeps its lines and what is invisible in them', () => {
  expect(note(99).parse('  first  \r\n\r\nsecond\rthird\u2028\tfourth \n')).toBe('first\n\nsecond\nthird\n\tfourth');
  expect(note(99).parse('a\u202eb\u200bc')).toBe('a\u202eb\u200bc');
});

test.each(['a\u0000b', 'a\u0007b', 'a\u001bb', 'a\u009fb', 'a\ud800b', '\udc00'])('%j is refused everywhere', (raw) => {
  for (const schema of [line(9), optionalLine(9), note(9), requiredNote(9)]) {
    expect(schema.safeParse(raw).error?.issues.map((issue) => issue.message)).toEqual([
      'Contains characters that cannot be saved',
    ]);
  }
});

test.each(['', '  ', '\u200b', '\u3164', '\u2800', '\n\t', '\u200d\u200d', '\u0301'])('%j says nothing', (raw) => {
  expect(line(9).safeParse(raw).success).toBe(false);
  expect(requiredNote(9).safeParse(raw).success).toBe(false);
  expect(optionalLine(9).safeParse(raw).success).toBe(true);
  expect(note(9).safeParse(raw).success).toBe(true);
});

test('the limit counts characters that are kept', () => {
  expect(line(3).safeParse('  abc  ').success).toBe(true);
  expect(line(3).safeParse('abcd').success).toBe(false);
  expect(line(2).safeParse('😀😀').success).toBe(true);
  expect(line(2).safeParse('e\u0301e\u0301').success).toBe(true);
  expect(line(3).safeParse('a'.repeat(1_000_000)).success).toBe(false);
});

test('cleaning twice changes nothing, and only lines lose characters that show', () => {
  const anyText = fc.string({
    unit: fc.constantFrom(...'ab é\u0301\u200b\u200c\u200d\u202e\n\r\t\v\u2028\u0085\u00a0😀'.split('')),
  });
  for (const text of [anyText, fc.string({ unit: 'binary' })]) {
    fc.assert(
      fc.property(text, (raw) => {
        expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw));
        expect(cleanNote(cleanNote(raw))).toBe(cleanNote(raw));
        expect(cleanLine(raw)).not.toMatch(/[\n\r\t\u200b\u202a-\u202e]/u);
        expect(cleanNote(raw).replace(/\s/gu, '')).toBe(raw.normalize('NFC').replace(/[\s\u0085]/gu, ''));
      }),
      { numRuns: 500 },
    );
  }
});

test('hostile length stays linear', () => {
  const started = performance.now();
  for (const unit of [' ', '\u200d', '\n ', '\u202e', 'e\u0301 ']) {
    cleanLine(`${unit.repeat(300_000)}x`);
    cleanNote(`${unit.repeat(300_000)}x`);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('the schemas describe themselves for input and output', () => {
  for (const io of ['input', 'output'] as const) {
    expect(z.toJSONSchema(line(40), { io })).toMatchObject({ type: 'string' });
  }
});
