import { expect, test } from 'vitest';
import { type PersonField, personFields } from '../../shared/domain/person-fields.ts';
import { personFieldLabels, personFieldWords } from '../../shared/domain/person-words.ts';

const place = (id: string) => `place ${id}`;

test.each<[PersonField, unknown, string]>([
  ['name', { family: 'Smith', given: 'John', prefix: 'Mr', preferred: 'Jack' }, 'Mr John Smith (called Jack)'],
  ['birth', { date: '1950-03-02', estimated: true }, '2 Mar 1950 (estimated)'],
  ['birth', { year: 1950 }, '1950'],
  ['nhsNumber', '9990000018', '999 000 0018'],
  ['nhsNumberStatus', '01', 'Present and verified'],
  ['interpreter', false, 'No'],
  ['address', { lines: ['1 Road', ''], postcode: 'L1 1AA', since: '2020-01-01' }, '1 Road, L1 1AA, since 1 Jan 2020'],
  ['practiceId', 'y1', 'place y1'],
  ['contactWays', { preferred: ['3'], forbidden: ['4'], note: 'Late.' }, 'Preferred: Telephone. Not: E-mail. Late.'],
  ['adjustments', { codes: ['hoist'], consent: false }, 'Hoist or help with moving. Not to be shared'],
  ['death', { place: '30', preferredPlaceMet: true }, 'Date not known, Hospice, in the preferred place'],
  ['frailty', { efi: 0.2, asOf: '2026-01-01', source: 'GP' }, 'Frailty index 0.2, as of 1 Jan 2026 from GP'],
  ['admissions', { emergency12m: 2 }, '2 in 12 months'],
  ['gender', 'code of a newer version', 'code of a newer version'],
])('%s in words', (field, value, words) => {
  expect(personFieldWords(field, value, place)).toBe(words);
});

test('every field has a label, and nothing recorded has no words', () => {
  for (const field of Object.keys(personFields) as PersonField[]) {
    expect(personFieldLabels[field]).toMatch(/^[A-Z]/);
    expect(personFieldWords(field, null, place)).toBeNull();
  }
});
