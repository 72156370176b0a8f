import { z } from 'zod';

/** Where a goal is in its life: the lifecycle of FHIR R4 Goal, without `planned` and `entered-in-error` (which is voiding). */
export const goalStatuses = [
  'proposed',
  'accepted',
  'active',
  'on-hold',
  'completed',
  'cancelled',
  'rejected',
] as const;
export type GoalStatus = (typeof goalStatuses)[number];
export const goalStatusSchema = z.enum(goalStatuses);

const LABELS: Readonly<Record<GoalStatus, string>> = {
  proposed: 'Proposed',
  accepted: 'Accepted',
  active: 'Active',
  'on-hold': 'On hold',
  completed: 'Completed',
  cancelled: 'Cancelled',
  rejected: 'Rejected',
};

/** The status in words; a status of a newer version is shown as itself. */
export const goalStatusLabel = (status: string): string => LABELS[status as GoalStatus] ?? status;

export interface GoalStep {
  readonly to: GoalStatus;
  /** What a button says. */
  readonly label: string;
  /** Whether it must be said why. */
  readonly needsReason: boolean;
}

const cancel: GoalStep = { to: 'cancelled', label: 'Cancel the goal', needsReason: true };
const complete: GoalStep = { to: 'completed', label: 'Completed', needsReason: false };

const STEPS: Readonly<Record<GoalStatus, readonly GoalStep[]>> = {
  proposed: [
    { to: 'accepted', label: 'Accept', needsReason: false },
    { to: 'active', label: 'Start', needsReason: false },
    { to: 'rejected', label: 'Reject', needsReason: true },
    cancel,
  ],
  accepted: [{ to: 'active', label: 'Start', needsReason: false }, cancel],
  active: [complete, { to: 'on-hold', label: 'Put on hold', needsReason: true }, cancel],
  'on-hold': [{ to: 'active', label: 'Take up again', needsReason: false }, complete, cancel],
  completed: [{ to: 'active', label: 'Take up again', needsReason: true }],
  cancelled: [],
  rejected: [{ to: 'proposed', label: 'Propose again', needsReason: true }],
};

/** The steps that may follow a status, in the order in which they are offered. */
export const goalSteps = (status: GoalStatus): readonly GoalStep[] => STEPS[status];

/** The step from one status to another, or null when there is none. */
export const goalStep = (from: GoalStatus, to: GoalStatus): GoalStep | null =>
  STEPS[from].find((step) => step.to === to) ?? null;

/** How a new goal may begin. */
export const goalBeginnings = ['proposed', 'accepted', 'active'] as const satisfies readonly GoalStatus[];

/** Whether the goal is still part of the plan: neither reached nor given up. */
export const goalIsOpen = (status: string): boolean =>
  status === 'proposed' || status === 'accepted' || status === 'active' || status === 'on-hold';

/** Whether progress towards it can be rated. */
export const goalCanBeRated = (status: string): boolean => status === 'active' || status === 'on-hold';
