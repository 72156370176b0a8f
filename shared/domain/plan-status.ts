import { z } from 'zod';

/**
 * A version of a care plan goes `draft → agreed ↔ under review → superseded`. A review writes the next version as a draft
 * that follows the agreed one; until it is agreed, the earlier version is what holds.
 */
export const planStatuses = ['draft', 'agreed', 'under-review', 'superseded'] as const;
export type PlanStatus = (typeof planStatuses)[number];
export const planStatusSchema = z.enum(planStatuses);

const LABELS: Readonly<Record<PlanStatus, string>> = {
  draft: 'Draft',
  agreed: 'Agreed',
  'under-review': 'Agreed, under review',
  superseded: 'Superseded',
};

/** The status in words. */
export const planStatusLabel = (status: PlanStatus): string => LABELS[status];

const STEPS: Readonly<Record<PlanStatus, readonly PlanStatus[]>> = {
  draft: ['agreed'],
  agreed: ['under-review', 'superseded'],
  // Back to agreed when the review changed nothing, or was set aside.
  'under-review': ['agreed', 'superseded'],
  superseded: [],
};

/** Whether a version may go from one status to the other. */
export const planMayBecome = (from: PlanStatus, to: PlanStatus): boolean => STEPS[from].includes(to);

/** Whether this is the version that holds: agreed with the person and not yet replaced. */
export const planHolds = (status: string): boolean => status === 'agreed' || status === 'under-review';
