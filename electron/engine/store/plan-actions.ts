import type { ReadHandle } from './handles.ts';
import { sqlStatement } from './statements.ts';
import type { PlanActions } from './tables.ts';

/** An action with the newest task that was made of it. */
export interface ActionRow extends PlanActions {
  readonly task_id: string | null;
  readonly task_state: string | null;
}

const withTask = `SELECT a.*, t.id AS task_id, t.state AS task_state
  FROM plan_actions AS a LEFT JOIN tasks AS t ON t.id = (
    SELECT max(id) FROM tasks WHERE origin_id = a.id AND origin_kind = 'plan-action' AND voided IS NULL)`;
const ofPerson = sqlStatement<{ person: string }, ActionRow>(
  `${withTask} WHERE a.person_id = ? AND a.voided IS NULL ORDER BY a.id`,
  'person',
);
const byId = sqlStatement<{ id: string }, ActionRow & { readonly voided: string | null }>(
  `${withTask} WHERE a.id = ?`,
  'id',
);

/** Actions of a person, oldest first. */
export const actionsOf = (read: ReadHandle, person: string): ActionRow[] => read.all(ofPerson, { person });

/** An action, or undefined. */
export const findAction = (read: ReadHandle, id: string) => read.get(byId, { id });
