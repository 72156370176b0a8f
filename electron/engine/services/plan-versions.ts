import type { VersionView } from '../../../shared/contract/plan-view.ts';
import { type PlanStatus, planHolds, planStatusSchema } from '../../../shared/domain/plan-status.ts';
import { parseJson } from '../store/person-columns.ts';
import type { PlanRow } from '../store/plans.ts';
import type { Named, PlanRows, StoredAgreement } from './plan-rows.ts';
import { stateOf } from './plan-rows.ts';

/** The version that holds: the newest that was agreed and not replaced. Two that were agreed apart are told by id (J8). */
export const holdingPlan = (plans: readonly PlanRow[]): PlanRow | undefined =>
  plans.find(({ status }) => planHolds(status));

/** Versions that are being written. There is one, unless two devices began one apart (J8): the oldest id comes first. */
export const draftsOf = (plans: readonly PlanRow[]): PlanRow[] =>
  plans.filter(({ status }) => status === 'draft').sort((a, b) => (a.id < b.id ? -1 : 1));

/** What a new version is numbered. @param plans of the person, newest first */
export const nextVersion = (plans: readonly PlanRow[]): number => (plans[0]?.version ?? 0) + 1;

/** Since when finished goals and actions belong to the version being written: the agreement of the one that holds. */
export const contentSince = (plans: readonly PlanRow[]): string | null =>
  parseJson<StoredAgreement>(holdingPlan(plans)?.agreement ?? null)?.on ?? null;

/** A version as it is listed. */
export function versionView(plan: PlanRow, copies: PlanRows['copies'], named: Named): VersionView {
  const agreement = parseJson<StoredAgreement>(plan.agreement);
  return {
    id: plan.id,
    version: plan.version,
    status: statusOf(plan),
    startedOn: plan.started_on,
    startedBy: named(plan.started_by) ?? '',
    agreement: agreement && {
      on: agreement.on,
      by: named(agreement.by) ?? '',
      with: [...agreement.with],
      note: agreement.note ?? '',
    },
    reviewDueOn: plan.review_due_on,
    copies: copies
      .filter(({ plan_id }) => plan_id === plan.id)
      .map((copy) => ({
        id: copy.id,
        givenOn: copy.given_on,
        format: copy.format,
        givenTo: copy.given_to,
        by: named(copy.given_by) ?? '',
      })),
  };
}

/** A status that this version does not know comes from a newer one: nothing can be done with it here. */
function statusOf({ state }: PlanRow): PlanStatus {
  return planStatusSchema.catch('superseded').parse(stateOf(state).status);
}
