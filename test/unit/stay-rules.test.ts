import { expect, test } from 'vitest';
import {
  checkStay,
  day91Due,
  daysLost,
  daysStayed,
  followUpDue,
  overlaps,
  type StayDraft,
} from '../../shared/domain/stay-rules.ts';

const today = '2026-11-20';

test.each([
  ['hospital', false, '19', '2026-11-17'],
  ['hospital', true, '19', '2026-11-13'],
  ['hospital', false, null, '2026-11-17'],
  ['virtual-ward', false, '19', '2026-11-17'],
  ['intermediate-care', false, '85', '2026-11-17'],
  ['reablement', false, '19', null],
  ['care-home', false, '19', null],
  ['hospital', false, '79', null],
  ['hospital', true, '53', null],
  ['hospital', false, '51', null],
] as const)('follow-up after %s (mental health: %s) to %s is due on %s', (kind, mentalHealth, destination, due) => {
  expect(followUpDue({ kind, mentalHealth, dischargedOn: '2026-11-10', destination })).toBe(due);
});

test('a follow-up crosses the change of the clocks and the end of a year in whole days', () => {
  const of = { kind: 'hospital', mentalHealth: false, destination: '19' } as const;
  expect(followUpDue({ ...of, dischargedOn: '2026-10-24' })).toBe('2026-10-31');
  expect(followUpDue({ ...of, dischargedOn: '2026-12-29' })).toBe('2027-01-05');
});

test.each([
  ['reablement', '2026-08-21', '2026-11-20'],
  ['reablement', '2026-01-01', '2026-04-02'],
  ['hospital', '2026-08-21', null],
])('day 91 of %s from %s is %s', (kind, from, due) => expect(day91Due(kind, from)).toBe(due));

test.each([
  ['2026-11-10', null, 10],
  ['2026-11-20', null, 0],
  ['2026-11-10', '2026-11-13', 3],
])('days of a stay from %s to %s: %i', (from, to, days) => expect(daysStayed(from, to, today)).toBe(days));

test.each([
  [null, null, 0],
  ['2026-11-15', null, 5],
  ['2026-11-15', '2026-11-18', 3],
  ['2026-11-18', '2026-11-18', 0],
  ['2026-11-20', null, 0],
])('days lost since ready %s, left %s: %i', (ready, left, days) => expect(daysLost(ready, left, today)).toBe(days));

const draft: StayDraft = {
  kind: 'hospital',
  admittedOn: '2026-11-10',
  expectedOn: '2026-11-22',
  readyOn: null,
  delay: null,
  dischargedOn: null,
  destination: null,
};
const living = { born: '1950-04-03', died: null };

test.each<[string, Partial<StayDraft>, { born: string | null; died: string | null }, string[]]>([
  ['a plain admission', {}, living, []],
  [
    'admitted and discharged on one day',
    { admittedOn: today, expectedOn: null, dischargedOn: today, destination: '19' },
    living,
    [],
  ],
  ['delayed since it was ready', { readyOn: '2026-11-15', delay: { reason: 'E' } }, living, []],
  ['admitted tomorrow', { admittedOn: '2026-11-21' }, living, ['admittedOn']],
  ['admitted before birth', { admittedOn: '1950-04-02' }, living, ['admittedOn']],
  [
    'admitted in the year of birth, which alone is known',
    { admittedOn: '1950-01-01' },
    { born: '1950', died: null },
    [],
  ],
  ['admitted after death', {}, { born: null, died: '2026-11-09' }, ['admittedOn']],
  ['expected before admission', { expectedOn: '2026-11-09' }, living, ['expectedOn']],
  ['ready before admission', { readyOn: '2026-11-09' }, living, ['readyOn']],
  ['ready tomorrow', { readyOn: '2026-11-21' }, living, ['readyOn']],
  ['delayed but never ready', { delay: { reason: 'E' } }, living, ['readyOn']],
  ['discharged before admission', { dischargedOn: '2026-11-09', destination: '19' }, living, ['dischargedOn']],
  ['discharged tomorrow', { dischargedOn: '2026-11-21', destination: '19' }, living, ['dischargedOn']],
  [
    'discharged before it was ready',
    { readyOn: '2026-11-15', dischargedOn: '2026-11-14', destination: '19' },
    living,
    ['dischargedOn'],
  ],
  [
    'discharged after death',
    { dischargedOn: '2026-11-15', destination: '79' },
    { born: null, died: '2026-11-14' },
    ['dischargedOn'],
  ],
  ['discharged nowhere', { dischargedOn: '2026-11-15' }, living, ['destination']],
  ['a destination without a discharge', { destination: '19' }, living, ['destination']],
])('%s', (_, change, lifetime, paths) => {
  expect(checkStay({ ...draft, ...change }, lifetime, today).map(({ path }) => path)).toEqual(paths);
});

test.each([
  ['2026-11-01', '2026-11-05', '2026-11-05', null, false],
  ['2026-11-01', '2026-11-05', '2026-11-04', null, true],
  ['2026-11-01', null, '2026-11-04', '2026-11-06', true],
  ['2026-11-04', '2026-11-04', '2026-11-04', '2026-11-04', true],
  ['2026-11-10', null, '2026-11-01', '2026-11-10', false],
])('%s to %s beside %s to %s: %s', (from, to, other, otherTo, expected) => {
  const a = { admittedOn: from, dischargedOn: to };
  const b = { admittedOn: other, dischargedOn: otherTo };
  expect(overlaps(a, b)).toBe(expected);
  expect(overlaps(b, a)).toBe(expected);
});
