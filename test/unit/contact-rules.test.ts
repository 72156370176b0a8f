import { expect, test } from 'vitest';
import { codesOf } from '../../shared/domain/code-lists.ts';
import {
  type ContactDraft,
  checkContact,
  isCancelled,
  isMissed,
  isPlanned,
  isSuccessful,
  missedInRow,
  neededFields,
} from '../../shared/domain/contact-rules.ts';

const now = '2026-11-22T10:00:00.000Z';
const seen: ContactDraft = {
  startsAt: '2026-11-22T09:00:00.000Z',
  attendance: '5',
  mechanism: '01',
  minutes: 45,
  subject: '01',
  location: 'A01',
  cancellation: null,
  activities: ['04'],
  workRecorded: true,
  nextDueOn: '2026-12-01',
};
const empty = {
  minutes: null,
  subject: null,
  location: null,
  activities: [],
  workRecorded: false,
  nextDueOn: null,
} as const;
const missed: ContactDraft = { ...seen, ...empty, attendance: '3' };
const cancelled: ContactDraft = { ...missed, attendance: '2', cancellation: { reason: '02' } };
const planned: ContactDraft = { ...missed, attendance: null, startsAt: '2026-11-29T09:00:00.000Z' };
const paths = (draft: ContactDraft) => checkContact(draft, now).map((problem) => problem.path);

test.each([
  ['5', 'seen'],
  ['6', 'seen'],
  ['7', 'missed'],
  ['3', 'missed'],
  ['2', 'cancelled'],
  ['4', 'cancelled'],
  [null, 'planned'],
] as const)('attendance %s counts as %s', (attendance, kind) => {
  const kinds = { seen: isSuccessful, missed: isMissed, cancelled: isCancelled, planned: isPlanned };
  expect(
    Object.entries(kinds)
      .filter(([, test]) => test(attendance))
      .map(([name]) => name),
  ).toEqual([kind]);
});

test('every attendance of the list is exactly one of seen, missed, cancelled', () => {
  for (const code of codesOf('attendance')) {
    expect([isSuccessful, isMissed, isCancelled].filter((test) => test(code))).toHaveLength(1);
  }
});

test.each([
  ['seen', seen],
  ['seen late, by telephone', { ...seen, attendance: '6', mechanism: '02', location: null }],
  ['missed', missed],
  ['too late to be seen, with a new date', { ...missed, attendance: '7', nextDueOn: '2026-11-22' }],
  ['cancelled', cancelled],
  ['cancelled ahead of time', { ...cancelled, attendance: '4', startsAt: '2026-12-20T09:00:00.000Z' }],
  ['planned', planned],
  ['planned with its length', { ...planned, minutes: 30 }],
  ['seen on a clock four minutes ahead', { ...seen, startsAt: '2026-11-22T10:04:00.000Z' }],
] satisfies [string, ContactDraft][])('%s can be saved', (_what, draft) => {
  expect(checkContact(draft, now)).toEqual([]);
});

test.each([
  [{ ...seen, minutes: null }, ['minutes']],
  [{ ...seen, minutes: 0 }, ['minutes']],
  [{ ...seen, minutes: 1441 }, ['minutes']],
  [{ ...seen, minutes: 7.5 }, ['minutes']],
  [{ ...seen, subject: null, location: null }, ['subject', 'location']],
  [{ ...seen, mechanism: '02', location: null, subject: null }, ['subject']],
  [{ ...seen, startsAt: '2026-11-22T10:06:00.000Z' }, ['startsAt']],
  [{ ...seen, cancellation: { reason: '01' } }, ['cancellation']],
  [{ ...seen, nextDueOn: '2026-11-21' }, ['nextDueOn']],
  [{ ...missed, minutes: 20 }, ['minutes']],
  [{ ...missed, activities: ['04'], workRecorded: true }, ['activities', 'workRecorded']],
  [{ ...missed, startsAt: '2026-11-23T10:00:00.000Z' }, ['startsAt']],
  [{ ...missed, cancellation: { reason: '01' } }, ['cancellation']],
  [{ ...cancelled, cancellation: null }, ['cancellation']],
  [{ ...cancelled, minutes: 20, workRecorded: true }, ['minutes', 'workRecorded']],
  [{ ...planned, startsAt: now }, ['attendance']],
  [{ ...planned, startsAt: '2028-11-23T09:00:00.000Z' }, ['startsAt']],
  [{ ...planned, workRecorded: true }, ['workRecorded']],
] satisfies [ContactDraft, (keyof ContactDraft)[]][])('refusal %#: %j', (draft, expected) => {
  expect(paths(draft)).toEqual(expected);
});

test('a form asks for no more than the rules need', () => {
  expect(neededFields('5', '01')).toEqual(['minutes', 'subject', 'location']);
  expect(neededFields('6', '11')).toEqual(['minutes', 'subject']);
  expect(neededFields('2', '01')).toEqual(['cancellation']);
  expect(neededFields('3', '01')).toEqual([]);
  expect(neededFields(null, '01')).toEqual([]);
});

test('missed in a row: cancellations and plans neither count nor end it', () => {
  expect(missedInRow([])).toBe(0);
  expect(missedInRow(['3', '7', '5', '3'])).toBe(2);
  expect(missedInRow([null, '3', '2', '3', '4'])).toBe(2);
  expect(missedInRow(['5', '3', '3'])).toBe(0);
});
