import { expect, test } from 'vitest';
import {
  type CaseStatus,
  caseStatuses,
  caseStatusLabel,
  isUnfinished,
  nextSteps,
  stepBetween,
} from '../../shared/domain/case-status.ts';

// from → to: reason list (or none) and whether a coordinator must be named; every pair not listed is forbidden.
const allowed: Record<string, [reasons: string | null, coordinator: boolean]> = {
  'proposed → open': [null, true],
  'proposed → closed': ['case-closure-reason', false],
  'open → on-hold': ['hold-reason', false],
  'open → closed': ['case-closure-reason', false],
  'on-hold → open': [null, true],
  'on-hold → closed': ['case-closure-reason', false],
};

const pairs = caseStatuses.flatMap((from) => caseStatuses.map((to): [CaseStatus, CaseStatus] => [from, to]));

test.each(pairs)('%s → %s', (from, to) => {
  const step = stepBetween(from, to);
  const rule = allowed[`${from} → ${to}`];
  expect(step === null ? undefined : [step.reasons, step.needsCoordinator]).toEqual(rule);
  expect(nextSteps(from).some((next) => next.to === to)).toBe(rule !== undefined);
});

test('only a closed case is finished', () => {
  expect(caseStatuses.filter(isUnfinished)).toEqual(['proposed', 'open', 'on-hold']);
  expect(caseStatuses.map(caseStatusLabel)).toEqual(['Proposed', 'Open', 'On hold', 'Closed']);
});
