import { describe, expect, test } from 'vitest';
import {
  completeness,
  gapSentence,
  gapWords,
  qualityGaps,
  settledIfOpenedBy,
  settledWorkingDays,
} from '../../shared/domain/quality-gaps.ts';
import { workingDaysBetween } from '../../shared/domain/working-days.ts';

describe('a figure of data quality', () => {
  test.each([
    ['nhs-number', 12, 56, '12 of 56 people: no NHS number that is verified.'],
    ['language', 1, 3, '1 of 3 people needing an interpreter: no language on record.'],
    [
      'plan',
      1200,
      13_520,
      '1,200 of 13,520 people with a case open for more than 20 working days: no agreed care plan.',
    ],
    ['sharing', 0, 1, '0 of 1 person: no decision about sharing.'],
    ['language', 0, 0, 'There are no people needing an interpreter.'],
    ['birth-date', 0, 0, 'There are no people on this list.'],
  ] as const)('%s, %i of %i', (gap, count, of, sentence) => {
    expect(gapSentence(gap, count, of)).toBe(sentence);
  });

  test.each([
    [0, 50, 100],
    [1, 50, 98],
    [1, 10_000, 99],
    [50, 50, 0],
    [0, 0, null],
  ])('%i missing of %i: %s per cent complete', (count, of, share) => expect(completeness(count, of)).toBe(share));

  test('says what exactly it counts', () => {
    for (const gap of qualityGaps) expect(gapWords[gap].explained).toMatch(/^[A-Z“].{20,}\.$/u);
  });
});

test.each(['2026-11-20', '2026-11-22', '2026-01-05', '2026-04-08'])(
  'a case is settled after more than 20 working days, at %s',
  (today) => {
    const opened = settledIfOpenedBy(today);
    expect(workingDaysBetween(opened, today)).toBeGreaterThan(settledWorkingDays);
    const next = new Date(Date.parse(opened) + 86_400_000).toISOString().slice(0, 10);
    expect(workingDaysBetween(next, today)).toBeLessThanOrEqual(settledWorkingDays);
  },
);
