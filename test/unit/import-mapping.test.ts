import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../electron/engine/imports/csv.ts';
import { decodeText } from '../../electron/engine/imports/decode.ts';
import { countKnownHeadings, headerSignature, proposeMapping } from '../../electron/engine/imports/mapping.ts';
import { headingsOf, importFields, isColumnTarget, targetLabel } from '../../shared/domain/import-fields.ts';

const targets = (...headers: string[]) => proposeMapping(headers).map(({ target }) => target);

test('no heading means two fields', () => {
  const seen = new Map<string, string>();
  for (const field of importFields) {
    for (const heading of headingsOf(field)) {
      const key = heading.toLowerCase().replace(/[^a-z0-9]/g, '');
      expect([heading, seen.get(key) ?? field]).toEqual([heading, field]);
      seen.set(key, field);
    }
  }
  expect(importFields.length).toBeGreaterThan(30);
});

describe('columns of lists as other systems export them', () => {
  test('EMIS search', () => {
    const { headers } = readCsv(fixture('emis-search.csv'), { recognise: countKnownHeadings });
    expect(proposeMapping(headers).every(({ confidence }) => confidence === 'exact')).toBe(true);
    expect(targets(...headers)).toEqual([
      'nhsNumber',
      'fullName',
      'birthDate',
      'gender',
      'ethnicCategory',
      'addressLine1',
      'addressLine2',
      'addressLine3',
      'addressLine4',
      'addressLine5',
      'postcode',
      'phoneHome',
      'phoneMobile',
      'practiceCode',
      'conditions',
      'frailty',
      'condition:copd',
    ]);
  });

  test.each([
    ['NHS_NUMBER', 'nhsNumber'],
    ['nhs no.', 'nhsNumber'],
    ['DateOfBirth', 'birthDate'],
    ['D.O.B', 'birthDate'],
    ['POST CODE', 'postcode'],
    ['Forename(s)', 'given'],
    ['Co-ordinator', 'coordinator'],
    ['On diabetes register', 'condition:diabetes'],
    ['COPD (Y/N)', 'condition:copd'],
    ['Housebound', 'flag:housebound'],
    ['Dementia diagnosis date', 'condition:dementia'],
  ])('%s → %s', (header, target) => {
    expect(targets(header)).toEqual([target]);
  });

  test('slips of the pen are proposed as close', () => {
    expect(proposeMapping(['Date of brith', 'Ethnc category'])).toMatchObject([
      { target: 'birthDate', confidence: 'close' },
      { target: 'ethnicCategory', confidence: 'close' },
    ]);
  });

  test.each([
    'Next of kin telephone',
    'Carer’s NHS number',
    "Mother's date of birth",
    'GP telephone number',
    'Previous surname',
    'Emergency contact number',
    '',
  ])('what belongs to somebody else is left out: %s', (header) => {
    expect(targets(header)).toEqual([null]);
  });

  test('a target is given once, to the surest column; lists may come from several', () => {
    expect(targets('Date of brith', 'DOB', 'Surname', 'Last name', 'Problems', 'Diagnoses')).toEqual([
      null,
      'birthDate',
      'family',
      null,
      'conditions',
      'conditions',
    ]);
  });
});

describe('what was chosen before', () => {
  const headers = ['NHS No', 'Name', 'Notes'];

  test('wins over the headings, also where a column was left out', () => {
    expect(proposeMapping(headers, ['localId', null, 'coordinator'])).toMatchObject([
      { target: 'localId', confidence: 'remembered' },
      { target: null, confidence: 'remembered' },
      { target: 'coordinator', confidence: 'remembered' },
    ]);
  });

  test('a target that this version does not know is proposed anew', () => {
    expect(proposeMapping(headers, ['starSign', 'fullName', 'condition:no-such'])).toMatchObject([
      { target: 'nhsNumber', confidence: 'exact' },
      { target: 'fullName', confidence: 'remembered' },
      { target: null, confidence: 'none' },
    ]);
  });

  test('the signature is that of the headings, not of their writing', () => {
    expect(headerSignature(['NHS No', 'D.O.B.'])).toBe(headerSignature(['nhs_no', 'DOB']));
    expect(headerSignature(['NHS No', 'DOB'])).not.toBe(headerSignature(['DOB', 'NHS No']));
    expect(headerSignature(['ab', 'c'])).not.toBe(headerSignature(['a', 'bc']));
  });
});

test.each([
  ['birthDate', true],
  ['condition:copd', true],
  ['flag:carer', true],
  ['flag:copd', false],
  ['toString', false],
  ['condition:', false],
  [null, false],
  [7, false],
])('%j is a target: %s', (value, expected) => {
  expect(isColumnTarget(value)).toBe(expected);
});

test('targets have words', () => {
  expect([targetLabel('birthDate'), targetLabel('flag:carer')]).toEqual(['Date of birth', 'Flag: Carer']);
});

function fixture(name: string) {
  return decodeText(readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url)));
}
