import type { QueryContext } from '../context.ts';
import { parseJson } from '../store/person-columns.ts';
import { actionsOf } from '../store/plan-actions.ts';
import { copiesOf, decisionsOf, goalsOf, needsOf, plansOf, ratingsOf, selfManagementOf } from '../store/plans.ts';
import { workersOf } from '../store/workers.ts';

/** Everything of a person's plan as it is stored. */
export function planRows({ read }: Pick<QueryContext, 'read'>, person: string) {
  return {
    plans: plansOf(read, person),
    copies: copiesOf(read, person),
    needs: needsOf(read, person),
    goals: goalsOf(read, person),
    ratings: ratingsOf(read, person),
    actions: actionsOf(read, person),
    selfManagement: selfManagementOf(read, person),
    decisions: decisionsOf(read, person),
  };
}
export type PlanRows = ReturnType<typeof planRows>;

/** The state of a row: each kind has its own statuses. */
export interface RowState {
  readonly status: string;
  readonly on: string;
  readonly by: string;
  readonly reason?: string;
  readonly note?: string;
  readonly outcome?: string;
}
export const stateOf = (column: string): RowState => parseJson<RowState>(column) ?? { status: '', on: '', by: '' };

/** How an agreement is stored. */
export interface StoredAgreement {
  readonly on: string;
  readonly by: string;
  readonly with: readonly string[];
  readonly note?: string;
}

/** How the owner of an action is stored. */
export interface StoredOwner {
  readonly kind: 'worker' | 'person' | 'carer' | 'organisation';
  readonly id?: string;
  readonly name?: string;
}
export const ownerOf = (column: string): StoredOwner => parseJson<StoredOwner>(column) ?? { kind: 'person' };

export type Named = (id: string | null) => string | null;

/** Names of the workers that these rows and further ids name. */
export function namesFor({ read }: Pick<QueryContext, 'read'>, rows: PlanRows, more: readonly string[] = []): Named {
  const worker = workersOf(read, [
    ...more,
    ...rows.plans.flatMap(({ started_by, agreement }) => [
      started_by,
      parseJson<StoredAgreement>(agreement)?.by ?? null,
    ]),
    ...rows.copies.map(({ given_by }) => given_by),
    ...rows.needs.map(({ raised_by }) => raised_by),
    ...rows.ratings.map(({ rated_by }) => rated_by),
    ...rows.actions.map(({ owner }) => ownerOf(owner).id ?? null),
    ...rows.selfManagement.map(({ written_by }) => written_by),
    ...rows.decisions.map(({ recorded_by }) => recorded_by),
  ]);
  return (id) => worker(id)?.name ?? null;
}
