import { expect, test } from 'vitest';
import { localDateOf } from '../../shared/domain/british-date.ts';
import { instantOf, localTimeOf, startOfDay } from '../../shared/domain/london-time.ts';

test.each([
  ['2026-01-15', '14:05', '2026-01-15T14:05:00.000Z'],
  ['2026-07-15', '14:05', '2026-07-15T13:05:00.000Z'],
  ['2026-07-01', '00:30', '2026-06-30T23:30:00.000Z'],
])('%s %s on a London clock', (date, time, instant) => {
  expect(instantOf(date, time)).toBe(instant);
  expect([localDateOf(instant), localTimeOf(instant)]).toEqual([date, time]);
});

test('the hour that the spring clock leaves out, and the hour that the autumn clock repeats', () => {
  expect(instantOf('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(localTimeOf('2026-03-29T01:30:00.000Z')).toBe('02:30');
  expect(instantOf('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
});

test('a day begins at midnight in London, in summer too, also on the days when the clock changes', () => {
  expect(startOfDay('2026-07-01')).toBe('2026-06-30T23:00:00.000Z');
  expect(startOfDay('2026-03-29')).toBe('2026-03-29T00:00:00.000Z');
  expect(startOfDay('2026-10-25')).toBe('2026-10-24T23:00:00.000Z');
});
