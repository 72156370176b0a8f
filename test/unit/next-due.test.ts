import { expect, test } from 'vitest';
import { daysBetween } from '../../shared/domain/british-date.ts';
import { codesOf } from '../../shared/domain/code-lists.ts';
import { contactInterval, type DueFacts, dueWording, nextDue } from '../../shared/domain/next-due.ts';

const base: DueFacts = {
  status: 'open',
  tier: 'high',
  openedOn: '2026-11-02', // a Monday
  lastSuccessfulOn: null,
  agreedOn: null,
  holdReviewOn: null,
};

test('the intervals are those of the design', () => {
  expect(codesOf('need-tier').map((tier) => [tier, contactInterval(tier)])).toEqual([
    ['low', 90],
    ['rising', 30],
    ['high', 14],
    ['very-high', 7],
  ]);
});

test.each([
  ['a new case', {}, '2026-11-09', 'first-contact'],
  ['a new case opened on a Friday', { openedOn: '2026-11-06' }, '2026-11-13', 'first-contact'],
  ['a new case opened on a Saturday', { openedOn: '2026-11-07' }, '2026-11-13', 'first-contact'],
  ['after a contact, high', { lastSuccessfulOn: '2026-11-10' }, '2026-11-24', 'interval'],
  ['after a contact, low', { tier: 'low', lastSuccessfulOn: '2026-11-10' }, '2027-02-08', 'interval'],
  ['with a date agreed', { lastSuccessfulOn: '2026-11-10', agreedOn: '2026-12-20' }, '2026-12-20', 'agreed'],
  ['missed, and a new date agreed', { agreedOn: '2026-11-05' }, '2026-11-05', 'agreed'],
  ['a new case before Christmas', { openedOn: '2026-12-22' }, '2026-12-31', 'first-contact'],
  ['on hold', { status: 'on-hold', agreedOn: '2026-11-05', holdReviewOn: '2027-01-04' }, '2027-01-04', 'hold-review'],
] satisfies [string, Partial<DueFacts>, string, string][])('%s', (_what, facts, on, basis) => {
  expect(nextDue({ ...base, ...facts })).toMatchObject({ on, basis });
});

test('five working days lie within the shortest interval, whatever the day of opening', () => {
  const shortest = Math.min(...codesOf('need-tier').map(contactInterval));
  for (let day = 2; day <= 8; day++) {
    const openedOn = `2026-11-0${day}`;
    const due = nextDue({ ...base, openedOn, tier: 'very-high' });
    expect(daysBetween(openedOn, due?.on ?? '')).toBeLessThanOrEqual(shortest);
  }
});

test.each(['closed', 'proposed', 'on-hold'] as const)('nothing is due while %s', (status) => {
  expect(nextDue({ ...base, status, agreedOn: '2026-11-05', lastSuccessfulOn: '2026-11-01' })).toBeNull();
});

test.each([
  ['2026-11-22', 'due today'],
  ['2026-11-23', 'due tomorrow'],
  ['2026-11-25', 'due in 3 days'],
  ['2026-11-21', '1 day overdue'],
  ['2026-11-10', '12 days overdue'],
])('%s is %s', (dueOn, wording) => {
  expect(dueWording(dueOn, '2026-11-22')).toBe(wording);
});
