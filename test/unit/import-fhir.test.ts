import { readFileSync } from 'node:fs';
import type * as fhir from 'fhir/r4.js';
import { describe, expect, test } from 'vitest';
import { readFhir } from '../../electron/engine/imports/fhir.ts';
import { readPatient } from '../../electron/engine/imports/fhir-patient.ts';
import { openImportFile } from '../../electron/engine/imports/open-file.ts';
import { AppError } from '../../shared/errors.ts';

const TODAY = '2026-11-22';

function readFixture(name: string) {
  const opened = openImportFile(readFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url)), TODAY);
  if (opened.kind !== 'fhir') throw new Error('not read as FHIR');
  const readings = [...opened.file.readings];
  return { format: opened.file.format, readings, notices: opened.file.notices() };
}
const outline = ({ readings }: ReturnType<typeof readFixture>) =>
  readings.map(({ line, person, issues }) => [
    line,
    person?.name.family ?? issues.find(({ severity }) => severity === 'error')?.column,
  ]);

function patient(parts: Omit<fhir.Patient, 'resourceType'>) {
  const name: fhir.HumanName[] = [{ family: 'Tate', given: ['Ann'] }];
  return readPatient({ resourceType: 'Patient', name, ...parts }, 'Patient', TODAY);
}

describe('Bundles and NDJSON', () => {
  test('transaction: UK Core Patient in full', () => {
    const { readings } = readFixture('bundle-transaction.json');
    expect(readings[0]?.person).toEqual({
      name: { family: 'Hussain', given: 'Nadia', middle: 'Bibi', prefix: 'Mrs', preferred: 'Nadi' },
      birth: { date: '1968-05-17' },
      nhsNumber: '9991001018',
      nhsNumberStatus: '01',
      gender: '2',
      ethnicCategory: 'J',
      language: 'ur',
      interpreter: true,
      address: { lines: ['Flat 1', '20 Sample Road', 'Liverpool', 'Merseyside'], postcode: 'L8 3SP' },
      phone: '0151 496 0120',
      mobile: '07700 900120',
      email: 'nadia@example.org',
      practiceCode: 'N82905',
      identifiers: [{ system: 'https://hospital.example.org/mrn', value: 'RBQ-88231' }],
      conditions: [],
      flags: [],
      relationships: [{ kind: 'child', name: 'Amina Hussain', phone: '07700 900121', emergencyContact: true }],
      unmapped: [{ field: 'language', text: 'en-GB' }],
    });
  });

  test('transaction: other resources are counted, deletions refused, wrong entries named', () => {
    const read = readFixture('bundle-transaction.json');
    expect(outline(read)).toEqual([
      [1, 'Hussain'],
      [2, 'entry[3].resource.identifier[0]'],
      [3, 'Walsh'],
    ]);
    expect(read.notices.join(' ')).toMatch(/1 × Observation.*delete.*: 1\./);
    expect(read.readings[2]?.person).toMatchObject({ birth: { year: 1944 }, death: { date: '2025-02-03' } });
  });

  test('batch: requests other than POST and PUT are left out; a wrong type is told by its path', () => {
    const read = readFixture('bundle-batch.json');
    expect(outline(read)).toEqual([
      [1, 'Begum'],
      [2, 'entry[2].resource'],
    ]);
    expect(read.readings[1]?.issues[0]?.message).toMatch(/Patient\.birthDate/);
    expect(read.notices).toEqual(['Requests other than POST and PUT, left out: 1.']);
  });

  test('collection: replaced and modified records are refused, names in one text are split', () => {
    const read = readFixture('bundle-collection.json');
    expect(outline(read)).toEqual([
      [1, 'Price'],
      [2, 'SMITH'],
      [3, 'entry[2].resource.link'],
      [4, 'entry[3].resource.modifierExtension'],
      [5, 'entry[4]'],
    ]);
    expect(read.readings[0]?.person).toMatchObject({ birth: { year: 1939 }, death: {} });
  });

  test('searchset: outcomes are no people, further pages are announced', () => {
    const read = readFixture('bundle-searchset.json');
    expect(outline(read)).toEqual([
      [1, 'Okafor'],
      [2, 'Riley'],
    ]);
    expect(read.notices.join(' ')).toMatch(/1 × OperationOutcome.*one page of several/);
  });

  test('NDJSON: Patients and Bundles by line; a broken line costs itself only', () => {
    const read = readFixture('patients.ndjson');
    expect(read.format).toBe('ndjson');
    expect(outline(read)).toEqual([
      [1, 'Yilmaz'],
      [2, 'Jónsson'],
      [3, 'Evans'],
      [4, 'line 5'],
      [5, 'Last'],
    ]);
    expect(read.notices.join()).toMatch(/1 × Practitioner/);
  });

  test('NDJSON whose first line is broken', () => {
    const good = JSON.stringify({ resourceType: 'Patient', name: [{ family: 'Tate', given: ['Ann'] }] });
    expect(
      [...readFhir(`{"resourceType":\n${good}\n`, TODAY).readings].map(({ person }) => person?.name.family),
    ).toEqual([undefined, 'Tate']);
  });

  test('one Patient alone, on many lines', () => {
    const file = readFhir(JSON.stringify({ resourceType: 'Patient', name: [{ text: 'Ann Tate' }] }, null, 2), TODAY);
    expect([file.format, [...file.readings][0]?.person?.name]).toEqual(['patient', { family: 'Tate', given: 'Ann' }]);
  });

  test.each([
    ['cut off', '{"resourceType":"Bundle","type":"collection","entry":[{"resource":', /not valid JSON/],
    ['a mistake', '{\n"resourceType": "Bundle",\n"type": secret\n}', /mistake/],
    ['a mistake on a line', '{\n"resourceType": "Bundle",\n"type": "secret" "batch"\n}', /line 3/],
    ['another resource', '{"resourceType":"Observation"}', /not a FHIR Bundle/],
    ['an array', '[{"resourceType":"Patient"}]', /not a FHIR Bundle/],
    ['a document', '{"resourceType":"Bundle","type":"document","entry":[]}', /not a list/],
    ['a Bundle without a type', '{"resourceType":"Bundle"}', /Bundle\.type/],
    ['entries that are no list', '{"resourceType":"Bundle","type":"batch","entry":{}}', /Bundle\.entry/],
  ])('%s is refused', (_, text, why) => {
    const attempt = () => [...readFhir(text, TODAY).readings];
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(why);
    expect(attempt).not.toThrow(/secret/);
  });

  test('names of resources that are not known are not repeated', () => {
    const file = readFhir(
      '{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Ann Tate 1950"}}]}',
      TODAY,
    );
    expect([[...file.readings], file.notices()]).toEqual([
      [],
      ['Only Patients are imported. Left out: 1 × of other types.'],
    ]);
  });
});

describe('one Patient', () => {
  test('two different NHS numbers are refused', () => {
    const system = 'https://fhir.nhs.uk/Id/nhs-number';
    expect(
      patient({
        identifier: [
          { system, value: '9991001018' },
          { system, value: '9991001026' },
        ],
      }).person,
    ).toBeNull();
    expect(
      patient({
        identifier: [
          { system, value: '9991001018' },
          { system, value: '999 100 1018' },
        ],
      }).person?.nhsNumber,
    ).toBe('9991001018');
  });

  test('an identifier without a system is kept as text', () => {
    expect(patient({ identifier: [{ value: 'A-17' }] }).person).toMatchObject({
      identifiers: [],
      unmapped: [{ field: 'identifiers', text: 'A-17' }],
    });
  });

  test('what ended before today is passed over', () => {
    const { person } = patient({
      name: [
        { use: 'official', family: 'Gone', given: ['Ann'], period: { end: '2020-01-01' } },
        { family: 'Tate', given: ['Ann'] },
      ],
      address: [{ line: ['9 Gone Street'], period: { end: '2020-01-01' } }],
      telecom: [{ system: 'phone', value: '0151 496 0100', period: { end: '2020-01-01' } }],
    });
    expect(person).toMatchObject({ name: { family: 'Tate' } });
    expect([person?.address, person?.phone]).toEqual([undefined, undefined]);
  });

  test('telephone numbers go by rank; what does not fit is kept', () => {
    const { person } = patient({
      telecom: [
        { system: 'phone', value: '0151 496 0103' },
        { system: 'phone', value: '0151 496 0102', rank: 2 },
        { system: 'phone', value: '0151 496 0101', rank: 1 },
        { system: 'url', value: 'https://example.org' },
      ],
    });
    expect([person?.phone, person?.mobile]).toEqual(['0151 496 0101', '0151 496 0102']);
    expect(person?.unmapped.map(({ text }) => text)).toEqual(['https://example.org', '0151 496 0103']);
  });

  test('language and interpreter as the Personal Demographics Service writes them', () => {
    const { person } = patient({
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
          extension: [
            { url: 'language', valueCodeableConcept: { coding: [{ code: 'fr', display: 'French' }] } },
            { url: 'interpreterRequired', valueBoolean: true },
          ],
        },
      ],
    });
    expect([person?.language, person?.interpreter]).toEqual(['fr', true]);
  });

  test('unknown codes are kept as text with a warning', () => {
    const { person, issues } = patient({
      contact: [{ relationship: [{ text: 'landlady' }], name: { text: 'Jo Doe' } }],
      generalPractitioner: [{ display: 'Alder Medical Centre' }],
    });
    expect(person?.relationships).toEqual([{ kind: 'other', name: 'Jo Doe', emergencyContact: false }]);
    expect(person?.unmapped.map(({ text }) => text).toSorted()).toEqual(['Alder Medical Centre', 'landlady']);
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test('no longer in use and restricted are pointed out', () => {
    const { person, issues } = patient({ active: false, meta: { security: [{ code: 'R' }] } });
    expect(person).not.toBeNull();
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test.each([
    ['2027-01-01', /future/],
    ['1850-01-01', /120 years/],
    ['yesterday', /day, month/],
  ])('born %s is refused', (birthDate, why) => {
    expect(patient({ birthDate }).issues[0]?.message).toMatch(why);
  });
});
