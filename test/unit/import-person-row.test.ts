import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeMapping } from '../../electron/engine/imports/mapping.ts';
import { splitName } from '../../electron/engine/imports/name-text.ts';
import { openImportFile } from '../../electron/engine/imports/open-file.ts';
import {
  type ParsedPerson,
  type PersonReading,
  parsedPersonSchema,
} from '../../electron/engine/imports/parsed-person.ts';
import { personRowReader } from '../../electron/engine/imports/person-row.ts';
import { type ColumnTarget, importFields } from '../../shared/domain/import-fields.ts';
import { normalisePhone } from '../../shared/domain/phone.ts';

const TODAY = '2026-11-22';
type Cells = { [T in ColumnTarget]?: string };

/** Reads one row that has a name and the cells given. */
function read(given: Cells): PersonReading {
  const cells: Cells = { family: 'Tate', given: 'Ann', ...given };
  const targets = Object.keys(cells) as ColumnTarget[];
  return personRowReader(
    targets.map((target) => `Column ${target}`),
    targets,
    TODAY,
  )({ kind: 'row', line: 2, cells: Object.values(cells) });
}
const person = (given: Cells): Partial<ParsedPerson> => {
  const { person: parsed, issues } = read(given);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return parsed ?? {};
};
const errors = (given: Cells) =>
  read(given)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

describe('dates of birth', () => {
  test.each([
    ['14/03/1941', { date: '1941-03-14' }],
    ['1.2.50', { date: '1950-02-01' }],
    ['3.7.38', { date: '1938-07-03' }],
    ['02-Nov-1958', { date: '1958-11-02' }],
    ['1968-05-17', { date: '1968-05-17' }],
    ['14/03/1941 00:00', { date: '1941-03-14' }],
    ['1941-03-14T00:00:00Z', { date: '1941-03-14' }],
    ['1950', { year: 1950 }],
    ['March 1950', { year: 1950 }],
  ])('%s', (cell, birth) => {
    expect(person({ birthDate: cell }).birth).toEqual(birth);
  });

  test.each([
    ['23/11/2026', /future/],
    ['01/01/1900', /120 years/],
    ['1899', /120 years/],
    ['31/02/1950', /does not have that day/],
    ['12/25/1950', /day first/],
    ['18337', /day number/],
    ['18337.0', /day number/],
    ['soon', /day, month and year/],
  ])('%s is refused', (cell, why) => {
    expect(errors({ birthDate: cell })[0]).toMatch(why);
  });

  test('two-digit years are pointed out, months without a day kept as text', () => {
    expect(read({ birthDate: '1/2/50' }).issues).toMatchObject([{ severity: 'warning', field: 'birthDate' }]);
    expect(person({ birthDate: '1950-03' }).unmapped).toEqual([{ field: 'birthDate', text: '1950-03' }]);
  });

  test('a whole date says more than a year from another column, whichever comes first', () => {
    expect(person({ birthYear: '1950', birthDate: '01/02/1950' }).birth).toEqual({ date: '1950-02-01' });
    expect(person({ birthDate: '01/02/1950', birthYear: '1950' }).birth).toEqual({ date: '1950-02-01' });
  });

  test('death before birth is refused', () => {
    expect(errors({ birthDate: '01/02/1950', dateOfDeath: '31/01/1950' })).toEqual([
      'The date of death is before the date of birth',
    ]);
    expect(person({ dateOfDeath: 'Y' }).death).toEqual({});
    expect(person({ dateOfDeath: 'N' }).death).toBeUndefined();
  });
});

describe('NHS numbers', () => {
  test.each(['9990000018', '999 000 0018', '999-000-0018', ' 9990000018 ', '9990000018.0'])('%j', (cell) => {
    expect(person({ nhsNumber: cell }).nhsNumber).toBe('9990000018');
  });

  test.each([
    ['9990000019', /check digit/],
    ['999000001', /10 digits/],
    ['9.99E+09', /shortened/],
    ['none on file', /10 digits/],
  ])('%s is refused', (cell, why) => {
    expect(errors({ nhsNumber: cell })[0]).toMatch(why);
  });
});

describe('codes and words', () => {
  test.each<[ColumnTarget, string, Partial<ParsedPerson>]>([
    ['gender', 'F', { gender: '2' }],
    ['gender', 'male', { gender: '1' }],
    ['gender', '9', { gender: '9' }],
    ['ethnicCategory', 'A', { ethnicCategory: 'A' }],
    ['ethnicCategory', 'A - White British', { ethnicCategory: 'A' }],
    ['ethnicCategory', 'British or mixed British - ethnic category 2001 census', { ethnicCategory: 'A' }],
    ['ethnicCategory', 'Refused', { ethnicCategory: 'Z' }],
    ['ethnicCategory', 'White: Gypsy or Irish Traveller', { ethnicCategory: 'C' }],
    ['language', 'Main spoken language Polish (finding)', { language: 'pl' }],
    ['language', 'BSL', { language: 'bfi' }],
    ['interpreter', 'Yes', { interpreter: true }],
    ['interpreter', '0', { interpreter: false }],
    ['nhsNumberStatus', '1', { nhsNumberStatus: '01' }],
    ['nhsNumberStatus', 'Verified', { nhsNumberStatus: '01' }],
    ['residenceType', 'Nursing home', { residence: { type: 'SH03' } }],
    ['residenceType', 'NFA', { residence: { type: 'HM00' } }],
    ['conditions', 'Asthma; T2DM\nCOPD', { conditions: [{ code: 'asthma' }, { code: 'diabetes' }, { code: 'copd' }] }],
    ['condition:copd', '12-Jun-2009', { conditions: [{ code: 'copd', on: '2009-06-12' }] }],
    ['condition:copd', 'Y', { conditions: [{ code: 'copd' }] }],
    ['condition:copd', 'No', { conditions: [] }],
    ['flag:carer', 'x', { flags: [{ code: 'carer' }] }],
    ['imdDecile', '3', { deprivation: { decile: 3, quintile: 2 } }],
    ['imdQuintile', '5', { deprivation: { quintile: 5 } }],
    ['efi', '0.25', { frailty: { efi: 0.25 } }],
    ['efi', 'Moderate frailty', { frailtyCategory: 'moderate' }],
    ['frailty', '6 - moderately frail', { frailty: { cfs: 6 } }],
    ['frailty', 'Severely frail', { frailtyCategory: 'severe' }],
    ['emergencyAdmissions', '4', { admissions: { emergency12m: 4 } }],
    ['riskScore', '38.2%', { riskScore: 38.2 }],
    ['practiceCode', 'Alder Medical Centre (n82901)', { practiceCode: 'N82901' }],
    ['postcode', 'l40th', { address: { lines: [], postcode: 'L4 0TH' } }],
    [
      'address',
      '4 Test Grove\nLiverpool L13 2BY',
      { address: { lines: ['4 Test Grove', 'Liverpool'], postcode: 'L13 2BY' } },
    ],
    ['phoneHome', '+44 (0)151 496 0123', { phone: '0151 496 0123' }],
    ['phoneMobile', '7700900123', { mobile: '07700 900123' }],
    ['phoneHome', '0151 496 0123 / 07700 900123', { phone: '0151 496 0123', mobile: '07700 900123' }],
  ])('%s: %s', (target, cell, expected) => {
    expect(person({ [target]: cell })).toMatchObject(expected);
  });

  test.each<[ColumnTarget, string]>([
    ['gender', 'purple'],
    ['ethnicCategory', 'Martian'],
    ['language', 'Klingon'],
    ['interpreter', 'sometimes'],
    ['residenceType', 'treehouse'],
    ['conditions', 'Rare syndrome'],
    ['condition:copd', 'query'],
    ['flags', 'odd'],
    ['imdDecile', '11'],
    ['imdQuintile', '2.5'],
    ['efi', '7'],
    ['frailty', 'n0'],
    ['emergencyAdmissions', 'many'],
    ['riskScore', 'high'],
    ['practiceCode', 'Alder Medical Centre'],
    ['practiceCode', 'V81999'],
    ['postcode', 'L4'],
    ['phoneHome', '12'],
    ['email', 'not an address'],
    ['nhsNumberStatus', '99'],
  ])('what is not known is kept as text and said so: %s %s', (target, cell) => {
    const { person: parsed, issues } = read({ [target]: cell });
    expect(parsed?.unmapped).toEqual([{ field: target, text: cell }]);
    expect(issues).toMatchObject([{ severity: 'warning', field: target, column: `Column ${target}` }]);
  });

  test.each(['', ' ', 'NULL', 'n/a', '-', '#N/A', 'None', '\u200b'])('%j says nothing', (cell) => {
    const parsed = read(
      Object.fromEntries(
        importFields
          .filter((f) => !['family', 'given', 'middle', 'preferredName', 'fullName'].includes(f))
          .map((f) => [f, cell]),
      ),
    );
    expect(parsed.issues).toEqual([]);
    expect(parsed.person).toEqual({
      name: { family: 'Tate', given: 'Ann' },
      identifiers: [],
      conditions: [],
      flags: [],
      relationships: [],
      unmapped: [],
    });
  });

  test('decile and quintile that disagree', () => {
    expect(read({ imdDecile: '1', imdQuintile: '4' })).toMatchObject({
      person: { deprivation: { decile: 1, quintile: 1 } },
      issues: [{ severity: 'warning' }],
    });
  });

  test('a third telephone number is kept as text', () => {
    const { unmapped, mobile } = person({ phoneHome: '0151 496 0101; 0151 496 0102', phoneMobile: '07700 900103' });
    expect([mobile, unmapped]).toEqual(['07700 900103', [{ field: 'phoneHome', text: '0151 496 0102' }]]);
  });
});

describe('names', () => {
  test.each([
    ['SMITH, John Paul (Mr)', { family: 'SMITH', given: 'John', middle: 'Paul', prefix: 'Mr', guessed: false }],
    ['Smith, John, Mr', { family: 'Smith', given: 'John', prefix: 'Mr', guessed: false }],
    ['SMITH-JONES Mary (Mrs)', { family: 'SMITH-JONES', given: 'Mary', prefix: 'Mrs', guessed: false }],
    ["O'BRIEN Seán", { family: "O'BRIEN", given: 'Seán', guessed: false }],
    ['Mr John Smith', { family: 'Smith', given: 'John', prefix: 'Mr', guessed: false }],
    [
      'Ms Mary Jane van der Berg',
      { family: 'van der Berg', given: 'Mary', middle: 'Jane', prefix: 'Ms', guessed: true },
    ],
    ['JOHN SMITH', { family: 'SMITH', given: 'JOHN', guessed: false }],
    ['Teller', { family: 'Teller', given: '', guessed: false }],
    ['Tate, Ann (Nan)', { family: 'Tate', given: 'Ann', middle: '(Nan)', guessed: false }],
  ])('%s', (text, expected) => {
    expect(splitName(text)).toEqual(expected);
  });

  test('a whole name fills what the parts do not say', () => {
    expect(person({ family: '', given: '', fullName: 'SMITH, John (Mr)' }).name).toEqual({
      family: 'SMITH',
      given: 'John',
      prefix: 'Mr',
    });
    expect(person({ fullName: 'Other, Name' }).name).toEqual({ family: 'Tate', given: 'Ann' });
  });

  test('people called Null exist; rows without a name are refused', () => {
    expect(person({ family: 'Null' }).name?.family).toBe('Null');
    expect(errors({ family: '', given: '' })).toEqual(['The row has no name']);
    expect(errors({ family: '' })).toEqual(['The row has no family name']);
    expect(read({ given: '' })).toMatchObject({
      person: { name: { family: 'Tate', given: '' } },
      issues: [{ severity: 'warning' }],
    });
  });

  test.each([
    ['x'.repeat(2001), /longer than/],
    ['x'.repeat(90), /characters or fewer/],
    ['a\u0007b', /cannot be saved/],
  ])('an impossible name is refused', (family, why) => {
    expect(errors({ family })[0]).toMatch(why);
  });
});

test.each([
  ['020 7946 0958', '020 7946 0958'],
  ['0113 496 0999', '0113 496 0999'],
  ['01946 12345', '01946 12345'],
  ['+353 1 234 5678', '+35312345678'],
  ['0151 496 0123 ext 12', '0151 496 0123 ext 12'],
  ['0044 7700 900123', '07700 900123'],
  ['999', null],
  ['', null],
  [`0${' '.repeat(100_000)}x`, null],
])('telephone %s', (text, expected) => {
  expect(normalisePhone(text)).toBe(expected);
});

test.each([
  ['emis-search.csv', [8, 9, 10, 13], [11, 12]],
  ['systmone-report.csv', [2, 3, 4], []],
  ['council-clients.csv', [2, 6, 9], [10]],
  ['excel-unicode.txt', [2, 3], []],
])('a whole file: %s', (name, taken, refused) => {
  const opened = openImportFile(readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url)), TODAY);
  if (opened.kind !== 'csv') throw new Error('not read as a table');
  const { headers } = opened.table;
  const toPerson = personRowReader(
    headers,
    proposeMapping(headers).map(({ target }) => target),
    TODAY,
  );
  const readings = [...opened.table.rows()].map((item) => (item.kind === 'row' ? toPerson(item) : null));
  const lines = (ok: boolean) =>
    readings.filter((reading) => reading !== null && (reading.person !== null) === ok).map((reading) => reading?.line);
  expect([lines(true), lines(false)]).toEqual([taken, refused]);
});

test('whatever the cells hold: a valid person or an error, and no message repeats a cell', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '01/02/1950',
      '9990000018',
      'Y',
      'SMITH, John (Mr)',
      '0151 496 0123',
      '"',
      '1e99',
      '9'.repeat(3000),
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...importFields), text), { maxLength: 12 }), (pairs) => {
      const cells = pairs.map(([, cell]) => (cell.length > 3 ? `${cell}zqjx` : cell));
      const { person: parsed, issues } = personRowReader(
        pairs.map((_, i) => `Column ${i}`),
        pairs.map(([field]) => field),
        TODAY,
      )({ kind: 'row', line: 1, cells });
      expect(parsed === null).toBe(issues.some(({ severity }) => severity === 'error'));
      if (parsed) expect(parsedPersonSchema.parse(parsed)).toEqual(parsed);
      for (const { message } of issues) expect(message).not.toContain('zqjx');
    }),
    { numRuns: 500 },
  );
});
