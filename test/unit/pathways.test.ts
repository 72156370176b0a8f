import { describe, expect, test } from 'vitest';
import { shippedPathways } from '../../electron/engine/shipped-pathways.ts';
import {
  type Grounds,
  isTeamStep,
  progressOf,
  reasonsFor,
  stepDueOn,
  withinWords,
} from '../../shared/domain/pathways.ts';

describe('the date by which a step is due', () => {
  test.each([
    ['2026-11-20', 0, 'calendar', '2026-11-20'],
    ['2026-11-20', 3, 'calendar', '2026-11-23'],
    ['2026-11-20', 1, 'working', '2026-11-23'],
    ['2026-11-21', 1, 'working', '2026-11-23'],
    ['2026-11-16', 5, 'working', '2026-11-23'],
    ['2028-02-28', 1, 'calendar', '2028-02-29'],
    ['2028-02-28', 2, 'working', '2028-03-01'],
    ['2027-02-26', 1, 'working', '2027-03-01'],
  ] as const)('%s and %i %s days: %s', (startedOn, days, unit, due) => {
    expect(stepDueOn({ within: { days, unit } }, startedOn)).toBe(due);
  });
});

test('how long a step has is said in words', () => {
  expect(withinWords({ days: 0, unit: 'working' })).toBe('on the first day');
  expect(withinWords({ days: 1, unit: 'working' })).toBe('within 1 working day');
  expect(withinWords({ days: 28, unit: 'calendar' })).toBe('within 28 days');
});

describe('progress', () => {
  const step = (dueOn: string | null, how?: 'done' | 'not-needed') => ({ dueOn, result: how ? { how } : null });

  test('counts what is done, not needed, open and overdue, and tells what comes next', () => {
    const steps = [
      step('2026-11-01', 'done'),
      step('2026-11-01', 'not-needed'),
      step('2026-11-19'),
      step('2026-11-20'),
      step(null),
    ];
    expect(progressOf(steps, '2026-11-20')).toEqual({
      done: 1,
      notNeeded: 1,
      open: 3,
      overdue: 1,
      nextDueOn: '2026-11-19',
    });
  });

  test('a step is not overdue on the day itself', () => {
    expect(progressOf([step('2026-11-20')], '2026-11-20').overdue).toBe(0);
    expect(progressOf([step('2026-11-20')], '2026-11-21').overdue).toBe(1);
  });

  test('nothing is next when everything is settled', () => {
    expect(progressOf([step('2026-11-01', 'done')], '2026-11-20').nextDueOn).toBeNull();
  });
});

describe('what speaks for a pathway', () => {
  const grounds: Grounds = {
    flags: [{ code: 'frail', startedOn: '2026-03-12' }],
    conditions: [
      { code: 'copd', diagnosedOn: '2019-05-01' },
      { code: 'falls', diagnosedOn: null },
    ],
    stays: [
      { kind: 'hospital', admittedOn: '2026-11-10', dischargedOn: null },
      { kind: 'hospital', admittedOn: '2026-10-01', dischargedOn: '2026-10-21' },
      { kind: 'reablement', admittedOn: '2026-09-01', dischargedOn: '2026-10-20' },
    ],
  };
  const suggest = { flags: [], conditions: [], stays: [] };

  test.each([
    [{ ...suggest, flags: ['frail' as const] }, ['Frail, since 12 Mar 2026']],
    [{ ...suggest, conditions: ['copd' as const, 'falls' as const] }, ['COPD, since 1 May 2019', 'Falls, on record']],
    [{ ...suggest, stays: ['hospital'] }, ['In hospital since 10 Nov 2026', 'Home from hospital on 21 Oct 2026']],
    [{ ...suggest, stays: ['reablement'] }, []],
    [suggest, []],
  ])('%j', (asked, reasons) => {
    expect(reasonsFor(asked, grounds, '2026-11-20')).toEqual(reasons);
  });
});

describe('the shipped templates', () => {
  test('cover the eight pathways', () => {
    expect(shippedPathways.map(({ name }) => name)).toEqual([
      'Frailty',
      'Respiratory (COPD and asthma)',
      'Cardiovascular',
      'Gastro and alcohol',
      'End of life',
      'Urgent care',
      'Discharge',
      'Self-care',
    ]);
  });

  test.each(shippedPathways)('$name has steps of its own, in an order that time allows', ({ steps }) => {
    expect(steps.length).toBeGreaterThan(4);
    expect(new Set(steps.map(({ code }) => code)).size).toBe(steps.length);
    expect(steps.some(({ who }) => isTeamStep(who))).toBe(true);
    expect(steps.every(({ evidence }) => evidence !== '')).toBe(true);
  });
});
