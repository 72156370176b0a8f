import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../shared/domain/folded-text.ts';
import {
  fullName,
  initials,
  listName,
  nameSchema,
  nameSearchWords,
  nameSortKey,
  shortName,
} from '../../shared/domain/name.ts';

const john = { family: 'Smith', given: 'John', middle: 'Paul', prefix: 'Mr', preferred: 'Jack' };

test('display forms', () => {
  expect(listName(john)).toBe('SMITH, John (Mr)');
  expect(shortName(john)).toBe('Jack Smith');
  expect(fullName(john)).toBe('Mr John Paul Smith');
  expect(initials(john)).toBe('JS');
});

test.each([
  [{ family: "O'Brien", given: 'Sean' }, "O'BRIEN, Sean", 'SO'],
  [{ family: 'McDonald', given: 'Ann' }, 'McDONALD, Ann', 'AM'],
  [{ family: 'MacDonald-Smith', given: 'Ann' }, 'MacDONALD-SMITH, Ann', 'AM'],
  [{ family: 'Mack', given: 'Ann' }, 'MACK, Ann', 'AM'],
  [{ family: 'van der Berg', given: 'Éa' }, 'VAN DER BERG, Éa', 'ÉV'],
  [{ family: 'Weiß', given: '' }, 'WEISS', 'W'],
  [{ family: 'Şen', given: 'İpek' }, 'ŞEN, İpek', 'İŞ'],
  [{ family: '👩‍⚕️', given: "'Ann" }, "👩‍⚕️, 'Ann", 'A'],
  [{ family: '王', given: '小明' }, '王, 小明', '小王'],
])('%j is %s', (name, list, letters) => {
  expect(listName(name)).toBe(list);
  expect(initials(name)).toBe(letters);
});

test('sorting sets case, accents and marks aside', () => {
  const names = [
    { family: 'Smithson', given: 'Al' },
    { family: "O'Brien", given: 'Zoë' },
    { family: 'Smith', given: 'Zoe' },
    { family: 'OBrien', given: 'Ann' },
    { family: 'Óbrien', given: 'Mia' },
    { family: 'smith', given: 'ann' },
  ];
  const sorted = names.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1));
  expect(sorted.map(shortName)).toEqual([
    'Ann OBrien',
    'Mia Óbrien',
    "Zoë O'Brien",
    'ann smith',
    'Zoe Smith',
    'Al Smithson',
  ]);
});

test('search words hold every part whole and in pieces', () => {
  expect(
    nameSearchWords({ family: 'Smith-Jones', given: 'Mary Ann', preferred: 'Polly', prefix: 'Dr' }).sort(),
  ).toEqual(['ann', 'jones', 'mary', 'maryann', 'polly', 'smith', 'smithjones']);
  expect(nameSearchWords({ family: 'O’Brien', given: 'Zoë' })).toEqual(
    expect.arrayContaining(['obrien', 'brien', 'zoe']),
  );
});

test('folding is stable and keeps vowel signs that are part of a word', () => {
  expect(fold('Łódź Straße Æsir')).toBe('lodzstrasseaesir');
  expect(fold('ΠΑΠΑΔΟΠΟΥΛΟΣ')).toBe(fold('Παπαδόπουλο') + fold('Σ'));
  expect(fold('की')).not.toBe(fold('का'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 1_000 },
  );
});

test('the schema needs a family name and cleans what is typed', () => {
  expect(nameSchema.parse({ family: ' O’Brien\u200b ', given: '' })).toEqual({ family: 'O’Brien', given: '' });
  expect(nameSchema.safeParse({ family: ' ', given: 'Ann' }).success).toBe(false);
});
