import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, formatDate } from '../../shared/domain/british-date.ts';
import { fold } from '../../shared/domain/folded-text.ts';
import { parsePersonQuery } from '../../shared/domain/person-query.ts';

const today = '2026-11-22';
const read = (text: string) => {
  const { words, unread, ...found } = parsePersonQuery(text, today);
  return { ...found, ...(words.length > 0 && { words }), ...(unread.length > 0 && { unread }) };
};

test.each([
  ['', {}],
  ['   ,; ', {}],
  ['smith john', { words: ['smith', 'john'] }],
  ['SMITH, John (Mr)', { words: ['smith', 'john'] }],
  ['mr', { words: ['mr'] }],
  ["o'brien-jones zoë", { words: ['obrienjones', 'zoe'] }],
  ['smith 12/3/50', { birthDate: '1950-03-12', words: ['smith'] }],
  ['smith 12 3 1950 john', { birthDate: '1950-03-12', words: ['smith', 'john'] }],
  ['1 feb 1950', { birthDate: '1950-02-01' }],
  ['01021950', { birthDate: '1950-02-01' }],
  ['smi 12/3', { words: ['smi'], unread: ['12/3'] }],
  ['smith 1950', { birthYear: 1950, words: ['smith'] }],
  ['smith 31/2/1950', { words: ['smith'], unread: ['31/2/1950'] }],
  ['9990000018', { nhsNumber: '9990000018' }],
  ['999 000 0018 smith', { nhsNumber: '9990000018', words: ['smith'] }],
  ['smith 999-000-0018', { nhsNumber: '9990000018', words: ['smith'] }],
  ['9 9 9 0 0 0 0 0 1 8', { nhsNumber: '9990000018' }],
  ['999 00', { nhsNumber: '99900' }],
  ['999 000 1950', { nhsNumber: '9990001950' }],
  ['999 1950', { nhsNumber: '9991950' }],
  ['99', { unread: ['99'] }],
  ['12345678901', { unread: ['12345678901'] }],
  ['l15 5ab smith', { postcode: ['L15 5AB'], words: ['smith'] }],
  ['smith l15', { postcode: ['L15', 'L1 5'], words: ['smith'] }],
  ['l15 5', { postcode: ['L15 5'] }],
  ['l15 1 2 50', { postcode: ['L15', 'L1 5'], birthDate: '1950-02-01' }],
  ['zz993vz', { postcode: ['ZZ99 3VZ'] }],
])('%j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('name, birth date, postcode and NHS number are found in any order', () => {
  const parts = fc.record({
    word: fc.constantFrom('smith', "O'Brien", 'Zoë'),
    date: fc.integer({ min: -40_000, max: 0 }).map((days) => addDays(today, days)),
    postcode: fc.constantFrom('L15 5AB', 'l15ab', 'ch41 1aa'),
  });
  fc.assert(
    fc.property(parts, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), ({ word, date, postcode }, order) => {
      const typed = order.map((i) => [word, formatDate(date), postcode, '999 000 0018'][i]).join(' ');
      const query = parsePersonQuery(typed, today);
      expect(query).toMatchObject({ nhsNumber: '9990000018', birthDate: date, words: [fold(word)], unread: [] });
      expect(query.postcode).toHaveLength(1);
    }),
  );
});

test('any text is read without failing, and letters alone are always words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(parsePersonQuery(text, today).words.every((word) => word === fold(word) && word !== '')).toBe(true);
    }),
  );
  const long = parsePersonQuery('1 '.repeat(100_000), today);
  expect(long.words).toEqual([]);
});
