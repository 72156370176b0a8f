import { describe, expect, test } from 'vitest';
import { continuitySince, workersMet } from '../../shared/domain/continuity.ts';
import {
  answerDue,
  checkStep,
  daysWaited,
  type FeedbackStatus,
  needsNote,
  nextSteps,
  stepsTaken,
} from '../../shared/domain/feedback-rules.ts';

const today = '2026-11-20';
const paths = (from: FeedbackStatus, to: FeedbackStatus, note = 'Rang and apologised', on = '2026-11-18') =>
  checkStep({ status: from, on: '2026-11-16', by: 'w' }, { status: to, on, note }, '2026-11-10', today).map(
    ({ path }) => path,
  );

describe('the steps of feedback', () => {
  test.each([
    ['open', 'answered', true],
    ['open', 'closed', true],
    ['answered', 'closed', true],
    ['answered', 'open', true],
    ['closed', 'open', true],
    ['open', 'open', false],
    ['closed', 'answered', false],
    ['answered', 'answered', false],
    ['closed', 'closed', false],
  ] as const)('%s to %s: %s', (from, to, may) => {
    expect(nextSteps(from).includes(to)).toBe(may);
    expect(paths(from, to)).toEqual(may ? [] : ['status']);
  });

  test('say what was done, but for closing what was answered', () => {
    expect(paths('open', 'answered', '')).toEqual(['note']);
    expect(paths('open', 'closed', '')).toEqual(['note']);
    expect(paths('closed', 'open', '')).toEqual(['note']);
    expect(paths('answered', 'closed', '')).toEqual([]);
    expect(needsNote('answered', 'closed')).toBe(false);
  });

  test('are taken on a day from the last step to today', () => {
    expect(paths('open', 'answered', 'Done', '2026-11-21')).toEqual(['on']);
    expect(paths('open', 'answered', 'Done', '2026-11-15')).toEqual(['on']);
    expect(paths('open', 'answered', 'Done', '2026-11-09')).toEqual(['on']);
    expect(paths('open', 'answered', 'Done', '2026-11-16')).toEqual([]);
    expect(paths('open', 'answered', 'Done', today)).toEqual([]);
  });

  test('that were taken back are not among those that hold', () => {
    expect(stepsTaken(['said', 'answered', 'closed'])).toEqual(['said', 'answered', 'closed']);
    expect(stepsTaken(['said', 'answered', 'said'])).toEqual(['said']);
    expect(stepsTaken(['said', 'answered', 'said', 'answered', 'closed', 'answered'])).toEqual(['said', 'answered']);
  });
});

test('a complaint is acknowledged within three working days; nothing else has a day', () => {
  expect(answerDue('complaint', '2026-11-18')).toBe('2026-11-23');
  expect(answerDue('concern', '2026-11-18')).toBeNull();
});

test('it waits until the first answer', () => {
  expect(daysWaited('2026-11-10', null, today)).toBe(10);
  expect(daysWaited('2026-11-10', '2026-11-12', today)).toBe(2);
});

describe('whom a person has met', () => {
  const at = (day: string) => `2026-11-${day}T10:00:00.000Z`;

  test('counts each worker once per contact, those who came along as well, the most often met first', () => {
    const met = workersMet([
      { at: at('02'), workers: ['cora'], inPerson: true },
      { at: at('05'), workers: ['cora', 'bea', 'bea'], inPerson: true },
      { at: at('03'), workers: ['cora'], inPerson: false },
      { at: at('09'), workers: ['colin', 'cora'], inPerson: false },
    ]);
    expect(met).toEqual([
      { worker: 'cora', times: 4, inPerson: 2, lastAt: at('09') },
      { worker: 'colin', times: 1, inPerson: 0, lastAt: at('09') },
      { worker: 'bea', times: 1, inPerson: 1, lastAt: at('05') },
    ]);
  });

  test('is nobody without contacts, and looks back twelve months', () => {
    expect(workersMet([])).toEqual([]);
    expect(continuitySince('2026-11-20')).toBe('2025-11-20');
    expect(continuitySince('2028-02-29')).toBe('2027-03-01');
  });
});
