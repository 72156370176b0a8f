import { z } from 'zod';
import type { CodeListName } from './code-lists.ts';

/**
 * A case goes `proposed → open ↔ on hold → closed`. A closed case stays closed: to take the work up again is a new case
 * that follows it, so that each spell has its own dates, waits and outcome.
 */
export const caseStatuses = ['proposed', 'open', 'on-hold', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];
export const caseStatusSchema = z.enum(caseStatuses);

const LABELS: Readonly<Record<CaseStatus, string>> = {
  proposed: 'Proposed',
  open: 'Open',
  'on-hold': 'On hold',
  closed: 'Closed',
};

/** The status in words. */
export function caseStatusLabel(status: CaseStatus): string {
  return LABELS[status];
}

export interface CaseStep {
  readonly to: CaseStatus;
  /** What a button says. */
  readonly label: string;
  /** List from which a reason must be given. */
  readonly reasons: Extract<CodeListName, 'hold-reason' | 'case-closure-reason'> | null;
  /** An open case has exactly one care coordinator, so opening must name one. */
  readonly needsCoordinator: boolean;
}

const close: CaseStep = {
  to: 'closed',
  label: 'Close the case',
  reasons: 'case-closure-reason',
  needsCoordinator: false,
};

const STEPS: Readonly<Record<CaseStatus, readonly CaseStep[]>> = {
  proposed: [{ to: 'open', label: 'Open the case', reasons: null, needsCoordinator: true }, close],
  open: [{ to: 'on-hold', label: 'Put on hold', reasons: 'hold-reason', needsCoordinator: false }, close],
  'on-hold': [{ to: 'open', label: 'Take up again', reasons: null, needsCoordinator: true }, close],
  closed: [],
};

/** The steps that may follow a status, in the order in which they are offered. */
export function nextSteps(status: CaseStatus): readonly CaseStep[] {
  return STEPS[status];
}

/** The step from one status to another, or null when there is none. */
export function stepBetween(from: CaseStatus, to: CaseStatus): CaseStep | null {
  return STEPS[from].find((step) => step.to === to) ?? null;
}

/** Whether somebody still works on the case: everything but closed counts for "one case per person and neighbourhood". */
export function isUnfinished(status: CaseStatus): boolean {
  return status !== 'closed';
}
